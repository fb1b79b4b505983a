import { expect, test } from 'vitest'
import { textDifference } from './difference.ts'

/** As one reads it: signs before lines, and brackets around marked words. */
function read(before: string, after: string): string[] {
  const signs = { stays: '  ', goes: '- ', comes: '+ ' }
  return textDifference(before, after).map(
    ({ kind, pieces }) =>
      signs[kind] +
      pieces
        .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
        .join(''),
  )
}

test('marks the words that go for others', () => {
  expect(read('a\n(i32.const 1)\nb', 'a\n(i32.const 2)\nb')).toEqual([
    '  a',
    '- (i32.const [1])',
    '+ (i32.const [2])',
    '  b',
  ])
})

test('marks no space, however many lines a mark goes over', () => {
  expect(read('(a b c d e)', '(x\n (a b c d e))')).toEqual([
    '- (a b c d e)',
    '+ ([x]',
    '+  [(]a b c d e)[)]',
  ])
})

test('marks no words where a line only goes or comes', () => {
  expect(read('a\nb\n', 'b\nc\n')).toEqual(['- a', '  b', '+ c'])
})

test('marks no words where none stays', () => {
  expect(read('one\n', 'two\n')).toEqual(['- one', '+ two'])
})

test('says that all goes where nothing comes', () => {
  expect(read('(func\n)', '')).toEqual(['- (func', '- )'])
})

test('is quick with texts that have nothing in common', () => {
  expect(read(manyLines('a'), manyLines('b'))).toHaveLength(10_000)
})

/** Lines that begin with a word. */
function manyLines(word: string): string {
  return Array.from({ length: 5000 }, (_, line) => `${word} ${line * 7}`).join(
    '\n',
  )
}
