/** Random sources for tests, the same ones again for the same seed. */

import { Chance, newSeed } from './differential/chance.ts'

/** What programs are made of, whole and broken. */
const PIECES = [
  ['0', '9', '1_', '0x', '1e', '0b1', '.', 'e', 'let', 'x', '$', '_'],
  ['"', "'", '\\', '\\n', '\\u{41}', '`', '/', '*', '//', '/*', '*/'],
  ['<', '>', '=', '+', '-', '&', '!', '(', '}', ';', '@', '?'],
  [' ', '\n', '\r', '\t', '\0', '\u{7F}', '\u{A0}', '\u{FEFF}', '\u{2028}'],
  ['é', '“', '×', '−', '😀', '\u{D800}', '\u{DC00}', '#', '１'],
].flat()

export interface RandomSource {
  source: string
  /** Which source of which seed, for the message of a failing test. */
  name: string
}

/** @returns `count` sources of 1 to 12 pieces each */
export function randomSources(count: number, seed = newSeed()): RandomSource[] {
  const chance = new Chance(seed)
  return Array.from({ length: count }, (_, index) => {
    const pieces = Array.from({ length: chance.between(1, 12) })
    const source = pieces.map(() => chance.pick(PIECES)).join('')
    const shown = JSON.stringify(source)
    return { source, name: `${shown} (number ${index} of seed ${seed})` }
  })
}
