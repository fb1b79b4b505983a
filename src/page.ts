/**
 * The one script on every page. It makes listings that run into text boxes,
 * brings back what the reader kept or what came with a link, passes presses on
 * to islands (loading them first where need be), and knows two keys to the
 * rest: the theme, and the deck.
 */
import { Island } from '@11ty/is-land'
import { formatAddress, parseAddress } from './deck/address.ts'
import { Keeping, shaped, type State } from './keeping.ts'
import { makeTextBox } from './listing.ts'
import type { States } from './sharing.ts'

/** An island's element, once its script is there. */
interface LiveElement extends HTMLElement {
  readonly state: State
  readonly untouched: State
  readonly isUntouched: boolean
  restore(state: State): void
  act(name: string): void
}

const keeping = new Keeping((words) => {
  if (lastChanged) say(lastChanged, words)
})
let lastChanged: HTMLElement | undefined

/** What came with the address, of islands that nobody has touched since. */
const shared = new Map<string, State>()

Island.addInitType('default', load)
for (const island of document.querySelectorAll<HTMLElement>('is-land')) {
  prepare(island)
}
document.addEventListener('click', press)
document.addEventListener('keydown', pressByKey)
document.addEventListener('island-change', ({ target }) =>
  keep(target as LiveElement),
)
addEventListener('hashchange', () => void arrive())
themeSwitch()
presenting()
void arrive()
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
  return new Promise((resolve) => {
    const again = button('Try again', () => {
      say(element, '')
      resolve()
    })
    say(element, `${why} Your text is safe.`, again)
  })
}

/** Shows a sentence in an island's place for trouble; '' takes it away. */
function say(element: HTMLElement, words: string, ...more: Node[]): void {
  const place = element.querySelector<HTMLElement>('.trouble')
  if (!place) return
  place.hidden = !words
  place.replaceChildren(words, ...more)
}

function button(words: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = words
  element.addEventListener('click', act)
  return element
}

/** Makes the listing a text box, with what was kept, and the buttons work. */
function prepare(island: HTMLElement): void {
  const element = island.firstElementChild as LiveElement
  const box = element.querySelector<HTMLElement>('[data-program]')
  const kept = keeping.get(keyOf(element))
  if (box) prepareText(element, box, kept?.['text'])
  const question = kept?.['question'] as { revealed?: boolean } | undefined
  element.toggleAttribute('data-revealed', question?.revealed === true)
  // What follows from a state without a run, follows from a kept one at once.
  if (kept && !element.querySelector('[data-act="run"]')) wake(island)
  for (const part of element.querySelectorAll<
    HTMLButtonElement | HTMLInputElement
  >('button, input')) {
    part.disabled = false
  }
  if (keeping.get(mineOf(element))) offerMine(element)
  void live(element).then(showKept)
}

function prepareText(
  element: HTMLElement,
  box: HTMLElement,
  kept: unknown,
): void {
  const original = box.textContent!
  if (typeof kept === 'string' && kept !== original) {
    box.dataset['original'] = original
    box.textContent = kept
    element.toggleAttribute('data-stale', true)
  }
  makeTextBox(box, () => {
    box.dataset['original'] = original
    lastChanged = element
    keeping.set(keyOf(element), { version: 1, text: box.textContent! })
  })
}

/** Brings an island to life as its first touch would. */
function wake(island: HTMLElement): void {
  island.dispatchEvent(new Event('click'))
}

function keyOf(element: HTMLElement): string {
  return element.dataset['key']!
}

/** Where the reader's own state waits, after one that came with a link. */
function mineOf(element: HTMLElement): string {
  return `${keyOf(element)}~mine`
}

/** The element as an island, when its script has run. */
async function live(element: HTMLElement): Promise<LiveElement> {
  await (element.parentElement as Island).wait()
  return element as LiveElement
}

function showKept(element: LiveElement): void {
  const key = keyOf(element)
  const state = shared.get(key) ?? keeping.get(key)
  if (state) element.restore(shaped(state, element.untouched))
}

function keep(element: LiveElement): void {
  // A frame that shows what comes next is nobody's own.
  if (document.documentElement.matches('.presenting-preview')) return
  lastChanged = element
  const key = keyOf(element)
  if (shared.delete(key)) {
    const own = keeping.get(key)
    if (own) keeping.set(mineOf(element), own)
    void repack()
  }
  const { state, isUntouched } = element
  keeping.set(key, isUntouched ? null : state)
}

/** Shows what came with the address; nothing of it runs by itself. */
async function arrive(): Promise<void> {
  const { step, presses, packed } = parseAddress(location.hash)
  // A browser finds the step alone by itself.
  if (presses || packed) document.getElementById(step)?.scrollIntoView()
  if (!packed) return
  let states: States
  try {
    states = await (await import('./sharing.ts')).unpack(packed)
  } catch (error) {
    const { message } = error as Error
    return notice(`${message} The page shows its own programs.`)
  }
  for (const [key, state] of Object.entries(states)) {
    const element = document.querySelector<HTMLElement>(
      `[data-key="${CSS.escape(key)}"]`,
    )
    if (!element) {
      notice(
        'The chapter has changed since the link was made: a program in it has no place here any more.',
      )
      continue
    }
    shared.set(key, state)
    offerMine(element)
    wake(element.parentElement!)
    showKept(await live(element))
  }
}

