/**
 * <next-token>: what the storyteller holds likely after a text, as bars that the
 * sliders bend; one is clicked or drawn, and the odds for the next place come.
 * The model comes only when odds are asked for that are not here yet.
 */
import type { Candidate } from '../../engines/engine.ts'
import { chancesOf, draw, fallOf, type Chance } from '../../engines/odds.ts'
import { chanceWords, tokenName } from '../../figures/odds.ts'
import {
  candidatesAt,
  placeOf,
  type Place,
} from '../../storyteller/likely-place.ts'
import { ownTokenizer } from '../../storyteller/own-tokenizer.ts'
import { LiveIsland, type Acts, type State } from '../island.ts'
import { Resetting } from '../resetting.ts'
import { Working } from '../working.ts'
import { isLoaded, oddsAfter, prepareOdds } from './foresight.ts'
import { Knobs, type Settings } from './knobs.ts'
import {
  isOver,
  LONGEST_WAY,
  shortened,
  soundWay,
  turned,
  type Way,
} from './way.ts'
import { WayView } from './way-view.ts'

interface NextState extends State, Settings {
  /** The prompt. */
  text: string
  taken: number[]
  places: Place[]
  /** The place whose odds are shown. */
  looked: number
}

/** Tokens that “Ten more” draws. */
const MORE = 10

const OVER = 'The story is over. Go back, or take another way.'
const FULL = `A way has ${LONGEST_WAY} tokens here. Go back to another place.`

