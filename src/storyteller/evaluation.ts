/**
 * How well a model tells, in figures. It tells stories to orders that it has
 * never seen, and rules.ts judges them; its surprise at stories that it has never
 * seen is held against what is left to chance in those very stories.
 */
import { chanceOf } from './chance.ts'
import { storyOf, VALIDATION } from './corpus.ts'
import type { ForwardPass } from './forward.ts'
import { wordsOf, type Plots } from './plots.ts'
import { SEED, STORIES } from './recipe.ts'
import {
  forgottenNames,
  inventedNames,
  judge,
  taleOf,
  type Rule,
} from './rules.ts'
import { goOn, surpriseAt } from './telling.ts'
import { END, START, type Tokenizer } from './tokenizer.ts'

/** What a model learned from, as far as it matters. */
export interface Learned {
  plots: Plots
  words: ReadonlySet<string>
  headers: ReadonlySet<string>
  tales: ReadonlySet<string>
}

/** What stories are to be about: first lines that the corpus does not have. */
export interface Orders {
  stories: string[]
  lists: string[]
}

export interface Teller {
  pass: ForwardPass
  tokenizer: Tokenizer
  temperature: number
  seed: number
}

/** The share of stories that keep to each rule, from 0 to 1. */
export type Shares = Record<Rule | 'thingAndColourKept' | 'original', number>

/** The share of lists with such members, from 0 to 1. */
export interface ListShares {
  /** Members that nobody asked for. */
  invented: number
  forgotten: number
}

export interface Losses {
  /** Of the model, in nats a token. */
  loss: number
  /** Of the grammar that told the stories. */
  entropy: number
  ratio: number
}

export function learnedFrom(plots: Plots): Learned {
  const headers = new Set<string>()
  const tales = new Set<string>()
  for (let number = 0; number < STORIES; number++) {
    const { text } = storyOf(plots, SEED, number)
    headers.add(headerOf(text))
    tales.add(taleOf(text))
  }
  return { plots, words: wordsOf(plots), headers, tales }
}

/** @returns so many of each; they are drawn as those of the corpus, behind the numbers for validation */
export function ordersFor({ plots, headers }: Learned, count: number): Orders {
  const lists: string[] = []
  const stories: string[] = []
  for (
    let number = STORIES + VALIDATION;
    lists.length < count || stories.length < count;
    number++
  ) {
    const { plot, text } = storyOf(plots, SEED, number)
    const isList = plots.lists.some(({ title }) => title === plot)
    const kind = isList ? lists : stories
    const header = headerOf(text)
    if (kind.length < count && !headers.has(header)) kind.push(header)
  }
  return { stories, lists }
}

/** @param hear is called behind each story */
export function storyShares(
  teller: Teller,
  headers: readonly string[],
  { words, tales }: Learned,
  hear: () => void,
): Shares {
  const verdicts = headers.map((header, number) => {
    const { text, ended } = tellTo(teller, header, number)
    hear()
    const verdict = judge(text, ended, words)
    const both = verdict.thingKept && verdict.colourKept
    const original = !tales.has(taleOf(text))
    return { ...verdict, thingAndColourKept: both, original }
  })
  const rules = Object.keys(verdicts[0]!) as (keyof Shares)[]
  const shares = rules.map((rule) => [
    rule,
    shareOf(verdicts, (verdict) => verdict[rule]),
  ])
  return Object.fromEntries(shares)
}

/** @param hear is called behind each list */
export function listShares(
  teller: Teller,
  headers: readonly string[],
  { words }: Learned,
  hear: () => void,
): ListShares {
  const texts = headers.map((header, number) => {
    const { text } = tellTo(teller, header, number)
    hear()
    return text
  })
  return {
    invented: shareOf(texts, (text) => inventedNames(text, words).length > 0),
    forgotten: shareOf(texts, (text) => forgottenNames(text).length > 0),
  }
}

/**
 * @param count of stories, from the first for validation on
 * @param hear is called behind each story
 */
export function lossesOf(
  { pass, tokenizer }: Pick<Teller, 'pass' | 'tokenizer'>,
  { plots }: Learned,
  count: number,
  hear: () => void,
): Losses {
  let [nats, surprise, tokens] = [0, 0, 0]
  for (let number = STORIES; number < STORIES + count; number++) {
    const story = storyOf(plots, SEED, number)
    const marked = [START, ...tokenizer.encode(story.text), END]
    nats += surpriseAt(pass, marked)
    surprise += story.surprise
    tokens += marked.length - 1
    hear()
  }
  return {
    loss: nats / tokens,
    entropy: surprise / tokens,
    ratio: nats / surprise,
  }
}

/** @param number of the story: each has a chance of its own */
export function tellTo(
  { pass, tokenizer, temperature, seed }: Teller,
  header: string,
  number: number,
): { text: string; ended: boolean } {
  const prompt = [START, ...tokenizer.encode(`${header}\n`)]
  const chance = chanceOf(seed, number)
  const { tokens, ended } = goOn(pass, prompt, { temperature }, chance)
  const text = tokenizer.decode([...prompt, ...tokens])
  return { text, ended }
}

function headerOf(text: string): string {
  return text.slice(0, text.indexOf('\n'))
}

function shareOf<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length / items.length
}
