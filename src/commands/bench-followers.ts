/**
 * `npm run bench -- followers`: a thousand who follow, at the broker of `npm run
 * present` and at Mosquitto with the configuration that comes with it, all on this
 * machine. Both are held to the room's rules, and to how late followers may be;
 * then each dies and comes back. The memory of our own is looked at over ten
 * thousand changes, after a garbage collection at each thousandth: what is used
 * (heap and buffers) must not grow, the middle of three against that of three. It fails where anything is out of bounds.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Memory } from './bench-followers-hall.ts'
import type { Question } from './bench-followers-crowd.ts'
import {
  openEmbedded,
  openMosquitto,
  type Room,
  type Started,
} from './followers/brokers.ts'
import { openPresenter, type Presenter } from './followers/presenter.ts'
import { start, type Other } from './followers/process.ts'
import { brokenRules } from './followers/rules.ts'
import { speech } from './followers/words.ts'
import { median, quantile } from './median.ts'
import { below } from './present/access.ts'
import { makeSecret } from './present/secret.ts'

/** Promised: milliseconds, and bytes that used memory may grow by. */
const BOUNDS = { late: 250, back: 30_000, growth: 2 * 1024 * 1024 }

/**
 * Milliseconds: Mosquitto 2.0.11 sends a WebSocket’s message in pieces of 4 KB, and
 * looks for the next piece ten times a second.
 */
const LATE_BY_PIECES = 500

const FOLLOWERS = 1000
/** Processes that followers come in. */
const CROWDS = 2
const CHANGES = 60
/** Milliseconds between two changes. */
const EVERY = 500

/** Of the look at memory. */
const MANY = { changes: 10_000, followers: 20, warmUp: 2000, step: 1000 }

export async function main(): Promise<number> {
  const room: Room = { room: 'bench', secret: makeSecret() }
  const embedded = await openEmbedded(room)
  const own = await measure(
    'aedes, in npm run present',
    embedded,
    room,
    BOUNDS.late,
  )
  const mosquitto = await measure(
    'Mosquitto',
    await openMosquitto(room),
    room,
    LATE_BY_PIECES,
  )
  const memory = await measureMemory(room)
  const isGood = own && mosquitto && memory
  process.stdout.write(isGood ? 'Within bounds.\n' : 'Out of bounds.\n')
  return isGood ? 0 : 1
}

/**
 * @param bound milliseconds that 99 of 100 messages may be late by
 * @returns whether all is within bounds
 */
async function measure(
  name: string,
  broker: Started,
  room: Room,
  bound: number,
): Promise<boolean> {
  const crowds = Array.from({ length: CROWDS }, () =>
    start('bench-followers-crowd'),
  )
  const presenter = await openPresenter(broker.url, room.secret)
  const say = speech(room.room)
  try {
    // All come late: things were said before they are there.
    for (let change = 0; change < 20; change++) await presenter.say(say(change))
    await come(crowds, broker.url, room, FOLLOWERS / CROWDS)
    const early = await settle(crowds, presenter)
    await askAll(crowds, { kind: 'late' })
    for (let change = 20; change < 20 + CHANGES; change++) {
      void presenter.say(say(change))
      await pause(EVERY)
    }
    const present = await settle(crowds, presenter)
    const late = (await askAll<number[]>(crowds, { kind: 'late' })).flat()
    const back = await revive(broker, crowds, presenter, () =>
      presenter.say(say(20 + CHANGES)),
    )
    await Promise.all(crowds.map((crowd) => crowd.kill()))
    const broken = await brokenRules(broker.url, room)
    return report(name, bound, { early, present, late, back, broken })
  } finally {
    await presenter.end()
    await Promise.all([...crowds.map((crowd) => crowd.kill()), broker.close()])
  }
}

interface Measured {
  /** How many are in step when all have come, and at the end. */
  early: number
  present: number
  /** Milliseconds, of each message and follower. */
  late: number[]
  /** Milliseconds until all are in step after the broker died. */
  back: number
  broken: string[]
}

