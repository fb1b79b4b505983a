/** What the words of a command stand for: variables, and files by a pattern. */
import type { Word } from './command-line.ts'

/** The text of a word, its variables replaced. */
export function textOf(
  word: Word,
  variables: (name: string) => string,
): string {
  return word
    .map((piece) => ('text' in piece ? piece.text : variables(piece.variable)))
    .join('')
}

/**
 * A word with `*`, `?` or `[…]` outside of quotes stands for all files that it
 * matches, and for itself where there are none.
 *
 * @param names of all files
 */
export function wordsOf(
  word: Word,
  variables: (name: string) => string,
  names: Iterable<string>,
): string[] {
  const text = textOf(word, variables)
  const isPattern = word.some(
    (piece) => 'text' in piece && !piece.isQuoted && /[*?[]/.test(piece.text),
  )
  if (!isPattern) return [text]
  const pattern = word.flatMap((piece): Step[] =>
    'text' in piece && !piece.isQuoted
      ? stepsOf(piece.text)
      : Array.from(textOf([piece], variables), literal),
  )
  const found = [...names].filter(
    (name) =>
      // As in every shell, a hidden file has to be asked for.
      name.startsWith('.') === text.startsWith('.') && fits(pattern, name),
  )
  return found.length > 0 ? found.sort() : [text]
}

/** One character that fits, or any number of any. */
type Step = 'any' | ((character: string) => boolean)

function literal(wanted: string): Step {
  return (character) => character === wanted
}

function stepsOf(text: string): Step[] {
  const steps: Step[] = []
  const parts = text.matchAll(/\*|\?|\[([!^]?)([^\]]+)\]|[^]/g)
  for (const [part, not, set] of parts) {
    if (part === '*') steps.push('any')
    else if (part === '?') steps.push(() => true)
    else if (set) steps.push(oneOf(set, not !== ''))
    else steps.push(literal(part))
  }
  return steps
}

function oneOf(set: string, isNot: boolean): Step {
  const ranges = [...set.matchAll(/([^])-([^])|([^])/g)].map(
    ([, from, to, one]) => [from ?? one!, to ?? one!] as const,
  )
  return (character) =>
    ranges.some(([from, to]) => from <= character && character <= to) !== isNot
}

/** In time that grows with both lengths alone, whatever the pattern. */
function fits(pattern: readonly Step[], name: string): boolean {
  const characters = Array.from(name)
  let ends = new Set([0])
  for (const step of pattern) {
    const next = new Set<number>()
    for (const end of ends) {
      if (step === 'any') {
        for (let at = end; at <= characters.length; at++) next.add(at)
        break
      }
      if (end < characters.length && step(characters[end]!)) next.add(end + 1)
    }
    ends = next
  }
  return ends.has(characters.length)
}

/** All files lie in one folder. */
export function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !name.includes('/')
}
