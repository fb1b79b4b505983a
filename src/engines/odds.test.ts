/** Odds: cut, heated and drawn from. */
import { array, assert, double, nat, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from './engine.ts'
import { chancesOf, draw, fallOf, type Sampling } from './odds.ts'

/** Candidates of these probabilities, best first. */
function candidates(...odds: number[]): Candidate[] {
  return odds.map((odd, id) => ({
    id,
    text: String(id),
    logprob: Math.log(odd),
  }))
}

const AS_THEY_ARE: Sampling = { temperature: 1, topK: 0, topP: 1 }
const FOUR = candidates(0.5, 0.25, 0.15, 0.1)

function chances(sampling: Partial<Sampling>, top = FOUR): number[] {
  return chancesOf(top, { ...AS_THEY_ARE, ...sampling }).map(({ chance }) =>
    Number(chance.toFixed(4)),
  )
}

describe('the chance of each', () => {
  test.each<[string, Partial<Sampling>, number[]]>([
    ['is the model’s', {}, [0.5, 0.25, 0.15, 0.1]],
    ['is all of it for the first, at 0', { temperature: 0 }, [1, 0, 0, 0]],
    [
      'is sharper below 1',
      { temperature: 0.5 },
      [0.7246, 0.1812, 0.0652, 0.029],
    ],
    [
      'is flatter above 1',
      { temperature: 2 },
      [0.3701, 0.2617, 0.2027, 0.1655],
    ],
    [
      'is all of it for the first, close to 0',
      { temperature: 5e-324 },
      [1, 0, 0, 0],
    ],
    ['is shared by two', { topK: 2 }, [0.6667, 0.3333, 0, 0]],
    [
      'is shared by those that have 0.8',
      { topP: 0.8 },
      [0.5556, 0.2778, 0.1667, 0],
    ],
    ['is never nothing for all', { topP: 0 }, [1, 0, 0, 0]],
  ])('%s', (_, sampling, expected) => {
    expect(chances(sampling)).toEqual(expected)
  })

  test('is cut by top-k before top-p adds up, and heated last', () => {
    // Of the first two, 0.6 is reached by the first alone; of all four, by two.
    expect(chances({ topK: 2, topP: 0.6, temperature: 9 })).toEqual([
      1, 0, 0, 0,
    ])
    expect(chances({ topP: 0.6, temperature: 1 })).toEqual([
      0.6667, 0.3333, 0, 0,
    ])
  })

  test('says what cut it', () => {
    const cuts = chancesOf(FOUR, { ...AS_THEY_ARE, topK: 3, topP: 0.5 })
    expect(cuts.map(({ cut }) => cut)).toEqual([
      undefined,
      'top-p',
      'top-p',
      'top-k',
    ])
  })

  test('of none is none', () => {
    expect(chancesOf([], AS_THEY_ARE)).toEqual([])
  })
})

/** Odds of any kind, best first, and any settings. */
const anyTop = array(double({ min: -80, max: 0, noNaN: true }), {
  minLength: 1,
}).map((logprobs) =>
  logprobs
    .sort((a, b) => b - a)
    .map((logprob, id) => ({ id, text: '', logprob })),
)
const anySampling = record({
  temperature: double({ min: 0, max: 5, noNaN: true }),
  topK: nat(60),
  topP: double({ min: 0, max: 1, noNaN: true }),
})

test('chances are 1 together, fall from the first on, and are 0 where cut', () => {
  assert(
    property(anyTop, anySampling, (top, sampling) => {
      const made = chancesOf(top, sampling)
      const sum = made.reduce((all, { chance }) => all + chance, 0)
      expect(sum).toBeCloseTo(1, 9)
      for (const [index, { chance, cut }] of made.entries()) {
        if (index > 0)
          expect(chance).toBeLessThanOrEqual(made[index - 1]!.chance)
        if (cut) expect(chance).toBe(0)
      }
    }),
  )
})

test('more top-k and more top-p never cut what was there', () => {
  assert(
    property(anyTop, anySampling, (top, sampling) => {
      const left = (changed: Partial<Sampling>) =>
        chancesOf(top, { ...sampling, ...changed }).filter(({ cut }) => !cut)
          .length
      const topK = sampling.topK + 1
      expect(left({ topP: 1 })).toBeGreaterThanOrEqual(left({}))
      expect(left({ topK: topK + 1, topP: 1 })).toBeGreaterThanOrEqual(
        left({ topK, topP: 1 }),
      )
    }),
  )
})

test('what is drawn has a chance, and the higher the fall, the later it stands', () => {
  const fall = double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  assert(
    property(anyTop, anySampling, fall, fall, (top, sampling, one, other) => {
      const made = chancesOf(top, sampling)
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      expect(draw(made, low).chance).toBeGreaterThan(0)
      expect(draw(made, low).id).toBeLessThanOrEqual(draw(made, high).id)
    }),
  )
})

test('each is drawn as often as its chance says', () => {
  const made = chancesOf(FOUR, AS_THEY_ARE)
  const counts = FOUR.map(() => 0)
  for (let place = 0; place < 20_000; place++) {
    const { id } = draw(made, fallOf(7, place))
    counts[id]!++
  }
  for (const [id, count] of counts.entries()) {
    expect(count / 20_000).toBeCloseTo(made[id]!.chance, 1)
  }
})

test('the same seed falls the same, and others elsewhere', () => {
  const falls = Array.from({ length: 1000 }, (_, seed) => fallOf(seed, 3))
  expect(fallOf(41, 3)).toBe(falls[41])
  expect(new Set(falls).size).toBe(1000)
  expect(Math.max(...falls)).toBeLessThan(1)
  expect(Math.min(...falls)).toBeGreaterThanOrEqual(0)
})

test('there is nothing to draw from nothing', () => {
  expect(() => draw([], 0)).toThrow('nothing to draw')
})
