/**
 * `npm run fuzz -- programs 10000`: makes so many random programs and holds the
 * compiler against something else, until one program shows a bug, which is made
 * small. `--seed 7` repeats a run, `--from 100` begins with its 100th program.
 *
 * - programs: all levels against the evaluator, in Node
 * - objects: the same with classes, arrays and strings, in Chromium
 * - asc: AssemblyScript against the evaluator
 * - asc-objects: the same with classes, arrays and strings
 * - mutated: broken programs, which the compiler has to answer
 */
import { newSeed } from '../examplescript/differential/chance.ts'
import { shown, type Hunt } from '../examplescript/differential/hunt.ts'
import { fuzzAsc, fuzzAscObjects } from './fuzz/asc.ts'
import { fuzzMutated } from './fuzz/mutated.ts'
import { fuzzObjects, fuzzPrograms, type Order } from './fuzz/programs.ts'
import { progress } from './progress.ts'

const FUZZERS: Record<string, (order: Order) => Promise<Hunt>> = {
  programs: fuzzPrograms,
  objects: fuzzObjects,
  asc: fuzzAsc,
  'asc-objects': fuzzAscObjects,
  mutated: fuzzMutated,
}

export async function main([name = '', ...words]: string[]): Promise<number> {
  const fuzzer = FUZZERS[name]
  if (!fuzzer) {
    process.stderr.write(
      `Say what to make: ${Object.keys(FUZZERS).join(', ')}, and how many.\n`,
    )
    return 2
  }
  const seed = option(words, '--seed') ?? newSeed()
  const from = option(words, '--from') ?? 0
  const count = Number(/^\d+$/.test(words[0] ?? '') ? words[0] : 1000)
  process.stdout.write(`${count} ${name} of seed ${seed}\n`)
  const tell = progress(count)
  const result = await fuzzer({ seed, from, count, tell })
  const { right, tooMuch, failure } = result
  const skipped = tooMuch ? `, ${tooMuch} too much for the evaluator` : ''
  process.stdout.write(`\n${right} right${skipped}\n`)
  if (!failure) return 0
  process.stdout.write(`\n${shown(result, seed)}\n`)
  return 1
}

function option(words: string[], name: string): number | undefined {
  const at = words.indexOf(name)
  return at < 0 ? undefined : Number(words[at + 1])
}
