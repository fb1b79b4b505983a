/** Terms before and after their places, within a chapter and across chapters. */
import { describe, expect, test } from 'vitest'
import type { CountedChapter, Piece } from './pieces.ts'
import { termsUsedEarly } from './terms.ts'

const FIRST = 'content/1-talk/01-first.md'
const SECOND = 'content/1-talk/02-second.md'

/** `[term]` is explained, `` `code` `` is code and no part of the words. */
function said(text: string, line: number): Piece {
  const terms = [...text.matchAll(/\[([^\]]*)\]/g)].map(([, term]) => term!)
  const code = [...text.matchAll(/`([^`]*)`/g)].map(([, span]) => span!)
  const plain = text.replaceAll(/`[^`]*`/g, '…').replaceAll(/[[\]]/g, '')
  return { kind: line % 2 ? 'shown' : 'prose', line, text: plain, terms, code }
}

/** A chapter of steps “One”, “Two” and so on, of one piece each. */
function chapter(path: string, ...texts: string[]): CountedChapter {
  const titles = ['One', 'Two', 'Three']
  const steps = texts.map((text, line) => ({
    title: titles[line]!,
    line,
    minutes: 1,
    skippable: false,
    pieces: [{ kind: 'run' as const, line }, said(text, line)],
  }))
  return { path, minutes: { read: 1, present: 1 }, steps }
}

function findings(...chapters: CountedChapter[]): string[] {
  return termsUsedEarly(chapters).map(
    ({ path, severity, line, problem }) =>
      `${path}:${line}: ${severity}: ${problem}`,
  )
}

describe('a term', () => {
  test.each([
    ['A token is.', 'A [token] is.'],
    ['Tokens are.', 'A [token] is.'],
    ['All TOKENS!', 'A [token] is.'],
    ['the token’s end', 'A [token] is.'],
    ['the passes', 'a [pass] is'],
    ['a syntax\n  tree', 'a [syntax tree] is'],
    ['syntax trees', 'a [Syntax\ntree] is'],
    ['in C++, say', 'in [C++] one'],
    ['of `i32`', 'the type [`i32`] is'],
    ['A token kind.', 'a [token] is'],
  ])('is early in %j before %j', (before, explaining) => {
    const [, term] = /\[([^\]]*)\]/.exec(explaining)!
    const named = term!.replace('\n', ' ')
    expect(findings(chapter(FIRST, before, explaining))).toEqual([
      `${FIRST}:0: warning: “${named}” is used here, and explained only later, in “Two”.`,
    ])
  })

  test.each([
    ['tokenize, betoken', 'A [token] is.'],
    ['token-based', 'A [token] is.'],
    ['a syntax of trees', 'a [syntax tree] is'],
    ['abc', 'the [a.c] is'],
    ['the `token`', 'A [token] is.'],
    ['i32 and `i32.add`', 'the type [`i32`] is'],
    ['syntax `of` tree', 'a [syntax tree] is'],
    ['nothing', 'A token, a [token].'],
    ['A [token] is.', 'Tokens are.'],
    ['words', 'an empty [ ]'],
  ])('is not early in %j before %j', (before, explaining) => {
    expect(findings(chapter(FIRST, before, explaining))).toEqual([])
  })

  test('is told at its first use alone', () => {
    const counted = chapter(FIRST, 'a token', 'a token', 'a [token]')
    expect(findings(counted)).toEqual([
      `${FIRST}:0: warning: “token” is used here, and explained only later, in “Three”.`,
    ])
  })

  test('is looked for in earlier chapters', () => {
    const [first, second] = [
      chapter(FIRST, 'nothing', 'a token'),
      chapter(SECOND, 'a [token]', 'tokens'),
    ]
    expect(findings(first, second)).toEqual([
      `${FIRST}:1: warning: “token” is used here, and explained only later, in “One” of ${SECOND}.`,
    ])
    expect(findings(second, first)).toEqual([])
  })
})

describe('an explanation', () => {
  test('is given once', () => {
    const [first, second] = [
      chapter(FIRST, 'a [token]', 'a [Token]'),
      chapter(SECOND, 'a [token]', 'a [tree]'),
    ]
    expect(findings(first, second)).toEqual([
      `${FIRST}:1: warning: “token” is explained a second time; the first was in “One”.`,
      `${SECOND}:0: warning: “token” is explained once more; the first was in “One” of ${FIRST}.`,
    ])
  })

  test('of code is another than one of a word', () => {
    expect(findings(chapter(FIRST, 'a [scan]', 'the [`scan`]'))).toEqual([])
  })
})

test('Findings come in the order of the talk, and say what to do', () => {
  const first = chapter(FIRST, 'a [b]', 'a tree and a [b]')
  const found = termsUsedEarly([first, chapter(SECOND, 'a z', 'a [z] [tree]')])
  expect(found.map(({ path, line }) => `${path}:${line}`)).toEqual([
    `${FIRST}:1`,
    `${FIRST}:1`,
    `${SECOND}:0`,
  ])
  for (const { advice } of found) expect(advice).toMatch(/^[A-Z].*\.$/)
})
