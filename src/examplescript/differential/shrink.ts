/**
 * Makes a program small that shows a bug: leaves out and replaces parts of it, by
 * the syntax tree, and keeps each change with which it still fails.
 */
import { editsOf, weightOf, type Edit } from './shrink-edit.ts'

/** Whether a program still fails, and in the same way. */
export type Fails = (source: string) => boolean | Promise<boolean>

/** As many programs as there is time for. */
const MOST_TRIES = 4000

/** A program as small as leaving out and replacing makes it. */
export async function shrink(source: string, fails: Fails): Promise<string> {
  let left = MOST_TRIES
  let smallest = source
  for (;;) {
    const before = smallest
    let index = 0
    let edits = editsOf(smallest)
    while (index < edits.length && left-- > 0) {
      const candidate = applied(smallest, edits[index++]!)
      const isSmaller = weightOf(candidate) < weightOf(smallest)
      if (!isSmaller || !(await fails(candidate))) continue
      smallest = candidate
      // The place in the list stays, as what came before has been tried.
      index--
      edits = editsOf(smallest)
    }
    if (smallest === before || left <= 0) return tidy(smallest, fails)
  }
}

/** What is left over where something was: empty lines and statements. */
const LEFT_OVER: [RegExp, string][] = [
  [/^[\s;]*$/gm, ''],
  [/;(?=[\s;]*[;}])/g, ''],
  [/(?<=^\s*);/gm, ''],
  [/;$/gm, ''],
  [/\n\s*(?=\n)/g, ''],
  [/^\s*\n/g, ''],
]

async function tidy(source: string, fails: Fails): Promise<string> {
  let tidied = source
  for (const [pattern, text] of LEFT_OVER) {
    const candidate = tidied.replaceAll(pattern, text)
    if (await fails(candidate)) tidied = candidate
  }
  return tidied
}

function applied(source: string, edit: Edit): string {
  let text = ''
  let at = 0
  for (const change of edit) {
    text += source.slice(at, change.from) + change.text
    at = change.to
  }
  return text + source.slice(at)
}
