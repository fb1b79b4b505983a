/** What a card with levels offers, and what is kept of it. */
import type { Work } from '../../examplescript/examplescript.ts'
import type { LookChoice } from '../../figures/level-look.ts'
import type { LevelSize } from '../../prices/prices.ts'
import type { Levels } from '../messages.ts'
import type { ProgramState } from '../program-island.ts'

/** A program that the card offers, as the build wrote it down. */
export interface Offered {
  name: string
  source: string
  work: Work
  sizes: LevelSize[]
}

export interface LevelState extends ProgramState, LookChoice {
  /** The name of the program that is chosen. */
  program: string
  /** What the reader made of the others, by their names; '' for nothing. */
  drafts: Record<string, string>
  /**
   * What was measured, and of which text; absent where what is shown comes from
   * the build. Nobody can measure the same again.
   */
  ran?: Measured
}

export interface Measured {
  program: string
  text: string
  came: Levels
}
