/**
 * <binaryen-program>: a program in JavaScript that uses Binaryen's library
 * itself. The reader edits it and runs it in a sandbox, and sees what it says
 * and what it does to modules.
 */
import { looksMarkup, madeWords, saidMarkup } from '../../figures/script.ts'
import {
  scriptTokens,
  storyOf,
  type Recorded,
  type Story,
} from '../../scripting/view.ts'
import { download } from '../download.ts'
import type { ToldProblem } from '../editor-tip.ts'
import type { Acts } from '../island.ts'
import type { ProgramState } from '../program-island.ts'
import { WorkshopIsland } from '../workshop-island.ts'
import { prepareSandbox, runInSandbox } from './sandbox.ts'

interface ScriptState extends ProgramState {
  /** The text whose run is shown; absent where that is the build's result. */
  ran?: string
}

class BinaryenProgram extends WorkshopIsland<ScriptState> {
  protected readonly primary = ['run', 'Run'] as const
  #baked!: [said: string, made: string, looks: string]
  #ran: string | undefined
  #story: Story | undefined
  #problemsIn: (text: string) => readonly ToldProblem[] = () => []

  protected override get acts(): Acts {
    return {
      ...super.acts,
      run: () => this.#run(),
      'download-wasm': () => this.#download(),
    }
  }

  protected override get waitsForRun(): boolean {
    return true
  }

  protected override mount(): void {
    this.#baked = [
      this.piece('output').innerHTML,
      this.piece('.measures span').textContent!,
      this.piece('.stages').innerHTML,
    ]
    super.mount()
  }

  get state(): ScriptState {
    return {
      ...this.programState,
      ...(this.#ran !== undefined && { ran: this.#ran }),
    }
  }

  get untouched(): ScriptState {
    return this.untouchedProgram
  }

  override restore(state: ScriptState): void {
    this.giveUp()
    this.#ran = undefined
    this.#story = undefined
    this.#draw(...this.#baked)
    this.trouble('')
    super.restore(state)
  }

  override replay(state: ScriptState): void {
    const { ran } = state
    if (ran === undefined) return this.restore(state)
    super.restore(state)
    if (ran === this.#ran) return
    this.giveUp()
    void this.#show(ran)
  }

  protected override prepareWork(): void {
    prepareSandbox()
  }

  protected problems(text: string) {
    return this.#problemsIn(text)
  }

  /** Without the parser, what is wrong is told by a run. */
  protected override async readProblems(): Promise<void> {
    const room = await import('../../scripting/scripting.ts').catch(
      () => undefined,
    )
    if (room) this.#problemsIn = room.scriptProblems
  }

  protected override marks(text: string) {
    return scriptTokens(text)
  }

  /** What is shown is dimmed while it is of another text than the program's. */
  protected textChanged(): void {
    this.lightUp(undefined)
    const isStale = this.text !== (this.#ran ?? this.original)
    this.toggleAttribute('data-stale', isStale)
  }

  async #run(): Promise<void> {
    if (!(await this.#show(this.text))) return
    this.question?.reveal()
    this.changed()
  }

  /**
   * Runs a text, and shows what came of it; of one that was stopped, until then.
   * @returns whether it came to its end
   */
  async #show(text: string): Promise<boolean> {
    const recording: Recorded[] = []
    const isDone = await this.working(async (watcher) => {
      await runInSandbox(text, watcher, (one) => recording.push(one))
      return true
    })
    if (!isDone && recording.length === 0) return false
    const story = storyOf(recording)
    this.#story = story
    this.#ran = text
    this.#draw(saidMarkup(story), madeWords(story), looksMarkup(story))
    this.textChanged()
    this.#lightLine(story.stop?.line)
    return isDone === true
  }

  /** Lights up the line that threw. */
  #lightLine(line: number | undefined): void {
    if (line === undefined || this.text !== this.#ran) return
    const lines = this.text.split('\n')
    const from = lines.slice(0, line - 1).join('\n').length
    const to = from + 1 + lines[line - 1]!.length
    this.lightUp({ from, to })
  }

  #draw(said: string, made: string, looks: string): void {
    const output = this.piece('output')
    output.innerHTML = said
    // What scrolls can be scrolled by keyboard.
    if (output.scrollHeight > output.clientHeight) output.tabIndex = 0
    else output.removeAttribute('tabindex')
    this.piece('.measures span').textContent = made
    this.piece('.stages').innerHTML = looks
  }

  async #download(): Promise<void> {
    if (this.text !== this.#ran) await this.#run()
    const bytes = this.#story?.bytes
    if (bytes) download('out.wasm', bytes as BufferSource)
    this.status(
      bytes
        ? 'Saved as out.wasm.'
        : 'There is nothing to save: the program calls no emitBinary().',
    )
  }
}

customElements.define('binaryen-program', BinaryenProgram)
