/**
 * A text box that suggests what its word at the caret may become: a combobox
 * with a list under it. Typing opens it; arrow keys walk along; Enter, Tab and a
 * click take one; Escape closes it.
 */
import { suggestionsMarkup, type Suggestion } from '../figures/suggestions.ts'

/** What may stand from one offset to another one. */
interface Found {
  from: number
  to: number
  choices: readonly Suggestion[]
}

type Find = (text: string, caret: number) => Found

/** Boxes so far, as each list needs an id of its own. */
let count = 0

/**
 * Has a text box suggest.
 *
 * @param box in a label; the list stands behind that
 * @param name of the list
 * @param find gives all that fits at a caret; nothing to choose, nothing opens
 */
export function suggestIn(box: HTMLInputElement, name: string, find: Find) {
  const list = document.createElement('div')
  list.className = 'suggestions'
  list.role = 'listbox'
  list.ariaLabel = name
  list.id = `suggestions-${++count}`
  list.hidden = true
  box.closest('label')!.after(list)
  box.setAttribute('aria-controls', list.id)
  const suggestions = new Suggestions(box, list, find)
  box.addEventListener('input', () => suggestions.open(false))
  box.addEventListener('keydown', (event) => suggestions.keyed(event))
  box.addEventListener('blur', () => suggestions.close())
  // The caret stays in the box.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const option = (target as Element).closest('[role="option"]')
    if (option) suggestions.take([...list.children].indexOf(option))
  })
  // Somebody may have begun to type before this script was here.
  const isTyping = box === document.activeElement
  if (isTyping && box.value !== box.defaultValue) suggestions.open(false)
}

class Suggestions {
  readonly #box: HTMLInputElement
  readonly #list: HTMLElement
  readonly #find: Find
  /** What the open list offers. */
  #found: Found | undefined
  #active = 0

  constructor(box: HTMLInputElement, list: HTMLElement, find: Find) {
    this.#box = box
    this.#list = list
    this.#find = find
  }

  keyed(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event
    if (ctrlKey || altKey || metaKey || shiftKey || event.isComposing) return
    if (this.#did(key)) event.preventDefault()
  }

  /** @returns whether a key was for the list */
  #did(key: string): boolean {
    const way = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (!this.#found) {
      if (key === 'ArrowDown') this.open(true)
      return way !== undefined
    }
    if (way) this.#walk(this.#active + way)
    else if (key === 'Enter' || key === 'Tab') return this.take(this.#active)
    else if (key === 'Escape') this.close()
    else return false
    return true
  }

  /** @param isAsked for, so that it opens without a word, too */
  open(isAsked: boolean): void {
    const { value, selectionStart } = this.#box
    const caret = selectionStart ?? value.length
    const found = this.#find(value, caret)
    const isEmpty = found.from === caret && !isAsked
    if (isEmpty || found.choices.length === 0) return this.close()
    this.#found = found
    this.#list.innerHTML = suggestionsMarkup(found.choices, this.#list.id)
    this.#list.hidden = false
    this.#list.scrollTop = 0
    this.#box.ariaExpanded = 'true'
    this.#walk(0)
  }

  close(): void {
    this.#found = undefined
    this.#list.hidden = true
    this.#list.replaceChildren()
    this.#box.ariaExpanded = 'false'
    this.#box.removeAttribute('aria-activedescendant')
  }

  /** Goes to an option; behind the last one is the first. */
  #walk(to: number): void {
    const options = [...this.#list.children] as HTMLElement[]
    this.#active = (to + options.length) % options.length
    for (const [index, option] of options.entries()) {
      option.ariaSelected = String(index === this.#active)
    }
    const active = options[this.#active]!
    this.#box.setAttribute('aria-activedescendant', active.id)
    const { offsetTop: top, offsetHeight: height } = active
    const { scrollTop, clientHeight } = this.#list
    if (top < scrollTop) this.#list.scrollTop = top
    if (top + height > scrollTop + clientHeight)
      this.#list.scrollTop = top + height - clientHeight
  }

  /** @returns whether that changed anything: a word may be whole already */
  take(index: number): boolean {
    const { from, to, choices } = this.#found!
    const { text } = choices[index]!
    this.close()
    if (this.#box.value.slice(from, to) === text) return false
    this.#box.setRangeText(text, from, to, 'end')
    return true
  }
}
