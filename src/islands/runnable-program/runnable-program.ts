/**
 * <runnable-program>: a program that the reader edits and runs. It takes over
 * from a listing with baked results; Binaryen comes with the first run.
 */
import {
  problemsIn,
  type LanguageName,
  type Problem,
} from '../../examplescript/examplescript.ts'
import {
  outputMarkup,
  problemsMarkup,
  sizesMarkup,
  stagesMarkup,
} from '../../figures/program.ts'
import type { Acts } from '../island.ts'
import type { Outcome } from '../messages.ts'
import type { ProgramState } from '../program-island.ts'
import { runProgram } from '../workshop.ts'
import { WorkshopIsland } from '../workshop-island.ts'
import { download } from './download.ts'

export interface RunState extends ProgramState {
  /** The text whose run is shown; absent where that is the build's result. */
  ran?: string
}

class RunnableProgram extends WorkshopIsland<RunState> {
  protected override get acts(): Acts {
    return {
      ...super.acts,
      run: () => this.#run(),
      'download-wasm': () => this.#download('wasm'),
      'download-wat': () => this.#download('wat'),
    }
  }
  protected readonly primary = ['run', 'Run'] as const
  protected override readonly waitsForRun = true
  #baked = { output: '', measures: '', stages: '' }
  /** The text whose run is shown; undefined where that is the build's result. */
  #ran: string | undefined
  /** What the last run gave; none while baked results or problems are shown. */
  #outcome: Outcome | undefined

  protected override mount(): void {
    super.mount()
    this.#baked = {
      output: this.piece('output').innerHTML,
      measures: this.piece('.measures span').textContent!,
      stages: this.querySelector('.stages')?.innerHTML ?? '',
    }
  }

  get state(): RunState {
    return {
      ...this.programState,
      ...(this.#ran !== undefined && { ran: this.#ran }),
    }
  }

  get untouched(): RunState {
    return this.untouchedProgram
  }

  override restore(state: RunState): void {
    this.giveUp()
    this.#showBaked()
    super.restore(state)
  }

  override replay(state: RunState): void {
    const { ran } = state
    if (ran === undefined) return this.restore(state)
    super.restore(state)
    if (ran === this.#ran) return
    this.giveUp()
    void this.#show(ran)
  }

  get #language(): LanguageName {
    return this.dataset['language'] as LanguageName
  }

  protected problems(text: string) {
    return problemsIn(this.#language, text)
  }

  /** What is shown is dimmed while it is of another text than the program's. */
  protected textChanged(): void {
    const shown = this.#ran ?? this.original
    this.toggleAttribute('data-stale', this.text !== shown)
  }

  async #run(): Promise<void> {
    if (!(await this.#show(this.text))) return
    this.question?.reveal()
    this.changed()
  }

  /** Shows what comes of a text. @returns whether anything did */
  async #show(text: string): Promise<boolean> {
    const problems = this.problems(text)
    if (problems.length > 0) {
      this.trouble('')
      this.#showProblems(problems)
    } else {
      const outcome = await this.#make(text)
      if (!outcome) return false
      this.#showOutcome(outcome)
    }
    this.#ran = text
    this.textChanged()
    return true
  }

  #make(text: string): Promise<Outcome | undefined> {
    const program = { language: this.#language, source: text }
    return this.work((watcher) => runProgram(program, watcher))
  }

  #showOutcome(outcome: Outcome): void {
    const { lines, written, optimised, compiling, running } = outcome
    const stages = this.querySelector('.stages')
    this.#outcome = outcome
    this.piece('output').innerHTML = outputMarkup(lines)
    this.piece('.measures span').textContent =
      `${sizesMarkup(written, optimised)} · compiled in ${time(compiling)}, ran in ${time(running)}`
    if (stages) stages.innerHTML = stagesMarkup(written, optimised)
  }

  #showProblems(problems: readonly Problem[]): void {
    this.#outcome = undefined
    this.piece('output').innerHTML = problemsMarkup(problems)
    this.piece('.measures span').textContent = 'Nothing was run.'
  }

  #showBaked(): void {
    const stages = this.querySelector('.stages')
    this.#ran = undefined
    this.#outcome = undefined
    this.piece('output').innerHTML = this.#baked.output
    this.piece('.measures span').textContent = this.#baked.measures
    if (stages) stages.innerHTML = this.#baked.stages
    this.trouble('')
  }

  async #download(ending: 'wasm' | 'wat'): Promise<void> {
    const { text } = this
    const [problem] = this.problems(text)
    if (problem) {
      this.status(`Not saved: ${problem.message}`)
      return
    }
    const isShown = this.#outcome && this.#ran === text
    const outcome = isShown ? this.#outcome : await this.#make(text)
    if (!outcome) return
    const { optimised } = outcome
    const title = this.ariaLabel!.toLowerCase().replaceAll(/\W+/g, '-')
    const name = `${title}.${ending}`
    download(
      name,
      ending === 'wasm' ? (optimised.bytes as BufferSource) : optimised.text,
    )
    this.status(`Saved as ${name}.`)
  }
}

function time(milliseconds: number): string {
  const digits = milliseconds < 1 ? 2 : milliseconds < 10 ? 1 : 0
  return `${milliseconds.toFixed(digits)} ms`
}

customElements.define('runnable-program', RunnableProgram)
