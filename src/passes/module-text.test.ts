/** Two texts of one program: their functions, and what differs in one or in all. */
import { expect, test } from 'vitest'
import { moduleDifference } from './module-text.ts'

const BEFORE = `(module
 (import "env" "print" (func $print (param f64)))
 (export "work" (func $work))
 (func $square (param $x i32) (result i32)
  (local.get $x)
 )
 (func $work (result i32)
  (call $square
   (i32.const 1)
  )
 )
)
`
const AFTER = `(module
 (export "work" (func $work))
 (func $work (result i32)
  (i32.const 1)
 )
)
`

function shown(of: string, before = BEFORE, after = AFTER) {
  const { lines, ...rest } = moduleDifference(before, after, of)
  const signs = { stays: ' ', goes: '-', comes: '+' }
  return {
    ...rest,
    lines: lines.map(
      ({ kind, pieces }) =>
        signs[kind] + pieces.map(({ text }) => text).join(''),
    ),
  }
}

test('of a function that both have', () => {
  expect(shown('work')).toEqual({
    functions: ['square', 'work'],
    of: 'work',
    lines: [
      ' (func $work (result i32)',
      '- (call $square',
      '-  (i32.const 1)',
      '- )',
      '+ (i32.const 1)',
      ' )',
    ],
  })
})

test('of one that only one of them has', () => {
  expect(shown('square').lines.every((line) => line[0] === '-')).toBe(true)
  const { functions, lines } = shown('square', AFTER, BEFORE)
  expect(functions).toEqual(['work', 'square'])
  expect(lines).toHaveLength(3)
  expect(lines.every((line) => line[0] === '+')).toBe(true)
})

test.each(['', 'print', 'none'])('of “%s”: the whole module', (of) => {
  const { of: whole, lines } = shown(of)
  expect(whole).toBe('')
  expect(lines[0]).toBe(' (module')
  expect(lines.at(-1)).toBe(' )')
})
