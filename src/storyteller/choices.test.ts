import { expect, test } from 'vitest'
import { Choices } from './choices.ts'

test('the same seed and number make the same choices', () => {
  const [one, same, other] = [
    new Choices(1, 2),
    new Choices(1, 2),
    new Choices(1, 3),
  ].map((choices) =>
    Array.from({ length: 20 }, () => choices.pick(['a', 'b', 'c', 'd'])),
  )
  expect(one).toEqual(same)
  expect(one).not.toEqual(other)
})

test('the surprise is that of each choice, added up', () => {
  const choices = new Choices(1)
  choices.pick(['only'])
  expect(choices.surprise).toBe(0)
  choices.pick(['a', 'b', 'c'])
  expect(choices.surprise).toBeCloseTo(Math.log(3))
  const happened = choices.onceIn(10)
  const share = happened ? 1 / 10 : 9 / 10
  expect(choices.surprise).toBeCloseTo(Math.log(3) - Math.log(share))
})

test('each item is picked about as often as the others', () => {
  const counts = { a: 0, b: 0, c: 0 }
  for (let number = 0; number < 3000; number++) {
    counts[new Choices(7, number).pick(['a', 'b', 'c'] as const)]++
  }
  for (const count of Object.values(counts)) {
    expect(Math.abs(count - 1000)).toBeLessThan(100)
  }
})

test('nothing can not be picked from', () => {
  expect(() => new Choices(1).pick([])).toThrow('nothing to choose')
})
