import { expect, test } from 'vitest'
import { CAST, namesOf } from './cast.ts'
import { entropyOf, makeCorpus, storyOf } from './corpus.ts'
import { readPlots } from './plots.ts'
import { CONTEXT } from './recipe.ts'
import { END, START, Tokenizer } from './tokenizer.ts'

const plots = readPlots()
const stories = Array.from({ length: 3000 }, (_, number) =>
  storyOf(plots, 1, number),
)

test('there are at least twelve plots, with two to four ways for each sentence', () => {
  expect(plots.stories.length).toBeGreaterThanOrEqual(12)
  for (const { parts } of [...plots.stories, ...plots.lists]) {
    for (const ways of parts.flatMap(({ sentences }) => sentences)) {
      const whole = ways.filter(({ only }) => !only)
      if (whole.length === ways.length) expect(ways.length).toBeGreaterThan(1)
      expect(whole.length).toBeLessThanOrEqual(4)
    }
  }
})

test('each story has a beginning, a problem, teamwork and an end', () => {
  for (const { parts } of plots.stories) {
    const titles = parts.map(({ title }) => title)
    expect(titles).toEqual(['beginning', 'problem', 'teamwork', 'end'])
  }
})

test('stories are short, in words that a small model can learn', () => {
  const words = new Set<string>()
  for (const { text, plot } of stories) {
    const own = text.toLowerCase().match(/[a-z]+/g)!
    for (const word of own) words.add(word)
    if (plot.startsWith('A list')) continue
    expect(own.length, text).toBeGreaterThan(120)
    expect(own.length, text).toBeLessThan(230)
  }
  expect(words.size).toBeGreaterThan(400)
  expect(words.size).toBeLessThan(700)
})

test('stories are in ASCII, without gaps', () => {
  for (const { text } of stories) {
    expect(text).toMatch(/^[ -~\n]+$/)
    expect(text).not.toMatch(/ {2}| $|^ | [.,!?]/m)
    expect(text).not.toMatch(/\ba [aeiou]|\ban [^aeiou]/i)
  }
})

test('everybody in the cast appears', () => {
  const all = stories.map(({ text }) => text).join('\n')
  for (const name of Object.keys(CAST).flatMap(namesOf)) {
    expect(all, name).toContain(name)
  }
})

test('a story comes from its seed and number alone', () => {
  expect(storyOf(plots, 1, 77)).toEqual(stories[77])
  expect(storyOf(plots, 2, 77)).not.toEqual(stories[77])
})

test('a corpus has stories for training and others for validation, as tokens', () => {
  const heard: number[] = []
  const wish = { seed: 1, count: 50 }
  const corpus = makeCorpus(plots, wish, (done) => heard.push(done))
  const { training, validation } = corpus
  expect(heard.at(-1)).toBe(50)
  expect(training.stories).toEqual(stories.slice(0, 50))
  expect(validation.stories[0]).toEqual(stories[50])
  expect(training.longest).toBeLessThanOrEqual(CONTEXT)

  const tokens = Array.from(training.tokens)
  const end = tokens.indexOf(END)
  expect(tokens[0]).toBe(START)
  expect(tokens[end + 1]).toBe(START)
  expect(tokens.filter((token) => token === END)).toHaveLength(50)
  const tokenizer = new Tokenizer(corpus.tokenizer)
  expect(tokenizer.decode(tokens.slice(0, end))).toBe(stories[0]!.text)
})

test('the entropy is the surprise of all stories, for each token but the first of a story', () => {
  const two = stories.slice(0, 2)
  const tokens = Uint16Array.of(START, 300, 301, END, START, 300, END)
  const surprise = two[0]!.surprise + two[1]!.surprise
  const texts = { stories: two, tokens, longest: 4 }
  expect(entropyOf(texts)).toBeCloseTo(surprise / 5)
})
