/** A text cut into tokens, each with what it stands for. */
import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { cutText, joinSteps } from './cut.ts'
import { ownTokenizer } from './own-tokenizer.ts'
import { SPACE } from './tokenizer.ts'

test('tokens say what they stand for, and in which word', () => {
  const { words, tokens } = cutText('A kite\u{e9}')
  expect(words).toEqual(['\u{2581}A', '\u{2581}kite\u{e9}'])
  expect(tokens.map(({ text }) => text).slice(-2)).toEqual(['\u{e9}', '\u{e9}'])
  expect(tokens.at(-2)).toMatchObject({ byte: { value: 0xc3, at: 0 }, word: 1 })
  expect(tokens.at(-1)).toMatchObject({ byte: { value: 0xa9, at: 1 }, word: 1 })
  expect(tokens[0]).toEqual({
    number: ownTokenizer.encode('A')[0],
    text: '\u{2581}A',
    word: 0,
  })
})

test('numbers and texts are those of the tokenizer, for any text', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const { tokens } = cutText(text)
      const numbers = tokens.map(({ number }) => number)
      expect(numbers).toEqual(ownTokenizer.encode(text))
      const written = tokens
        .filter(({ byte }) => !byte?.at)
        .map((token) => token.text)
        .join('')
      expect(written).toBe(text && SPACE + text.replaceAll(' ', SPACE))
    }),
  )
})

test('a word comes together step by step, the last are its tokens', () => {
  const steps = joinSteps('\u{2581}lantern')
  expect(steps[0]!.parts.map(({ text }) => text)).toEqual([
    ...'\u{2581}lantern',
  ])
  expect(steps[0]!.made).toBeUndefined()
  for (const [index, { parts, made }] of steps.entries()) {
    if (index === 0) continue
    const before = steps[index - 1]!.parts
    expect(parts[made!]!.text).toBe(
      before[made!]!.text + before[made! + 1]!.text,
    )
  }
  expect(steps.at(-1)!.parts.map(({ number }) => number)).toEqual(
    ownTokenizer.encode('lantern'),
  )
})

test('a word that nobody could look at has no steps', () => {
  expect(joinSteps('e'.repeat(24))).not.toEqual([])
  expect(joinSteps('e'.repeat(25))).toEqual([])
})

test('what is no piece has bytes in place of a number', () => {
  expect(joinSteps('\u{1f387}')).toEqual([
    { parts: [{ text: '\u{1f387}', bytes: [0xf0, 0x9f, 0x8e, 0x87] }] },
  ])
})
