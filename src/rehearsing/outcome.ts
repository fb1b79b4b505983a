/** Whether what came of a demo is what should have come of it. */
import type { Fault } from './finding.ts'

/** What came of running a demo. */
export interface Outcome {
  /** The demo’s title. */
  name: string
  /** Whether it came to rest by itself. */
  hasEnded: boolean
  /** What the card says went wrong; '' for nothing. */
  trouble: string
  /** What was thrown in the page and caught by nobody. */
  errors: readonly string[]
  /** What the page said before the run; undefined where the build has no result. */
  expected?: string | undefined
  /** What it says after it. */
  came?: string | undefined
  /** Whether the result before is an error, and the one after it. */
  wasError?: boolean
  isError?: boolean
}

/**
 * What is wrong with an outcome; undefined if nothing is.
 * @param patience seconds after which a demo that says nothing is stopped
 */
export function faultOf(outcome: Outcome, patience: number): Fault | undefined {
  const { name, hasEnded, trouble, errors } = outcome
  if (!hasEnded) {
    return {
      kind: 'endless',
      what: `“${name}” did not come to its end: it was stopped after ${patience} seconds in which nothing came.`,
      todo: 'Change the program so that it ends, or show its result without a run.',
    }
  }
  if (trouble) return troubleOf(name, trouble)
  const [error] = errors
  if (error) return errorOf(`“${name}” ended with an error in the page`, error)
  return differenceOf(outcome)
}

/** An error in the page that belongs to no demo, or to one. */
export function errorOf(who: string, error: string): Fault {
  if (isLoading(error)) {
    return { kind: 'missing', what: `${who}: ${error}`, todo: STORE }
  }
  return {
    kind: 'errs',
    what: `${who}: ${error}`,
    todo: 'Open the slide, do it again, and look into the browser’s console.',
  }
}

function troubleOf(name: string, trouble: string): Fault {
  const what = `“${name}” says: ${trouble}`
  if (isLoading(trouble)) return { kind: 'missing', what, todo: STORE }
  // What a card stops by itself after its own time is told in its words.
  if (isOverdue(trouble)) {
    const todo = 'Change the program so that it ends, or leave the run out.'
    return { kind: 'endless', what, todo }
  }
  const todo = 'Open the slide, run it again, and do what the card says.'
  return { kind: 'errs', what, todo }
}

function differenceOf(outcome: Outcome): Fault | undefined {
  const { name, expected, came, wasError = false, isError = false } = outcome
  if (expected === undefined || came === undefined) return undefined
  if (plain(expected) === plain(came)) return undefined
  const from = partingOf(plain(came), plain(expected))
  const gives = quoted(came, from)
  const says = `and the page says ${quoted(expected, from)}.`
  if (isError && !wasError) {
    return {
      kind: 'errs',
      what: `“${name}” ends with an error, ${gives}, ${says}`,
      todo: 'Run it on the slide, and mend the program.',
    }
  }
  return {
    kind: 'differs',
    what: `“${name}” gives ${gives}, ${says}`,
    todo: 'Run it on the slide. If this result is right, build the site again.',
  }
}

/** What brings a thing onto this device. */
export const STORE =
  'Switch the network on, open the slide and run it once, or run this check once with the network; then check again without.'

/** Whether a card says that it has stopped what took too long. */
export function isOverdue(trouble: string): boolean {
  return trouble.includes('took too long')
}

/** Whether words are about something that did not come. */
function isLoading(words: string): boolean {
  return /could not be (?:loaded|reached|fetched)|offline|dynamically imported module|failed to fetch|not stored on this device|connection/i.test(
    words,
  )
}

/** Lines break in many ways, and mean the same. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Where two texts part; a little before, so that both can be found in the page. */
function partingOf(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at < MOST / 2 ? 0 : at - MOST / 4
}

/** Characters of a text that fit into a sentence. */
const MOST = 80

function quoted(text: string, from: number): string {
  const all = plain(text)
  if (!all) return 'nothing'
  const part = all.slice(from, from + MOST)
  const isCut = from + MOST < all.length
  return `“${from ? '…' : ''}${part}${isCut ? '…' : ''}”`
}
