/** One side of a comparison: who tells, how that one is asked, and what came of it. */
import {
  MOST_TOKENS,
  paceWords,
  settingsWords,
  tokensWords,
  type Pace,
  type Settings,
  type Told,
} from '../../figures/story.ts'
import { numberIn, sayValue } from '../knob.ts'
import { tellPaced } from '../pacing.ts'
import { StoryLog } from '../story-log.ts'
import type { Teller } from '../tellers.ts'
import type { Watcher } from '../working.ts'

/** How one side is asked; the prompt is both sides'. */
export type Asked = Omit<Settings, 'prompt'>

export class TellerSide {
  told: Told
  readonly #place: HTMLElement
  readonly #log: StoryLog
  readonly #untouched: Asked

  constructor(place: HTMLElement, told: Told, changed: () => void) {
    this.#place = place
    this.told = told
    this.#untouched = askedOf(told)
    this.#log = new StoryLog(place.querySelector('.story-log')!)
    place.addEventListener('input', () => {
      this.#sayTemperature()
      changed()
    })
  }

  /** Who may tell, in place of those that the build knew of. */
  offer(tellers: readonly Teller[]): void {
    const box = this.#box<HTMLSelectElement>('model')
    const chosen = box.value
    box.replaceChildren(
      ...tellers.map(({ name, words }) => new Option(words, name)),
    )
    this.#choose(chosen)
  }

  get asked(): Asked {
    const { topK, topP } = this.#untouched
    return {
      seed: Math.round(this.#number('seed')),
      temperature: this.#number('temperature'),
      topK,
      topP,
      model: this.#box<HTMLSelectElement>('model').value,
    }
  }

  set asked({ seed, temperature, model }: Asked) {
    this.#box('seed').value = String(seed)
    this.#box('temperature').value = String(temperature)
    this.#sayTemperature()
    this.#choose(model)
  }

  show(told: Told): void {
    this.told = told
    this.#log.show(told.prompt, told.text)
    this.#describe(tokensWords(told.tokens))
  }

  /** @param changed called when a sentence has come to its end */
  async tell(
    prompt: string,
    teller: Teller,
    watcher: Watcher,
    changed: () => void,
  ): Promise<void> {
    const asked = this.asked
    const { temperature, topK, topP, seed } = asked
    let told: Told = { ...asked, prompt, text: '', tokens: 0, isWhole: false }
    let pace: Pace | undefined
    const begin = () => {
      if (this.told === told) return
      this.#log.open(prompt, '')
      this.told = told
    }
    const wish = {
      prompt: teller.promptOf(prompt),
      maxTokens: MOST_TOKENS,
      temperature,
      topK,
      topP,
      seed,
    }
    try {
      const { model } = teller
      const isWhole = await tellPaced(model, wish, watcher, (text, so) => {
        begin()
        pace = so
        told = { ...told, text: told.text + text, tokens: so.tokens }
        this.told = told
        this.#describe(tokensWords(told.tokens))
        if (this.#log.add(text)) changed()
      })
      begin()
      told = { ...told, isWhole }
      this.told = told
    } finally {
      if (this.told === told) {
        this.#log.close()
        this.#describe(pace ? paceWords(pace) : tokensWords(told.tokens))
      }
    }
  }

  #describe(pace: string): void {
    const { model } = this.told
    const words = settingsWords({ ...this.told, model: this.#words(model) })
    this.#place.querySelector('.story-how')!.textContent = words
    this.#place.querySelector('.story-pace')!.textContent = pace
  }

  /** What is called `model`, as its option says it. */
  #words(model: string): string {
    const { options } = this.#box<HTMLSelectElement>('model')
    return [...options].find(({ value }) => value === model)?.text ?? model
  }

  /** One that is not here any more, such as a model that was deleted, is still named. */
  #choose(model: string): void {
    const box = this.#box<HTMLSelectElement>('model')
    box.value = model
    if (box.value === model) return
    box.add(new Option(`${model} (not here)`, model))
    box.value = model
  }

  /** What a box says, within its bounds; what it says of nothing is the first value. */
  #number(name: 'seed' | 'temperature'): number {
    return numberIn(this.#box(name), this.#untouched[name])
  }

  #sayTemperature(): void {
    sayValue(this.#box('temperature'))
  }

  #box<E extends HTMLInputElement | HTMLSelectElement = HTMLInputElement>(
    name: string,
  ): E {
    return this.#place.querySelector<E>(`[data-name="${name}"]`)!
  }
}

export function askedOf(told: Told): Asked {
  const { seed, temperature, topK, topP, model } = told
  return { seed, temperature, topK, topP, model }
}
