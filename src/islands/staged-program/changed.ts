/** Where two markups of a view differ, so that a browser reads no more than that. */

/** An element that has in it all that is new, and its markup now. */
export interface Changed {
  /** Which of its parent's elements it is, from the outermost inwards. */
  path: number[]
  /** Usually one element; what came in its place may also be several. */
  markup: string
}

const TAG = /<(\/?)[^<>]*>/g

/**
 * Finds the innermost element around all that differs.
 *
 * @param before markup as our figures write it: each tag is closed, and `<` and
 * `>` are nowhere but in tags
 * @returns nothing if no single element has it all
 */
export function changedElement(
  before: string,
  after: string,
): Changed | undefined {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from++
  let same = 0
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) {
    same++
  }
  const end = before.length - same

  /** The elements around the place that the tags have come to. */
  const open: { start: number; path: number[]; elements: number }[] = []
  const outermost = { path: [] as number[], elements: 0 }
  /** How many elements are open that began behind what differs. */
  let behind = 0
  for (const { 0: tag, 1: slash, index } of before.matchAll(TAG)) {
    const to = index + tag.length
    if (!slash && index + 1 < from) {
      const parent = open.at(-1) ?? outermost
      const path = [...parent.path, parent.elements++]
      open.push({ start: index, path, elements: 0 })
    } else if (slash && to <= from) {
      open.pop()
    } else if (!slash) {
      behind++
    } else if (behind > 0) {
      behind--
    } else {
      const { start, path } = open.pop()!
      if (to < end) continue
      const markup = after.slice(start, after.length - before.length + to)
      return { path, markup }
    }
  }
  return undefined
}
