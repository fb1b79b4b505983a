/**
 * A story that a language model told: what it was given, what it said, and how
 * it was asked. Used by the build, and by the island that tells.
 */
import { escape } from './escape.ts'

/** Tokens that one press asks for at most. */
export const MOST_TOKENS = 300

/** How a model is asked. */
export interface Settings {
  prompt: string
  /** A whole number: with all else equal, the same story again. */
  seed: number
  temperature: number
  /** 0 for all tokens. */
  topK: number
  topP: number
  /** The name of a checkpoint, or of the reader's own model. */
  model: string
}

/** What came of it. */
export interface Told extends Settings {
  /** All that was said behind the prompt; '' for nothing yet. */
  text: string
  /** How many tokens that was. */
  tokens: number
  /** Whether the model came to an end by itself. */
  isWhole: boolean
}

/** What somebody measured while a story was told; times in milliseconds. */
export interface Pace {
  tokens: number
  /** From the ready model to its first token. */
  first: number
  /** From the first token to the last. */
  took: number
}

/** One paragraph for each line; what the model was given has its own look. */
export function storyMarkup(prompt: string, text: string): string {
  const paragraphs: string[] = ['']
  const add = (words: string, markupOf: (line: string) => string) => {
    for (const [index, line] of words.split('\n').entries()) {
      if (index > 0) paragraphs.push('')
      if (line) paragraphs[paragraphs.length - 1] += markupOf(line)
    }
  }
  add(prompt, givenMarkup)
  add(text, escape)
  return paragraphs
    .filter((line) => line.trim())
    .map((line) => `<p>${line}</p>`)
    .join('')
}

function givenMarkup(line: string): string {
  return `<span class="given">${escape(line)}</span>`
}

/** How a story was asked for, in a few words. */
export function settingsWords({
  seed,
  temperature,
  topK,
  topP,
  model,
}: Settings): string {
  const cuts = [
    topK > 0 ? `top-k ${topK}` : '',
    topP < 1 ? `top-p ${topP}` : '',
  ].filter(Boolean)
  const how = temperature === 0 ? [] : cuts
  return [`seed ${seed}`, `temperature ${temperature}`, ...how, model].join(
    ' · ',
  )
}

/** How fast it was told, as far as anybody measured. */
export function paceWords({ tokens, first, took }: Pace): string {
  const count = tokensWords(tokens)
  if (tokens === 0) return count
  const start = `the first after ${secondsWords(first)}`
  if (tokens < 2 || took === 0) return `${count}, ${start}`
  const rate = Math.round(((tokens - 1) / took) * 1000).toLocaleString('en')
  return `${count}, ${rate} a second, ${start}`
}

export function tokensWords(tokens: number): string {
  return `${tokens.toLocaleString('en')} token${tokens === 1 ? '' : 's'}`
}

function secondsWords(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`
}

/** A state of the model on its way through the training, as the slider says it. */
export interface Stop {
  name: string
  /** Tokens that it had seen. */
  tokens: number
  /** Nats for each token of stories that it had not seen. */
  validationLoss: number
}

export function stopWords({ name, tokens, validationLoss }: Stop): string {
  const millions = (tokens / 1e6).toLocaleString('en', {
    maximumFractionDigits: 1,
  })
  return `${name}: ${millions} million tokens, loss ${validationLoss.toFixed(2)}`
}
