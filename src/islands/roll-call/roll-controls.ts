/** How a roll is called: which model, how it is helped, and how often. */
import { isRemedy, type Wish } from '../../roll/roll.ts'
import { numberIn, sayValue } from '../knob.ts'

export interface Settings extends Wish {
  count: number
}

export class RollControls {
  readonly #card: HTMLElement

  constructor(card: HTMLElement, changed: (name: string) => void) {
    this.#card = card
    card.addEventListener('input', ({ target }) => {
      const box = target as HTMLInputElement
      this.#sayValue(box)
      changed(box.dataset['name'] ?? 'prompt')
    })
  }

  get settings(): Settings {
    const remedy = this.#value('remedy')
    return {
      model: this.#value('model'),
      prompt: this.#prompt.value,
      temperature: this.#number('temperature'),
      seed: Math.round(this.#number('seed')),
      remedy: isRemedy(remedy) ? remedy : 'as-is',
      count: Number(this.#value('count')),
    }
  }

  set settings({ model, remedy, temperature, seed, count, prompt }: Settings) {
    const boxes = { model, remedy, temperature, seed, count }
    for (const [name, value] of Object.entries(boxes)) {
      const box = this.#box(name)
      const before = box.value
      box.value = String(value)
      // A choice that is not offered here leaves what was chosen.
      if (box.selectedIndex === -1) box.value = before
      this.#sayValue(box)
    }
    this.prompt = prompt
  }

  set prompt(prompt: string) {
    if (this.#prompt.value !== prompt) this.#prompt.value = prompt
  }

  get model(): string {
    return this.#value('model')
  }

  /** Offers models that are here already, behind those of the site. */
  offer(models: readonly { name: string; words: string }[]): void {
    const group = document.createElement('optgroup')
    group.label = 'On your graphics card'
    for (const { name, words } of models) group.append(new Option(words, name))
    if (models.length > 0) this.#box('model').append(group)
  }

  /** What a box says, within its bounds; of nothing, the least. */
  #number(name: string): number {
    return numberIn(this.#box(name) as unknown as HTMLInputElement, 0)
  }

  #value(name: string): string {
    return this.#box(name).value
  }

  #sayValue(box: HTMLElement & { value: string }) {
    // The view says which answer is shown.
    if (box.dataset['name'] !== 'answer') sayValue(box)
  }

  get #prompt(): HTMLTextAreaElement {
    return this.#card.querySelector('textarea')!
  }

  #box(name: string): HTMLSelectElement {
    return this.#card.querySelector(`[data-name="${name}"]`)!
  }
}
