/** How a story is asked for: the prompt, the settings, and which model tells. */
import type { Settings } from '../../figures/story.ts'

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

type Box = HTMLInputElement | HTMLTextAreaElement

export class StoryControls {
  readonly offered: readonly Offered[]
  readonly #card: HTMLElement
  readonly #untouched: Settings

  constructor(card: HTMLElement, untouched: Settings, heard: Heard) {
    this.#card = card
    this.#untouched = untouched
    this.offered = JSON.parse(card.dataset['models']!) as Offered[]
    card.addEventListener('input', ({ target }) => {
      const box = target as Box
      if (!box.dataset['name']) return
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
      prompt: this.#box('prompt').value,
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
    const box = this.#box('prompt')
    if (box.value !== prompt) box.value = prompt
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
    const box = this.#box(name) as HTMLInputElement
    const { valueAsNumber, min, max } = box
    if (Number.isNaN(valueAsNumber)) return this.#untouched[name]
    return Math.min(Math.max(valueAsNumber, Number(min)), Number(max))
  }

  /** A slider's value in words, beside it. */
  #sayValue(box: Box): void {
    const output = this.#card.querySelector(`output[for="${box.id}"]`)
    if (!output) return
    const isModel = box.dataset['name'] === 'model'
    const words = isModel ? this.offered[Number(box.value)]!.words : box.value
    output.textContent = words
    if (isModel) box.setAttribute('aria-valuetext', words)
  }

  get #file(): HTMLInputElement {
    return this.#card.querySelector('input[type="file"]')!
  }

  #box(name: string): Box {
    return this.#card.querySelector<Box>(`[data-name="${name}"]`)!
  }
}
