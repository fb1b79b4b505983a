import { assert, float32Array, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'
import { sample, type Settings } from './sampling.ts'

/** Of tokens 0 to 3 with these chances. */
const CHANCES = [0.1, 0.4, 0.3, 0.2]
const logits = Float32Array.from(CHANCES, (chance) => Math.log(chance) + 5)

/** How often each token comes, of all. */
function shares(settings: Settings): number[] {
  const chance = chanceOf(1)
  const counts = [0, 0, 0, 0]
  for (let draw = 0; draw < 20_000; draw++) {
    counts[sample(logits, settings, chance)]! += 1 / 20_000
  }
  return counts
}

test.each<[what: string, Settings, expected: number[]]>([
  ['the odds as they are', { temperature: 1 }, CHANCES],
  ['the likeliest', { temperature: 0 }, [0, 1, 0, 0]],
  ['colder', { temperature: 0.5 }, [1, 16, 9, 4].map((each) => each / 30)],
  ['the two likeliest', { temperature: 1, topK: 2 }, [0, 4 / 7, 3 / 7, 0]],
  ['0.7 of the odds', { temperature: 1, topP: 0.69 }, [0, 4 / 7, 3 / 7, 0]],
  ['at least one', { temperature: 1, topP: 0 }, [0, 1, 0, 0]],
  [
    'cut before the odds are bent',
    { temperature: 0.5, topP: 0.8 },
    [0, 16, 9, 4].map((each) => each / 29),
  ],
  ['both cuts', { temperature: 1, topK: 3, topP: 0.4 }, [0, 1, 0, 0]],
])('%s', (_, settings, expected) => {
  for (const [token, share] of shares(settings).entries()) {
    expect(share).toBeCloseTo(expected[token]!, 1.5)
  }
})

function drawn(seed: number): number[] {
  const chance = chanceOf(seed)
  return Array.from({ length: 50 }, () =>
    sample(logits, { temperature: 1 }, chance),
  )
}

test('the same seed draws the same tokens, another one others', () => {
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(7)).not.toEqual(drawn(8))
})

test('whatever the logits are, one of the tokens comes', () => {
  const some = float32Array({ minLength: 1, maxLength: 9, noNaN: true })
  assert(
    property(
      some,
      integer(),
      integer({ min: 0, max: 3 }),
      (row, seed, topK) => {
        const token = sample(
          row.map((each) => Math.max(-1e9, Math.min(each, 1e9))),
          { temperature: 0.8, topK, topP: 0.9 },
          chanceOf(seed),
        )
        expect(Array.from(row.keys())).toContain(token)
      },
    ),
  )
})
