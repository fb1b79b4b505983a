/**
 * <level-prices>: a program that does some work is compiled at each level, and
 * measured: sizes, and the times of compiling it and of its work.
 */
import {
  hasWork,
  LEVELS,
  lineStarts,
  positionIn,
  problemsIn,
  type Stop,
} from '../../examplescript/examplescript.ts'
import { levelsDrawnMarkup } from '../../figures/levels.ts'
import type { Acts } from '../island.ts'
import type { Levels } from '../messages.ts'
import { work } from '../workshop.ts'
import { WorkshopIsland } from '../workshop-island.ts'
import { Look } from './level-look.ts'
import type { LevelState, Measured, Offered } from './level-state.ts'

class LevelPrices extends WorkshopIsland<LevelState> {
  protected readonly primary = ['run', 'Measure'] as const
  #offered: Offered[] = []
  #chosen!: Offered
  #drafts = new Map<string, string>()
  #ran: Measured | undefined
  #look!: Look
  #reading: Promise<unknown> | undefined

  protected override get acts(): Acts {
    const looks = [...LEVELS.keys()].map(
      (level) => [`look ${level}`, () => this.#lookAt(level)] as const,
    )
    return {
      ...super.acts,
      run: () => this.#run(),
      ...Object.fromEntries(looks),
    }
  }

  protected override get waitsForRun(): boolean {
    return true
  }

  protected override mount(): void {
    this.#offered = JSON.parse(this.dataset['programs']!) as Offered[]
    this.#chosen = this.#offered[0]!
    this.#look = new Look(this, this.#chosen.source, (source, levels) =>
      this.#read(source, levels),
    )
    super.mount()
    this.addEventListener('change', () => this.#takeChoice())
    // Something may have been chosen before this script was here.
    this.#takeChoice()
  }

  #takeChoice(): void {
    const name = this.#select?.value ?? this.#chosen.name
    if (name !== this.#chosen.name) this.#choose(name)
    else if (this.#look.takeWritten()) void this.#lookedAt()
  }

  /** Absent where there is but one program. */
  get #select(): HTMLSelectElement | null {
    return this.querySelector('[data-name="program"]')
  }

  get state(): LevelState {
    return {
      ...this.programState,
      ...this.#look.choice,
      program: this.#chosen.name,
      drafts: this.#draftsOf((name) => this.#drafts.get(name) ?? ''),
      ...(this.#ran && { ran: this.#ran }),
    }
  }

  get untouched(): LevelState {
    return {
      ...this.untouchedProgram,
      ...this.#look.untouched,
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
    this.#look.choice = state
    this.#look.show(this.#shown)
    this.trouble('')
    super.restore(state)
  }

  override replay(state: LevelState): void {
    const { program, text, ran } = state
    const look = this.#look.untouched
    if (isSame({ ...state, ...look }, { ...this.state, ...look })) {
      // Back from a run that is not through; who only looks elsewhere stops none.
      if (isSame(state, this.state)) this.giveUp()
      this.#look.choice = state
      void this.#look.read(this.#shown)
      return
    }
    // A slide that names another program means that program’s own text.
    const isNamed = program !== this.#chosen.name && text === this.text
    if (isNamed) this.#choose(program)
    else this.restore(state)
    if (ran?.program === this.#chosen.name) {
      this.#ran = ran
      this.#draw()
      this.textChanged()
    }
    if (this.#ran || !this.#look.isUntouched) void this.#look.read(this.#shown)
  }

  protected problems(text: string) {
    return problemsIn(this.language, text)
  }

  /** What is shown is dimmed while it is of another text than the program's. */
  protected textChanged(): void {
    this.toggleAttribute('data-stale', this.text !== this.#shown)
  }

  /** The text that sizes, times and texts of levels are of. */
  get #shown(): string {
    return this.#ran?.text ?? this.#chosen.source
  }

  #lookAt(level: string): void {
    this.#look.lookAt(level)
    void this.#lookedAt()
  }

  async #lookedAt(): Promise<void> {
    this.changed()
    await this.#look.read(this.#shown)
  }

  /** Texts that are no longer wanted give way to those that are. */
  async #read(source: string, levels: string[]): Promise<string[] | undefined> {
    if (this.#reading) this.giveUp()
    const reading = this.working((watcher) =>
      work('texts', { source, levels }, watcher),
    )
    this.#reading = reading
    const texts = await reading
    if (this.#reading === reading) this.#reading = undefined
    return texts
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
    // Once somebody has asked for texts, they come along.
    if (this.#look.hasRead) void this.#look.read(this.#shown)
  }

  get #call(): string {
    const { name, operand } = this.#chosen.work
    return `${name}(${operand})`
  }

  async #run(): Promise<void> {
    const { text } = this
    const wrong = this.#wrong(text)
    if (wrong) return this.trouble(wrong)
    // Its own texts come behind it.
    if (this.#reading) this.giveUp()
    const order = { source: text, work: this.#chosen.work }
    const came = await this.working((watcher) => work('levels', order, watcher))
    if (!came) return
    if ('stop' in came) return this.trouble(this.#stopWords(came))
    this.#ran = { program: this.#chosen.name, text, came }
    this.#draw()
    this.textChanged()
    this.question?.reveal()
    this.changed()
    await this.#look.read(this.#shown)
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
    const drawing = {
      rows: levels ?? this.#chosen.sizes,
      looked: this.#look.choice.look,
      work: this.#call,
      ...(levels && { measured: measured as Omit<Levels, 'levels'> }),
    }
    this.piece('.levels-drawn').innerHTML = levelsDrawnMarkup(drawing, '')
    this.#look.show(this.#shown)
  }
}

function isSame(one: LevelState, other: LevelState): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

customElements.define('level-prices', LevelPrices)
