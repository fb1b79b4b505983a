/** Paths: steps picked from chapters, and what is wrong about how they are. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, write } from './chapter.fixture.ts'
import { isPath, pathFrom } from './paths.ts'
import type { Chapter } from './talks.ts'

const FILE = 'content/1-talk/in-ten-minutes.md'

const STEPS = [
  { chapter: '01-first', step: 'a-start', minutes: 2, note: 'Say this.' },
  { chapter: 'second', step: 'an-end', minutes: 8 },
]

/** Its lines are those of the front matter as it is written below. */
const TEXT = `---
title: In ten minutes
steps:
  - chapter: 01-first
    step: a-start
    minutes: 2
    note: >-
      Say - this.
  - chapter: second
    step: an-end
    minutes: 8
recap:
  - It was short.
---
`

function chapter(number: number, name: string, ids: string[]): Chapter {
  return {
    title: `Chapter ${name}`,
    description: 'About it.',
    able: ['Do it'],
    builds: 'Nothing',
    minutes: { read: 10, present: 8 },
    recap: ['Done'],
    sources: {},
    file: `./content/1-talk/0${number}-${name}.md`,
    url: `/talk/${name}/`,
    number,
    steps: ids.map((id) => ({ id, title: id.replaceAll('-', ' ') })),
  }
}

const CHAPTERS = [
  chapter(1, 'first', ['a-start', 'a-middle']),
  chapter(2, 'second', ['a-middle', 'an-end']),
]

function pathOf(data: Record<string, unknown> = {}) {
  const front = {
    title: 'In ten minutes',
    description: 'All of it, soon.',
    minutes: 10,
    steps: STEPS,
    recap: ['It was short.'],
    ...data,
  }
  const page = {
    inputPath: `./${FILE}`,
    url: '/talk/in-ten-minutes/',
    rawInput: '',
    data: front,
  }
  return pathFrom(page, CHAPTERS)
}

let leave: () => void
beforeAll(() => {
  leave = openFolder()
  write(FILE, TEXT)
})
afterAll(() => leave())

test('a path has the steps of chapters, with minutes and notes of its own', () => {
  const { url, minutes, steps } = pathOf()
  expect({ url, minutes }).toEqual({
    url: '/talk/in-ten-minutes/',
    minutes: 10,
  })
  expect(steps).toEqual([
    {
      id: 'a-start',
      title: 'a start',
      chapter: CHAPTERS[0],
      minutes: 2,
      note: 'Say this.',
      place: `${FILE}:4`,
    },
    {
      id: 'an-end',
      title: 'an end',
      chapter: CHAPTERS[1],
      minutes: 8,
      note: undefined,
      place: `${FILE}:9`,
    },
  ])
})

test('fractions of minutes add up, as far as people can tell', () => {
  const steps = [0.1, 0.2, 0.7].map((minutes, index) => ({
    ...[STEPS[0], STEPS[1], { ...STEPS[0], step: 'a-middle' }][index],
    minutes,
  }))
  expect(pathOf({ steps, minutes: 1 }).minutes).toBe(1)
})

test('a page beside chapters is a path if it picks steps', () => {
  const page = { inputPath: FILE, url: '', rawInput: '' }
  expect(isPath({ ...page, data: { steps: [] } })).toBe(true)
  expect(isPath({ ...page, data: { title: 'The reference' } })).toBe(false)
})

describe('stops the build at', () => {
  const second = (changes: Record<string, unknown>) => ({
    steps: [STEPS[0], { ...STEPS[1], ...changes }],
  })
  test.each<[string, Record<string, unknown>, string]>([
    [
      'an unknown chapter',
      second({ chapter: '02-secnod' }),
      `${FILE}:9: there is no chapter “02-secnod” in this talk. Did you mean “02-second”?`,
    ],
    [
      'a chapter that is nothing like one',
      second({ chapter: 'xyz' }),
      `${FILE}:9: there is no chapter “xyz” in this talk. There are: first, 01-first, second, 02-second.`,
    ],
    [
      'an unknown step',
      second({ step: 'an-edn' }),
      `${FILE}:9: 02-second.md has no step “an-edn”. Did you mean “an-end”?`,
    ],
    [
      'a step of another chapter',
      second({ step: 'a-start' }),
      `${FILE}:9: 02-second.md has no step “a-start”.`,
    ],
    [
      'a step twice',
      second({ chapter: 'first', step: 'a-start' }),
      `${FILE}:9: another step of this path has the address #a-start, too. A path tells a step once`,
    ],
    [
      'two steps of one address',
      {
        steps: [
          { ...STEPS[0], step: 'a-middle' },
          { ...STEPS[1], step: 'a-middle' },
        ],
      },
      `${FILE}:9: another step of this path has the address #a-middle, too.`,
    ],
    [
      'minutes that are missing',
      second({ minutes: undefined }),
      `${FILE}:9: the front matter’s “steps.1.minutes” is not right: `,
    ],
    [
      'minutes that are none',
      second({ minutes: 0 }),
      `${FILE}:9: the front matter’s “steps.1.minutes” is not right: it takes more than 0 minutes.`,
    ],
    [
      'a word that means nothing',
      second({ nots: 'Say that.' }),
      `${FILE}:9: the front matter’s “steps.1.nots” is not right: `,
    ],
    [
      'minutes that do not add up',
      second({ minutes: 7.5 }),
      `${FILE}:3: the steps take 9.5 minutes together, and minutes says 10. Change the minutes of a step, or write minutes: 9.5.`,
    ],
    [
      'no steps at all',
      { steps: [] },
      `${FILE}: the front matter’s “steps” is not right: `,
    ],
    [
      'a recap that is too long',
      { recap: [Array(26).fill('word').join(' ')] },
      `${FILE}: the front matter’s “recap” is not right: it is a slide, and 25 words in all`,
    ],
    [
      'a path without minutes of its own',
      { minutes: undefined },
      `${FILE}: the front matter’s “minutes” is not right: `,
    ],
  ])('%s', (_, data, problem) => {
    expect(() => pathOf(data)).toThrow(problem)
  })
})
