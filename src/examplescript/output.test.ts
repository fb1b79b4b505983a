/** Outputs: what is shown of them, and what is kept. */
import { describe, expect, test } from 'vitest'
import { Output, TooMuchOutput } from './output.ts'

function printed(...texts: string[]): Output {
  const output = new Output()
  for (const text of texts) output.print(text)
  return output
}

const numbers = (count: number) =>
  Array.from({ length: count }, (_, n) => `${n}`)

describe('what is shown', () => {
  test.each([
    [[], 0, [], undefined],
    [[''], 1, [''], undefined],
    [['a', 'b'], 2, ['a', 'b'], undefined],
    [['a\nb\n', 'c'], 4, ['a', 'b', '', 'c'], undefined],
    [numbers(500), 500, numbers(500), undefined],
  ])('of %j', (texts, count, first, last) => {
    const { shown } = printed(...texts)
    expect(shown.first.map(({ text }) => text)).toEqual(first)
    expect(shown).toMatchObject({ count, isCut: false })
    expect(shown.last).toEqual(last)
  })

  test.each([
    [501, false],
    [502, true],
    [100_000, true],
  ])('of %i lines is the first 500, and the last', (count, isCut) => {
    const { shown } = printed(...numbers(count))
    expect(shown.first).toHaveLength(500)
    expect(shown.last).toEqual({ text: `${count - 1}` })
    expect(shown).toMatchObject({ count, isCut })
  })

  test('of a text that ends its line is the empty line behind', () => {
    const { shown } = printed(...numbers(600), 'end\n')
    expect(shown).toMatchObject({ count: 602, last: { text: '' } })
  })

  test('of long lines is their beginning, and few of them', () => {
    const { shown } = printed(...numbers(100).map(() => '😀'.repeat(5000)))
    expect(shown.first[0]).toEqual({ text: `${'😀'.repeat(1000)}…` })
    expect(shown.first).toHaveLength(29)
    expect(shown).toMatchObject({ count: 100, isCut: true })
    expect(printed('x'.repeat(2001)).shown.isCut).toBe(true)
    expect(printed('x'.repeat(2000)).shown.isCut).toBe(false)
  })
})

describe('the whole', () => {
  test.each([[[]], [['a']], [['a\nb', '']], [numbers(10_000)]])(
    'is kept: %#',
    (texts) => {
      const whole = texts.map((text) => `${text}\n`).join('')
      expect(printed(...texts).pieces.join('')).toBe(whole)
    },
  )

  test('is searched for a line, and only for a whole one', () => {
    const output = printed(...numbers(5000), 'a\nb')
    for (const line of ['0', '4095', '4096', '4999', 'a', 'b']) {
      expect(output.includes(line), line).toBe(true)
    }
    for (const line of ['', '00', '5000', '999\n1000\n10']) {
      expect(output.includes(line), line).toBe(false)
    }
  })

  test('has an end', () => {
    const output = new Output()
    const line = 'x'.repeat(1_000_000)
    const flood = () => {
      for (;;) output.print(line)
    }
    expect(flood).toThrow(TooMuchOutput)
    expect(output.length).toBe(63)
    expect(output.pieces.join('')).toHaveLength(63 * 1_000_001)
  })
})

test('a million lines are counted, and few kept', () => {
  const output = new Output()
  for (let n = 0; n < 1_000_000; n++) output.print(String(n))
  expect(output.shown).toMatchObject({ count: 1_000_000 })
})
