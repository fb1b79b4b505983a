/** Each rule on both sides of its bound, and a good chapter. */
import { describe, expect, test } from 'vitest'
import {
  countChapter,
  hasSomethingToDo,
  summary,
  words,
  type CountedChapter,
  type CountedStep,
  type Piece,
} from './counting.ts'

const text = (count: number) => Array(count).fill('word').join(' ')

function told(kind: 'prose' | 'shown', count: number, line = 5): Piece {
  return { kind, line, text: text(count), terms: [], code: [] }
}

const prose = (count: number, line?: number) => told('prose', count, line)
const shown = (count: number, line?: number) => told('shown', count, line)
const run: Piece = { kind: 'run', line: 6 }
const slide: Piece = { kind: 'slide', line: 7 }

function listing(
  of: 'program' | 'quotation',
  lines: number,
  columns: number,
): Piece {
  const code = 'x\n'.repeat(lines - 1) + 'é'.repeat(columns) + '\n'
  return { kind: 'listing', line: 8, code, of }
}

function exercise(checks: number, hints: number, solved: boolean): Piece {
  return { kind: 'exercise', line: 9, checks, hints, solved }
}

/** A good step, but for what is given. */
function step(change: Partial<CountedStep> = {}): CountedStep {
  return {
    title: 'The longest operator wins',
    line: 3,
    minutes: 1,
    skippable: false,
    pieces: [prose(100), run],
    ...change,
  }
}

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

describe('a step', () => {
  const SLIDE = 'and 25 are what people read while somebody speaks.'
  const rules: [string, Partial<CountedStep>, ...string[]][] = [
    [
      'a title of 8 words',
      { title: 'One two three four-and-a-half 5 six seven – eight' },
    ],
    [
      'a title of 9 words',
      { title: text(9) },
      'error 3: this title has 9 words, and 8 are what a slide has room for.',
    ],
    ['40 words', { pieces: [prose(30), run, shown(10)] }],
    [
      '39 words',
      { pieces: [prose(30), run, shown(9)] },
      'warning 3: this step has 39 words, and 40 are the least that say why and how.',
    ],
    ['200 words', { pieces: [prose(100), run, prose(80), shown(20)] }],
    [
      '201 words',
      { pieces: [prose(100), run, prose(81), shown(20)] },
      'warning 3: this step has 201 words, and 200 are the most that one idea takes.',
    ],
    [
      '1 word',
      { pieces: [prose(1), run] },
      'warning 3: this step has 1 word, and 40 are the least that say why and how.',
    ],
    ['150 words before a run', { pieces: [prose(130), shown(20), run] }],
    ['151 words after a run', { pieces: [run, prose(151)] }],
    [
      '151 words before a run',
      { pieces: [prose(131), shown(20), run] },
      'warning 3: this step has 151 words before the first thing to do, and 150 are the most that people wait for.',
    ],
    ['25 words on a slide', { pieces: [prose(50), shown(20), run, shown(5)] }],
    [
      '26 words on a slide',
      { pieces: [prose(50), shown(20), run, shown(6, 9)] },
      `error 5: this slide has 26 words of text, ${SLIDE}`,
    ],
    [
      '25 words on each of two slides',
      { pieces: [shown(25), slide, shown(25, 9), run] },
    ],
    [
      '26 words on the second of two slides',
      { pieces: [shown(25), slide, shown(25, 8), run, shown(1, 9)] },
      `error 8: this slide has 26 words of text, ${SLIDE}`,
    ],
    [
      'words said in 1.5 times its minute',
      { minutes: 1, pieces: [prose(113), run, prose(87)] },
    ],
    [
      'words said in 1.5 times its half minute',
      { minutes: 0.5, pieces: [prose(112), run] },
    ],
    [
      'words said in more than 1.5 times its half minute',
      { minutes: 0.5, pieces: [prose(113), run] },
      'warning 3: saying 113 words takes 0.8 minutes, and the plan gives this step 0.5 minutes.',
    ],
    [
      'words that nothing is planned for',
      { minutes: 0, pieces: [prose(75), run] },
      'warning 3: saying 75 words takes 0.5 minutes, and the plan gives this step 0 minutes.',
    ],
    [
      'no planned minutes',
      { minutes: undefined },
      'warning 3: this step has no planned minutes, so nobody knows whether the talk ends in time.',
    ],
  ]

  test.each(rules)('with %s', (_, change, ...expected) => {
    expect(findings(chapter([step(change)]))).toEqual(expected)
  })
})

describe('a listing', () => {
  test.each<[Piece, ...string[]]>([
    [listing('program', 12, 64)],
    [listing('quotation', 12, 80)],
    [
      listing('program', 13, 65),
      'error 8: this program has 13 lines, and 12 are what the last row can read.',
      'error 8: line 13 of this program has 65 columns, and 64 are what a slide has room for.',
    ],
    [
      listing('quotation', 13, 80),
      'error 8: this quotation has 13 lines, and 12 are what the last row can read.',
    ],
    [
      listing('quotation', 2, 81),
      'error 8: line 2 of this quotation has 81 columns, and 80 are what a slide has room for.',
    ],
  ])('%j', (piece, ...expected) => {
    const pieces = [prose(100), piece, run]
    expect(findings(chapter([step({ pieces })]))).toEqual(expected)
  })
})

describe('an exercise', () => {
  const checks =
    'warning 9: this exercise has no checks, so nobody learns whether they solved it.'
  const hints =
    'warning 9: this exercise has no hints, so whoever is stuck stays stuck.'
  const solution =
    'warning 9: this exercise has no solution, so nobody can compare theirs with one.'
  test.each<[Piece, ...string[]]>([
    [exercise(1, 1, true)],
    [exercise(0, 1, true), checks],
    [exercise(1, 0, true), hints],
    [exercise(1, 1, false), solution],
    [exercise(0, 0, false), checks, hints, solution],
  ])('%j', (piece, ...expected) => {
    const pieces = [prose(100), piece]
    expect(findings(chapter([step({ pieces })]))).toEqual(expected)
  })
})

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

test.each<[Piece[], boolean]>([
  [[], false],
  [[prose(9), shown(9), slide, listing('program', 1, 1)], false],
  [[prose(9), run], true],
  [[{ kind: 'question', line: 1 }], true],
  [[exercise(0, 0, false)], true],
])('has %j something to do? %s', (pieces, expected) => {
  expect(hasSomethingToDo(step({ pieces }))).toBe(expected)
})

test.each([
  ['', 0],
  ['  \n ', 0],
  ['one', 1],
  ['Two words.', 2],
  ['over\ntwo  lines', 3],
  ['3.14 and 1,000 are numbers', 5],
  ['a well-known state-of-the-art trick', 4],
  ['it’s “quoted” (too)', 3],
  ['a + b → c – d …', 4],
  ['dashes—as here—part words', 5],
  ['naïve 日本', 2],
])('words of %j: %i', (said, count) => {
  expect(words(said)).toBe(count)
})