function report(
  name: string,
  bound: number,
  { early, present, late, back, broken }: Measured,
): boolean {
  const all = 2 * CHANGES * FOLLOWERS
  const [half, most, last] = [0.5, 0.99, 1].map((share) =>
    quantile(late, share),
  )
  const isGood =
    early === FOLLOWERS &&
    present === FOLLOWERS &&
    late.length === all &&
    most! <= bound &&
    back <= BOUNDS.back &&
    broken.length === 0
  process.stdout.write(
    `${name}: ${present} of ${FOLLOWERS} in step, ${early} when they came; ${late.length} of ${all} messages heard\n` +
      `  late by ${half} ms (half), ${most} ms (p99), ${last} ms (the last); promised p99 ${bound} ms\n` +
      `  all in step again ${(back / 1000).toFixed(1)} s after it died; promised ${BOUNDS.back / 1000} s\n` +
      `  rules: ${broken.length > 0 ? `broken: ${broken.join('; ')}` : 'all held'}\n`,
  )
  return isGood
}

/** Lets followers in. */
async function come(
  crowds: readonly Other[],
  url: string,
  { room }: Room,
  count: number,
): Promise<void> {
  const filter = `${below(room)}said/+`
  await askAll(crowds, { kind: 'come', url, filter, count })
}

function askAll<T>(crowds: readonly Other[], question: Question): Promise<T[]> {
  return Promise.all(crowds.map((crowd) => crowd.ask<T>(question)))
}

/** Waits a while for all to have heard all. @returns how many have */
async function settle(
  crowds: readonly Other[],
  { last }: Presenter,
  { expected = FOLLOWERS, patience = 10_000 } = {},
): Promise<number> {
  const end = Date.now() + patience
  for (;;) {
    const counts = await askAll<number>(crowds, {
      kind: 'compare',
      last: [...last],
    })
    const inStep = counts.reduce((sum, count) => sum + count, 0)
    if (inStep === expected || Date.now() > end) return inStep
    await pause(100)
  }
}

/** @returns milliseconds from the broker's death until all are in step again */
async function revive(
  broker: Started,
  crowds: readonly Other[],
  presenter: Presenter,
  change: () => Promise<void>,
): Promise<number> {
  const died = Date.now()
  await broker.kill()
  // Said while there is no broker, so that nobody is in step by chance.
  const said = change()
  await broker.startAgain()
  await said
  const inStep = await settle(crowds, presenter, { patience: BOUNDS.back })
  return inStep === FOLLOWERS ? Date.now() - died : Infinity
}

async function measureMemory(room: Room): Promise<boolean> {
  const broker = await openEmbedded(room)
  const crowd = start('bench-followers-crowd')
  const presenter = await openPresenter(broker.url, room.secret)
  const say = speech(room.room)
  const used: number[] = []
  let resident = 0
  try {
    await come([crowd], broker.url, room, MANY.followers)
    for (let change = 1; change <= MANY.changes; change++) {
      await presenter.say(say(change))
      if (change < MANY.warmUp || change % MANY.step > 0) continue
      // What is still on its way is not kept for good.
      await settle([crowd], presenter, { expected: MANY.followers })
      const memory = await broker.process().ask<Memory>('memory')
      used.push(memory.used)
      resident = memory.resident
    }
  } finally {
    await presenter.end()
    await Promise.all([crowd.kill(), broker.close()])
  }
  // One collection leaves more than the next: the middle of three is what stays.
  const early = median(used.slice(0, 3))
  const late = median(used.slice(-3))
  const growth = late - early
  process.stdout.write(
    `Memory of npm run present: ${inMB(early)} MB used after ${MANY.warmUp} changes, ${inMB(late)} MB after ${MANY.changes} (each thousand: ${used.map(inMB).join(', ')}); ${inMB(resident)} MB resident; promised growth ${inMB(BOUNDS.growth)} MB\n`,
  )
  return growth <= BOUNDS.growth
}

function inMB(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
