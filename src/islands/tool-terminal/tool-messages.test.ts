/** Files travel between the page and a Worker only where they changed. */
import { expect, test } from 'vitest'
import { received, sent } from './tool-messages.ts'

const [A, B, C] = [1, 2, 3].map((byte) => Uint8Array.of(byte))
const KNOWN = new Map([
  ['a', A!],
  ['b', B!],
])

test('what the other side knows stays at home', () => {
  const files = new Map([
    ['c', C!],
    ['a', A!],
  ])
  const parcel = sent(files, KNOWN)
  expect([...parcel.changed.keys()]).toEqual(['c'])
  const there = received(parcel, KNOWN)
  expect([...there]).toEqual([...files])
  expect(there.get('a')).toBe(A)
})

test('other bytes under a name that is known travel', () => {
  const parcel = sent(new Map([['a', C!]]), KNOWN)
  expect([...received(parcel, KNOWN)]).toEqual([['a', C]])
})
