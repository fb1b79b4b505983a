/** Each rule of a step on both sides of its bound. */
import { describe, expect, test } from 'vitest'
import { countStep } from './counting-step.ts'
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
import type { CountedStep, Piece } from './pieces.ts'

/** `error 5: problem` */
function findings(change: Partial<CountedStep>): string[] {
  return countStep(step(change)).map(
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
    expect(findings(change)).toEqual(expected)
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
    expect(findings({ pieces })).toEqual(expected)
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
    expect(findings({ pieces })).toEqual(expected)
  })
})
