/** What the reader chooses above the passes: which run, and what is shown. */
import { completePasses, passesIn, type Recipe } from '../../passes/passes.ts'
import { suggestIn } from '../suggestions.ts'

/** Plain data, as a part of the island's state. */
export interface PassChoice {
  level: string
  hasGC: boolean
  converges: boolean
  /** Names of passes; '' is the level's own list. */
  list: string
  onlyChanged: boolean
  /** The function that is looked at. */
  of: string
}

interface Heard {
  recipeChanged(): void
  functionChosen(): void
  shownChanged(): void
  fileOpened(file: File): void
}

export class PassControls {
  readonly untouched: PassChoice
  readonly #card: HTMLElement
  readonly #heard: Heard
  #of: string
  /** The list that was last told of. */
  #list: string

  constructor(card: HTMLElement, heard: Heard) {
    this.#card = card
    this.untouched = JSON.parse(card.dataset['settings']!) as PassChoice
    this.#heard = heard
    this.#of = this.untouched.of
    this.#list = this.untouched.list
    card.addEventListener('change', ({ target }) => {
      const { name } = (target as HTMLElement).dataset
      if (name === 'changed') {
        this.#showChanged()
        heard.shownChanged()
      } else if (name === 'of') {
        this.#of = (target as HTMLSelectElement).value
        heard.functionChosen()
      } else if (name === 'list') this.takeList()
      else if (name) heard.recipeChanged()
    })
    suggestIn(this.#control('list'), 'Passes that fit', completePasses)
    this.#input.addEventListener('change', () => {
      if (this.file) heard.fileOpened(this.file)
    })
    card.addEventListener('dragover', (event) => event.preventDefault())
    card.addEventListener('drop', (event) => {
      const [file] = event.dataTransfer!.files
      if (!file) return
      event.preventDefault()
      heard.fileOpened(file)
    })
  }

  /** Tells of the list once it is written; Enter and leaving the box both say so. */
  takeList(): void {
    const { list } = this.choice
    if (list === this.#list) return
    this.#list = list
    this.#heard.recipeChanged()
  }

  get choice(): PassChoice {
    return {
      level: this.#control<HTMLSelectElement>('level').value,
      hasGC: this.#control<HTMLInputElement>('gc').checked,
      converges: this.#control<HTMLInputElement>('converges').checked,
      list: this.#control<HTMLInputElement>('list').value.trim(),
      onlyChanged: this.#control<HTMLInputElement>('changed').checked,
      of: this.#of,
    }
  }

  choose({ level, hasGC, converges, list, onlyChanged, of }: PassChoice): void {
    this.#control<HTMLSelectElement>('level').value = level
    this.#control<HTMLInputElement>('gc').checked = hasGC
    this.#control<HTMLInputElement>('converges').checked = converges
    this.#control<HTMLInputElement>('list').value = list
    this.#control<HTMLInputElement>('changed').checked = onlyChanged
    this.#of = of
    this.#list = list
    this.showFile(undefined)
    this.#showChanged()
  }

  /** The file that was chosen, not dropped. */
  get file(): File | undefined {
    return this.#input.files![0]
  }

  /** Takes what was chosen while nobody listened. */
  catchUp(): void {
    this.#of = this.#control<HTMLSelectElement>('of').value
    if (!this.isTyping) this.#list = this.choice.list
    this.#showChanged()
  }

  /** Whether a list is being typed, which is done with Enter, or by leaving. */
  get isTyping(): boolean {
    return this.#control('list') === document.activeElement
  }

  get of(): string {
    return this.#of
  }

  set of(name: string) {
    this.#of = name
  }

  get recipe(): Recipe {
    return this.recipeOf(this.choice)
  }

  recipeOf({ level, hasGC, converges, list }: PassChoice): Recipe {
    const passes = passesIn(list)
    return {
      level,
      hasGC,
      converges,
      ...(passes.length > 0 && { passes }),
    }
  }

  /** Says which file the passes run over, and how to come back. */
  showFile(file: File | undefined): void {
    const words = this.#input.previousElementSibling!
    words.textContent = file
      ? `${file.name}, ${file.size.toLocaleString('en')} bytes`
      : 'Open a .wasm'
    const close = this.#card.querySelector('[data-act="close-file"]')
    if (!file) {
      this.#input.value = ''
      close?.remove()
    } else if (!close) {
      const button = document.createElement('button')
      button.type = 'button'
      button.dataset['act'] = 'close-file'
      button.textContent = 'Back to the program'
      this.#input.parentElement!.after(button)
    }
  }

  #showChanged(): void {
    const { checked } = this.#control<HTMLInputElement>('changed')
    const passes = this.#card.querySelector('.passes')!
    passes.toggleAttribute('data-only-changed', checked)
  }

  get #input(): HTMLInputElement {
    return this.#card.querySelector('input[type="file"]')!
  }

  #control<E extends HTMLElement>(name: string): E {
    return this.#card.querySelector<E>(`[data-name="${name}"]`)!
  }
}
