/**
 * The corpus: as many stories as one wants, each by its number, and their tokens.
 *
 * 1. The first numbers are for training, those after them for validation.
 * 2. The tokenizer finds its pieces in the first stories.
 * 3. Around the tokens of each story stand `<s>` and `</s>`.
 */
import { Choices } from './choices.ts'
import type { Plots } from './plots.ts'
import { PIECE_COUNT, wholeWords } from './recipe.ts'
import { tell, type Story } from './tell.ts'
import { END, START, Tokenizer, type TokenizerFile } from './tokenizer.ts'
import { trainTokenizer } from './train-tokenizer.ts'

/** One text in so many is a list of the team. */
const LISTS = 10
/** Stories for validation. */
export const VALIDATION = 1000
/** Stories that the tokenizer learns from: all words come up in them again and again. */
const LEARNED_FROM = 3000

export interface Corpus {
  tokenizer: TokenizerFile
  training: Texts
  validation: Texts
}

export interface Texts {
  stories: Story[]
  /** All stories' tokens, one story after the other, marks included. */
  tokens: Uint16Array
  /** How many tokens the longest story has, marks included. */
  longest: number
}

/** @param hear is told how many stories are made so far */
export function makeCorpus(
  plots: Plots,
  { seed, count }: { seed: number; count: number },
  hear: (done: number) => void,
): Corpus {
  const learned = Array.from(
    { length: LEARNED_FROM },
    (_, number) => storyOf(plots, seed, number).text,
  )
  const file = trainTokenizer(learned, {
    pieces: PIECE_COUNT,
    whole: wholeWords(),
  })
  const tokenizer = new Tokenizer(file)
  const training = new Collection(tokenizer)
  for (let number = 0; number < count; number++) {
    training.add(storyOf(plots, seed, number))
    hear(number + 1)
  }
  const validation = new Collection(tokenizer)
  for (let number = count; number < count + VALIDATION; number++) {
    validation.add(storyOf(plots, seed, number))
  }
  return {
    tokenizer: file,
    training: training.texts(),
    validation: validation.texts(),
  }
}

/**
 * @param number which story of the seed; each can be told without the others
 * @returns the story with its own surprise, that of the choice of its plot included
 */
export function storyOf(plots: Plots, seed: number, number: number): Story {
  const choices = new Choices(seed, number)
  const { lists, stories } = plots
  const plot = choices.pick(choices.onceIn(LISTS) ? lists : stories)
  return { ...tell(plot, choices), surprise: choices.surprise }
}

/**
 * What is left to chance in a token, on average: no model that knows the plots by heart can lose less.
 *
 * @returns nats a token; `<s>` is given, so it doesn't count
 */
export function entropyOf({ stories, tokens }: Texts): number {
  const surprise = stories.reduce((sum, story) => sum + story.surprise, 0)
  return surprise / (tokens.length - stories.length)
}

/** Stories and their tokens, while they are collected. */
class Collection {
  readonly #tokenizer: Tokenizer
  readonly #stories: Story[] = []
  readonly #tokens: Uint16Array[] = []

  constructor(tokenizer: Tokenizer) {
    this.#tokenizer = tokenizer
  }

  add(story: Story): void {
    const tokens = this.#tokenizer.encode(story.text)
    this.#stories.push(story)
    this.#tokens.push(Uint16Array.of(START, ...tokens, END))
  }

  texts(): Texts {
    const lengths = this.#tokens.map(({ length }) => length)
    const total = lengths.reduce((sum, length) => sum + length, 0)
    const tokens = new Uint16Array(total)
    let at = 0
    for (const one of this.#tokens) {
      tokens.set(one, at)
      at += one.length
    }
    const longest = lengths.reduce((most, each) => Math.max(most, each), 0)
    return { stories: this.#stories, tokens, longest }
  }
}
