/**
 * <staged-program>: a program and all that becomes of it, from its tokens to its
 * bytes. Pointing at a piece lights up what it came from and what it became.
 */
import type { Acts } from '../island.ts'
import { RunningIsland, type RunState } from '../running-island.ts'
import { Views, type ViewChoice } from './views.ts'

type StagedState = RunState & ViewChoice

class StagedProgram extends RunningIsland<StagedState> {
  #views!: Views

  protected override get acts(): Acts {
    return { ...super.acts, ...this.#views.acts, ...this.#examples }
  }

  /** Programs to start from, where there are some. */
  get #examples(): Acts {
    const items = this.querySelectorAll<HTMLElement>('.examples > ul > li')
    return Object.fromEntries(
      [...items].map((item, index) => {
        const { textContent } = item.querySelector('pre')!
        const title = item.querySelector('summary')!.textContent!
        return [`example-${index}`, () => this.#start(title, textContent!)]
      }),
    )
  }

  #start(title: string, text: string): void {
    this.replaceText(text)
    this.status(`${title} is there. Undo reset brings yours back.`)
    this.piece('[data-program], .editor').scrollIntoView({ block: 'nearest' })
  }

  protected override mount(): void {
    const box = this.piece('[data-program]')
    const original = box.dataset['original'] ?? box.textContent!
    this.#views = new Views(
      {
        element: this,
        onPoint: (place) => this.lightUp(place),
        onSelect: (place) => void this.select(place),
        onChoice: () => this.changed(),
      },
      original,
    )
    super.mount()
    this.textChanged()
  }

  get state(): StagedState {
    return { ...this.runState, ...this.#views.choice }
  }

  get untouched(): StagedState {
    return { ...this.untouchedProgram, ...this.#views.untouched }
  }

  override restore(state: StagedState): void {
    super.restore(state)
    this.#choose(state)
  }

  override replay(state: StagedState): void {
    super.replay(state)
    this.#choose(state)
  }

  /** A view of the module needs a Worker as a run does. */
  override prepare(
    acts: readonly string[],
    settings: Readonly<Record<string, unknown>>,
  ): void {
    const { view = this.#views.choice.view } = settings
    if (view === 'text' || view === 'bytes') this.prepareWork()
    else super.prepare(acts, settings)
  }

  #choose({ view, form, level }: StagedState): void {
    this.#views.choose({ view, form, level })
  }

  protected override textChanged(): void {
    super.textChanged()
    this.#views.follow(this.text)
  }

  protected override caretMoved(offset: number): void {
    this.#views.lightAt(offset)
  }
}

customElements.define('staged-program', StagedProgram)
