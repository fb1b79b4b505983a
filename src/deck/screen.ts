/**
 * A black screen, or a white one, for a moment without slides. The speaker’s
 * window goes on showing the slide, with a sign. The first press of a key that
 * moves only brings the slide back: what it moves to, nobody would have seen.
 */
import type { Role } from './deck.ts'
import type { Wish } from './keys.ts'
import type { Lectern, Tool, ToolName } from './tools.ts'

type Shade = 'black' | 'white'

/** What goes on without a slide to be seen. */
const BESIDE = new Set<Wish>([
  'black',
  'white',
  'full screen',
  'speaker',
  'leave',
  'timing',
])

const MOVES = new Set<Wish>(['next', 'back', 'first', 'last', 'return'])

const KEYS: Record<Shade, string> = { black: 'B', white: 'W' }

export function tool(lectern: Lectern): Tool {
  return new Screen(lectern)
}

class Screen implements Tool {
  readonly #lectern: Lectern
  readonly #element = document.createElement('div')
  readonly #words = document.createElement('p')
  #shade: Shade | undefined

  constructor(lectern: Lectern) {
    const { signal, inStep } = lectern
    this.#lectern = lectern
    this.#words.setAttribute('role', 'status')
    this.#element.append(this.#words)
    if (lectern.role === 'speaker') this.#element.append(this.#button())
    else this.#element.addEventListener('click', () => this.#set(undefined))
    document.body.append(this.#element)
    this.#show(undefined)
    inStep.watch('place', (_, { answers }) => {
      // A speaker elsewhere says apart that the slide shows again.
      if (!answers && lectern.role !== 'follow') this.#set(undefined)
    })
    inStep.watch('screen', (value) => {
      if (isShade(value)) this.#show(value)
      else if (value === null) this.#show(undefined)
    })
    addEventListener('popstate', () => this.#set(undefined), { signal })
    addEventListener('keydown', (event) => this.#keepFocus(event), { signal })
    signal.addEventListener('abort', () => this.#element.remove())
  }

  use(wish: ToolName): void {
    const shade = wish as Shade
    this.#set(shade === this.#shade ? undefined : shade)
  }

  layDown(): boolean {
    const was = this.#shade
    this.#set(undefined)
    return was !== undefined
  }

  takes(wish: Wish): boolean {
    if (!this.#shade) return false
    const isSeen = this.#lectern.role === 'speaker'
    if (isSeen ? !MOVES.has(wish) : BESIDE.has(wish)) return false
    return this.layDown()
  }

  #set(shade: Shade | undefined): void {
    if (shade === this.#shade) return
    this.#show(shade)
    this.#lectern.inStep.say('screen', shade ?? null)
  }

  #show(shade: Shade | undefined): void {
    const isSign = this.#lectern.role === 'speaker'
    this.#shade = shade
    this.#element.className = isSign
      ? 'screen-sign'
      : `screen-over screen-${shade}`
    this.#element.dataset['shade'] = shade ?? ''
    this.#words.className = isSign ? '' : 'unseen'
    this.#words.textContent = shade ? wordsFor(shade, this.#lectern.role) : ''
  }

  #button(): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Show the slide'
    button.addEventListener('click', () => this.#set(undefined))
    return button
  }

  /** Nobody sees where the focus would go. */
  #keepFocus(event: KeyboardEvent): void {
    const isDark = this.#shade && this.#lectern.role !== 'speaker'
    if (isDark && event.key === 'Tab') event.preventDefault()
  }
}

function isShade(value: unknown): value is Shade {
  return value === 'black' || value === 'white'
}

function wordsFor(shade: Shade, role: Role): string {
  const words = `The screen is ${shade}.`
  if (role === 'speaker') return words
  return role === 'follow'
    ? `The speaker’s screen is ${shade}.`
    : `${words} ${KEYS[shade]} shows the slide again.`
}
