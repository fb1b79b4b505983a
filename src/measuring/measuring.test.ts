import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  gzipSize,
  measureInTurns,
  measurePromisesInTurns,
  warmUp,
} from './measuring.ts'

/** A clock that acts move on by what they take. */
function acting(durations: number[]) {
  let time = 0
  const order: number[] = []
  const acts = durations.map((takes, which) => () => {
    time += takes
    order.push(which)
  })
  return { acts, order, now: () => time }
}

test('acts take turns, and each has its spread', () => {
  const { acts, order, now } = acting([20, 30])
  const spreads = measureInTurns(acts, { patience: 1e6, runs: 3, now })
  expect(spreads).toEqual([
    { least: 20, median: 20, most: 20, runs: 3 },
    { least: 30, median: 30, most: 30, runs: 3 },
  ])
  expect(order.slice(-6)).toEqual([0, 1, 0, 1, 0, 1])
})

test('the slow runs of an act are seen as such', () => {
  let time = 0
  const takes = [10, 10, 50, 11, 30]
  const act = () => (time += takes.shift()!)
  const [spread] = measureInTurns([act], {
    patience: 1e6,
    runs: 3,
    now: () => time,
  })
  expect(spread).toEqual({ least: 11, median: 30, most: 50, runs: 3 })
})

test('what is too short for the clock is run many times at once', () => {
  const { acts, now } = acting([0.125])
  const [spread] = measureInTurns(acts, { patience: 1e6, runs: 2, now })
  expect(spread).toEqual({ least: 0.125, median: 0.125, most: 0.125, runs: 2 })
})

test('acts that give a promise are done when it is kept', async () => {
  const { acts, order, now } = acting([20, 30])
  const later = acts.map((act) => async () => {
    await Promise.resolve()
    act()
  })
  const measuring = measurePromisesInTurns([later[0]!, acts[1]!], {
    patience: 1e6,
    runs: 3,
    now,
  })
  expect(await measuring).toEqual([
    { least: 20, median: 20, most: 20, runs: 3 },
    { least: 30, median: 30, most: 30, runs: 3 },
  ])
  expect(order.slice(-6)).toEqual([0, 1, 0, 1, 0, 1])
})

test('warming up ends once nothing gets quicker', () => {
  let time = 0
  let takes = 110
  // Ever quicker, and then as quick as it gets.
  const act = () => (time += takes = Math.max(10, takes - 10))
  warmUp([act], () => time)
  expect([takes, time]).toEqual([10, 580])
})

test('what never gets calm is warm at some time', () => {
  let time = 0
  let takes = 3000
  const act = () => (time += takes *= 0.8)
  warmUp([act], () => time)
  expect(time).toBeGreaterThan(2000)
})

test('tells how many turns are done', () => {
  const { acts, now } = acting([20])
  const turns: number[] = []
  const onTurn = (done: number) => turns.push(done)
  measureInTurns(acts, { patience: 1e6, runs: 3, now, onTurn })
  expect(turns).toEqual([1, 2, 3])
})

test('patience ends it, behind a whole turn', () => {
  const { acts, now } = acting([100, 100])
  const spreads = measureInTurns(acts, { patience: 650, runs: 50, now })
  expect(spreads.map(({ runs }) => runs)).toEqual([2, 2])
})

test('the size that travels is that of gzip', async () => {
  const bytes = new TextEncoder().encode('left right '.repeat(500))
  const size = await gzipSize(bytes)
  expect(Math.abs(size - gzipSync(bytes).length)).toBeLessThan(16)
})
