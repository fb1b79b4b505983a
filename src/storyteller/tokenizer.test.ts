import { assert, pre, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { namesOf } from './cast.ts'
import { storyOf } from './corpus.ts'
import { readPlots } from './plots.ts'
import { CONTEXT, PIECE_COUNT, wholeWords } from './recipe.ts'
import { PIECES, SPACE, Tokenizer, wordsOf } from './tokenizer.ts'
import { trainTokenizer } from './train-tokenizer.ts'

const plots = readPlots()
const stories = Array.from(
  { length: 2000 },
  (_, number) => storyOf(plots, 1, number).text,
)
const file = trainTokenizer(stories, {
  pieces: PIECE_COUNT,
  whole: wholeWords(),
})
const tokenizer = new Tokenizer(file)

/** The pieces that a text is cut into by these, the best score first. */
function cut(text: string, pieces: string[]): string[] {
  const small = new Tokenizer({ pieces })
  return small.encode(text).map((token) => small.tokens[token]!)
}

test('every Unicode text comes back as it was', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      pre(!text.includes(SPACE))
      expect(tokenizer.decode(tokenizer.encode(text))).toBe(text)
    }),
  )
})

test('every story comes back as it was', () => {
  for (const story of stories.slice(0, 200)) {
    expect(tokenizer.decode(tokenizer.encode(story))).toBe(story)
  }
})

test('the pair with the best score becomes one first, from left to right', () => {
  const letters = [SPACE, 'a', 'b', 'c']
  expect(cut('abc', ['bc', 'ab', ...letters])).toEqual([SPACE, 'a', 'bc'])
  expect(cut('abc', ['ab', 'bc', ...letters])).toEqual([SPACE, 'ab', 'c'])
  expect(cut('aaa', ['aa', ...letters])).toEqual([SPACE, 'aa', 'a'])
  expect(cut('a a', [`${SPACE}a`, ...letters])).toEqual([
    '\u{2581}a',
    '\u{2581}a',
  ])
})

test('the steps of a word go from its characters to its tokens', () => {
  const small = new Tokenizer({ pieces: ['bc', 'abc', SPACE, 'a', 'b', 'c'] })
  expect(small.steps('abcd')).toEqual([
    ['a', 'b', 'c', 'd'],
    ['a', 'bc', 'd'],
    ['abc', 'd'],
  ])
  for (const word of wordsOf(stories[0]!)) {
    const last = tokenizer.steps(word).at(-1)!
    expect(last.join('')).toBe(word)
    if (word !== '\n')
      expect(last).toHaveLength(tokenizer.encodeWord(word).length)
  }
})

test('words are cut before spaces and around line breaks', () => {
  expect(wordsOf('a  b\nc')).toEqual(['▁a', '▁', '▁b', '\n', 'c'])
  expect(wordsOf('')).toEqual([])
})

test('what is no piece is written as bytes', () => {
  expect(cut('\n\u{e9}', [SPACE])).toEqual([
    SPACE,
    '<0x0A>',
    '<0xC3>',
    '<0xA9>',
  ])
})

test('marks are read as nothing, and an empty text has no tokens', () => {
  expect(tokenizer.encode('')).toEqual([])
  expect(tokenizer.decode([1, ...tokenizer.encode('A pup'), 2])).toBe('A pup')
})

test('a piece goes over no space and no line break', () => {
  for (const piece of [`a${SPACE}b`, 'a\n', SPACE + SPACE]) {
    expect(() => new Tokenizer({ pieces: [piece] })).toThrow(
      'no piece of a word',
    )
  }
})

test('scores fall, and the numbers are those of Llama', () => {
  expect(tokenizer.tokens.slice(0, 4)).toEqual([
    '<unk>',
    '<s>',
    '</s>',
    '<0x00>',
  ])
  expect(tokenizer.tokens).toHaveLength(1280)
  expect(new Set(tokenizer.tokens).size).toBe(1280)
  expect(tokenizer.scoreOf(PIECES)).toBe(0)
  expect(tokenizer.scoreOf(PIECES + 5)).toBe(-5)
  expect(tokenizer.scoreOf(2)).toBe(0)
})

test('each name, thing, animal, colour and place is one token', () => {
  const lists = ['pups', 'children', 'things', 'animals', 'colours', 'places']
  for (const name of lists.flatMap(namesOf)) {
    expect(tokenizer.encode(name), name).toHaveLength(1)
  }
})

test('a story fits into the context, with its marks', () => {
  for (const story of stories) {
    expect(tokenizer.encode(story).length + 2).toBeLessThanOrEqual(CONTEXT)
  }
})

test('training stops when all words are whole', () => {
  const { pieces } = trainTokenizer(['ab ab'], { pieces: 99, whole: [] })
  expect(pieces).toContain(`${SPACE}ab`)
  expect(pieces).toHaveLength(5)
})
