/**
 * <level-prices>: a program that does some work is compiled at each level, and
 * measured: sizes, and the times of compiling it and of its work.
 */
import {
  hasWork,
  lineStarts,
  positionIn,
  problemsIn,
  type Stop,
  type Work,
} from '../../examplescript/examplescript.ts'
import { levelsDrawnMarkup } from '../../figures/levels.ts'
import type { LevelSize } from '../../prices/prices.ts'
import type { Acts } from '../island.ts'
import type { Levels } from '../messages.ts'
import type { ProgramState } from '../program-island.ts'
import { work } from '../workshop.ts'
import { WorkshopIsland } from '../workshop-island.ts'

/** A program that the card offers, as the build wrote it down. */
interface Offered {
  name: string
  source: string
  work: Work
  sizes: LevelSize[]
}

interface LevelState extends ProgramState {
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

interface Measured {
  program: string
  text: string
  came: Levels
}

class LevelPrices extends WorkshopIsland<LevelState> {
  protected readonly primary = ['run', 'Measure'] as const
  #offered: Offered[] = []
  #chosen!: Offered
  #drafts = new Map<string, string>()
  #ran: Measured | undefined

  protected override get acts(): Acts {
    return { ...super.acts, run: () => this.#run() }
  }

  protected override get waitsForRun(): boolean {
    return true
  }

  protected override mount(): void {
    this.#offered = JSON.parse(this.dataset['programs']!) as Offered[]
    this.#chosen = this.#offered[0]!
    super.mount()
    const select = this.#select
    if (!select) return
    select.addEventListener('change', () => this.#choose(select.value))
    // Another one may have been chosen before this script was here.
    if (select.value !== this.#chosen.name) this.#choose(select.value)
  }

  /** Absent where there is but one program. */
  get #select(): HTMLSelectElement | null {
    return this.querySelector('[data-name="program"]')
  }

  get state(): LevelState {
    return {
      ...this.programState,
      program: this.#chosen.name,
      drafts: this.#draftsOf((name) => this.#drafts.get(name) ?? ''),
      ...(this.#ran && { ran: this.#ran }),
    }
  }

  get untouched(): LevelState {
    return {
      ...this.untouchedProgram,
      program: this.#offered[0]!.name,
      drafts: this.#draftsOf(() => ''),
    }
  }

  #draftsOf(text: (name: string) => string): Record<string, string> {
    return Object.fromEntries(
      this.#offered.map(({ name }) => [name, text(name)]),
    )
  }

  override restore(state: LevelState): void {
    this.giveUp()
    this.#drafts = new Map(Object.entries(state.drafts))
    this.#take(state.program)
    this.trouble('')
    super.restore(state)
  }

  override replay(state: LevelState): void {
    const { program, text, ran } = state
    // A slide that names another program means that program’s own text.
    const isNamed = program !== this.#chosen.name && text === this.text
    if (isNamed) this.#choose(program)
    else this.restore(state)
    if (ran?.program !== this.#chosen.name) return
    this.#ran = ran
    this.#draw()
    this.textChanged()
  }

  protected problems(text: string) {
    return problemsIn(this.language, text)
  }

  /** What is shown is dimmed while it is of another text than the program's. */
  protected textChanged(): void {
    const shown = this.#ran?.text ?? this.#chosen.source
    this.toggleAttribute('data-stale', this.text !== shown)
  }

  /** Takes another program, with the sizes that the build knows. */
  #take(name: string): void {
    const [first] = this.#offered
    this.#chosen = this.#offered.find((one) => one.name === name) ?? first!
    const select = this.#select
    if (select) select.value = this.#chosen.name
    this.#ran = undefined
    this.#draw()
  }

  #choose(name: string): void {
    const { text } = this
    const { name: before, source } = this.#chosen
    if (text === source) this.#drafts.delete(before)
    else this.#drafts.set(before, text)
    const drafts = this.#draftsOf((one) => this.#drafts.get(one) ?? '')
    this.#take(name)
    const chosen = drafts[name] || this.#chosen.source
    this.restore({ ...this.state, drafts, text: chosen })
    this.changed()
  }

  get #call(): string {
    const { name, operand } = this.#chosen.work
    return `${name}(${operand})`
  }

  async #run(): Promise<void> {
    const { text } = this
    const wrong = this.#wrong(text)
    if (wrong) return this.trouble(wrong)
    const order = { source: text, work: this.#chosen.work }
    const came = await this.working((watcher) => work('levels', order, watcher))
    if (!came) return
    if ('stop' in came) return this.trouble(this.#stopWords(came))
    this.#ran = { program: this.#chosen.name, text, came }
    this.#draw()
    this.textChanged()
    this.question?.reveal()
    this.changed()
  }

  /** Why a text cannot be measured, if it cannot. */
  #wrong(text: string): string | undefined {
    const [problem] = this.problems(text)
    if (problem) {
      const { line } = positionIn(lineStarts(text), problem.from)
      return `Nothing is measured, as the program has a problem in line ${line}: ${problem.message}`
    }
    if (hasWork(text, this.#chosen.work)) return undefined
    return `Nothing is measured, as ${this.#call} is what runs, and the program exports no function of that name.`
  }

  #stopWords({ level, stop }: { level: string; stop: Stop }): string {
    const { line, message, hint = '' } = stop
    const place = line === undefined ? '' : ` in line ${line}`
    return `At ${level}, ${this.#call} stopped${place}: ${message} ${hint}`
  }

  #draw(): void {
    const { levels, ...measured } = this.#ran?.came ?? {}
    this.piece('.levels-drawn').innerHTML = levelsDrawnMarkup({
      rows: levels ?? this.#chosen.sizes,
      work: this.#call,
      ...(levels && { measured: measured as Omit<Levels, 'levels'> }),
    })
  }
}

customElements.define('level-prices', LevelPrices)
