/**
 * The words of a fence that measures levels: which function of the program is
 * the work, or which programs of the compiler's own do theirs.
 */
import type { Work } from '../examplescript/examplescript.ts'
import { AuthoringError } from './place.ts'

const FENCE =
  /^examplescript levels (?:work=([A-Za-z_]\w*)\((\d+)\)|of=([a-z\d-]+\(\d+\)(?:,[a-z\d-]+\(\d+\))*)) title="([^"]+)"$/

/** What a fence asks for. */
export interface AskedLevels {
  /** The work of the program in the fence; absent if it quotes another one. */
  work?: Work
  /** Programs of the compiler's own, and what their work is called with. */
  of: { name: string; operand: number }[]
  title: string
}

export function isLevels(info: string): boolean {
  return /^examplescript levels\b/.test(info)
}

/** @throws AuthoringError for words that say nothing here */
export function parseLevels(info: string, place: string): AskedLevels {
  const match = FENCE.exec(info.trim())
  if (!match) {
    throw new AuthoringError(
      place,
      `“${info}” does not say what to measure.`,
      'Write examplescript levels work=NAME(NUMBER) title="…"; or of=sieve(300000),quicksort(8000) for programs of src/examplescript/programs/, of which the fence quotes the first.',
    )
  }
  const [, name, operand, list, title = ''] = match
  if (name) return { work: { name, operand: Number(operand) }, of: [], title }
  const of = list!.split(',').map((one) => {
    const [program = '', number] = one.split(/[()]/)
    return { name: program, operand: Number(number) }
  })
  return { of, title }
}
