/**
 * The base of islands whose program the reader runs: it takes over from baked
 * results; Binaryen comes with the first run. A program may also draw an image,
 * and show what it writes to memory.
 */
import { problemsIn } from '../examplescript/examplescript.ts'
import { CanvasView } from './canvas-view.ts'
import { download } from './download.ts'
import type { Acts } from './island.ts'
import { MemoryView } from './memory-view.ts'
import type { Outcome } from './messages.ts'
import type { ProgramState } from './program-island.ts'
import { RunResult } from './run-result.ts'
import { work } from './workshop.ts'
import { WorkshopIsland } from './workshop-island.ts'

export interface RunState extends ProgramState {
  /** The text whose run is shown; absent where that is the build's result. */
  ran?: string
}

export abstract class RunningIsland<
  S extends RunState,
> extends WorkshopIsland<S> {
  protected override get acts(): Acts {
    return {
      ...super.acts,
      ...(this.#result && {
        run: () => this.#run(),
        'download-wasm': () => this.#download('wasm'),
        'download-wat': () => this.#download('wat'),
        'download-output': () => this.#downloadOutput(),
      }),
      ...this.#memory?.acts,
      ...this.#canvas?.acts,
    }
  }
  protected readonly primary = ['run', 'Run'] as const
  #result: RunResult | undefined
  #memory: MemoryView | undefined
  #canvas: CanvasView | undefined
  /** The text whose run is shown; undefined where that is the build's result. */
  #ran: string | undefined

  protected override get waitsForRun(): boolean {
    return this.querySelector('.primary') !== null
  }

  protected override mount(): void {
    this.#result = RunResult.in(this)
    this.#memory = MemoryView.in(this, {
      light: (place) => this.lightUp(place),
      run: () => this.#run(),
    })
    this.#canvas = CanvasView.in(this, () => this.text)
    super.mount()
  }

  protected get runState(): RunState {
    return {
      ...this.programState,
      ...(this.#ran !== undefined && { ran: this.#ran }),
    }
  }

  override restore(state: S): void {
    this.giveUp()
    this.#showBaked()
    super.restore(state)
  }

  override replay(state: S): void {
    const { ran } = state
    if (ran === undefined) return this.restore(state)
    super.restore(state)
    if (ran === this.#ran) return
    this.giveUp()
    void this.#show(ran)
  }

  protected problems(text: string) {
    return problemsIn(this.language, text)
  }

  /** What is shown is dimmed while it is of another text than the program's. */
  protected textChanged(): void {
    const shown = this.#ran ?? this.original
    const isStale = this.#result !== undefined && this.text !== shown
    this.toggleAttribute('data-stale', isStale)
  }

  async #run(): Promise<void> {
    if (!(await this.#show(this.text))) return
    this.question?.reveal()
    this.changed()
  }

  /** Shows what comes of a text. @returns whether anything did */
  async #show(text: string): Promise<boolean> {
    const problems = this.problems(text)
    this.#canvas?.stop()
    if (problems.length > 0) {
      this.trouble('')
      this.#result?.showProblems(problems)
    } else if (!(await this.#showRun(text))) return false
    this.#ran = text
    this.textChanged()
    return true
  }

  async #showRun(text: string): Promise<boolean> {
    const outcome = await this.#make(text)
    if (!outcome) return false
    this.#result?.show(outcome)
    this.#canvas?.start(text)
    if (this.#memory && !(await this.#record(text))) return false
    return true
  }

  #make(text: string): Promise<Outcome | undefined> {
    const program = { language: this.language, source: text }
    return this.working((watcher) => work('run', program, watcher))
  }

  async #record(source: string): Promise<boolean> {
    const recording = await this.working((watcher) =>
      work('record', { source }, watcher),
    )
    if (recording) this.#memory!.show(source, recording)
    return recording !== undefined
  }

  #showBaked(): void {
    this.#ran = undefined
    this.#result?.showBaked()
    this.#memory?.showBaked()
    this.#canvas?.showBaked()
    this.trouble('')
  }

  #downloadOutput(): void {
    const whole = this.#result?.outcome?.whole
    if (whole) this.#save('txt', whole)
  }

  #save(ending: string, content: BlobPart): void {
    const title = this.ariaLabel!.toLowerCase().replaceAll(/\W+/g, '-')
    const name = `${title}.${ending}`
    download(name, content)
    this.status(`Saved as ${name}.`)
  }

  async #download(ending: 'wasm' | 'wat'): Promise<void> {
    const { text } = this
    const [problem] = this.problems(text)
    if (problem) {
      this.status(`Not saved: ${problem.message}`)
      return
    }
    const shown = this.#ran === text ? this.#result?.outcome : undefined
    const outcome = shown ?? (await this.#make(text))
    if (!outcome) return
    const { optimised } = outcome
    const bytes = optimised.bytes as BufferSource
    this.#save(ending, ending === 'wasm' ? bytes : optimised.text)
  }
}
