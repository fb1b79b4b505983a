/** Tells a story: casts a plot, then says each of its sentences in one of its ways. */
import type { Member } from './cast.ts'
import type { Choices } from './choices.ts'
import type { Piece, Plot, Reference, Slot, Way } from './notation.ts'

export interface Story {
  /** The title of its plot, which is not told. */
  plot: string
  /** The header line and the paragraphs, a line each. */
  text: string
  /** Minus the logarithm of its probability, given its plot, in nats. */
  surprise: number
}

type Cast = ReadonlyMap<string, Member>

export function tell(plot: Plot, choices: Choices): Story {
  const before = choices.surprise
  const cast = castOf(plot.cast, choices)
  const lines = [say(plot.header, cast, choices)]
  for (const { sentences } of plot.parts) {
    const said = sentences.map((ways) => {
      const fitting = ways.filter((way) => fits(way, cast))
      return say(choices.pick(fitting).pieces, cast, choices)
    })
    lines.push(said.join(' '))
  }
  return {
    plot: plot.title,
    text: lines.join('\n'),
    surprise: choices.surprise - before,
  }
}

/** Nobody plays two parts. */
function castOf(slots: readonly Slot[], choices: Choices): Cast {
  const cast = new Map<string, Member>()
  for (const { name, members } of slots) {
    const taken = new Set(cast.values())
    const free = members.filter((member) => !taken.has(member))
    cast.set(name, choices.pick(free))
  }
  return cast
}

function fits({ only }: Way, cast: Cast): boolean {
  return !only || only.names.includes(cast.get(only.slot)!.name)
}

function say(pieces: readonly Piece[], cast: Cast, choices: Choices): string {
  const said = pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    if ('either' in piece) return say(choices.pick(piece.either), cast, choices)
    return refer(piece, cast)
  })
  // An empty branch leaves a space on both of its sides.
  return said.join('').replaceAll('  ', ' ').trimStart()
}

function refer({ slot, form, capital }: Reference, cast: Cast): string {
  const { name, forms } = cast.get(slot)!
  let text = form === 'name' ? name : forms[form]
  if (form === 'article') text = `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
  return capital ? text![0]!.toUpperCase() + text!.slice(1) : text!
}
