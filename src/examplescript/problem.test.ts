/** What holds for every problem, whoever reports it. */
import { expect, test } from 'vitest'
import type { Problem } from './problem.ts'
import { randomSources } from './random.fixture.ts'
import { scan } from './scan.ts'
import { parseTalk } from './talk.ts'

const REPORTERS: [string, (source: string) => Problem[]][] = [
  ['scan', (source) => scan(source).problems],
  ['parseTalk', (source) => parseTalk(source).problems],
]

test.each(REPORTERS)('%s reports sentences and places', (_, problemsOf) => {
  for (const { source, name } of randomSources(2000)) {
    for (const { code, message, from, to, hint } of problemsOf(source)) {
      expect(code, name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(message, name).toMatch(/^[A-Z“].*\.$/su)
      expect(message.isWellFormed(), name).toBe(true)
      expect(hint ?? 'None.', name).toMatch(/^[A-Z].*\.$/)
      expect(from, name).toBeGreaterThanOrEqual(0)
      expect(to, name).toBeGreaterThan(from)
      expect(to, name).toBeLessThanOrEqual(source.length)
    }
  }
})

test.each(REPORTERS)('%s reports in the order of the source', (_, find) => {
  for (const { source, name } of randomSources(2000)) {
    const places = find(source).map(({ from }) => from)
    expect(places, name).toEqual(places.toSorted((a, b) => a - b))
  }
})

test.each(REPORTERS)('%s keeps messages short', (_, problemsOf) => {
  for (const character of ['é', '😀', '9', '\0', '_', '"']) {
    for (const { message } of problemsOf(`1${character.repeat(5000)}`)) {
      expect(message.length).toBeLessThan(120)
    }
  }
})
