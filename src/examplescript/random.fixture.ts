/** Random sources for tests, the same ones again for the same seed. */

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
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: count }, (_, index) => {
    const pieces = Array.from({ length: 1 + next(12) })
    const source = pieces.map(() => PIECES[next(PIECES.length)]).join('')
    const shown = JSON.stringify(source)
    return { source, name: `${shown} (number ${index} of seed ${seed})` }
  })
}

function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 31)
}
