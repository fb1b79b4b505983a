/**
 * The words of a fence that runs passes: which, over what, and what is shown
 * first.
 */
import { LEVELS } from '../examplescript/examplescript.ts'
import type { PassSettings } from '../figures/passes.ts'
import { AuthoringError } from './place.ts'

const FENCE = /^examplescript passes((?: [^\s"]+)+) title="([^"]+)"$/

/** What a fence asks for. */
export interface Asked {
  settings: PassSettings
  of: string
}

export function isPasses(info: string): boolean {
  return /^examplescript passes\b/.test(info)
}

/** @throws AuthoringError for words that say nothing here */
export function parsePasses(
  info: string,
  place: string,
): Asked & { title: string } {
  const [, words = '', title = ''] = FENCE.exec(info) ?? []
  return { ...read(words, place), title }
}

function read(words: string, place: string): Asked {
  const settings: PassSettings = {
    level: '-O3',
    hasGC: true,
    converges: false,
    list: '',
    onlyChanged: false,
  }
  let of = ''
  const given = words.split(' ').filter(Boolean)
  for (const word of given) {
    const [name, value = ''] = word.split('=')
    if (LEVELS.has(`-${word}`)) settings.level = `-${word}`
    else if (name === 'list' && value) settings.list = value
    else if (name === 'of' && value) of = value
    else if (word === 'converge') settings.converges = true
    else if (word === 'nogc') settings.hasGC = false
    else if (word === 'changed') settings.onlyChanged = true
    else given.length = 0
  }
  if (given.length > 0) return { settings, of }
  throw new AuthoringError(
    place,
    `“passes${words}” does not say what to run.`,
    'Write examplescript passes O3 title="…", or list=dce,vacuum in place of a level; then converge, nogc, changed, of=NAME.',
  )
}
