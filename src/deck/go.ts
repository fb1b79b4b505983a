/** Going to a slide or a chapter by a number, or by words that stand there. */
import { chaptersOf, slidesOf, type Listed } from './contents.ts'
import { Sheet } from './dialog.ts'
import { make, makeButton } from './making.ts'
import { find, indexOf, told, type Entry, type Indexed } from './search.ts'
import type { Lectern, Tool } from './tools.ts'

export function tool(lectern: Lectern): Tool {
  const finder = new Finder(lectern)
  return {
    use: () => void (finder.close() || finder.open()),
    layDown: () => finder.close(),
  }
}

/** What can be chosen. */
interface Goal extends Entry {
  go(): void
}

class Finder {
  readonly #lectern: Lectern
  readonly #sheet: Sheet
  readonly #box = make('input', { className: 'finder-box' })
  readonly #list = make('ul', { className: 'finder-list' })
  readonly #status = make('p', { className: 'finder-told' })
  #index: Indexed<Goal>[] = []
  #found: Goal[] = []
  #chosen = 0

  constructor(lectern: Lectern) {
    this.#lectern = lectern
    this.#sheet = new Sheet('finder', 'Go to a slide', lectern.signal)
    const box = this.#box
    box.type = 'text'
    box.autocomplete = 'off'
    box.spellcheck = false
    box.autofocus = true
    box.enterKeyHint = 'go'
    box.placeholder = 'A number, or words'
    box.role = 'combobox'
    box.ariaLabel = 'Number or words of a slide'
    box.ariaAutoComplete = 'list'
    box.ariaExpanded = 'true'
    box.setAttribute('aria-controls', 'finder-list')
    box.addEventListener('input', () => this.#search())
    box.addEventListener('keydown', (event) => this.#press(event))
    this.#list.id = 'finder-list'
    this.#list.role = 'listbox'
    this.#list.ariaLabel = 'Found'
    this.#list.addEventListener('click', (event) => this.#pick(event))
    this.#status.role = 'status'
  }

  open(): void {
    this.#index = indexOf([
      ...slidesOf(this.#lectern.steps).map((one) => this.#slideGoal(one)),
      ...this.#chapterGoals(),
    ])
    this.#box.value = ''
    const close = makeButton('Close', () => void this.close())
    const keys = make('p', { className: 'finder-keys' })
    keys.append(kbd('↑'), kbd('↓'), ' choose ', kbd('Enter'), ' goes there. ')
    keys.append('Then ', kbd('R'), ' comes back here.')
    const head = make('div', { className: 'finder-head' }, this.#box, close)
    const foot = make(
      'footer',
      { className: 'finder-foot' },
      this.#status,
      keys,
    )
    this.#sheet.open(head, this.#list, foot)
    this.#search()
  }

  /** @returns whether it was open */
  close(): boolean {
    return this.#sheet.close()
  }

  #slideGoal({ number, title, slide, place }: Listed): Goal {
    const go = () => this.#lectern.jump(place)
    return { number, title, text: textOf(slide), go }
  }

  #chapterGoals(): Goal[] {
    return chaptersOf()
      .filter((link) => link.pathname !== location.pathname)
      .map(({ textContent, pathname }) => ({
        title: textContent,
        go: () => this.#lectern.visit(pathname),
      }))
  }

  #search(): void {
    const query = this.#box.value
    this.#found = find(this.#index, query)
    const slides = this.#index.filter(({ entry }) => entry.number).length
    this.#status.textContent = told(this.#found, query, slides)
    this.#list.replaceChildren(...this.#found.map(optionOf))
    this.#list.scrollTop = 0
    this.#choose(0)
  }

  #choose(index: number): void {
    this.#list.children[this.#chosen]?.setAttribute('aria-selected', 'false')
    this.#chosen = index
    const option = this.#list.children[index]
    this.#box.setAttribute('aria-activedescendant', option?.id ?? '')
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
  }

  #press(event: KeyboardEvent): void {
    const { key, isComposing } = event
    const count = this.#found.length
    if (isComposing || count === 0) return
    if (key === 'Enter') this.#go(this.#chosen)
    else if (key === 'ArrowDown') this.#choose((this.#chosen + 1) % count)
    else if (key === 'ArrowUp') this.#choose((this.#chosen + count - 1) % count)
    else return
    event.preventDefault()
  }

  #pick({ target }: MouseEvent): void {
    const option = (target as Element).closest('[role="option"]')
    if (option) this.#go([...this.#list.children].indexOf(option))
  }

  #go(index: number): void {
    const goal = this.#found[index]!
    this.close()
    goal.go()
  }
}

function optionOf({ number, title }: Goal, index: number): HTMLElement {
  const option = make(
    'li',
    {},
    make('span', { className: 'finder-number' }, number ? String(number) : ''),
    make('span', { className: 'finder-title' }, title),
  )
  if (!number)
    option.append(make('span', { className: 'finder-kind' }, 'Chapter'))
  option.id = `finder-${index}`
  option.role = 'option'
  option.ariaSelected = 'false'
  return option
}

function kbd(key: string): HTMLElement {
  return make('kbd', {}, key)
}

/** What no slide is looked for by: notes are the speaker’s, the strip is on each. */
const NOT_TEXT = '.speaker-note, .strip, .again, button, script, style'

/** What a slide says and shows. */
function textOf(slide: HTMLElement): string {
  const texts = document.createTreeWalker(
    slide,
    NodeFilter.SHOW_TEXT,
    (node) =>
      node.parentElement!.closest(NOT_TEXT)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  )
  let text = ''
  // Between two blocks there is no space in the text, and within a word no tag.
  while (texts.nextNode()) text += `${texts.currentNode.nodeValue} `
  return text
}
