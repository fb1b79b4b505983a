import { expect, test } from 'vitest'
import { CAST, namesOf } from './cast.ts'
import { storyOf } from './corpus.ts'
import { readPlots } from './plots.ts'

const plots = readPlots()
const stories = Array.from({ length: 3000 }, (_, number) =>
  storyOf(plots, 1, number),
)

test('there are at least twelve plots, with two to four ways for each sentence', () => {
  expect(plots.stories.length).toBeGreaterThanOrEqual(12)
  for (const { parts } of [...plots.stories, ...plots.lists]) {
    for (const ways of parts.flatMap(({ sentences }) => sentences)) {
      const whole = ways.filter(({ only }) => !only)
      if (whole.length === ways.length) expect(ways.length).toBeGreaterThan(1)
      expect(whole.length).toBeLessThanOrEqual(4)
    }
  }
})

test('each story has a beginning, a problem, teamwork and an end', () => {
  for (const { parts } of plots.stories) {
    const titles = parts.map(({ title }) => title)
    expect(titles).toEqual(['beginning', 'problem', 'teamwork', 'end'])
  }
})

test('stories are short, in words that a small model can learn', () => {
  const words = new Set<string>()
  for (const { text, plot } of stories) {
    const own = text.toLowerCase().match(/[a-z]+/g)!
    for (const word of own) words.add(word)
    if (plot.startsWith('A list')) continue
    expect(own.length, text).toBeGreaterThan(120)
    expect(own.length, text).toBeLessThan(230)
  }
  expect(words.size).toBeGreaterThan(400)
  expect(words.size).toBeLessThan(700)
})

test('stories are in ASCII, without gaps', () => {
  for (const { text } of stories) {
    expect(text).toMatch(/^[ -~\n]+$/)
    expect(text).not.toMatch(/ {2}| $|^ | [.,!?]/m)
    expect(text).not.toMatch(/\ba [aeiou]|\ban [^aeiou]/i)
  }
})

test('everybody in the cast appears', () => {
  const all = stories.map(({ text }) => text).join('\n')
  for (const name of Object.keys(CAST).flatMap(namesOf)) {
    expect(all, name).toContain(name)
  }
})

test('a story comes from its seed and number alone', () => {
  expect(storyOf(plots, 1, 77)).toEqual(stories[77])
  expect(storyOf(plots, 2, 77)).not.toEqual(stories[77])
})