/** Says that a state came with a link, and gives the reader's own one back. */
function offerMine(element: HTMLElement): void {
  const key = keyOf(element)
  const own = keeping.get(mineOf(element)) ?? keeping.get(key)
  if (!own)
    return say(element, 'This came with the link. Reset brings the original.')
  const back = button('Back to mine', () => {
    shared.delete(key)
    keeping.set(key, own)
    keeping.set(mineOf(element), null)
    say(element, '')
    void repack()
    void live(element).then(showKept)
  })
  say(element, 'This came with a link. What you had here is kept.', back)
}

/** The address carries what came with it, but for what was touched since. */
async function repack(): Promise<void> {
  const { pack } = await import('./sharing.ts')
  const packed = shared.size ? await pack(Object.fromEntries(shared)) : ''
  const url = new URL(location.href)
  url.hash = formatAddress({ ...parseAddress(location.hash), packed })
  history.replaceState(history.state, '', url)
}

/** Copies an address that brings an island as it is, at the place where it is. */
async function copyLink(element: LiveElement): Promise<void> {
  const { pack } = await import('./sharing.ts')
  const url = new URL(location.href)
  const presented = url.searchParams.has('present')
  const packed = await pack({ [keyOf(element)]: element.state })
  const step = element.closest('section')?.id ?? ''
  const { presses } = parseAddress(location.hash)
  url.search = presented ? '?present' : ''
  url.hash = formatAddress({ step, presses: presented ? presses : 0, packed })
  const status = element.querySelector('.bar-status')!
  try {
    await navigator.clipboard.writeText(url.href)
    status.textContent = 'Link copied.'
  } catch {
    // It stands in the address, from where anybody can copy it.
    history.replaceState(history.state, '', url)
    status.textContent = 'The link is in the address bar: copy it there.'
  }
}

/** A press of a button that names an act; none is lost while a script loads. */
function press(event: MouseEvent): void {
  const pressed = (event.target as Element).closest<HTMLElement>('[data-act]')
  const element = pressed?.closest<HTMLElement>('[data-key]')
  if (element) void perform(element, pressed!.dataset['act']!)
}

async function perform(element: HTMLElement, act: string): Promise<void> {
  // What is covered can be seen even if the island's script never comes.
  if (act === 'skip') element.toggleAttribute('data-revealed', true)
  const ready = await live(element)
  if (act === 'copy-link') await copyLink(ready)
  else ready.act(act)
}

/** Ctrl+Enter presses a card's primary button. */
function pressByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const element = (event.target as Element).closest<HTMLElement>('[data-key]')
  const primary = element?.querySelector<HTMLElement>('.primary')
  if (!primary || primary.dataset['act'] === 'stop') return
  event.preventDefault()
  void perform(element!, primary.dataset['act']!)
}

/** Light or dark: the system's choice, until the reader makes one. */
function themeSwitch(): void {
  const { dataset } = document.documentElement
  const toggle = document.querySelector<HTMLButtonElement>(
    '[data-theme-switch]',
  )!
  const show = () => {
    const dark = dataset['theme']
      ? dataset['theme'] === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches
    toggle.ariaPressed = String(dark)
  }
  try {
    const theme = localStorage.getItem('a-wasm-new-year:theme')
    if (theme) dataset['theme'] = theme
  } catch {
    // No storage: the system's choice it is.
  }
  show()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show)
  toggle.disabled = false
  toggle.addEventListener('click', () => {
    dataset['theme'] = toggle.ariaPressed === 'true' ? 'light' : 'dark'
    show()
    try {
      localStorage.setItem('a-wasm-new-year:theme', dataset['theme'])
    } catch {
      // The choice holds for this page.
    }
  })
}

function notice(words: string): void {
  const place = document.querySelector('[data-notice]')
  if (place) place.textContent = words
}

/** The deck comes when somebody presents. */
function presenting(): void {
  const start = document.querySelector<HTMLButtonElement>('[data-present]')
  if (!start) return
  const place = `place:${location.pathname}`
  start.disabled = false
  start.addEventListener('click', () => void present(place))
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'p' || event.ctrlKey || event.metaKey || event.altKey) {
      return
    }
    const target = event.composedPath()[0] as HTMLElement
    if (target.isContentEditable || target.matches?.('input, textarea')) return
    event.preventDefault()
    void present(place)
  })
  document.addEventListener('deck-move', (event) => {
    const hash = (event as CustomEvent<string>).detail
    keeping.set(place, { version: 1, hash })
  })
  if (/[?&]pre(?:sent|senter|view)\b/.test(location.search)) void present(place)
}

/** Shows slides, as the address asks for them; resumes where it names no place. */
async function present(place: string): Promise<void> {
  if (document.documentElement.matches('.presenting-speaker')) return
  const resume = String(keeping.get(place)?.['hash'] ?? '')
  try {
    const { searchParams } = new URL(location.href)
    if (searchParams.has('presenter')) {
      const { openPresenter } = await import('./deck/presenter.ts')
      openPresenter(resume)
    } else {
      const deck = await import('./deck/deck.ts')
      if (searchParams.has('preview')) deck.openDeck('preview', resume)
      else deck.present(resume)
    }
    notice('')
  } catch {
    notice(
      'The slides could not be loaded. Check the connection, and press Present again.',
    )
  }
}
