/**
 * Random programs at every level of optimization, against the evaluator: without
 * objects in Node, with them in Chromium.
 */
import { loadBinaryen } from '../../binaryen/node.ts'
import {
  judge,
  type RunModules,
} from '../../examplescript/differential/differential.ts'
import { generate } from '../../examplescript/differential/generate.ts'
import {
  hunt,
  type Hunt,
  type Plan,
} from '../../examplescript/differential/hunt.ts'
import { runAllHere } from './node.ts'
import { openChromium } from '../in-chromium.ts'

/** Which programs to make, and who hears how far it is. */
export type Order = Pick<Plan, 'seed' | 'from' | 'count' | 'tell'>

export function fuzzPrograms(order: Order): Promise<Hunt> {
  return fuzz(order, false, runAllHere)
}

export async function fuzzObjects(order: Order): Promise<Hunt> {
  const browser = await openChromium()
  try {
    return await fuzz(order, true, (modules) => browser.run(modules, 'main'))
  } finally {
    await browser.close()
  }
}

async function fuzz(
  order: Order,
  objects: boolean,
  run: RunModules,
): Promise<Hunt> {
  const laboratory = { binaryen: await loadBinaryen(), run }
  return hunt({
    ...order,
    batch: 10,
    write: (chance, number) =>
      generate(chance, {
        objects,
        traps: number % 20 === 0,
        size: 6,
        rival: false,
      }),
    judge: (sources, kind) => judge(sources, laboratory, kind),
  })
}
