/** Windows in step: two, three and many, with messages lost, repeated and late. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { VERSION } from './door.ts'
import { InStep } from './step.ts'

const SAID = {
  version: VERSION,
  kind: 'said',
  stamp: { at: 1_700_000_000_000, by: 'x' },
}

type Listener = (event: { data: unknown }) => void

/** All channels of the one browser, each with what hears on it. */
let channels: Channel[]
/** What the channel does to a message on its way to one window. */
let transport: (message: { kind: string }, deliver: () => void) => void

class Channel {
  #hear: Listener | undefined

  constructor() {
    channels.push(this)
  }

  addEventListener(_: 'message', hear: Listener): void {
    this.#hear = hear
  }

  postMessage(data: { kind: string; version?: number }): void {
    for (const other of channels) {
      if (other === this) continue
      const copy = structuredClone(data)
      transport(copy, () => other.#hear?.({ data: copy }))
    }
  }

  close(): void {
    channels = channels.filter((one) => one !== this)
  }
}

const AT_ONCE: typeof transport = (_, deliver) => deliver()

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  channels = []
  transport = AT_ONCE
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A window, and what it was told of anything, in order. */
function open(silent: [string, unknown][] = [], listensOnly = false) {
  const words: [name: string, value: unknown][] = []
  const strangers: string[] = []
  const channel = new Channel()
  const window = new InStep({
    channel: channel as unknown as BroadcastChannel,
    listensOnly,
    silent: () => silent,
    onStranger: (sentence) => strangers.push(sentence),
  })
  window.watch('', (value, { name }) => words.push([name, value]))
  const ask = () => channel.postMessage({ version: VERSION, kind: 'hello' })
  ask()
  return { window, words, strangers, ask }
}

test('what one says, all others hear, once', () => {
  const [a, b, c] = [open(), open(), open()]
  a.window.say('place', 1)
  b.window.say('place', 2)
  expect(a.words).toEqual([['place', 2]])
  expect(b.words).toEqual([['place', 1]])
  expect(c.words).toEqual([
    ['place', 1],
    ['place', 2],
  ])
})

test('a name is heard by whoever watches what it starts with', () => {
  const [a, b] = [open(), open()]
  const ink: unknown[] = []
  a.window.say('ink 1', 'x')
  // What was said before one watched is told at once.
  b.window.watch('ink ', (value) => ink.push(value))
  a.window.say('ink 2', 'y')
  a.window.say('screen', 'black')
  expect(ink).toEqual(['x', 'y'])
  expect(b.window.known('screen')).toBe('black')
  expect(b.window.known('zoom')).toBeUndefined()
})

test('who is tapped tells all that it says itself, and hears no less', () => {
  const [a, b] = [open([['place', 'here']]), open()]
  const tapped: unknown[] = []
  a.window.tapped(({ name, value }) => tapped.push([name, value]))
  a.window.say('screen', 'black')
  b.window.say('zoom', 1)
  expect(tapped).toEqual([['screen', 'black']])
  const known = [...a.window.words].map(({ name, value }) => [name, value])
  expect(known).toEqual([
    ['place', 'here'],
    ['screen', 'black'],
    ['zoom', 1],
  ])
})

test('who goes on after a word says the next one later', () => {
  const a = open()
  const later = Date.now() + 1000
  a.window.goOnAfter(later)
  a.window.say('place', 'here')
  expect([...a.window.words][0]!.stamp.at).toBeGreaterThan(later)
})

test('who only listens keeps no word of others from itself', () => {
  const [a, b] = [open(), open([], true)]
  b.window.say('zoom', 1)
  expect(b.window.known('zoom')).toBeUndefined()
  a.window.say('zoom', 2)
  expect(b.window.known('zoom')).toBe(2)
})

describe('a window that comes late', () => {
  test('hears the last word on everything', () => {
    const [a, b] = [open(), open()]
    a.window.say('place', 1)
    b.window.say('place', 2)
    a.window.say('screen', 'black')
    expect(open().words).toEqual([
      ['place', 2],
      ['screen', 'black'],
    ])
  })

  test('hears what nobody had to say, unless somebody said it', () => {
    const a = open([
      ['place', 'here'],
      ['island', 'typed'],
    ])
    expect(open().words).toEqual([
      ['place', 'here'],
      ['island', 'typed'],
    ])
    a.window.say('place', 'there')
    expect(open().words).toEqual([
      ['place', 'there'],
      ['island', 'typed'],
    ])
  })

  test('and does not take what it knows better', () => {
    const a = open([['place', 'silent']])
    const b = open([], true)
    a.window.say('place', 'said')
    a.ask()
    b.ask()
    expect(b.words).toEqual([
      ['place', 'silent'],
      ['place', 'said'],
    ])
  })

  test('is told nothing by one that only listens', () => {
    open([['place', 'preview']], true)
    expect(open().words).toEqual([])
  })
})

describe('two at once', () => {
  test('agree, in whatever order they hear of each other', () => {
    const [a, b, c] = [open(), open(), open()]
    const held: (() => void)[] = []
    transport = (_, deliver) => held.push(deliver)
    a.window.say('place', 'a')
    b.window.say('place', 'b')
    transport = AT_ONCE
    for (const deliver of held.toReversed()) deliver()
    const last = c.window.known('place')
    expect([a, b].map(({ window }) => window.known('place'))).toEqual([
      last,
      last,
    ])
  })

  test('whoever heard of a word speaks later than it', () => {
    const [a, b] = [open(), open()]
    vi.setSystemTime(1_700_000_004_000)
    a.window.say('place', 'a')
    // A clock that was set back.
    vi.setSystemTime(1_700_000_001_000)
    b.window.say('place', 'b')
    expect(a.window.known('place')).toBe('b')
  })
})

test('a message that comes twice, or late, changes nothing', () => {
  const [a, b] = [open(), open()]
  const all: (() => void)[] = []
  transport = (_, deliver) => {
    all.push(deliver)
    deliver()
  }
  a.window.say('place', 1)
  a.window.say('place', 2)
  for (const deliver of all) deliver()
  expect(b.words).toEqual([
    ['place', 1],
    ['place', 2],
  ])
})

test('a message that is lost is asked for', () => {
  const [a, b] = [open(), open()]
  transport = () => {}
  a.window.say('place', 1)
  a.window.say('screen', 'black')
  transport = AT_ONCE
  a.window.say('screen', null)
  expect(b.words).toEqual([['screen', null]])
  vi.advanceTimersByTime(2000)
  expect(b.words).toEqual([
    ['screen', null],
    ['place', 1],
  ])
})

test('windows that know the same leave each other alone', () => {
  const [a, b] = [open([['island', 'typed']]), open(), open([], true)]
  a.window.say('place', 1)
  const kinds: string[] = []
  transport = ({ kind }, deliver) => {
    kinds.push(kind)
    deliver()
  }
  vi.advanceTimersByTime(20_000)
  expect(new Set(kinds)).toEqual(new Set(['beat']))
  // What one told of itself does not come back to it.
  expect(a.words).toEqual([])
  expect(b.words).toEqual([
    ['island', 'typed'],
    ['place', 1],
  ])
})

/** A thousand words of three windows over a channel that loses a third. */
test('any losses are made up for', () => {
  const windows = [open(), open(), open()]
  let seed = 20_240_117
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  transport = (_, deliver) => {
    const times = random(3)
    for (let time = 0; time < times; time++) deliver()
  }
  for (let word = 0; word < 1000; word++) {
    vi.advanceTimersByTime(random(50))
    windows[random(3)]!.window.say(`name ${random(7)}`, word)
  }
  transport = AT_ONCE
  vi.advanceTimersByTime(4000)
  for (let name = 0; name < 7; name++) {
    const known = windows.map(({ window }) => window.known(`name ${name}`))
    expect(new Set(known).size).toBe(1)
  }
})

test('what is no message is not heard, and a stranger is told of', () => {
  const a = open()
  const channel = new Channel()
  const stamp = { at: 1_700_000_000_000, by: 'x' }
  const said = { version: 1, kind: 'said', name: 'place', value: 7, stamp }
  for (const data of [
    { kind: 'place', mark: { path: '/' } },
    { ...said, stamp: { at: 9e15, by: 'x' } },
    { ...said, value: undefined },
    { ...said, version: 0 },
    { ...said, version: 2 },
  ]) {
    channel.postMessage(data)
  }
  expect(a.words).toEqual([])
  expect(a.strangers).toEqual([
    expect.stringContaining('Another window shows an older version'),
    expect.stringContaining('This window shows an older version'),
  ])
  channel.postMessage(said)
  expect(a.words).toEqual([['place', 7]])
})

test('a window that left hears and says nothing', () => {
  const [a, b] = [open(), open()]
  b.window.close()
  a.window.say('place', 1)
  expect(b.words).toEqual([])
  expect(vi.getTimerCount()).toBe(1)
})

test('what was said before a window listened counts as it was said', () => {
  const [a, b] = [open(), open()]
  a.window.remember('place', 'old', Date.now() - 1000)
  b.window.say('place', 'new')
  a.window.catchUp([
    { ...SAID, name: 'screen', value: 'black' },
    { ...SAID, name: 'place', value: 'oldest', stamp: { at: 1, by: 'x' } },
    'no message',
  ])
  expect(a.window.known('screen')).toBe('black')
  expect(a.window.known('place')).toBe('new')
  expect(b.words).toEqual([])
})
