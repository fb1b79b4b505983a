/**
 * A reader's visit to the islands of a page: what was kept comes back, what a
 * link brought is shown, and what changes is kept.
 */
import { Island } from '@11ty/is-land'
import { Keeping } from './keeping.ts'
import { makeTextBox } from './listing.ts'
import type { States } from './sharing.ts'
import { notice } from './slides.ts'
import { shaped, type LiveElement, type State } from './state.ts'

let lastChanged: HTMLElement | undefined

export const keeping = new Keeping((words) => {
  if (lastChanged) say(lastChanged, words)
})

/** What came with the address, of islands that nobody has touched since. */
const shared = new Map<string, State>()

/** What addresses have brought: going back in the history brings none twice. */
const arrived = new Set<string>()

/** Prepares every island of the page, and shows what came with the address. */
export function visit(): void {
  for (const island of document.querySelectorAll<HTMLElement>('is-land')) {
    prepare(island)
  }
  document.addEventListener('island-change', ({ target }) =>
    keep(target as LiveElement),
  )
  addEventListener('hashchange', () => void arrive())
  void arrive()
}

/** Shows a sentence in an island's place for trouble; '' takes it away. */
export function say(
  element: HTMLElement,
  words: string,
  ...more: Node[]
): void {
  sayIn('.trouble', element, words, more)
}

function sayIn(
  selector: string,
  element: HTMLElement,
  words: string,
  more: readonly Node[] = [],
): void {
  const place = element.querySelector<HTMLElement>(selector)
  if (!place) return
  place.hidden = !words
  place.replaceChildren(words, ...more)
}

export function button(words: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = words
  element.addEventListener('click', act)
  return element
}

/** The element as an island, when its script has run. */
export async function live(element: HTMLElement): Promise<LiveElement> {
  await (element.parentElement as Island).wait()
  return element as LiveElement
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
  const isRun = element.querySelector('[data-act="run"]') !== null
  // And a program that was chosen stands under its own name.
  const isChosen = kept?.['program'] !== undefined
  if (kept && (question || !isRun || isChosen)) wake(island)
  for (const part of element.querySelectorAll<
    | HTMLButtonElement
    | HTMLInputElement
    | HTMLSelectElement
    | HTMLTextAreaElement
  >('button, input, select, textarea')) {
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

function showKept(element: LiveElement): void {
  const key = keyOf(element)
  const state = shared.get(key) ?? keeping.get(key)
  if (state) element.restore(shaped(state, element.untouched))
}

/** Windows that belong to another one. */
const ASIDE = '.presenting-preview, .presenting-rehearsal'

function keep(element: LiveElement): void {
  // A frame that shows what comes next, or is tried, is nobody's own.
  if (document.documentElement.matches(ASIDE)) return
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
  if (!/[/~]/.test(location.hash)) return
  const { parseAddress, unpack } = await import('./sharing.ts')
  const { step, presses, packed } = parseAddress(location.hash)
  const isSlide = document.documentElement.matches('.presenting')
  // A browser finds the step alone by itself.
  if ((presses || packed) && !isSlide) {
    document.getElementById(step)?.scrollIntoView()
  }
  if (!packed || arrived.has(packed)) return
  arrived.add(packed)
  let states: States
  try {
    states = await unpack(packed)
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
  const tell = (words: string, ...more: Node[]) =>
    sayIn('.told', element, words, more)
  if (!own) return tell('This came with the link. Reset brings the original.')
  const back = button('Back to mine', () => {
    shared.delete(key)
    keeping.set(key, own)
    keeping.set(mineOf(element), null)
    tell('')
    void repack()
    void live(element).then(showKept)
  })
  tell('This came with a link. What you had here is kept.', back)
}

/** The address carries what came with it, but for what was touched since. */
async function repack(): Promise<void> {
  const { formatAddress, pack, parseAddress } = await import('./sharing.ts')
  const packed = shared.size ? await pack(Object.fromEntries(shared)) : ''
  const url = new URL(location.href)
  url.hash = formatAddress({ ...parseAddress(location.hash), packed })
  history.replaceState(history.state, '', url)
}

/** Copies an address that brings an island as it is, at the place where it is. */
export async function copyLink(element: LiveElement): Promise<void> {
  const { formatAddress, pack, parseAddress } = await import('./sharing.ts')
  const presented = new URL(location.href).searchParams.has('present')
  const section = element.closest('section')
  // In a file of the talk, a section knows where it is on the site.
  const home = section?.dataset['address']
  const url = new URL(home ?? location.href)
  const status = element.querySelector('.bar-status')!
  let packed: string
  try {
    packed = await pack({ [keyOf(element)]: element.state })
  } catch (error) {
    status.textContent = (error as Error).message
    return
  }
  const step = home ? parseAddress(url.hash).step : (section?.id ?? '')
  const { presses } = parseAddress(location.hash)
  url.search = presented ? '?present' : ''
  url.hash = formatAddress({ step, presses: presented ? presses : 0, packed })
  try {
    await navigator.clipboard.writeText(url.href)
    status.textContent = 'Link copied.'
  } catch {
    // It stands in the address, from where anybody can copy it.
    history.replaceState(history.state, '', url)
    status.textContent = 'The link is in the address bar: copy it there.'
  }
}
