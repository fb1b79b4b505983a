/** The generator follows the rules of the checker, and Binaryen's validator agrees. */
import { expect, test } from 'vitest'
import { loadBinaryen } from '../../binaryen/node.ts'
import { Chance, newSeed, seedOf } from './chance.ts'
import { generate, type GenerateOptions } from './generate.ts'
import { faultOf } from './robust.ts'
import { check } from '../check.ts'

const seed = Number(process.env['SEED'] ?? newSeed())
const PLAIN = { objects: false, traps: false, rival: false, size: 4 }
const KINDS: [string, GenerateOptions][] = [
  ['without objects', PLAIN],
  ['with objects', { ...PLAIN, objects: true }],
  ['that may trap', { ...PLAIN, objects: true, traps: true }],
  ['for AssemblyScript, too', { ...PLAIN, rival: true }],
]

test.each(KINDS)(`programs %s, of seed ${seed}`, async (_, options) => {
  const binaryen = await loadBinaryen()
  for (let number = 0; number < 25; number++) {
    const source = generate(new Chance(seedOf(seed, number)), options)
    expect(check(source).problems, source).toEqual([])
    const level = { optimize: 1, shrink: 0 } as const
    expect(faultOf(source, binaryen, level), source).toBeUndefined()
  }
})

test('a seed gives the same program again', () => {
  const [one, other] = [0, 1].map(() => generate(new Chance(seed), PLAIN))
  expect(one).toBe(other)
})
