/** Orders: acts and settings, in their order, and what is none. */
import { describe, expect, test } from 'vitest'
import { parseOrders, type Order } from './orders.ts'

const program = { acts: ['run', 'undo-reset'], settings: ['text', 'level'] }

describe('orders', () => {
  test.each<[string, Order[]]>([
    ['run', [['run']]],
    ['undo-reset', [['undo-reset']]],
    ['run, undo-reset', [['run'], ['undo-reset']]],
    ['run,undo-reset', [['run'], ['undo-reset']]],
    [' run ,\n  run ', [['run'], ['run']]],
    ['run,', [['run']]],
    ['level=-O3, run', [['level', '-O3'], ['run']]],
    ['text=6 * 7', [['text', '6 * 7']]],
    ['text= 6 * 7 , run', [['text', '6 * 7'], ['run']]],
    ['text=a=b', [['text', 'a=b']]],
    ['text="6 * 7", run', [['text', '6 * 7'], ['run']]],
    [
      'text="a, b", level=2',
      [
        ['text', 'a, b'],
        ['level', '2'],
      ],
    ],
    ['text=" a "', [['text', ' a ']]],
    ['text=""', [['text', '']]],
    [String.raw`text="a\nb\t\"c\" \\ \u00b2"`, [['text', 'a\nb\t"c" \\ ²']]],
    [String.raw`text="\\", run`, [['text', '\\'], ['run']]],
    ['text="run, run"', [['text', 'run, run']]],
  ])('%j', (value, expected) => {
    expect(parseOrders(value, program)).toEqual(expected)
  })

  test('are read from the start each time', () => {
    expect(() => parseOrders('run, ?', program)).toThrow()
    expect(parseOrders('run', program)).toEqual([['run']])
  })
})

const WRITE = 'is no order. Write acts and NAME=VALUE with commas between them.'
const HAS = 'It has: run, undo-reset, text=…, level=….'

describe('what is none', () => {
  test.each([
    ['?', `“?” ${WRITE}`],
    ['Run', `“Run” ${WRITE}`],
    ['run reset', `“run reset” ${WRITE}`],
    ['run, 2 + 3, run', `“2 + 3, run” ${WRITE}`],
    [', run', `“, run” ${WRITE}`],
    ['run,, run', `“, run” ${WRITE}`],
    ['text=', `“text=” ${WRITE}`],
    ['text="a', `“text="a” ${WRITE}`],
    ['text=a "b"', `“text=a "b"” ${WRITE}`],
    ['text="a" b', `“text="a" b” ${WRITE}`],
    ['text = a', `“text = a” ${WRITE}`],
    ['walk', `the island above has no act “walk”. ${HAS}`],
    ['run, text', `the island above has no act “text”. ${HAS}`],
    ['txt=a', `the island above has no setting “txt”. ${HAS}`],
    ['run=3', `the island above has no setting “run”. ${HAS}`],
    ['constructor', `the island above has no act “constructor”. ${HAS}`],
    [
      String.raw`run, text="\q"`,
      String.raw`"\q" is no string of JSON. Write a line end as \n, a quotation mark as \", a backslash as \\.`,
    ],
    ['text="a\nb"', '"a\nb" is no string of JSON. Write a line end as'],
  ])('%j', (value, message) => {
    expect(() => parseOrders(value, program)).toThrow(message)
  })

  test('is every setting of an island that has none', () => {
    const question = { acts: ['skip'], settings: [] }
    expect(() => parseOrders('text=a', question)).toThrow(
      'the island above has no setting “text”. It has: skip.',
    )
  })
})
