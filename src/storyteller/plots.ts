/** All plots, as they stand in the folder `plots/`. */
import { readdirSync, readFileSync } from 'node:fs'
import { CAST } from './cast.ts'
import { readPlot, type Piece, type Plot } from './notation.ts'

const FOLDER = 'src/storyteller/plots'

export interface Plots {
  stories: Plot[]
  /** The lists of a team, where nothing happens. */
  lists: Plot[]
}

/** @throws Error with file and line of what can't be read */
export function readPlots(): Plots {
  const files = readdirSync(FOLDER).toSorted()
  const plots = files.map((file) => {
    const path = `${FOLDER}/${file}`
    return readPlot(readFileSync(path, 'utf8'), path)
  })
  return {
    stories: plots.filter((plot) => !isList(plot)),
    lists: plots.filter(isList),
  }
}

function isList({ header }: Plot): boolean {
  return header[0] === 'the team: '
}

/** All words that the plots are written in, in small letters; the cast's names are not among them. */
export function wordsOf({ stories, lists }: Plots): Set<string> {
  const words = new Set(['a', 'an'])
  for (const { forms } of Object.values(CAST).flat()) {
    for (const form of Object.values(forms)) add(form, words)
  }
  for (const { header, parts } of [...stories, ...lists]) {
    const ways = parts.flatMap(({ sentences }) => sentences.flat())
    for (const pieces of [header, ...ways.map((way) => way.pieces)]) {
      for (const text of pieces.flatMap(plainIn)) add(text, words)
    }
  }
  return words
}

function add(text: string, words: Set<string>): void {
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+/g)) words.add(word)
}

function plainIn(piece: Piece): string[] {
  if (typeof piece === 'string') return [piece]
  return 'either' in piece ? piece.either.flat().flatMap(plainIn) : []
}
