/** Each rule of a chapter on both sides of its bound, and a good chapter. */
import { describe, expect, test } from 'vitest'
import { countChapter, summary } from './counting.ts'
import {
  exercise,
  listing,
  prose,
  run,
  shown,
  slide,
  step,
  text,
} from './pieces.fixture.ts'
import type { CountedChapter, CountedStep } from './pieces.ts'

/** A chapter of these steps, whose minutes fit unless they are given. */
function chapter(
  steps: readonly CountedStep[],
  minutes: Partial<CountedChapter['minutes']> = {},
): CountedChapter {
  const { active, words: long, minutes: present } = summary({ steps })
  const read = long / 200 + active * 0.7
  const path = 'content/1-talk/01-chapter.md'
  return { path, steps, minutes: { read, present, ...minutes } }
}

/** Active steps, then others; each has its own title and line. */
function many(active: number, idle: number): CountedStep[] {
  return Array.from({ length: active + idle }, (_, index) =>
    step({
      title: `Step ${index + 1}`,
      line: index * 10,
      pieces: index < active ? [prose(100), run] : [prose(100)],
    }),
  )
}

/** `error 5: problem` */
function findings(counted: CountedChapter): string[] {
  return countChapter(counted).map(
    ({ severity, line, problem }) => `${severity} ${line}: ${problem}`,
  )
}

describe('a chapter', () => {
  test.each([
    ['without steps', chapter([], { read: 9, present: 9 })],
    ['with 9 of 10 active steps', chapter(many(9, 1))],
    ['with 1 of 1 active steps', chapter(many(1, 0))],
    [
      'with 17 of 19 active steps',
      chapter(many(17, 2)),
      'warning 170: there is something to do in 17 of 19 steps, and nine of ten keep people awake; there is nothing in “Step 18”, “Step 19”.',
    ],
    [
      'with 8 of 9 active steps',
      chapter(many(8, 1)),
      'warning 80: there is something to do in 8 of 9 steps, and nine of ten keep people awake; there is nothing in “Step 9”.',
    ],
    [
      'whose steps’ minutes add up, with one to skip',
      chapter(
        [step({ minutes: 1.2 }), step({ minutes: 1.1, skippable: true })],
        {
          present: 2.3,
        },
      ),
    ],
    [
      'whose steps’ minutes do not add up',
      chapter([step({ minutes: 1.2 }), step({ minutes: 1.1 })], { present: 2 }),
      'warning 0: the steps are planned for 2.3 minutes together, and minutes.present says 2.',
    ],
    [
      'whose steps have 1 minute',
      chapter([step()], { present: 1.5 }),
      'warning 0: the steps are planned for 1 minute together, and minutes.present says 1.5.',
    ],
    [
      'whose minutes cannot be added up',
      chapter([step({ minutes: undefined }), step()], { present: 9 }),
      'warning 3: this step has no planned minutes, so nobody knows whether the talk ends in time.',
    ],
    // 1000 words and 10 things to do: 12 minutes.
    ['to be read in half the minutes', chapter(many(10, 0), { read: 6 })],
    ['to be read in 1.5 times the minutes', chapter(many(10, 0), { read: 18 })],
    [
      'to be read in less than half the minutes',
      chapter(many(10, 0), { read: 5.9 }),
      'warning 0: 1000 words and 10 things to do take a reader about 12 minutes, and minutes.read says 5.9.',
    ],
    [
      'to be read in more than 1.5 times the minutes',
      chapter(many(10, 0), { read: 19 }),
      'warning 0: 1000 words and 10 things to do take a reader about 12 minutes, and minutes.read says 19.',
    ],
  ] satisfies [string, CountedChapter, string?][])(
    '%s',
    (_, counted, expected?) => {
      expect(findings(counted)).toEqual(expected ? [expected] : [])
    },
  )

  test('is told by line, and each finding says what to do', () => {
    const bad = chapter(
      [
        step({
          title: text(9),
          line: 1,
          pieces: [prose(100), run, shown(26, 2)],
        }),
        step({
          line: 4,
          minutes: undefined,
          pieces: [listing('program', 13, 1), prose(9)],
        }),
      ],
      { read: 90 },
    )
    const found = countChapter(bad)
    expect(found.map(({ line }) => line)).toEqual([0, 1, 2, 4, 4, 4, 8])
    for (const { advice } of found) expect(advice).toMatch(/^[A-Z].*\.$/)
  })

  test('is told nothing when it is good', () => {
    const pieces = [
      prose(60),
      shown(20),
      listing('program', 6, 40),
      run,
      slide,
      prose(40),
      shown(25),
      listing('quotation', 12, 70),
      exercise(3, 2, true),
    ]
    const good = Array.from({ length: 9 }, () => step({ minutes: 1.5, pieces }))
    const rest = step({ minutes: 0.5, skippable: true, pieces: [prose(60)] })
    // 1365 words and 18 things to do: 19.4 minutes.
    const minutes = { read: 20, present: 14 }
    expect(findings(chapter([...good, rest], minutes))).toEqual([])
  })

  test('is summed up', () => {
    const pieces = [prose(7), shown(3), listing('program', 3, 9)]
    const counted = chapter([step(), step({ pieces, minutes: undefined })])
    expect(summary(counted)).toEqual({
      steps: 2,
      active: 1,
      words: 110,
      minutes: 1,
    })
  })
})
