/** Keeping: what is written and when, and what is said. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Keeping } from './keeping.ts'
import type { State } from './state.ts'

const PREFIX = 'a-wasm-new-year:'

/** What this device has stored, and the error with which it refuses more. */
let stored: Map<string, string>
let refuse: (value: string) => string | undefined
let said: string[]
let keeping: Keeping
let leavePage: () => void

function refuseWith(name: string | undefined): void {
  if (name) throw new DOMException('No.', name)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', globalThis)
  stored = new Map()
  refuse = () => undefined
  said = []
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem(key: string, value: string) {
      refuseWith(refuse(value))
      stored.set(key, value)
    },
    removeItem: (key: string) => void stored.delete(key),
  })
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => {
    if (name === 'pagehide') leavePage = listener
  })
  keeping = new Keeping((words) => void said.push(words))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function state(text: string): State {
  return { version: 1, text }
}

/** Lets the short while pass after which changes are written. */
function pass(): void {
  vi.advanceTimersByTime(1000)
}

describe('a state', () => {
  test('is there at once, in storage soon, and tomorrow', () => {
    keeping.set('a', state('x'))
    expect(keeping.get('a')).toEqual(state('x'))
    expect(stored.size).toBe(0)
    pass()
    expect([...stored]).toEqual([[`${PREFIX}a`, JSON.stringify(state('x'))]])
    const tomorrow = new Keeping(() => {})
    expect(tomorrow.get('a')).toEqual(state('x'))
    expect(tomorrow.get('b')).toBeUndefined()
  })

  test('is written after many changes in a row, without a word', () => {
    for (const text of ['x', 'xy', 'xyz']) keeping.set('a', state(text))
    pass()
    expect(said).toEqual([])
    expect([...stored.values()]).toEqual([JSON.stringify(state('xyz'))])
    expect(keeping.get('a')).toEqual(state('xyz'))
  })

  test('is forgotten at once, and soon in storage', () => {
    stored.set(`${PREFIX}a`, JSON.stringify(state('x')))
    keeping.set('a', null)
    expect(keeping.get('a')).toBeUndefined()
    pass()
    expect(stored.size).toBe(0)
    expect(keeping.get('a')).toBeUndefined()
  })

  test('is written when the page goes away', () => {
    keeping.set('a', state('x'))
    keeping.set('b', state('y'))
    leavePage()
    expect(stored.size).toBe(2)
  })

  test('that changes all the time is there at once, and written when the page goes away', () => {
    keeping.setAtLeaving('a', state('x'))
    expect(keeping.get('a')).toEqual(state('x'))
    pass()
    expect(stored.size).toBe(0)
    leavePage()
    expect(stored.size).toBe(1)
  })

  test.each([
    '',
    '{',
    'null',
    '7',
    '"text"',
    '[]',
    '{"text":"no version"}',
    '{"version":"1"}',
  ])('that reads %j is none', (text) => {
    stored.set(`${PREFIX}a`, text)
    expect(keeping.get('a')).toBeUndefined()
  })
})

describe('where it cannot be kept', () => {
  const FULL = /^Your change is not kept: .* is full\. Copy the program/
  const FORBIDDEN = /^Your change is not kept: .* forbids .* Copy the program/

  test.each([
    ['QuotaExceededError', FULL],
    ['SecurityError', FORBIDDEN],
  ])('%s is a sentence, and is taken back in the end', (name, sentence) => {
    refuse = () => name
    keeping.set('a', state('x'))
    pass()
    expect(said).toEqual([expect.stringMatching(sentence)])
    expect(keeping.get('a')).toEqual(state('x'))

    refuse = () => undefined
    leavePage()
    expect(said.at(-1)).toBe('')
    expect(stored.size).toBe(1)
  })

  test('storage that is forbidden as a whole keeps nothing, and says so', () => {
    vi.stubGlobal(
      'localStorage',
      new Proxy({}, { get: () => refuseWith('SecurityError') }),
    )
    expect(keeping.get('a')).toBeUndefined()
    keeping.set('a', state('x'))
    pass()
    expect(said).toEqual([expect.stringMatching(FORBIDDEN)])
  })

  test('the others are kept, and what is forgotten makes room', () => {
    stored.set(`${PREFIX}old`, JSON.stringify(state('y')))
    refuse = (value) => (value.length > 1000 ? 'QuotaExceededError' : undefined)
    keeping.set('large', state('x'.repeat(2000)))
    keeping.set('old', null)
    keeping.set('small', state('z'))
    pass()
    expect([...stored.keys()]).toEqual([`${PREFIX}small`])
    expect(said).toEqual([expect.stringMatching(FULL)])

    keeping.set('large', state('x'))
    pass()
    expect(stored.size).toBe(2)
    expect(said.at(-1)).toBe('')
  })
})
