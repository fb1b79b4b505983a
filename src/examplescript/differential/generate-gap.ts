/** What stands between the tokens of generated programs, and means nothing. */
import type { Chance } from './chance.ts'
import { scan } from '../scan.ts'

const SPACES = ['  ', '\t', ' /* a, ( b */ ', ' /**/', '\u{A0}']
const LINES = ['\n\n', '\r\n', ' // c\n', '\n\t/* d\n } */ ', ' \n']

/** The same program with other gaps; a line's end remains one. */
export function spaced(source: string, chance: Chance): string {
  const { tokens } = scan(source)
  let at = 0
  let text = ''
  for (const { from, to } of tokens) {
    const gap = source.slice(at, from)
    text += otherGap(gap, chance) + source.slice(from, to)
    at = to
  }
  return text + source.slice(at)
}

function otherGap(gap: string, chance: Chance): string {
  if (gap === '' || chance.happens(0.8)) return gap
  return chance.pick(gap.includes('\n') ? LINES : SPACES)
}
