/**
 * <runnable-program>: a program that the reader edits and runs. It takes over
 * from a listing with baked results; Binaryen comes with the first run.
 */
import { parseTalk, type Problem } from '../../examplescript/examplescript.ts'
import {
  outputMarkup,
  problemsMarkup,
  sizesMarkup,
  stagesMarkup,
} from '../../figures/program.ts'
import type { Acts } from '../island.ts'
import { ProgramIsland, type ProgramState } from '../program-island.ts'
import { download } from './download.ts'
import type { Outcome } from './messages.ts'
import { RunFailure, runProgram } from './workshop.ts'

export interface RunState extends ProgramState {
  /** Whether what is shown came of a run, and not of the build. */
  ran: boolean
}

class RunnableProgram extends ProgramIsland<RunState> {
  protected override get acts(): Acts {
    return {
      ...super.acts,
      run: () => this.#run(),
      stop: () => this.#running?.abort(),
      'download-wasm': () => this.#download('wasm'),
      'download-wat': () => this.#download('wat'),
    }
  }
  #baked = { output: '', measures: '', stages: '' }
  /** The text that the shown result is of. */
  #shownText = ''
  #ran = false
  /** What the last run gave; none while baked results or problems are shown. */
  #outcome: Outcome | undefined
  #running: AbortController | undefined

  protected override mount(): void {
    super.mount()
    this.#shownText = this.original
    this.#baked = {
      output: this.piece('output').innerHTML,
      measures: this.piece('.measures span').textContent!,
      stages: this.querySelector('.stages')?.innerHTML ?? '',
    }
  }

  get state(): RunState {
    return { version: 1, text: this.text, ran: this.#ran }
  }

  protected get untouched(): RunState {
    return { version: 1, text: this.original, ran: false }
  }

  /** Text comes back, results do not: a run is the reader's to start. */
  override restore(state: RunState): void {
    this.#showBaked()
    super.restore(state)
  }

  protected problems(text: string) {
    return parseTalk(text).problems
  }

  /** What is shown is dimmed while it is of another text than the program's. */
  protected textChanged(): void {
    this.toggleAttribute('data-stale', this.text !== this.#shownText)
  }

  async #run(): Promise<void> {
    const { text } = this
    const problems = this.problems(text)
    if (problems.length > 0) {
      this.#trouble('')
      this.#showProblems(problems)
    } else {
      const outcome = await this.#make(text)
      if (!outcome) return
      this.#show(outcome)
    }
    this.#ran = true
    this.#shownText = text
    this.textChanged()
    this.changed()
  }

  /** Compiles and runs a text; undefined when that was not to be. */
  async #make(text: string): Promise<Outcome | undefined> {
    if (this.#running) return undefined
    this.#running = new AbortController()
    this.#trouble('')
    this.#nameRun('Stop', 'stop')
    this.status('Starting …')
    try {
      const outcome = await runProgram(text, {
        signal: this.#running.signal,
        onProgress: (loaded, total) => this.#progress(loaded, total),
        onReady: () => this.status('Running …'),
      })
      this.status('')
      return outcome
    } catch (error) {
      this.#failed(error as Error)
      return undefined
    } finally {
      this.#running = undefined
      this.#nameRun('Run', 'run')
    }
  }

  #failed(error: Error): void {
    const stopped = error.name === 'AbortError'
    this.status(stopped ? 'Stopped.' : '')
    if (stopped) return
    const retry = !(error instanceof RunFailure) || error.retry
    this.#trouble(error.message, retry)
  }

  #show(outcome: Outcome): void {
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
    this.#ran = false
    this.#shownText = this.original
    this.#outcome = undefined
    this.piece('output').innerHTML = this.#baked.output
    this.piece('.measures span').textContent = this.#baked.measures
    if (stages) stages.innerHTML = this.#baked.stages
    this.#trouble('')
  }

  async #download(ending: 'wasm' | 'wat'): Promise<void> {
    const { text } = this
    const [problem] = this.problems(text)
    if (problem) {
      this.status(`Not saved: ${problem.message}`)
      return
    }
    const isShown = this.#outcome && this.#shownText === text
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

  #nameRun(words: string, act: string): void {
    const button = this.piece('.primary')
    button.textContent = words
    button.dataset['act'] = act
  }

  #progress(loaded: number, total: number): void {
    const status = this.piece('.bar-status')
    const words = `Loading Binaryen, once: ${megabytes(loaded)} of ${megabytes(total)} MB`
    let bar = status.querySelector('progress')
    if (!bar) {
      bar = document.createElement('progress')
      bar.ariaLabel = 'Loading Binaryen'
      status.replaceChildren('', bar)
    }
    bar.max = total
    bar.value = loaded
    // A live region speaks each change: whole megabytes are enough.
    if (status.firstChild!.textContent !== words) {
      status.firstChild!.textContent = words
    }
  }

  #trouble(words: string, retry = false): void {
    const place = this.piece('.trouble')
    place.hidden = !words
    place.textContent = words
    if (!retry) return
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset['act'] = 'run'
    button.textContent = 'Try again'
    place.append(button)
  }
}

function time(milliseconds: number): string {
  const digits = milliseconds < 1 ? 2 : milliseconds < 10 ? 1 : 0
  return `${milliseconds.toFixed(digits)} ms`
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}

customElements.define('runnable-program', RunnableProgram)
