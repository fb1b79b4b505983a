/** The corpus: as many stories as one wants, each by its number. */
import { Choices } from './choices.ts'
import type { Plots } from './plots.ts'
import { tell, type Story } from './tell.ts'

/** One text in so many is a list of the team. */
const LISTS = 10

/**
 * @param number which story of the seed; each can be told without the others
 * @returns the story with its own surprise, that of the choice of its plot included
 */
export function storyOf(plots: Plots, seed: number, number: number): Story {
  const choices = new Choices(seed, number)
  const { lists, stories } = plots
  const plot = choices.pick(choices.onceIn(LISTS) ? lists : stories)
  return { ...tell(plot, choices), surprise: choices.surprise }
}
