/** Keeping: what is written and when, what is said, and what of it is shown. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Keeping, shaped, type State } from './keeping.ts'

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

describe('a state from anywhere is shown as far as it fits', () => {
  const LIKE = {
    version: 1,
    text: 'own',
    hints: 0,
    passed: false,
    list: ['own'],
    question: { answer: null as number | null, revealed: false },
  }

  test.each<[string, object]>([
    ['{}', {}],
    ['{"text":""}', { text: '' }],
    [
      '{"text":"x","hints":2,"passed":true,"list":[]}',
      { text: 'x', hints: 2, passed: true, list: [] },
    ],
    ['{"text":"x","ran":"x","extra":{"a":1}}', { text: 'x' }],
    ['{"text":null,"hints":null,"passed":null,"list":null}', {}],
    ['{"text":1,"hints":"1","passed":1,"list":"x"}', {}],
    ['{"text":["x"],"hints":[1],"passed":{},"list":{"0":"x"}}', {}],
    ['{"text":{},"hints":true,"passed":"true","list":7}', {}],
    ['{"hints":1e999}', {}],
    ['{"hints":-1e999}', {}],
    ['{"question":null,"text":"x"}', { text: 'x' }],
    ['{"question":[]}', {}],
    ['{"question":"x"}', {}],
    ['{"question":{}}', {}],
    [
      '{"question":{"answer":0,"revealed":true,"extra":1}}',
      { question: { answer: 0, revealed: true } },
    ],
    ['{"question":{"answer":2}}', { question: { answer: 2, revealed: false } }],
    ['{"question":{"answer":null}}', {}],
    ['{"question":{"answer":-1}}', {}],
    ['{"question":{"answer":0.5}}', {}],
    ['{"question":{"answer":1e999}}', {}],
    ['{"question":{"answer":"0","revealed":"true"}}', {}],
    ['{"question":{"answer":{},"revealed":null}}', {}],
    [
      '{"question":{"version":2,"revealed":true}}',
      {
        question: { answer: null, revealed: true },
      },
    ],
    ['{"__proto__":{"text":"x"},"constructor":{"text":"x"}}', {}],
    ['{"question":{"__proto__":{"revealed":true}},"toString":1}', {}],
  ])('%s', (json, taken) => {
    const given = { version: 1, ...JSON.parse(json) }
    expect(shaped(given, LIKE)).toStrictEqual({ ...LIKE, ...taken })
  })

  test.each<unknown>([
    undefined,
    null,
    7,
    'text',
    [],
    [{ version: 1, text: 'x' }],
    { text: 'x' },
    { version: 2, text: 'x' },
    { version: '1', text: 'x' },
    { version: null, text: 'x' },
  ])('nothing of %j', (given) => {
    expect(shaped(given, LIKE)).toStrictEqual(LIKE)
  })

  test.each([
    ['{"constructor":"own","toString":null}', '{}', {}],
    [
      '{"constructor":"own","toString":null}',
      '{"constructor":"x","toString":3}',
      { constructor: 'x', toString: 3 },
    ],
    ['{"valueOf":{"a":1}}', '{"valueOf":{"a":2}}', { valueOf: { a: 2 } }],
  ])('names that all objects have: %s and %s', (own, given, taken) => {
    const like = JSON.parse(own) as object
    expect(shaped(JSON.parse(given), like)).toEqual({ ...like, ...taken })
  })

  test('__proto__ is a name as any other', () => {
    const like = JSON.parse('{"__proto__":{"a":1}}') as object
    const own = shaped(JSON.parse('{"__proto__":{"a":2,"b":3}}'), like)
    expect(JSON.stringify(own)).toBe('{"__proto__":{"a":2}}')
    expect(Object.getPrototypeOf(own)).toBe(Object.prototype)
  })
})
