/**
 * What a good story keeps to, read from its text alone. Each rule is strict: the
 * plots never break one, so what a model breaks it has not learned.
 */
import { HEROES, namesOf } from './cast.ts'

export interface Verdict {
  /** The last sentence is whole, and then the story is over. */
  endsProperly: boolean
  /** The hero is there to the end, and nobody who is not in the header. */
  heroKept: boolean
  /** `he` and `she` are the hero's alone, so that one of them never appears. */
  pronounsRight: boolean
  /** The thing of the header comes at least twice, and no other thing. */
  thingKept: boolean
  /** The colour of the header comes up, and no other colour. */
  colourKept: boolean
  /** No sentence is said three times. */
  varied: boolean
}

export type Rule = keyof Verdict

const HE = new Set(['he', 'him', 'his', 'himself'])
const SHE = new Set(['she', 'her', 'hers', 'herself'])

/** The words that plots are written in (`wordsOf` in plots.ts), to know a name that nobody has. */
type Words = ReadonlySet<string>

/**
 * @param text header line and paragraphs
 * @param ended whether the model itself closed the story
 */
export function judge(text: string, ended: boolean, known: Words): Verdict {
  const { header, body } = partsOf(text)
  const words = wordsOf(body)
  return {
    endsProperly: ended && /[.!?]"?$/.test(body),
    heroKept: keepsHero(header, body, known),
    pronounsRight: keepsPronouns(header, words),
    thingKept: keeps('things', header, words, 2),
    colourKept: keeps('colours', header, words, 1),
    varied: mostRepeated(body) < 3,
  }
}

/** @returns the names in a text that its header does not have, invented ones included, each once */
export function inventedNames(text: string, known: Words): string[] {
  const { header, body } = partsOf(text)
  const invited = new Set(capitalised(header))
  return [...new Set(namesIn(body, known))].filter((name) => !invited.has(name))
}

/** @returns the names of a list's header that its text forgets */
export function forgottenNames(text: string): string[] {
  const { header, body } = partsOf(text)
  const named = new Set(capitalised(body))
  return capitalised(header).filter((name) => !named.has(name))
}

/**
 * What makes two stories the same: their paragraphs, whatever their header asks for.
 * A story is from the corpus if a set of the corpus's tales has its tale.
 */
export function taleOf(text: string): string {
  return partsOf(text).body
}

function keepsHero(header: string, body: string, known: Words): boolean {
  const [hero] = capitalised(header)
  if (!hero || inventedNames(`${header}\n${body}`, known).length) return false
  const paragraphs = body.split('\n')
  const first = paragraphs.findIndex((each) => capitalised(each).includes(hero))
  const named = capitalised(body).filter((name) => name === hero)
  return first === 0 && named.length > 1
}

function keepsPronouns(header: string, words: readonly string[]): boolean {
  const gender = HEROES.get(capitalised(header)[0] ?? '')
  const wrong = gender === 'he' ? SHE : HE
  return gender !== undefined && !words.some((word) => wrong.has(word))
}

function keeps(
  list: string,
  header: string,
  words: readonly string[],
  times: number,
): boolean {
  const all = new Set(namesOf(list))
  const wanted = new Set(wordsOf(header).filter((word) => all.has(word)))
  const said = words.filter((word) => all.has(word))
  return said.length >= times && said.every((word) => wanted.has(word))
}

function mostRepeated(body: string): number {
  const counts = new Map<string, number>()
  for (const sentence of body.split(/(?<=[.!?]"?)\s+/)) {
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
  }
  return Math.max(...counts.values())
}

function partsOf(text: string): { header: string; body: string } {
  const [header = '', ...paragraphs] = text.trim().split('\n')
  return { header, body: paragraphs.join('\n') }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? []
}

function capitalised(text: string): string[] {
  return text.match(/\b[A-Z][a-z]+/g) ?? []
}

/** A name is one of the cast's, or a word with a capital that no plot has. */
function namesIn(text: string, known: Words): string[] {
  return capitalised(text).filter(
    (word) => HEROES.has(word) || !known.has(word.toLowerCase()),
  )
}
