/** The sliders that bend the odds, and the seed that chance falls by. */
import type { Sampling } from '../../engines/odds.ts'
import { MOST_KNOWN } from '../../storyteller/likely-place.ts'

export interface Settings extends Sampling {
  seed: number
}

const RANGES = {
  temperature: [0, 2],
  topK: [1, MOST_KNOWN],
  topP: [0.05, 1],
  seed: [0, 0xffff_ffff],
} as const

export class Knobs {
  readonly #card: HTMLElement

  constructor(card: HTMLElement, changed: () => void) {
    this.#card = card
    for (const name of NAMES) {
      this.#input(name).addEventListener('input', () => {
        this.#tell(name)
        changed()
      })
      this.#tell(name)
    }
  }

  /** As the page was made. */
  get untouched(): Settings {
    return settingsOf((name) => this.#input(name).defaultValue)
  }

  get settings(): Settings {
    return settingsOf((name) => this.#input(name).value)
  }

  /** @param settings from anywhere: each is brought into its range */
  set settings(settings: Settings) {
    const sound = settingsOf((name) => settings[name])
    for (const name of NAMES) {
      this.#input(name).value = String(sound[name])
      this.#tell(name)
    }
  }

  #input(name: keyof Settings): HTMLInputElement {
    return this.#card.querySelector(`[data-name="${name}"]`)!
  }

  /** What a slider is at stands beside it. */
  #tell(name: keyof Settings): void {
    const { value, labels } = this.#input(name)
    const place = labels![0]!.parentElement!.querySelector('.knob-at')
    if (place) place.textContent = value
  }
}

const NAMES = Object.keys(RANGES) as (keyof Settings)[]

function settingsOf(valueOf: (name: keyof Settings) => unknown): Settings {
  const entries = NAMES.map((name) => {
    const [least, most] = RANGES[name]
    const number = Number(valueOf(name)) || 0
    const whole = name === 'topK' || name === 'seed'
    const sound = Math.min(Math.max(number, least), most)
    return [name, whole ? Math.round(sound) : sound]
  })
  return Object.fromEntries(entries) as Settings
}
