/** Messages: which of them a window believes. */
import { describe, expect, test } from 'vitest'
import { VERSION } from './door.ts'
import { heard, isLater } from './message.ts'
import { markFrom } from './whereabouts.ts'

const NOW = 1_700_000_000_000
const STAMP = { at: NOW, by: 'a' }
const SAID = {
  version: VERSION,
  kind: 'said',
  name: 'place',
  value: { path: '/' },
  stamp: STAMP,
}

test.each<[what: string, message: object]>([
  ['a hello', { version: VERSION, kind: 'hello' }],
  ['a word', SAID],
  ['one that answers', { ...SAID, answers: true }],
  ['one that takes something away', { ...SAID, value: null }],
  [
    'one of a clock slightly ahead',
    { ...SAID, stamp: { at: NOW + 900, by: '' } },
  ],
  ['a beat', { version: VERSION, kind: 'beat', known: [['place', STAMP]] }],
  [
    'a beat of who knows nothing',
    { version: VERSION, kind: 'beat', known: [] },
  ],
])('%s is believed', (_, message) => {
  expect(heard(message, NOW)).toBe(message)
})

test.each<[what: string, message: unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['words', 'hello'],
  ['a list', [SAID]],
  ['no version', { ...SAID, version: undefined }],
  ['a version that is no number', { ...SAID, version: '1' }],
  ['a kind that nobody knows', { ...SAID, kind: 'order' }],
  ['no name', { ...SAID, name: undefined }],
  ['a name that is no text', { ...SAID, name: 7 }],
  ['no value', { ...SAID, value: undefined }],
  ['no stamp', { ...SAID, stamp: undefined }],
  ['a stamp of nobody', { ...SAID, stamp: { at: NOW } }],
  ['a stamp of no time', { ...SAID, stamp: { at: NaN, by: 'a' } }],
  ['a stamp before time', { ...SAID, stamp: { at: -1, by: 'a' } }],
  [
    'the last word for ever',
    { ...SAID, stamp: { at: NOW + 3_600_000, by: 'a' } },
  ],
  ['answers that are no yes or no', { ...SAID, answers: 'yes' }],
  ['a beat of nothing', { version: VERSION, kind: 'beat' }],
  [
    'a beat of names alone',
    { version: VERSION, kind: 'beat', known: ['place'] },
  ],
  [
    'a beat ahead of time',
    {
      version: VERSION,
      kind: 'beat',
      known: [['place', { at: NOW + 3_600_000, by: 'a' }]],
    },
  ],
])('%s is not believed', (_, message) => {
  expect(heard(message, NOW)).toBeUndefined()
})

test('other versions are told apart', () => {
  expect(heard({ ...SAID, version: VERSION - 1 }, NOW)).toBe('older')
  expect(heard({ ...SAID, version: VERSION + 1 }, NOW)).toBe('newer')
})

test('of two stamps one is the later, whoever asks', () => {
  const stamps = [
    { at: 1, by: 'b' },
    { at: 2, by: 'a' },
    { at: 2, by: 'b' },
  ]
  for (const [i, a] of stamps.entries()) {
    for (const [j, b] of stamps.entries()) expect(isLater(a, b)).toBe(i > j)
  }
})

describe('a place of another window', () => {
  test.each([
    [{ path: '/a/b/', step: 's', presses: 2 }, 2],
    [{ path: '/', step: '', presses: 0, more: 1 }, 0],
    [{ path: '/a/', step: 's', presses: -3 }, 0],
  ])('%j is one', (value, presses) => {
    const { path, step } = value
    expect(markFrom(value)).toEqual({ path, step, presses })
  })

  test.each<unknown>([
    undefined,
    null,
    'place',
    { path: '/a/', step: 's' },
    { path: '/a/', step: 's', presses: 1.5 },
    { path: '/a/', step: 1, presses: 0 },
    { path: '//example.org/', step: 's', presses: 0 },
    { path: '/\\example.org/', step: 's', presses: 0 },
    { path: '/\t/example.org/', step: 's', presses: 0 },
    { path: 'https://example.org/', step: 's', presses: 0 },
    { path: 'javascript:alert(1)', step: 's', presses: 0 },
    { path: '/a/?leave', step: 's', presses: 0 },
  ])('%j is none', (value) => {
    expect(markFrom(value)).toBeUndefined()
  })
})
