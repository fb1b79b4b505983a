/** All plots, as they stand in the folder `plots/`. */
import { readdirSync, readFileSync } from 'node:fs'
import { readPlot, type Plot } from './notation.ts'

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
