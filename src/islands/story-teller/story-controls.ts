/** How a story is asked for: the prompt, the settings, and which model tells. */
import type { Settings } from '../../figures/story.ts'
import { numberIn, sayValue } from '../knob.ts'

/** A checkpoint that the page offers. */
interface Offered {
  name: string
  /** How far it came in its training, for people. */
  words: string
}

interface Heard {
  changed(): void
  fileChosen(file: File): void
}

export class StoryControls {
  readonly offered: readonly Offered[]
  readonly #card: HTMLElement
  readonly #untouched: Settings

  constructor(card: HTMLElement, untouched: Settings, heard: Heard) {
    this.#card = card
    this.#untouched = untouched
    this.offered = JSON.parse(card.dataset['models']!) as Offered[]
    // A slider that is at a model says so in words from the start.
    this.#sayValue(this.#box('model'))
    card.addEventListener('input', ({ target }) => {
      const box = target as HTMLInputElement
      if (box.type === 'file') return
      this.#sayValue(box)
      heard.changed()
    })
    this.#file.addEventListener('change', () => {
      const [file] = this.#file.files!
      if (file) heard.fileChosen(file)
    })
    card.addEventListener('dragover', (event) => {
      if (event.dataTransfer!.types.includes('Files')) event.preventDefault()
    })
    card.addEventListener('drop', (event) => {
      const [file] = event.dataTransfer!.files
      if (!file) return
      event.preventDefault()
      heard.fileChosen(file)
    })
  }

  /** The file that was chosen while nobody listened. */
  get file(): File | undefined {
    return this.#file.files![0]
  }

  get settings(): Settings {
    const stop = Number(this.#box('model').value)
    return {
      prompt: this.#prompt.value,
      seed: Math.round(this.#number('seed')),
      temperature: this.#number('temperature'),
      topK: Math.round(this.#number('topK')),
      topP: this.#number('topP'),
      model: this.offered[stop]!.name,
    }
  }

  set settings(settings: Settings) {
    const { prompt, seed, temperature, topK, topP, model } = settings
    const stop = this.offered.findIndex(({ name }) => name === model)
    const last = this.offered.length - 1
    for (const [name, value] of Object.entries({
      seed,
      temperature,
      topK,
      topP,
      model: stop < 0 ? last : stop,
    })) {
      const box = this.#box(name)
      box.value = String(value)
      this.#sayValue(box)
    }
    if (this.#prompt.value !== prompt) this.#prompt.value = prompt
  }

  /** Names the model that a file holds; without one, the page's own tell again. */
  showFile(file: File | undefined): void {
    const megabytes = ((file?.size ?? 0) / 1e6).toFixed(1)
    this.#file.previousElementSibling!.textContent = file
      ? `${file.name}, ${megabytes} MB`
      : 'Use your own model (GGUF) …'
    this.#box('model').disabled = file !== undefined
    const close = this.#card.querySelector('[data-act="close-file"]')
    if (!file) {
      this.#file.value = ''
      close?.remove()
    } else if (!close) {
      const button = document.createElement('button')
      button.type = 'button'
      button.dataset['act'] = 'close-file'
      button.textContent = 'Back to the storyteller'
      this.#file.parentElement!.after(button)
    }
  }

  /** What a box says, within its bounds; what it says of nothing is the first value. */
  #number(name: 'seed' | 'temperature' | 'topK' | 'topP'): number {
    return numberIn(this.#box(name), this.#untouched[name])
  }

  /** A slider's value in words, beside it. */
  #sayValue(box: HTMLInputElement): void {
    if (box.dataset['name'] !== 'model') return sayValue(box)
    const { words } = this.offered[Number(box.value)]!
    sayValue(box, words)
    box.ariaValueText = words
  }

  get #prompt(): HTMLTextAreaElement {
    return this.#card.querySelector('textarea')!
  }

  get #file(): HTMLInputElement {
    return this.#card.querySelector('input[type="file"]')!
  }

  #box(name: string): HTMLInputElement {
    return this.#card.querySelector(`[data-name="${name}"]`)!
  }
}
