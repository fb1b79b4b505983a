/**
 * The one script on every page. It makes listings that run into text boxes,
 * brings back what the reader kept, passes presses on to islands (loading them
 * first where need be), and knows two keys to the rest: the theme, and the
 * deck.
 */
import { Island } from '@11ty/is-land'
import { Keeping, type State } from './keeping.ts'

/** An island's element, once its script is there. */
interface LiveElement extends HTMLElement {
  readonly state: State
  readonly isUntouched: boolean
  restore(state: State): void
  act(name: string): void
}

const keeping = new Keeping((words) => {
  if (lastChanged) say(lastChanged, words)
})
let lastChanged: HTMLElement | undefined

Island.addInitType('default', load)
for (const island of document.querySelectorAll<HTMLElement>('is-land')) {
  prepare(island)
}
document.addEventListener('click', press)
document.addEventListener('keydown', key)
document.addEventListener('island-change', ({ target }) =>
  keep(target as LiveElement),
)
themeSwitch()
presenting()
document.documentElement.dataset['ready'] = ''

/** Loads an island's script; where that fails, the fallback stays and says so. */
async function load(island: HTMLElement): Promise<void> {
  const element = island.firstElementChild as LiveElement
  const script = new URL(island.getAttribute('import')!, document.baseURI)
  for (let tries = 0; ; tries++) {
    try {
      element.toggleAttribute('data-loading', true)
      // A browser may remember that an address failed: each try has its own.
      await import(tries ? `${script}?${tries}` : script.href)
      return
    } catch {
      await retry(element)
    } finally {
      element.removeAttribute('data-loading')
    }
  }
}

/** Says what happened, and waits until the reader wants another try. */
function retry(element: HTMLElement): Promise<void> {
  const why = navigator.onLine
    ? 'The part that runs this program could not be loaded.'
    : 'You are offline, and the part that runs this program is not here yet.'
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Try again'
  say(element, `${why} Your text is safe.`, button)
  return new Promise((resolve) => {
    button.addEventListener('click', () => {
      say(element, '')
      resolve()
    })
  })
}

/** Shows a sentence in an island's place for trouble; '' takes it away. */
function say(element: HTMLElement, words: string, ...more: Node[]): void {
  const place = element.querySelector<HTMLElement>('.trouble')
  if (!place) return
  place.hidden = !words
  place.replaceChildren(words, ...more)
}

/** Makes the listing a text box, with what was kept, and the buttons work. */
function prepare(island: HTMLElement): void {
  const element = island.firstElementChild as LiveElement
  const box = element.querySelector<HTMLElement>('[data-program]')
  if (!box) return
  const original = box.textContent!
  const kept = keeping.get(keyOf(element))
  if (typeof kept?.['text'] === 'string' && kept['text'] !== original) {
    box.dataset['original'] = original
    box.textContent = kept['text']
    element.toggleAttribute('data-stale', true)
    // What follows from a text without a run, follows from a kept one at once.
    if (!element.querySelector('[data-act="run"]')) wake(island)
  }
  box.contentEditable = 'true'
  try {
    box.contentEditable = 'plaintext-only'
  } catch {
    // An older browser edits rich text, and takes the text out of it.
  }
  box.spellcheck = false
  for (const [name, value] of [
    ['role', 'textbox'],
    ['aria-label', 'Program'],
    ['aria-multiline', 'true'],
    ['autocapitalize', 'off'],
  ]) {
    box.setAttribute(name!, value!)
  }
  box.addEventListener('beforeinput', typeOver)
  box.addEventListener('input', () => typed(element, box, original))
  for (const button of element.querySelectorAll('button')) {
    button.disabled = false
  }
  void live(element).then((ready) => {
    const state = keeping.get(keyOf(ready))
    if (state) ready.restore(state)
  })
}

/** Brings an island to life as its first touch would. */
function wake(island: HTMLElement): void {
  island.dispatchEvent(new Event('click'))
}

