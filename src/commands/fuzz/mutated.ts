/** Broken programs: the compiler answers them all, in time and with sense. */
import { readdirSync, readFileSync } from 'node:fs'
import { loadBinaryen } from '../../binaryen/node.ts'
import { generate } from '../../examplescript/differential/generate.ts'
import {
  hunt,
  type Hunt,
  type Verdict,
} from '../../examplescript/differential/hunt.ts'
import { mutate } from '../../examplescript/differential/mutate.ts'
import { faultOf, shrinkText } from '../../examplescript/differential/robust.ts'
import { shrink } from '../../examplescript/differential/shrink.ts'
import type { Order } from './programs.ts'

const FOLDER = 'src/examplescript/programs'

export async function fuzzMutated(order: Order): Promise<Hunt> {
  let binaryen = await loadBinaryen()
  const programs = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.example'))
    .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'))
  const judge = async (source: string): Promise<Verdict> => {
    const level = { optimize: 1, shrink: 0 } as const
    const fault = faultOf(source, binaryen, level)
    if (!fault) return 'right'
    // Binaryen may be lost with it.
    binaryen = await loadBinaryen()
    return fault
  }
  return hunt({
    ...order,
    shrink: async (source, fails) =>
      shrinkText(await shrink(source, fails), fails),
    write: (chance, number) => {
      const isOwn = chance.happens(0.3)
      const options = { traps: true, size: 4, rival: false }
      const source = isOwn
        ? generate(chance, { ...options, objects: number % 2 === 0 })
        : chance.pick(programs)
      return mutate(source, chance, programs)
    },
    judge: async (sources) => {
      const verdicts: Verdict[] = []
      for (const source of sources) verdicts.push(await judge(source))
      return verdicts
    },
  })
}
