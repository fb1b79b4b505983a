import { expect, test } from 'vitest'
import { nearest } from './suggest.ts'

const NAMES = ['count', 'length', 'sqrt', 'print', 'i', 'main', 'memory.grow']

test.each([
  ['cuont', 'count'],
  ['conut', 'count'],
  ['Count', 'count'],
  ['lenght', 'length'],
  ['sqr', 'sqrt'],
  ['squareroot', undefined],
  ['memory.gro', 'memory.grow'],
  ['j', undefined],
  ['', undefined],
  ['toString', undefined],
  ['x'.repeat(100_000), undefined],
])('%s is meant to be %s', (written, meant) => {
  expect(nearest(written, NAMES)).toBe(meant)
})
