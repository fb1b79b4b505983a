/**
 * Random programs, compiled by AssemblyScript: it accepts them, too, and they do
 * what our typed tree says. Its objects lie in linear memory, above ours.
 */
import { check } from '../../examplescript/check.ts'
import {
  difference,
  hasMain,
} from '../../examplescript/differential/differential.ts'
import {
  run,
  TooMuch,
  type Outcome,
} from '../../examplescript/differential/evaluate.ts'
import { generate } from '../../examplescript/differential/generate.ts'
import {
  hunt,
  REFUSED,
  type Hunt,
  type Verdict,
} from '../../examplescript/differential/hunt.ts'
import { observe } from './node.ts'
import type { Order } from './programs.ts'
import { compileRival, runRival } from '../../rival/rival.ts'

/** No generated program writes above, and there AssemblyScript has objects. */
const OUR_MEMORY = 4096

/** What runs before `main` is called by this name, when memory can be seen. */
const START = 'start'

const FLAGS = [
  '-O1',
  '--memoryBase',
  String(OUR_MEMORY),
  '--exportStart',
  START,
]

export function fuzzAsc(order: Order): Promise<Hunt> {
  return fuzz(order, false)
}

export function fuzzAscObjects(order: Order): Promise<Hunt> {
  return fuzz(order, true)
}

function fuzz(order: Order, objects: boolean): Promise<Hunt> {
  return hunt({
    ...order,
    write: (chance, number) =>
      generate(chance, {
        objects,
        traps: number % 20 === 0,
        size: 6,
        rival: true,
      }),
    judge: (sources) => Promise.all(sources.map(judgeOne)),
  })
}

async function judgeOne(source: string): Promise<Verdict> {
  const { program, problems } = check(source)
  if (!program || !hasMain(program)) {
    const told = problems.map(({ message }) => message)
    return { source, kind: REFUSED, message: told.join('\n') }
  }
  try {
    const expected = run(program)
    const { bytes, messages } = await compileRival(source, FLAGS)
    if (!bytes) return { source, kind: kindOf(messages), message: messages }
    const actual = observe((print) => started(bytes, print))
    const message = difference(ours(expected), ours(actual))
    return message ? { source, kind: 'different', message } : 'right'
  } catch (thrown) {
    if (thrown instanceof TooMuch) return 'too much'
    throw thrown
  }
}

function started(
  bytes: Uint8Array<ArrayBuffer>,
  print: (line: string) => void,
): WebAssembly.Exports {
  const exports = runRival(bytes, print)
  const start = exports[START] as (() => void) | undefined
  start?.()
  return exports
}

function ours({ memory, ...outcome }: Outcome): Outcome {
  if (!memory) return outcome
  return { ...outcome, memory: memory.subarray(0, OUR_MEMORY) }
}

/** The first error without what it is about. */
function kindOf(messages: string): string {
  const [, first = ''] = /^(?:ERROR|WARNING) (.*)$/m.exec(messages) ?? []
  return `refused by AssemblyScript: ${first.replaceAll(/'[^']*'/g, '…')}`
}
