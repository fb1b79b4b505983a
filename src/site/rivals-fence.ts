/**
 * The words of a fence that two compilers compile: the call that is measured,
 * the level, and how AssemblyScript keeps objects.
 */
import type { Work } from '../examplescript/examplescript.ts'
import { RIVAL_LEVELS, RUNTIMES, type RivalChoice } from '../rival/rival.ts'
import { AuthoringError } from './place.ts'

const FENCE =
  /^examplescript rivals work=([A-Za-z_]\w*)\((\d+)\)((?: [^\s"]+)*) title="([^"]+)"$/

/** What a fence asks for. */
export interface AskedRivals {
  title: string
  work: Work
  choice: RivalChoice
  /** The function whose text is shown; '' is the whole module. */
  of: string
}

export function isRivals(info: string): boolean {
  return /^examplescript rivals\b/.test(info)
}

/** @throws AuthoringError for words that say nothing here */
export function parseRivals(info: string, place: string): AskedRivals {
  const [, name, operand, words = '', title = ''] = FENCE.exec(info) ?? []
  const choice: RivalChoice = { level: '-O3', runtime: 'stub' }
  let of = name ?? ''
  const given = words.split(' ').filter(Boolean)
  const isRead = given.every((word) => {
    const [what, value = ''] = word.split('=')
    if (RIVAL_LEVELS.includes(`-${word}`)) choice.level = `-${word}`
    else if (what === 'runtime' && RUNTIMES.includes(value))
      choice.runtime = value
    else if (word === 'whole') of = ''
    else return false
    return true
  })
  if (name && isRead) {
    return { title, work: { name, operand: Number(operand) }, choice, of }
  }
  throw new AuthoringError(
    place,
    `“${info}” does not say what to compare.`,
    'Write examplescript rivals work=NAME(NUMBER) title="…"; before the title O0 to O3, Os or Oz, runtime=incremental, and whole for the text of the whole module.',
  )
}