/**
 * All but a single character comes in by hand, as text and nothing else. Left
 * to itself, the browser gives what replaces a selection the old text's style
 * inline, which the page's policy forbids and reports; makes elements of line
 * ends, which are no part of the text; and needs over 30 seconds for 10,000
 * lines.
 */
function typeOver(event: InputEvent): void {
  const text = inserted(event)
  const selection = getSelection()
  if (text === undefined || !selection?.rangeCount) return
  if (text.length === 1 && text !== '\n' && isWithinLine(selection)) return
  event.preventDefault()
  selection.deleteFromDocument()
  const node = new Text(text)
  selection.getRangeAt(0).insertNode(node)
  selection.collapse(node, text.length)
  event.target!.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** Whether a bare caret stands elsewhere than at a new line, which typing eats. */
function isWithinLine({
  isCollapsed,
  anchorNode,
  anchorOffset,
}: Selection): boolean {
  return isCollapsed && anchorNode?.nodeValue?.[anchorOffset - 1] !== '\n'
}

/** The text that comes in with an event; undefined for all that is no text. */
function inserted(event: InputEvent): string | undefined {
  const { inputType, data, dataTransfer } = event
  if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') {
    return '\n'
  }
  const text = data ?? dataTransfer?.getData('text/plain')
  return /^insert(?:Text|FromPaste)$/.test(inputType) ? text : undefined
}

/** Typing before the editor is there. */
function typed(element: HTMLElement, box: HTMLElement, original: string): void {
  box.dataset['original'] = original
  lastChanged = element
  keeping.set(keyOf(element), { version: 1, text: box.textContent! })
}

function keyOf(element: HTMLElement): string {
  return element.dataset['key']!
}

/** The element as an island, when its script has run. */
async function live(element: HTMLElement): Promise<LiveElement> {
  await (element.parentElement as Island).wait()
  return element as LiveElement
}

function keep(element: LiveElement): void {
  lastChanged = element
  const { state, isUntouched } = element
  keeping.set(keyOf(element), isUntouched ? null : state)
}

/** A press of a button that names an act; none is lost while a script loads. */
function press(event: MouseEvent): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-act]')
  const element = button?.closest<HTMLElement>('[data-key]')
  if (!element) return
  const act = button!.dataset['act']!
  void live(element).then((ready) => ready.act(act))
}

function key(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const element = (event.target as Element).closest<HTMLElement>('[data-key]')
  if (!element?.querySelector('[data-act="run"]')) return
  event.preventDefault()
  void live(element).then((ready) => ready.act('run'))
}

/** Light or dark: the system's choice, until the reader makes one. */
function themeSwitch(): void {
  const { dataset } = document.documentElement
  const button = document.querySelector<HTMLButtonElement>(
    '[data-theme-switch]',
  )!
  const show = () => {
    const dark = dataset['theme']
      ? dataset['theme'] === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches
    button.ariaPressed = String(dark)
  }
  try {
    const theme = localStorage.getItem('a-wasm-new-year:theme')
    if (theme) dataset['theme'] = theme
  } catch {
    // No storage: the system's choice it is.
  }
  show()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show)
  button.disabled = false
  button.addEventListener('click', () => {
    dataset['theme'] = button.ariaPressed === 'true' ? 'light' : 'dark'
    show()
    try {
      localStorage.setItem('a-wasm-new-year:theme', dataset['theme'])
    } catch {
      // The choice holds for this page.
    }
  })
}

async function present(): Promise<void> {
  const deck = await import('./deck/deck.ts').catch(() => undefined)
  document.querySelector('[data-notice]')!.textContent = deck
    ? ''
    : 'The slides could not be loaded. Check the connection, and press Present again.'
  deck?.present()
}

/** The deck comes when somebody presents. */
function presenting(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-present]')
  if (!button) return
  button.disabled = false
  button.addEventListener('click', () => void present())
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'p' || event.ctrlKey || event.metaKey || event.altKey) {
      return
    }
    const target = event.composedPath()[0] as HTMLElement
    if (target.isContentEditable || target.matches?.('input, textarea')) return
    event.preventDefault()
    void present()
  })
  if (new URLSearchParams(location.search).has('present')) void present()
}
