/**
 * `npm run storyteller:corpus -- --count 60000 --seed 1 --out FOLDER`: tells so
 * many stories and writes what a model is trained on.
 *
 * - train.txt, validation.txt: the stories, an empty line between two of them
 * - train.u16, validation.u16: their tokens, each in 16 bits, the low byte first
 * - tokenizer.json: the pieces that tokens stand for
 * - corpus.json: the figures that the command prints
 *
 * `--show 3` prints the first three stories of the seed, and writes nothing.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import {
  entropyOf,
  makeCorpus,
  storyOf,
  type Corpus,
  type Texts,
} from '../storyteller/corpus.ts'
import { readPlots } from '../storyteller/plots.ts'
import { CONTEXT, SEED, STORIES } from '../storyteller/recipe.ts'
import { PIECES } from '../storyteller/tokenizer.ts'
import { progress } from './progress.ts'

export async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      count: { type: 'string', default: String(STORIES) },
      seed: { type: 'string', default: String(SEED) },
      out: { type: 'string', default: '.cache/storyteller' },
      show: { type: 'string' },
    },
  })
  const seed = wholeNumber(values.seed, '--seed')
  const plots = readPlots()
  if (values.show !== undefined) {
    for (let at = 0; at < wholeNumber(values.show, '--show'); at++) {
      process.stdout.write(`${storyOf(plots, seed, at).text}\n\n`)
    }
    return 0
  }
  const count = wholeNumber(values.count, '--count')
  const started = Date.now()
  const corpus = makeCorpus(plots, { seed, count }, progress(count))
  const figures = { seed, plots: plots.stories.length, ...figuresOf(corpus) }
  await write(corpus, figures, values.out)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  for (const [name, figure] of Object.entries(figures)) {
    process.stdout.write(`${name.padEnd(19)} ${figure}\n`)
  }
  process.stdout.write(`${seconds} s, written to ${values.out}\n`)
  const { longest } = corpus.training
  if (longest <= CONTEXT) return 0
  process.stderr.write(
    `A story of ${longest} tokens does not fit into the ${CONTEXT} that a model looks back on: shorten its plot.\n`,
  )
  return 1
}

function wholeNumber(text: string, option: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new Error(`${option} is a whole number, not "${text}".`)
}

function figuresOf({ training, validation, tokenizer }: Corpus) {
  const { stories, tokens, longest } = training
  const texts = stories.map(({ text }) => text)
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  const words = texts.map((text) => text.toLowerCase().match(/[a-z]+/g)!)
  const marks = 2 * stories.length
  return {
    stories: stories.length,
    vocabulary: PIECES + tokenizer.pieces.length,
    distinctWords: new Set(words.flat()).size,
    wordsAStory: round(words.flat().length / stories.length),
    tokens: tokens.length,
    tokensAStory: round(tokens.length / stories.length),
    longestStory: longest,
    charactersAToken: round(characters / (tokens.length - marks)),
    natsAStory: round(surpriseOf(training) / stories.length),
    natsAToken: round(entropyOf(training)),
    validationStories: validation.stories.length,
    validationNats: round(entropyOf(validation)),
  }
}

function surpriseOf({ stories }: Texts): number {
  return stories.reduce((sum, { surprise }) => sum + surprise, 0)
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

async function write(
  { training, validation, tokenizer }: Corpus,
  figures: object,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files: [name: string, content: string | Uint8Array][] = [
    ['train.txt', textOf(training)],
    ['train.u16', bytesOf(training)],
    ['validation.txt', textOf(validation)],
    ['validation.u16', bytesOf(validation)],
    ['tokenizer.json', `${JSON.stringify(tokenizer, null, 1)}\n`],
    ['corpus.json', `${JSON.stringify(figures, null, 2)}\n`],
  ]
  for (const [name, content] of files) {
    await writeFile(path.join(folder, name), content)
  }
}

function textOf({ stories }: Texts): string {
  return `${stories.map(({ text }) => text).join('\n\n')}\n`
}

function bytesOf({ tokens }: Texts): Uint8Array {
  const bytes = new Uint8Array(tokens.length * 2)
  const view = new DataView(bytes.buffer)
  for (const [at, token] of tokens.entries()) {
    view.setUint16(at * 2, token, true)
  }
  return bytes
}
