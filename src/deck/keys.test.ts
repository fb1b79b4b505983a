/** Keys: what each asks of the deck, and where it is somebody else's. */
import { expect, test, vi } from 'vitest'
import { wishOf } from './keys.ts'

/** What has the focus; a name is all that it matches. */
function focused(name: string, more: Partial<HTMLElement> = {}): HTMLElement {
  return {
    isContentEditable: false,
    matches: (names: string) => names.split(', ').includes(name),
    blur: vi.fn(),
    ...more,
  } as HTMLElement
}

/** A press of a key on what stands first on the event's way. */
function press(
  key: string,
  target: object = focused('body'),
  more: Partial<KeyboardEvent> = {},
): KeyboardEvent {
  const event = { key, composedPath: () => [target, focused('is-land')] }
  return { ...event, ...more } as KeyboardEvent
}

/** Where events happen that somebody made by script; it matches nothing. */
const DOCUMENT = {}
const TEXT = focused('div', { isContentEditable: true })

test.each([
  ['ArrowRight', 'next'],
  ['ArrowDown', 'next'],
  ['PageDown', 'next'],
  [' ', 'next'],
  ['ArrowLeft', 'back'],
  ['ArrowUp', 'back'],
  ['PageUp', 'back'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Escape', 'leave'],
  ['Enter', 'next'],
  ['n', 'next'],
  ['j', 'next'],
  ['Backspace', 'back'],
  ['k', 'back'],
  ['r', 'return'],
  ['o', 'overview'],
  ['g', 'go'],
  ['?', 'keys'],
  ['l', 'pointer'],
  ['d', 'pen'],
  ['z', 'zoom'],
  ['b', 'black'],
  ['.', 'black'],
  ['w', 'white'],
  [',', 'white'],
  ['f', 'full screen'],
  ['t', 'timing'],
  ['s', 'speaker'],
  ['S', 'speaker'],
  ['p', undefined],
  ['Tab', undefined],
  ['F5', undefined],
  ['Unidentified', undefined],
])('%j asks for %s', (key, wish) => {
  expect(wishOf(press(key))).toBe(wish)
  expect(wishOf(press(key, DOCUMENT))).toBe(wish)
})

test.each([
  [' ', 'back'],
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'back'],
  ['S', 'speaker'],
])('%j with Shift asks for %s', (key, wish) => {
  expect(wishOf(press(key, undefined, { shiftKey: true }))).toBe(wish)
})

test.each([
  { ctrlKey: true },
  { metaKey: true },
  { altKey: true },
  { defaultPrevented: true },
  { isComposing: true },
])('nothing is asked with %j, and no focus is taken', (more) => {
  const input = focused('input')
  for (const key of ['ArrowRight', ' ', 's', 'Escape']) {
    expect(wishOf(press(key, undefined, more))).toBeUndefined()
    expect(wishOf(press(key, input, more))).toBeUndefined()
  }
  expect(input.blur).not.toHaveBeenCalled()
})

test.each([
  ['an input', focused('input')],
  ['a textarea', focused('textarea')],
  ['a select', focused('select')],
  ['a text box, in a shadow root, too', TEXT],
])('%s has its keys, and Escape takes its focus', (_, target) => {
  for (const key of ['ArrowRight', 'PageDown', 'Home', ' ', 's']) {
    expect(wishOf(press(key, target))).toBeUndefined()
  }
  expect(target.blur).not.toHaveBeenCalled()
  expect(wishOf(press('Escape', target))).toBeUndefined()
  expect(target.blur).toHaveBeenCalledOnce()
})

test.each(['button', 'a', 'summary'])('%s has Space, and no more', (name) => {
  const target = focused(name)
  expect(wishOf(press(' ', target))).toBeUndefined()
  expect(wishOf(press(' ', target, { shiftKey: true }))).toBeUndefined()
  expect(wishOf(press('ArrowRight', target))).toBe('next')
  expect(wishOf(press('Escape', target))).toBe('leave')
})
