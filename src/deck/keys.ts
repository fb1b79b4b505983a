/** Keys, clickers and fingers: what each asks of the deck. */
import type { ToolName } from './tools.ts'

/** What a speaker can ask for: to move, to leave, another window, or a tool. */
export type Wish =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  /** Back to where one was before a jump. */
  | 'return'
  | 'leave'
  | 'speaker'
  | ToolName

/** Several keys ask for the same, as keyboards and clickers differ. */
export const KEYS: Record<string, Wish> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  n: 'next',
  j: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'back',
  k: 'back',
  Home: 'first',
  End: 'last',
  r: 'return',
  Escape: 'leave',
  s: 'speaker',
  o: 'overview',
  g: 'go',
  '?': 'keys',
  l: 'pointer',
  d: 'pen',
  z: 'zoom',
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
  f: 'full screen',
  t: 'timing',
  q: 'followers',
}

/**
 * What a key asks for; undefined where it is not the deck's, because something
 * that takes keys has the focus. Escape takes the focus from there.
 */
export function wishOf(event: KeyboardEvent): Wish | undefined {
  const { key, shiftKey } = event
  if (event.defaultPrevented || !isPlain(event)) return undefined
  // A key that composes a character is no key yet.
  if (event.isComposing) return undefined
  const target = event.composedPath()[0] as HTMLElement
  if (isTyping(event)) {
    if (key === 'Escape') target.blur()
    return undefined
  }
  // A dialog has its own keys, Escape among them.
  if (target.closest?.('dialog')) return undefined
  const presses = key === ' ' || key === 'Enter'
  if (presses && target.matches?.('button, a, summary, [role="treeitem"]')) {
    return undefined
  }
  const wish = KEYS[key.length === 1 ? key.toLowerCase() : key]
  return wish === 'next' && key === ' ' && shiftKey ? 'back' : wish
}

/** @returns whether a key has no Ctrl, Alt or the like beside it */
export function isPlain({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey
}

/** Whether a key goes where text is written, or something is chosen. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0] as HTMLElement
  // The document itself matches nothing.
  return (
    target.isContentEditable ||
    Boolean(target.matches?.('input, textarea, select'))
  )
}

/** A finger has to go this far, in pixels, and mostly sideways. */
const SWIPE = 50

/** Calls back for swipes that nothing under the finger scrolls or edits with. */
export function onSwipe(wish: (wish: Wish) => void, signal: AbortSignal): void {
  let from: Touch | undefined
  document.addEventListener(
    'touchstart',
    ({ touches, target }) => {
      from =
        touches.length === 1 && isFree(target as HTMLElement)
          ? touches[0]
          : undefined
    },
    { signal, passive: true },
  )
  document.addEventListener(
    'touchend',
    ({ changedTouches: [to] }) => {
      if (!from || !to) return
      const x = to.clientX - from.clientX
      const y = to.clientY - from.clientY
      from = undefined
      if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return
      wish(x < 0 ? 'next' : 'back')
    },
    { signal, passive: true },
  )
}

/** Whether a finger on an element moves nothing else when it goes sideways. */
function isFree(target: HTMLElement): boolean {
  for (
    let element: HTMLElement | null = target;
    element;
    element = element.parentElement
  ) {
    if (
      element.isContentEditable ||
      element.matches('input, .editor, dialog')
    ) {
      return false
    }
    const scrolls = element.scrollWidth > element.clientWidth + 1
    if (scrolls && getComputedStyle(element).overflowX !== 'visible') {
      return element.matches('html, body, .slide')
    }
  }
  return true
}
