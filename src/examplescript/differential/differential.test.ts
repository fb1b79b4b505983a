/**
 * Random programs do what their typed trees say, at every level of optimization.
 * The seed is a fresh one each time; `SEED=…` in the environment repeats one.
 * `npm run fuzz` goes on for longer, and also where objects are.
 */
import { expect, test } from 'vitest'
import { loadBinaryen } from '../../binaryen/node.ts'
import { runAllHere } from '../../commands/fuzz/node.ts'
import { newSeed } from './chance.ts'
import { judge } from './differential.ts'
import { generate } from './generate.ts'
import { hunt, shown } from './hunt.ts'

const seed = Number(process.env['SEED'] ?? newSeed())

test(`60 programs of seed ${seed}`, { timeout: 300_000 }, async () => {
  const laboratory = { binaryen: await loadBinaryen(), run: runAllHere }
  const result = await hunt({
    seed,
    count: 60,
    write: (chance, number) =>
      generate(chance, {
        objects: false,
        traps: number % 20 === 0,
        size: 2,
        rival: false,
      }),
    judge: (sources, kind) => judge(sources, laboratory, kind),
  })
  expect(result.failure, shown(result, seed)).toBeUndefined()
  expect(result.right).toBeGreaterThan(55)
})
