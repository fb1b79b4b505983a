import { expect, test } from 'vitest'
import { entropyOf, makeCorpus, storyOf } from './corpus.ts'
import {
  listShares,
  lossesOf,
  ordersFor,
  storyShares,
  type Learned,
} from './evaluation.ts'
import { ForwardPass } from './forward.ts'
import { tensorsOf, type Model } from './model.ts'
import { readPlots, wordsOf } from './plots.ts'
import { CONTEXT, SEED, STORIES } from './recipe.ts'
import { taleOf } from './rules.ts'
import { goOn, surpriseAt } from './telling.ts'
import { END, START, Tokenizer } from './tokenizer.ts'

const plots = readPlots()
const { tokenizer: file } = makeCorpus(plots, { seed: 1, count: 1 }, () => {})
const tokenizer = new Tokenizer(file)
const shape = {
  dim: 4,
  hidden: 4,
  layers: 1,
  heads: 1,
  kvHeads: 1,
  vocabulary: tokenizer.tokens.length,
  context: CONTEXT,
}
const learned: Learned = {
  plots,
  words: wordsOf(plots),
  headers: new Set(),
  tales: new Set(),
}

/** A model without layers to speak of, for which each token is as likely as this says. */
function knowing(favourite?: number): Model {
  const tensors = new Map(
    tensorsOf(shape).map(({ name, rows, columns }) => [
      name,
      new Float32Array(rows * columns),
    ]),
  )
  const embeddings = tensors.get('token_embd.weight')!
  if (favourite === undefined) return { shape, tensors }
  tensors.get('output_norm.weight')!.fill(1)
  embeddings.fill(1)
  embeddings.fill(2, favourite * shape.dim, (favourite + 1) * shape.dim)
  return { shape, tensors }
}

function tellerOf(model: Model) {
  const pass = new ForwardPass(model)
  return { pass, tokenizer, temperature: 0, seed: 1 }
}

test('a story goes on until the model closes it, or the context is full', () => {
  const still = { temperature: 0 }
  const prompt = [START, 300]
  expect(goOn(new ForwardPass(knowing(END)), prompt, still)).toEqual({
    tokens: [],
    ended: true,
  })
  const endless = goOn(new ForwardPass(knowing(400)), prompt, still)
  expect(endless.ended).toBe(false)
  expect(endless.tokens).toHaveLength(CONTEXT - 1)
  expect(new Set(endless.tokens)).toEqual(new Set([400]))
})

test('who knows nothing is surprised by each token as by one of all', () => {
  const nats = surpriseAt(new ForwardPass(knowing()), [START, 300, 301, END])
  expect(nats).toBeCloseTo(3 * Math.log(shape.vocabulary))
})

test('orders are drawn as those of the corpus, and are not in it', () => {
  const [first] = ordersFor(learned, 1).stories
  const headers = new Set([first!])
  const { stories, lists } = ordersFor({ ...learned, headers }, 4)
  expect(stories).toHaveLength(4)
  expect(lists).toHaveLength(4)
  expect(stories).not.toContain(first)
  for (const header of stories) expect(header).toMatch(/^words: [A-Z]/)
  for (const header of lists) expect(header).toMatch(/^the team: [A-Z]/)
})

test('loss and entropy are of the same stories', () => {
  const stories = [STORIES, STORIES + 1].map((number) =>
    storyOf(plots, SEED, number),
  )
  const tokens = stories.flatMap(({ text }) => [
    START,
    ...tokenizer.encode(text),
    END,
  ])
  const texts = { stories, tokens: Uint16Array.from(tokens), longest: 0 }
  const losses = lossesOf(tellerOf(knowing()), learned, 2, () => {})
  expect(losses.loss).toBeCloseTo(Math.log(shape.vocabulary))
  expect(losses.entropy).toBeCloseTo(entropyOf(texts))
  expect(losses.ratio).toBeCloseTo(losses.loss / losses.entropy)
})

test('shares are of all stories', () => {
  const orders = ordersFor(learned, 2)
  const silent = tellerOf(knowing(END))
  let heard = 0
  const shares = storyShares(silent, orders.stories, learned, () => heard++)
  expect(heard).toBe(2)
  expect(shares).toMatchObject({ heroKept: 0, varied: 1, original: 1 })
  expect(shares).toMatchObject({ endsProperly: 0, thingAndColourKept: 0 })
  const tales = new Set([taleOf(`${orders.stories[0]}\n`)])
  const known = storyShares(
    silent,
    orders.stories,
    { ...learned, tales },
    () => {},
  )
  expect(known.original).toBe(0)
})

test('members of a list are forgotten where nothing is said', () => {
  const { lists } = ordersFor(learned, 3)
  const silent = tellerOf(knowing(END))
  expect(listShares(silent, lists, learned, () => {})).toEqual({
    invented: 0,
    forgotten: 1,
  })
})
