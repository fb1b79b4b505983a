/** What the command understands, and what it prints. */
import { expect, test } from 'vitest'
import { TALK } from '../rehearsing/finding.ts'
import { parse, report } from './rehearse.ts'

const USUAL = { slot: '', size: '1920x1080' }

test.each([
  ['compiling', { ...USUAL, talk: '/compiling/' }],
  [
    '/compiling/in-ten-minutes/',
    { ...USUAL, talk: '/compiling/in-ten-minutes/' },
  ],
  [
    'inference --slot 40 --size 1024x768',
    { talk: '/inference/', slot: '40', size: '1024x768' },
  ],
  ['--slot 7.5 inference', { ...USUAL, talk: '/inference/', slot: '7.5' }],
])('%s', (words, asked) => {
  expect(parse(words.split(' '))).toEqual(asked)
})

test.each([
  '',
  '--slot 40',
  'compiling --slot',
  'compiling --slot soon',
  'compiling --slot -3',
  'compiling --size',
  'compiling --size large',
  'compiling --fast',
  'compiling inference',
])('“%s” says nothing', (words) => {
  expect(parse(words.split(' ').filter(Boolean))).toBeUndefined()
})

const TRIED = {
  chapters: 1,
  slides: 2,
  presses: 3,
  demos: 4,
  untried: 0,
  size: '1920x1080',
  isOffline: true,
}

test('what was found stands in lines, each with its place', () => {
  const finding = {
    kind: 'errs',
    chapter: 'Types',
    slide: '3. Sums',
    link: 'http://localhost:1/compiling/types/?present#sums',
    what: 'It errs.',
    todo: 'Mend it.',
  } as const
  const note = { ...TALK, words: 'It is short.' }
  const checked = {
    findings: [finding],
    notes: [note],
    tried: TRIED,
    isWhole: true,
  }
  expect(report(checked, 'http://localhost:1/')).toBe(
    `Errs (Types, slide 3. Sums)
  It errs.
  Mend it.
  /compiling/types/?present#sums

Good to know:
  It is short.

Not ready: 1 thing would fail.
Checked: 2 slides, 3 key presses and 4 demos at 1920 × 1080, without the network.
`,
  )
})

test('nothing found is said in two lines', () => {
  const checked = { findings: [], notes: [], tried: TRIED, isWhole: true }
  expect(report(checked, 'http://localhost:1/').trim()).toMatch(
    /^Ready for the stage\.\nChecked: /,
  )
})
