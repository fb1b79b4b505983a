/**
 * Random programs, compiled by AssemblyScript: it accepts them, too, and they do
 * what our typed tree says. Objects are left out, as they are elsewhere there.
 */
import { check } from '../../examplescript/check.ts'
import { difference } from '../../examplescript/differential/differential.ts'
import { run, TooMuch } from '../../examplescript/differential/evaluate.ts'
import { generate } from '../../examplescript/differential/generate.ts'
import {
  hunt,
  REFUSED,
  type Hunt,
  type Verdict,
} from '../../examplescript/differential/hunt.ts'
import { observe } from './node.ts'
import type { Order } from './programs.ts'
import { compileRival, runRival } from '../rival.ts'

export function fuzzAsc(order: Order): Promise<Hunt> {
  return hunt({
    ...order,
    write: (chance, number) =>
      generate(chance, {
        objects: false,
        traps: number % 20 === 0,
        size: 6,
        rival: true,
      }),
    judge: (sources) => Promise.all(sources.map(judgeOne)),
  })
}

async function judgeOne(source: string): Promise<Verdict> {
  const { program, problems } = check(source)
  // What has no main is no program for the rival.
  const main = program?.functions.find(({ name }) => name === 'main')
  if (!program || !main?.isExported) {
    const told = problems.map(({ message }) => message)
    return { source, kind: REFUSED, message: told.join('\n') }
  }
  try {
    const expected = run(program)
    const { bytes, messages } = await compileRival(source, ['-O1'])
    if (!bytes) return { source, kind: kindOf(messages), message: messages }
    const actual = observe((print) => runRival(bytes, print))
    const message = difference(expected, actual)
    return message ? { source, kind: 'different', message } : 'right'
  } catch (thrown) {
    if (thrown instanceof TooMuch) return 'too much'
    throw thrown
  }
}

/** The first error without what it is about. */
function kindOf(messages: string): string {
  const [, first = ''] = /^(?:ERROR|WARNING) (.*)$/m.exec(messages) ?? []
  return `refused by AssemblyScript: ${first.replaceAll(/'[^']*'/g, '…')}`
}
