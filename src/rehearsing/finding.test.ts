/** One light for all that was found, and the words beside it. */
import { expect, test } from 'vitest'
import {
  isNew,
  lightOf,
  TALK,
  triedWords,
  verdictWords,
  type Finding,
  type Kind,
} from './finding.ts'
import { isRemembered } from './remembered.ts'

function found(...kinds: Kind[]): Finding[] {
  return kinds.map((kind) => ({ ...TALK, kind, what: 'A', todo: 'B' }))
}

test.each([
  [[], 'green', 'Ready for the stage'],
  [['small'], 'amber', 'Almost ready: 1 thing to look at'],
  [
    ['minutes', 'overflow', 'offline'],
    'amber',
    'Almost ready: 3 things to look at',
  ],
  [['small', 'errs'], 'red', 'Not ready: 2 things would fail'],
  [['endless'], 'red', 'Not ready: 1 thing would fail'],
  [['missing'], 'red', 'Not ready: 1 thing would fail'],
  [['differs'], 'red', 'Not ready: 1 thing would fail'],
] as const)('of %s the light is %s', (kinds, light, words) => {
  expect(lightOf(found(...kinds))).toBe(light)
  expect(verdictWords(found(...kinds), true)).toBe(words)
})

test('a check that was stopped is never ready', () => {
  expect(verdictWords([], false)).toBe('Stopped. Up to here, all is well')
  expect(verdictWords(found('errs'), false)).toBe(
    'Stopped. Up to here, 1 thing would fail',
  )
})

test('the same trouble on the same slide is said once', () => {
  const [one] = found('errs')
  expect(isNew([], one!)).toBe(true)
  expect(isNew([one!], { ...one!, link: '/a/#b/2' })).toBe(false)
  expect(isNew([one!], { ...one!, slide: '2. B' })).toBe(true)
})

test('what was tried is said', () => {
  const tried = {
    chapters: 2,
    slides: 21,
    presses: 1300,
    demos: 1,
    untried: 0,
    size: '1920x1080',
    isOffline: true,
  }
  expect(triedWords(tried)).toBe(
    '2 pages, 21 slides, 1,300 key presses and 1 demo at 1920 × 1080, without the network',
  )
  expect(triedWords({ ...tried, chapters: 1, isOffline: false })).toContain(
    'with the network on',
  )
})

test('what is remembered may have been written by anybody', () => {
  const [finding] = found('errs')
  const what = {
    version: 1,
    at: 1,
    light: 'red',
    verdict: '',
    tried: '',
    findings: [finding],
  }
  expect(isRemembered(what)).toBe(true)
  for (const wrong of [
    null,
    3,
    {},
    { ...what, light: 'blue' },
    { ...what, at: '' },
    { ...what, version: 2 },
    { ...what, findings: [null] },
    { ...what, findings: [{ ...finding, kind: 'toString' }] },
    { ...what, findings: [{ ...finding, link: 'javascript:alert(1)' }] },
  ]) {
    expect(isRemembered(wrong)).toBe(false)
  }
})
