/**
 * <roll-call>: a model is asked who is in a team, as often as one likes, and each
 * name is held against the list. Answers are state: links and other windows show
 * and count them without a model.
 */
import type { Model } from '../../engines/engine.ts'
import { storyteller } from '../../engines/storyteller.ts'
import {
  isRun,
  isSameWay,
  listOf,
  type Run,
  type TeamList,
  type Wish,
} from '../../roll/roll.ts'
import { LiveIsland, type Acts, type State } from '../island.ts'
import { narrator } from '../narrator.ts'
import { Resetting } from '../resetting.ts'
import { checkpointTellers, storedTellers, type Teller } from '../tellers.ts'
import { Working, type Watcher } from '../working.ts'
import { RollControls, type Settings } from './roll-controls.ts'
import { answerOf } from './roll-asking.ts'
import { RollView, type Look } from './roll-view.ts'

interface RollState extends State, Settings {
  /** What was answered, one way of asking beside the other. */
  runs: Run[]
  look: { run: number; answer: number }
}

/** Side by side; the oldest goes. */
const MOST_RUNS = 6

class RollCall extends LiveIsland<RollState> {
  #controls!: RollControls
  #view!: RollView
  #baked!: RollState
  #runs!: Run[]
  #look!: Look
  #tellers: readonly Teller[] = checkpointTellers
  readonly #working = new Working(this, ['ask', 'Ask'])
  readonly #resetting = new Resetting<RollState>(
    this,
    {
      untouched: 'All is as it was.',
      reset: 'The first answers are back.',
      undone: 'Yours are back.',
    },
    (words) => this.#working.status(words),
  )

  protected get acts(): Acts {
    return {
      ask: () => this.#ask(),
      stop: () => this.#working.stop(),
      reset: () => this.#resetting.reset() && this.changed(),
      'undo-reset': () => this.#resetting.undo() && this.changed(),
    }
  }

  /** `look-2` shows the second run. */
  override act(name: string): void {
    const [, run] = /^look-([1-6])$/.exec(name) ?? []
    if (run) this.#lookAt({ ...this.#look, run: Number(run) - 1 })
    else super.act(name)
  }

  protected mount(): void {
    const { runs, look } = JSON.parse(this.dataset['called']!) as RollState
    const { answers, ...wish } = runs[look.run]!
    this.#baked = { version: 1, ...wish, count: answers.length, runs, look }
    this.#runs = runs
    this.#look = look
    this.#view = new RollView(
      this,
      (model) => this.#listOf(model),
      (picked) => this.#lookAt(picked),
    )
    this.#controls = new RollControls(this, (name) => this.#edited(name))
    void this.#offerStored()
    // Something may have been chosen before this script was here.
    if (this.#chosen !== look.answer) this.#edited('answer')
    if (!this.isUntouched) this.changed()
  }

  get state(): RollState {
    const { settings } = this.#controls
    return { version: 1, ...settings, runs: this.#runs, look: this.#look }
  }

  get untouched(): RollState {
    return this.#baked
  }

  override prepare(
    acts: readonly string[],
    { model = this.#controls.model }: { model?: string },
  ): void {
    const teller = checkpointTellers.find(({ name }) => name === model)
    if (acts.includes('ask') && teller) narrator.prepare(teller.model)
  }

  restore({ runs, look, ...settings }: RollState): void {
    this.#controls.settings = settings
    this.#resetting.forget()
    const whole = runs.filter(isRun).slice(-MOST_RUNS)
    if (whole.length === 0) return
    if (JSON.stringify(whole) !== JSON.stringify(this.#runs)) {
      this.#working.giveUp()
      this.#working.trouble('')
    }
    this.#show(whole, look)
  }

  #show(runs: Run[], { run, answer }: Look): void {
    this.#runs = runs
    const at = Math.min(Math.max(Math.trunc(run), 0), runs.length - 1)
    const last = runs[at]!.answers.length - 1
    this.#look = {
      run: at,
      answer: Math.min(Math.max(Math.trunc(answer), 0), last),
    }
    this.#view.show(this.#runs, this.#look)
  }

  #lookAt(look: Look): void {
    this.#show(this.#runs, look)
    this.changed()
  }

  #edited(name: string): void {
    if (name === 'answer') {
      this.#lookAt({ ...this.#look, answer: this.#chosen })
      return
    }
    if (name === 'model') this.#askItsWay()
    this.#resetting.forget()
    this.changed()
  }

  /** The answer that the slider is at. */
  get #chosen(): number {
    const name = '[data-name="answer"]'
    return this.piece<HTMLInputElement>(name).valueAsNumber - 1
  }

  /** A question that nobody has changed follows the model. */
  #askItsWay(): void {
    const questions = [listOf(true).question, listOf(false).question]
    if (!questions.includes(this.#controls.settings.prompt)) return
    this.#controls.prompt = this.#listOf(this.#controls.model).question
  }

  /** Models that are stored here already: asking them downloads nothing. */
  async #offerStored(): Promise<void> {
    const stored = await storedTellers()
    this.#tellers = [...checkpointTellers, ...stored]
    this.#controls.offer(stored)
  }

  async #ask(): Promise<void> {
    if (this.#working.isBusy) return
    const { count, ...wish } = this.#controls.settings
    this.#resetting.forget()
    const done = await this.#working.run(async (watcher) => {
      await this.#call(wish, count, watcher)
      return true
    })
    if (!done) return
    const times = count === 1 ? 'once' : `${count} times`
    this.#working.status(`Asked ${times}.`)
  }

  /** Asks so many times; what was answered when it is stopped stays. */
  async #call(wish: Wish, count: number, watcher: Watcher): Promise<void> {
    const others = this.#runs.filter((run) => !isSameWay(run, wish))
    const kept = others.slice(1 - MOST_RUNS)
    const model = this.#model(wish.model)
    const list = this.#listOf(wish.model)
    const answers: string[] = []
    const shown = () => this.#runs.at(-1)?.answers === answers
    try {
      while (answers.length < count) {
        const told = `${answers.length} of ${count}`
        const seed = (wish.seed + answers.length) % 2 ** 32
        answers.push(
          await answerOf(model, list, { ...wish, seed }, watcher, told),
        )
        this.#show([...kept, { ...wish, answers }], {
          run: kept.length,
          answer: answers.length - 1,
        })
      }
    } finally {
      // Another state that came in between has its own answers.
      if (shown()) {
        this.#runs = [...kept, { ...wish, answers: [...answers] }]
        this.changed()
      }
    }
  }

  #listOf(model: string): TeamList {
    return listOf(checkpointTellers.some(({ name }) => name === model))
  }

  #model(model: string): Model {
    const teller = this.#tellers.find(({ name }) => name === model)
    return teller?.model ?? storyteller()
  }
}

customElements.define('roll-call', RollCall)
