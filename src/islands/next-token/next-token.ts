/**
 * <next-token>: what the storyteller holds likely after a text, as bars that the
 * sliders bend; one is clicked or drawn, and the odds for the next place come.
 * The model comes only when odds are asked for that are not here yet.
 */
import type { Candidate } from '../../engines/engine.ts'
import { chancesOf, draw, fallOf, type Chance } from '../../engines/odds.ts'
import { chanceWords, tokenName, wayMarkup } from '../../figures/odds.ts'
import {
  candidatesAt,
  placeOf,
  type Place,
} from '../../storyteller/likely-place.ts'
import { ownTokenizer } from '../../storyteller/own-tokenizer.ts'
import { LiveIsland, type Acts, type State } from '../island.ts'
import { Resetting } from '../resetting.ts'
import { Working } from '../working.ts'
import { Bars } from './bars.ts'
import { candidatesAfter, isLoaded, load } from './foresight.ts'
import { Knobs, type Settings } from './knobs.ts'
import { isOver, LONGEST_WAY, soundWay, turned, type Way } from './way.ts'

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
  #bars!: Bars
  #way: Way = { taken: [], places: [] }
  #looked = 0
  /** However fast one clicks, one token comes after the other. */
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
    this.#bars = new Bars(this.piece('.odds'))
    this.#way = this.#bakedWay
    this.#box.addEventListener('input', () => this.#typed())
    const way = this.piece('.way')
    way.addEventListener('pointerover', (event) => this.#preview(event))
    way.addEventListener('pointerleave', (event) => this.#preview(event))
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

  restore(state: NextState): void {
    this.#working.giveUp()
    this.#resetting.forget()
    this.#box.value = state.text
    this.#knobs.settings = state
    this.#way = soundWay(state)
    this.#looked = Math.min(Math.max(0, state.looked), this.#last)
    this.#working.trouble('')
    this.#show()
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

  #candidates(place: number): Candidate[] {
    return candidatesAt(this.#way.places[place])
  }

  #chances(place: number): Chance[] {
    return chancesOf(this.#candidates(place), this.#knobs.settings)
  }

  #inTurn(act: () => unknown): void {
    if (this.#working.isBusy) return
    this.#queue = this.#queue.then(act)
  }

  /** Another prompt has no odds yet; with the model there, they come at once. */
  #typed(): void {
    this.#resetting.forget()
    this.#way = { taken: [], places: [] }
    this.#looked = 0
    this.#show()
    this.#say('')
    this.changed()
    if (isLoaded()) this.#inTurn(() => this.#goTo(this.#way))
  }

  #bent(): void {
    this.#resetting.forget()
    this.#bars.bend(this.#chances(this.#looked))
    this.changed()
  }

  #look(place: number): void {
    this.#looked = Math.min(place, this.#last)
    this.#show()
    this.changed()
  }

  async #take(index: number): Promise<void> {
    const chosen = this.#chances(this.#looked)[index]
    if (!chosen) return
    await this.#choose(this.#looked, chosen)
  }

  /** Draws at the end of the way, again and again. */
  async #draw(count: number): Promise<void> {
    if (this.#way.places.length === 0 && !(await this.#goTo(this.#way))) return
    for (let drawn = 0; drawn < count; drawn++) {
      const place = this.#way.taken.length
      const chances = this.#chances(place)
      if (chances.length === 0) return this.#sayEnd()
      const fall = fallOf(this.#knobs.settings.seed, place)
      if (!(await this.#choose(place, draw(chances, fall)))) return
    }
  }

  async #choose(place: number, { id, text, chance }: Chance): Promise<boolean> {
    if (place >= LONGEST_WAY) {
      this.#say(
        `A way has ${LONGEST_WAY} tokens here. Go back to another place.`,
      )
      return false
    }
    const way = turned(this.#way, place, id)
    if (!(await this.#goTo(way))) return false
    this.#say(`${tokenName(text)}, ${chanceWords(chance)}`)
    return true
  }

  #sayEnd(): void {
    if (isOver(this.#way))
      this.#say('The story is over. Go back, or take another way.')
  }

  #back(): void {
    const { taken, places } = this.#way
    if (taken.length === 0) return
    this.#way = {
      taken: taken.slice(0, -1),
      places: places.slice(0, taken.length),
    }
    this.#looked = this.#last
    this.#show()
    this.#say('')
    this.changed()
  }

  /** Goes a way to its end, for whose odds the model is asked. @returns whether it is there */
  async #goTo(way: Way): Promise<boolean> {
    const { value: text } = this.#box
    const candidates = isOver(way) ? [] : await this.#ask(text, way.taken)
    // While it was asked, the reader may have gone elsewhere.
    if (!candidates || text !== this.#box.value) return false
    this.#resetting.forget()
    const places = candidates.length > 0 ? [placeOf(candidates)] : []
    this.#way = { taken: way.taken, places: [...way.places, ...places] }
    this.#looked = this.#last
    this.#show()
    this.changed()
    return true
  }

  /** @returns the likeliest tokens, or nothing where that was not to be */
  async #ask(
    text: string,
    taken: readonly number[],
  ): Promise<Candidate[] | undefined> {
    if (!isLoaded()) {
      const loaded = await this.#working.run(async (watcher) => {
        await load(watcher)
        return true
      })
      if (!loaded) return undefined
    }
    try {
      return await candidatesAfter([...ownTokenizer.encode(text), ...taken])
    } catch (error) {
      this.#working.trouble((error as Error).message)
      return undefined
    }
  }

  #say(words: string): void {
    this.piece('.odds-said').textContent = words
  }

  /** Shows a place for as long as one points at it. */
  #preview({ type, target }: Event): void {
    const token = (target as Element).closest<HTMLElement>('[data-act]')
    const [, pointed] = /^look-(\d+)$/.exec(token?.dataset['act'] ?? '') ?? []
    const isOn = type === 'pointerover' && pointed !== undefined
    this.#showOdds(isOn ? Number(pointed) : this.#looked)
  }

  #showOdds(place: number): void {
    if (place === this.#bars.place) return
    this.#bars.show(place, this.#chances(place), this.#way.taken[place])
    this.#enable()
  }

  #show(): void {
    const act = this.#focusedAct
    const steps = this.#way.taken.map((id, place) => {
      const all = this.#candidates(place)
      const { text, logprob } = all.find((one) => one.id === id)!
      return { text, own: Math.exp(logprob) }
    })
    const way = this.piece('.way')
    way.innerHTML = wayMarkup(steps, this.#looked, isOver(this.#way))
    if (this.#looked === this.#last) way.scrollTop = way.scrollHeight
    this.#bars.forget()
    this.#showOdds(this.#looked)
    this.piece('.odds-none').hidden = this.#way.places.length > 0
    this.#enable()
    if (act) this.querySelector<HTMLElement>(act)?.focus()
  }

  /** The focus stays on what is drawn anew, where that is still there. */
  get #focusedAct(): string {
    const { activeElement } = document
    if (!activeElement?.matches('next-token :is(.way, .odds) button')) return ''
    const { act } = (activeElement as HTMLElement).dataset
    return this.contains(activeElement) ? `[data-act="${act}"]` : ''
  }

  #enable(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>(
      ':disabled',
    )) {
      button.disabled = false
    }
  }
}

customElements.define('next-token', NextToken)
