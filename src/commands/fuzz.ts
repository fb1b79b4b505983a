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

/** One line that counts, written over and over where that can be seen. */
function progress(count: number): (done: number) => void {
  const started = Date.now()
  const step = Math.max(1, Math.ceil(count / 100))
  let next = step
  return (done) => {
    if (done < next && done < count) return
    next = done + step
    const seconds = ((Date.now() - started) / 1000).toFixed(0)
    const end = process.stdout.isTTY ? '\r' : '\n'
    process.stdout.write(`${done} of ${count} (${seconds} s)${end}`)
  }
}
