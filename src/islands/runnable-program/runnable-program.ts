/** <runnable-program>: a program that the reader edits and runs. */
import { RunningIsland, type RunState } from '../running-island.ts'

class RunnableProgram extends RunningIsland<RunState> {
  get state(): RunState {
    return this.runState
  }

  get untouched(): RunState {
    return this.untouchedProgram
  }
}

customElements.define('runnable-program', RunnableProgram)
