/**
 * <two-compilers>: a program is compiled by our compiler and by AssemblyScript's,
 * which is loaded with the first press; both are measured in turns.
 */
import { problemsIn, type Work } from '../../examplescript/examplescript.ts'
import {
  rivalsDrawnMarkup,
  rivalTextMarkup,
  type RivalsDrawing,
} from '../../figures/rivals.ts'
import type { RivalChoice } from '../../rival/rival.ts'
import { comparedView, functionsIn, type TextPair } from '../../rival/view.ts'
import type { Acts } from '../island.ts'
import type { ProgramState } from '../program-island.ts'
import { prepareRivals, work } from '../workshop.ts'
import { WorkshopIsland } from '../workshop-island.ts'

interface RivalState extends ProgramState, RivalChoice {
  /** The function whose text is shown; '' is the whole module. */
  of: string
  /** Whether what is shown comes from a run, and not from the build. */
  ran: boolean
}

/** All that is drawn of what two compilers made. */
type DrawnPair = TextPair & Pick<RivalsDrawing, 'ours' | 'theirs'>

type Settings = Pick<RivalState, 'level' | 'runtime' | 'of'>

class TwoCompilers extends WorkshopIsland<RivalState> {
  protected readonly primary = ['run', 'Compare'] as const
  /** What the build has compared, and what the last run has. */
  #baked!: DrawnPair
  #came: DrawnPair | undefined
  /** What the last run was of. */
  #made: { source: string; choice: RivalChoice } | undefined

  protected override get acts(): Acts {
    return { ...super.acts, run: () => this.#run() }
  }

  protected override get waitsForRun(): boolean {
    return true
  }

  protected override mount(): void {
    this.#baked = JSON.parse(this.dataset['baked']!) as DrawnPair
    super.mount()
    this.addEventListener('change', ({ target }) => {
      const { name } = (target as HTMLElement).dataset
      if (name === 'of') this.#drawText()
      else if (name) this.textChanged()
      if (name) this.changed()
      // Once somebody has compared, another choice is compared at once.
      if (name && name !== 'of' && this.#came) void this.#run()
    })
    this.#enable()
    // Something may have been chosen before this script was here.
    this.textChanged()
    if (this.#of !== this.#settings.of) this.#drawText()
    if (!this.isUntouched) this.changed()
  }

  get #settings(): Settings {
    return JSON.parse(this.dataset['settings']!) as Settings
  }

  get #original(): RivalChoice {
    const { level, runtime } = this.#settings
    return { level, runtime }
  }

  get #of(): string {
    return this.#control('of').value
  }

  get #choice(): RivalChoice {
    const level = this.#control('level').value
    return { level, runtime: this.#control('runtime').value }
  }

  get #work(): Work {
    return JSON.parse(this.dataset['work']!) as Work
  }

  get state(): RivalState {
    return {
      ...this.programState,
      ...this.#choice,
      of: this.#of,
      ran: this.#came !== undefined,
    }
  }

  get untouched(): RivalState {
    return { ...this.untouchedProgram, ...this.#settings, ran: false }
  }

  override restore(state: RivalState): void {
    this.giveUp()
    this.#came = undefined
    this.#made = undefined
    this.trouble('')
    this.#choose(state)
    this.#draw(state.of)
    super.restore(state)
  }

  override replay(state: RivalState): void {
    const { level, runtime, text, of, ran } = state
    const made = { source: text, choice: { level, runtime } }
    const isSame = ran && JSON.stringify(made) === JSON.stringify(this.#made)
    if (!isSame) this.restore(state)
    else this.#draw(of)
    if (ran && !isSame) void this.#show()
  }

  protected override prepareWork(): void {
    prepareRivals()
  }

  protected problems(text: string) {
    return problemsIn(this.language, text)
  }

  /** What is shown is dimmed while it is of something else. */
  protected textChanged(): void {
    const shown = this.#made ?? {
      source: this.original,
      choice: this.#original,
    }
    const now = { source: this.text, choice: this.#choice }
    const isStale = JSON.stringify(now) !== JSON.stringify(shown)
    this.toggleAttribute('data-stale', isStale)
  }

  #choose({ level, runtime }: RivalChoice): void {
    this.#control('level').value = level
    this.#control('runtime').value = runtime
  }

  async #run(): Promise<void> {
    if (!(await this.#show())) return
    this.question?.reveal()
    this.changed()
  }

  /** @returns whether anything came of it */
  async #show(): Promise<boolean> {
    const made = { source: this.text, choice: this.#choice }
    const job = { ...made, work: this.#work }
    this.giveUp()
    const came = await this.working((watcher) => work('rivals', job, watcher))
    if (!came) return false
    this.#came = came
    this.#made = made
    this.#draw(this.#of)
    this.textChanged()
    return true
  }

  #draw(of: string): void {
    const drawn = this.piece('.rivals-drawn')
    drawn.innerHTML = rivalsDrawnMarkup(this.#drawing(of))
    this.#enable()
  }

  /** The text of another function; the choice keeps the focus. */
  #drawText(): void {
    const text = this.piece('.rival-text')
    const hadFocus = text.contains(document.activeElement)
    text.innerHTML = rivalTextMarkup(this.#drawing(this.#of))
    this.#enable()
    if (hadFocus) this.#control('of').focus({ preventScroll: true })
  }

  #drawing(of: string): RivalsDrawing {
    const { name, operand } = this.#work
    const pair = this.#came ?? this.#baked
    return {
      ...pair,
      ...comparedView(pair, of),
      work: `${name}(${operand})`,
      functions: functionsIn(pair),
    }
  }

  #enable(): void {
    for (const control of this.querySelectorAll<HTMLSelectElement>(
      '.rivals :disabled',
    )) {
      control.disabled = false
    }
  }

  #control(name: string): HTMLSelectElement {
    return this.piece<HTMLSelectElement>(`[data-name="${name}"]`)
  }
}

customElements.define('two-compilers', TwoCompilers)