class NextToken extends LiveIsland<NextState> {
  readonly #working = new Working(this, ['draw', 'Draw'])
  readonly #resetting = new Resetting<NextState>(
    this,
    {
      untouched: 'This is the original.',
      reset: 'The original is back.',
      undone: 'Your story is back.',
    },
    (words) => this.#working.status(words),
  )
  #knobs!: Knobs
  #view!: WayView
  #way: Way = { taken: [], places: [] }
  #looked = 0
  /** How often the reader went elsewhere: what was asked before is nobody's then. */
  #left = 0
  /** One token comes after the other. */
  #queue: Promise<unknown> = Promise.resolve()

  protected get acts(): Acts {
    return {
      draw: () => this.#inTurn(() => this.#draw(1)),
      more: () => this.#inTurn(() => this.#draw(MORE)),
      look: () => this.#inTurn(() => this.#goTo(this.#way)),
      back: () => this.#inTurn(() => this.#back()),
      stop: () => this.#working.stop(),
      reset: () => this.#resetting.reset() && this.changed(),
      'undo-reset': () => this.#resetting.undo() && this.changed(),
    }
  }

  /** `take-N` takes the N-th of the list, `look-N` shows the odds of a place. */
  override act(name: string): void {
    const [, act, number] = /^(take|look)-(\d+)$/.exec(name) ?? []
    if (act === 'take') this.#inTurn(() => this.#take(Number(number) - 1))
    else if (act === 'look') this.#look(Number(number))
    else super.act(name)
  }

  protected mount(): void {
    this.#knobs = new Knobs(this, () => this.#bent())
    this.#view = new WayView(this, () => ({
      way: this.#way,
      looked: this.#looked,
      chancesAt: (place) => this.#chances(place),
    }))
    this.#way = this.#bakedWay
    this.#box.addEventListener('input', () => this.#typed())
    // Something may have been typed or set before this script was here.
    if (this.#box.value !== this.untouched.text) this.#typed()
    else if (!this.isUntouched) this.#bent()
  }

  get state(): NextState {
    return {
      version: 1,
      text: this.#box.value,
      ...this.#way,
      looked: this.#looked,
      ...this.#knobs.settings,
    }
  }

  get untouched(): NextState {
    return {
      version: 1,
      text: this.#box.defaultValue,
      ...this.#bakedWay,
      looked: 0,
      ...this.#knobs.untouched,
    }
  }

  get #bakedWay(): Way {
    const place = JSON.parse(this.dataset['odds']!) as Place
    return { taken: [], places: [place] }
  }

  override prepare(): void {
    prepareOdds()
  }

  restore(state: NextState): void {
    this.#working.giveUp()
    this.#left++
    this.#resetting.forget()
    this.#box.value = state.text
    this.#knobs.settings = state
    this.#way = soundWay(state)
    this.#looked = Math.min(Math.max(0, state.looked), this.#last)
    this.#working.trouble('')
    this.#view.show()
    this.#say('')
  }

  /** A slide may set another text alone: its odds are asked for. */
  override replay(state: NextState): void {
    const isOther = state.text !== this.#box.value
    const own =
      JSON.stringify(state.places) === JSON.stringify(this.#way.places)
    if (!isOther || !own) return this.restore(state)
    this.restore({ ...state, taken: [], places: [] })
    this.#inTurn(() => this.#goTo(this.#way))
  }

  get #box(): HTMLTextAreaElement {
    return this.piece('textarea')
  }

  /** The last place that a way has odds for. */
  get #last(): number {
    return Math.max(0, this.#way.places.length - 1)
  }

  #chances(place: number): Chance[] {
    const candidates = candidatesAt(this.#way.places[place])
    return chancesOf(candidates, this.#knobs.settings)
  }

  #inTurn(act: () => unknown): void {
    if (this.#working.isBusy) return
    this.#queue = this.#queue.then(act)
  }

  /** Another prompt has no odds yet; with the model there, they come at once. */
  #typed(): void {
    this.#resetting.forget()
    this.#left++
    this.#way = { taken: [], places: [] }
    this.#looked = 0
    this.#view.show()
    this.#say('')
    this.changed()
    if (isLoaded()) this.#inTurn(() => this.#goTo(this.#way))
  }

  #bent(): void {
    this.#resetting.forget()
    this.#view.bend()
    this.changed()
  }

  #look(place: number): void {
    this.#looked = Math.min(place, this.#last)
    this.#view.show()
    this.changed()
  }

  async #take(index: number): Promise<void> {
    const chosen = this.#chances(this.#looked)[index]
    if (chosen) await this.#choose(this.#looked, chosen)
  }

  /** Draws at the end of the way, again and again. */
  async #draw(count: number): Promise<void> {
    for (let drawn = 0; drawn < count; drawn++) {
      if (isOver(this.#way)) return this.#say(OVER)
      if (!(await this.#goTo(this.#way))) return
      const place = this.#way.taken.length
      const chances = this.#chances(place)
      const fall = fallOf(this.#knobs.settings.seed, place)
      if (!(await this.#choose(place, draw(chances, fall)))) return
    }
  }

  async #choose(place: number, { id, text, chance }: Chance): Promise<boolean> {
    if (place >= LONGEST_WAY) {
      this.#say(FULL)
      return false
    }
    const way = turned(this.#way, place, id)
    if (!(await this.#goTo(way))) return false
    this.#say(`${tokenName(text)}, ${chanceWords(chance)}`)
    return true
  }

  #back(): void {
    if (this.#way.taken.length === 0) return
    this.#way = shortened(this.#way)
    this.#looked = this.#last
    this.#view.show()
    this.#say('')
    this.changed()
  }

  /** Goes a way to its end, for whose odds the model is asked. @returns whether it is there */
  async #goTo(way: Way): Promise<boolean> {
    if (way.places.length > way.taken.length) return true
    const left = this.#left
    const candidates = isOver(way) ? [] : await this.#oddsAfter(way.taken)
    if (!candidates || left !== this.#left) return false
    this.#working.trouble('')
    this.#resetting.forget()
    const places = candidates.length > 0 ? [placeOf(candidates)] : []
    this.#way = { taken: way.taken, places: [...way.places, ...places] }
    this.#looked = this.#last
    this.#view.show()
    this.changed()
    return true
  }

  #oddsAfter(taken: readonly number[]): Promise<Candidate[] | undefined> {
    const prompt = ownTokenizer.encode(this.#box.value)
    return oddsAfter([...prompt, ...taken], this.#working)
  }

  #say(words: string): void {
    this.piece('.odds-said').textContent = words
  }
}

customElements.define('next-token', NextToken)
