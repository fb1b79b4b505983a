/** The broker in this process: who moves whom, and what nobody can make large. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { below } from './access.ts'
import {
  ended,
  hear,
  openStage,
  ROOM,
  SECRET,
  topicOf,
  upgrade,
  type Stage,
} from './stage.fixture.ts'

const ALL = `${below(ROOM)}said/+`
const PLACE = topicOf('place')
const LAST = { retain: true, qos: 1 } as const

let stage: Stage
afterEach(() => stage.close())

async function follower() {
  const client = await stage.connect()
  const heard = hear(client)
  await client.subscribeAsync(ALL, { qos: 1 })
  return { client, heard }
}

test('who comes late hears the last word on each name', async () => {
  stage = await openStage()
  const presenter = await stage.connect(SECRET)
  await presenter.publishAsync(PLACE, 'first', LAST)
  await presenter.publishAsync(PLACE, 'second', LAST)
  await presenter.publishAsync(topicOf('island /a/ b#1'), '{}', LAST)
  const { heard } = await follower()
  await vi.waitFor(() =>
    expect(heard).toEqual(
      new Map([
        [PLACE, 'second'],
        [topicOf('island /a/ b#1'), '{}'],
      ]),
    ),
  )
})

test('a state of any version passes through as it is', async () => {
  stage = await openStage()
  const { heard } = await follower()
  const presenter = await stage.connect(SECRET)
  const older = '{"version":0,"kind":"said","name":"place","value":7}'
  await presenter.publishAsync(PLACE, older, LAST)
  await vi.waitFor(() => expect(heard.get(PLACE)).toBe(older))
})

describe('nobody is moved', () => {
  test.each([
    ['a follower', undefined, PLACE],
    ['a follower, at once and for later', undefined, topicOf('screen')],
    ['the presenter, elsewhere', SECRET, `${below('other')}said/place`],
    ['the presenter, beside what windows share', SECRET, `${below(ROOM)}x`],
    ['the presenter, with a level more', SECRET, `${PLACE}/more`],
  ])('by what %s publishes', async (_, secret, topic) => {
    stage = await openStage()
    const { client, heard } = await follower()
    await client.subscribeAsync(`${below(ROOM)}#`)
    const liar = await stage.connect(secret)
    const gone = ended(liar)
    liar.publish(topic, 'forged', { retain: true })
    await gone
    const late = await follower()
    const presenter = await stage.connect(SECRET)
    await presenter.publishAsync(topicOf('last'), 'true', LAST)
    await vi.waitFor(() => expect(heard.has(topicOf('last'))).toBe(true))
    await vi.waitFor(() => expect(late.heard.has(topicOf('last'))).toBe(true))
    expect([...heard.values(), ...late.heard.values()]).toEqual([
      'true',
      'true',
    ])
  })

  test('by the will of a follower who dies', async () => {
    stage = await openStage()
    const { heard } = await follower()
    const will = { topic: PLACE, payload: Buffer.from('will'), retain: true }
    const dying = await stage.connect(undefined, { will: { ...will, qos: 1 } })
    const gone = ended(dying)
    dying.stream.destroy()
    await gone
    const presenter = await stage.connect(SECRET)
    await presenter.publishAsync(topicOf('last'), 'true', LAST)
    await vi.waitFor(() => expect(heard.size).toBe(1))
    expect(heard.has(PLACE)).toBe(false)
  })
})

test('nobody takes over the presenter’s connection by its name', async () => {
  stage = await openStage()
  const clientId = 'the-same'
  const presenter = await stage.connect(SECRET, { clientId })
  await stage.connect(undefined, { clientId })
  const { heard } = await follower()
  await presenter.publishAsync(PLACE, 'still here', LAST)
  await vi.waitFor(() => expect(heard.get(PLACE)).toBe('still here'))
})

test.each([
  '#',
  '+/+/said/+',
  '$SYS/#',
  `${below('other')}said/+`,
  'a-wasm-new-year/#',
])('nobody hears what is not in the room: %s', async (filter) => {
  stage = await openStage()
  const client = await stage.connect()
  await expect(client.subscribeAsync(filter)).rejects.toThrow()
})

test('who subscribes again and again is sent away', async () => {
  stage = await openStage()
  const client = await stage.connect()
  const gone = ended(client)
  for (let time = 0; time < 9; time++) client.subscribe(ALL, () => {})
  await gone
})

describe('a secret', () => {
  test.each([
    ['that is wrong', { username: 'presenter', password: 'wrong' }],
    ['that is missing', { username: 'presenter' }],
    ['of somebody else', { username: 'root', password: SECRET }],
  ])('%s is refused, and told without it', async (_, shown) => {
    stage = await openStage()
    await expect(stage.connect(undefined, shown)).rejects.toThrow(/username/)
    expect(stage.log).toEqual(['127.0.0.1 showed a wrong secret, 1 in a row.'])
  })

  test('tried again and again waits longer, and the right one gets in', async () => {
    stage = await openStage()
    for (let time = 0; time < 3; time++) {
      await expect(stage.connect('wrong')).rejects.toThrow()
    }
    const started = performance.now()
    await expect(stage.connect('wrong')).rejects.toThrow()
    expect(performance.now() - started).toBeGreaterThan(200)
    const presenter = await stage.connect(SECRET)
    expect(performance.now() - started).toBeGreaterThan(700)
    expect(presenter.connected).toBe(true)
    expect(stage.log).toHaveLength(4)
  })
})

describe('too large', () => {
  const FIVE_MB = Buffer.alloc(5 * 1024 * 1024)

  test.each([
    ['the presenter', SECRET],
    ['a follower', undefined],
  ])('5 MB of %s end the connection', async (_, secret) => {
    stage = await openStage()
    const { heard } = await follower()
    const client = await stage.connect(secret)
    const gone = ended(client)
    client.publish(PLACE, FIVE_MB, LAST)
    await gone
    await vi.waitFor(() =>
      expect(stage.log.join()).toContain('more than it may'),
    )
    expect(heard.size).toBe(0)
  })

  test('256 KB go through, and a byte more does not', async () => {
    stage = await openStage()
    const { heard } = await follower()
    const presenter = await stage.connect(SECRET)
    await presenter.publishAsync(PLACE, 'x'.repeat(256 * 1024), LAST)
    await vi.waitFor(() => expect(heard.get(PLACE)).toHaveLength(256 * 1024))
    const gone = ended(presenter)
    presenter.publish(PLACE, 'x'.repeat(256 * 1024 + 1), LAST)
    await gone
    expect(heard.get(PLACE)).toHaveLength(256 * 1024)
  })
})

test('who does not read is cut off, and hears the last word later', async () => {
  stage = await openStage()
  const sleeper = await speak(stage.presentation.port, HELLO, subscription(ALL))
  const gone = new Promise((resolve) => sleeper.once('close', resolve))
  sleeper.pause()
  const { heard } = await follower()
  const presenter = await stage.connect(SECRET)
  let time = 0
  while (!stage.log.join().includes('too slowly')) {
    const payload = `${++time}`.padEnd(200 * 1024)
    await presenter.publishAsync(PLACE, payload, LAST)
    expect(time).toBeLessThan(200)
  }
  await presenter.publishAsync(PLACE, 'now', LAST)
  await vi.waitFor(() => expect(heard.get(PLACE)).toBe('now'))
  sleeper.resume()
  await gone
  const back = await follower()
  await vi.waitFor(() => expect(back.heard.get(PLACE)).toBe('now'))
})

test('a broker that dies and comes back has everybody again', async () => {
  stage = await openStage()
  const { port } = stage.presentation
  const again = { reconnectPeriod: 50 }
  const client = await stage.connect(undefined, again)
  const heard = hear(client)
  await client.subscribeAsync(ALL)
  const presenter = await stage.connect(SECRET, again)
  // A presenter says all that it knows each time that it is connected.
  presenter.on('connect', () => presenter.publish(PLACE, 'known', LAST))
  await stage.presentation.close()
  const second = await openStage({ port })
  try {
    await vi.waitFor(() => expect(heard.get(PLACE)).toBe('known'))
    const late = await second.connect()
    const lateHeard = hear(late)
    await late.subscribeAsync(ALL)
    await vi.waitFor(() => expect(lateHeard.get(PLACE)).toBe('known'))
  } finally {
    await second.close()
  }
})

test('how many follow is told', async () => {
  const counts: number[] = []
  stage = await openStage({ onFollowers: (count) => counts.push(count) })
  const { client } = await follower()
  await follower()
  await stage.connect(SECRET)
  await client.endAsync()
  await vi.waitFor(() => expect(counts).toEqual([1, 2, 1]))
})

test('who floods it is sent away', async () => {
  stage = await openStage()
  const pings = Buffer.from('c000'.repeat(10_001), 'hex')
  const socket = await speak(stage.presentation.port, HELLO, pings)
  await new Promise((resolve) => socket.once('close', resolve))
  expect(stage.log.join()).toContain('sends more than')
})

test('nonsense brings nobody down', async () => {
  stage = await openStage()
  const { port } = stage.presentation
  const { heard } = await follower()
  for (let seed = 0; seed < 40; seed++) {
    await speak(port, seed % 2 ? HELLO : Buffer.alloc(0), nonsense(seed))
  }
  const presenter = await stage.connect(SECRET)
  await presenter.publishAsync(PLACE, 'here', LAST)
  await vi.waitFor(() => expect(heard.get(PLACE)).toBe('here'))
})

/** A connection whose bytes are the test's own. */
function speak(port: number, ...words: Buffer[]): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/mqtt`, 'mqtt')
  socket.on('error', () => {})
  return new Promise((resolve) => {
    socket.on('open', () => {
      for (const bytes of words) socket.send(bytes)
      resolve(socket)
    })
  })
}

/** A packet of MQTT's that connects who follows. */
const HELLO = Buffer.from('100c00044d5154540402003c0000', 'hex')

function subscription(filter: string): Buffer {
  const head = [0x82, filter.length + 5, 0, 1, 0, filter.length]
  return Buffer.from([...head, ...Buffer.from(filter), 1])
}

function nonsense(seed: number): Buffer {
  const bytes = Array.from(
    { length: 60 },
    (_, at) => seed * 89 + at * 37 + at * at * seed,
  )
  return Buffer.from(bytes)
}

describe('a page', () => {
  test.each([
    ['of this server', 'http://127.0.0.1:PORT', 101],
    ['of another site', 'https://evil.example', 403],
    ['of another port', 'http://127.0.0.1:1', 403],
    ['of a file', 'null', 403],
  ])('%s may speak to it: %s', async (_, origin, status) => {
    stage = await openStage()
    const { port } = stage.presentation
    expect(await upgrade(port, origin.replace('PORT', String(port)))).toBe(
      status,
    )
  })
})
