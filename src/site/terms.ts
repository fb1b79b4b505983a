/**
 * Terms of a talk: each is explained (<dfn>) before it is used, and once.
 * Counted over all its chapters, in their order.
 */
import type { Finding } from './finding.ts'
import { isTold, type CountedChapter, type Told } from './pieces.ts'

/** A piece with words, and where it stands. */
interface Place {
  path: string
  step: string
  told: Told
}

/** What there is to say about the place of an index. */
interface Remark {
  index: number
  problem: string
  advice: string
}

/** Terms used before they are explained, and terms explained again. */
export function termsUsedEarly(
  chapters: readonly CountedChapter[],
): (Finding & { path: string })[] {
  const places = chapters.flatMap(placesOf)
  return explanations(places)
    .flatMap(({ term, indices }) => [
      ...usedEarly(term, indices[0]!, places),
      ...explainedAgain(term, indices, places),
    ])
    .sort((a, b) => a.index - b.index)
    .map(({ index, problem, advice }) => {
      const { path, told } = places[index]!
      return { path, severity: 'warning', line: told.line, problem, advice }
    })
}

function placesOf({ path, steps }: CountedChapter): Place[] {
  return steps.flatMap(({ title, pieces }) =>
    pieces.filter(isTold).map((told) => ({ path, step: title, told })),
  )
}

/** Each term, and the places that explain it. */
function explanations(
  places: readonly Place[],
): { term: string; indices: number[] }[] {
  const found = new Map<string, { term: string; indices: number[] }>()
  for (const [index, { told }] of places.entries()) {
    for (const term of told.terms.map(spaced).filter(Boolean)) {
      const key = codeOf(term) ? term : term.toLowerCase()
      const known = found.get(key)
      if (known) known.indices.push(index)
      else found.set(key, { term, indices: [index] })
    }
  }
  return [...found.values()]
}

function usedEarly(
  term: string,
  explained: number,
  places: readonly Place[],
): Remark[] {
  const uses = useOf(term)
  const index = places.slice(0, explained).findIndex(({ told }) => uses(told))
  if (index < 0) return []
  const there = address(places[explained]!, places[index]!)
  const problem = `“${term}” is used here, and explained only later, in ${there}.`
  const advice = 'Explain it here, or use other words until then.'
  return [{ index, problem, advice }]
}

function explainedAgain(
  term: string,
  [first, ...again]: readonly number[],
  places: readonly Place[],
): Remark[] {
  return again.map((index, later) => {
    const time = later === 0 ? 'a second time' : 'once more'
    const there = address(places[first!]!, places[index]!)
    return {
      index,
      problem: `“${term}” is explained ${time}; the first was in ${there}.`,
      advice: 'Take the <dfn> away here, or link to the first.',
    }
  })
}

/** A place's step, and its chapter unless that is the reader's. */
function address({ step, path }: Place, reader: Place): string {
  return path === reader.path ? `“${step}”` : `“${step}” of ${path}`
}

/** Code is used as a whole span; words as whole words, one or many. */
function useOf(term: string): (told: Told) => boolean {
  const code = codeOf(term)
  if (code) return (told) => told.code.includes(code)
  const literal = term.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  const whole = new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])${literal}(?:e?s)?(?![\p{L}\p{N}_]|-[\p{L}\p{N}])`,
    'iu',
  )
  return ({ text }) => whole.test(spaced(text))
}

function codeOf(term: string): string | undefined {
  return /^`([^`]+)`$/.exec(term)?.[1]
}

function spaced(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}
