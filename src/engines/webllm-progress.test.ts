import { expect, test } from 'vitest'
import { LoadingProgress } from './webllm-progress.ts'

const MB = 1e6

/** The library's own words, as its runtime says them. */
const WORDS = {
  start: 'Start to fetch params',
  fetching: (at: number) =>
    `Fetching param cache[${at}/4]: 96MB fetched. 25% completed, 3 secs elapsed. It can take a while when we first visit this page to populate the cache. Later refreshes will become faster.`,
  memory:
    'Loading model from cache[1/4]: 96MB loaded. 25% completed, 3 secs elapsed.',
  shaders: 'Loading GPU shader modules[12/48]: 25% completed, 1 secs elapsed.',
  finish: 'Finish loading on WebGPU - apple',
}

function part(name: string, loaded: number, isDone = false) {
  return { url: `https://hub.test/${name}`, loaded, total: 100 * MB, isDone }
}

test('what comes before the weights is a part of the engine', () => {
  const progress = new LoadingProgress()
  const config = {
    url: 'https://hub.test/c.json',
    loaded: 3,
    total: 9,
    isDone: false,
  }
  expect(progress.came(config)).toEqual({
    phase: 'engine',
    loaded: 3,
    total: 9,
  })
})

test('weights are counted byte by byte, and never backwards', () => {
  const progress = new LoadingProgress()
  progress.expect(400 * MB)
  const model = (loaded: number) => ({
    phase: 'model',
    loaded: loaded * MB,
    total: 400 * MB,
  })
  expect(progress.told({ progress: 0, text: WORDS.start })).toEqual(model(0))
  expect(progress.came(part('a', 60 * MB))).toEqual(model(60))
  expect(progress.came(part('b', 20 * MB))).toEqual(model(80))
  expect(progress.came(part('a', 100 * MB, true))).toEqual(model(120))
  expect(progress.told({ progress: 0.25, text: WORDS.fetching(1) })).toEqual(
    model(120),
  )
  expect(progress.came(part('b', 30 * MB))).toEqual(model(130))
  // What was stored before counts at once.
  expect(progress.told({ progress: 0.5, text: WORDS.fetching(2) })).toEqual(
    model(230),
  )
  expect(progress.came(part('b', 100 * MB, true))).toEqual(model(300))
})

test('nothing is counted as long as nobody knows how much it is', () => {
  const progress = new LoadingProgress()
  const unknown = { phase: 'model', loaded: 0, total: 0 }
  expect(progress.told({ progress: NaN, text: WORDS.start })).toEqual(unknown)
  expect(progress.came(part('a', 60 * MB))).toEqual(unknown)
})

test('the way to the card and shaders are phases of their own', () => {
  const progress = new LoadingProgress()
  progress.expect(400 * MB)
  const memory = { phase: 'memory', loaded: 100 * MB, total: 400 * MB }
  expect(progress.told({ progress: 0.25, text: WORDS.memory })).toEqual(memory)
  const start = { phase: 'start', loaded: 12, total: 48 }
  expect(progress.told({ progress: 0.25, text: WORDS.shaders })).toEqual(start)
  expect(progress.told({ progress: 1, text: WORDS.finish })).toBeNull()
})
