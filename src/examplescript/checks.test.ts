/** Checks as authors write them, and verdicts on programs that really run. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import {
  CheckError,
  evidenceOf,
  judge,
  needsRun,
  parseCheck,
  type Evidence,
} from './checks.ts'
import { compileTalk, parseTalk, runTalk, type TalkExports } from './talk.ts'
import { KEYWORDS, OPERATORS } from './token.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

/** All that a judge can know of a program; it runs if it has no problems. */
function ran(source: string): Evidence {
  const evidence = evidenceOf('examplescript-talk', source)
  if (evidence.problems.length > 0) return evidence
  const { calls } = parseTalk(source)
  const { bytes } = compileTalk(calls, binaryen).optimised
  const module = new WebAssembly.Module(bytes as BufferSource)
  const exports = new WebAssembly.Instance(module).exports as TalkExports
  return {
    ...evidence,
    run: {
      output: runTalk(calls, exports).map(({ text }) => text),
      functions: Object.keys(exports),
      call: (name, [a, b]) => exports[name]!(a!, b!),
    },
  }
}

/** A program with one function, `f`, that does what the test needs. */
function withFunction(call: () => number, output: string[] = []): Evidence {
  const run = { output, functions: ['f'], call }
  return { source: '', tokens: [], problems: [], run }
}

function stopping(thrown: unknown): Evidence {
  return withFunction(() => {
    throw thrown
  })
}

function verdict(check: string, evidence: Evidence) {
  return judge(parseCheck(check), evidence)
}

describe('a check is read', () => {
  test.each([
    [
      'add(2, 3) = 5',
      { kind: 'call', name: 'add', operands: [2, 3], result: 5 },
    ],
    [
      ' $f_1 ( +2,-.5 )=1e-3 ',
      { kind: 'call', name: '$f_1', operands: [2, -0.5], result: 0.001 },
    ],
    ['f() = NaN', { kind: 'call', name: 'f', operands: [], result: NaN }],
    [
      'f(-0, 5.) = -Infinity',
      { kind: 'call', name: 'f', operands: [-0, 5], result: -Infinity },
    ],
    [
      'prints(2) = 5',
      { kind: 'call', name: 'prints', operands: [2], result: 5 },
    ],
    ['prints add(2, 3) = 5', { kind: 'prints', words: 'add(2, 3) = 5' }],
    ['prints  a ', { kind: 'prints', words: ' a ' }],
    ['3 lines', { kind: 'count', of: 'line', count: 3 }],
    ['1 line', { kind: 'count', of: 'line', count: 1 }],
    ['2  functions', { kind: 'count', of: 'function', count: 2 }],
    ['1 function', { kind: 'count', of: 'function', count: 1 }],
    ['no errors', { kind: 'count', of: 'error', count: 0 }],
    ['0 errors', { kind: 'count', of: 'error', count: 0 }],
    ['1 error', { kind: 'count', of: 'error', count: 1 }],
    ['1 token', { kind: 'count', of: 'token', count: 1 }],
    ['no tokens', { kind: 'count', of: 'token', count: 0 }],
    ['error in line 12', { kind: 'error', line: 12 }],
    [
      'tokens = number  plusPlus let',
      { kind: 'tokens', kinds: ['number', 'plusPlus', 'let'] },
    ],
    ['contains <<=', { kind: 'contains', words: '<<=' }],
    ['lacks no errors', { kind: 'lacks', words: 'no errors' }],
  ])('%j', (text, check) => {
    expect(parseCheck(text)).toStrictEqual({ text, ...check })
  })

  test('of every kind of token', () => {
    const kinds = ['number', 'string', 'name', ...KEYWORDS]
    kinds.push(...Object.values(OPERATORS))
    expect(parseCheck(`tokens = ${kinds.join(' ')}`)).toMatchObject({ kinds })
  })

  test.each(['add(2, 3) = 5', 'prints 5', '3 lines', 'no functions'])(
    '%s needs a run',
    (text) => expect(needsRun(parseCheck(text))).toBe(true),
  )

  test.each([
    'no errors',
    'error in line 2',
    'tokens = number',
    '3 tokens',
    'contains 3 lines',
    'lacks prints',
  ])('%s needs none', (text) => expect(needsRun(parseCheck(text))).toBe(false))
})

describe('no check', () => {
  test.each([
    ['', /^“” is no check\. Write one such as add\(2, 3\) = 5, prints/],
    ['print 5', /^“print 5” is no check\./],
    ['three lines', /^“three lines” is no check\./],
    ['-1 lines', /^“-1 lines” is no check\./],
    ['1.5 tokens', /^“1\.5 tokens” is no check\./],
    ['3 lines\n2 errors', /is no check\./],
    [`x${'😀'.repeat(500)}`, /^“x😀+�…” is no check\./u],
    ['1 lines', 'Write 1 line.'],
    ['2 error', 'Write 2 errors.'],
    ['no error', 'Write no errors.'],
    ['error in line 0', 'Lines are counted from 1. Write error in line 1.'],
    ['add(2, 3)', '“add(2, 3)” has no result. Write it behind =, such'],
    ['add(2, x) = 5', '“x” is no number. Write one such as 5,'],
    ['add(2 3) = 5', '“2 3” is no number.'],
    ['add(2, ) = 5', 'A number is missing.'],
    ['add(2, 3) =', 'A number is missing.'],
    ['add(2, 3) == 5', '“= 5” is no number.'],
    ['f() = 0x10', '“0x10” is no number.'],
    ['f() = 010', '“010” is no number.'],
    ['f() = 1e', '“1e” is no number.'],
    ['f() = .', '“.” is no number.'],
    ['f() = infinity', '“infinity” is no number.'],
    ['prints', '“prints” has no text to look for.'],
    ['contains ', '“contains” has no text to look for.'],
    ['lacks  ', '“lacks” has no text to look for.'],
    ['tokens =', '“tokens =” has no tokens.'],
    ['tokens = plus2', '“plus2” is no kind of token. Write plus.'],
    ['tokens = plusplus', '“plusplus” is no kind of token. Write plusPlus.'],
    ['tokens = number + number', '“+” is no kind of token. Write plus.'],
    ['tokens = <<=', 'Write shiftLeftEquals.'],
    ['tokens = Number', 'Write number.'],
    ['tokens = digit', 'Write number, string, name, a keyword, or'],
    ['tokens = 5', 'Write number, string, name, a keyword, or'],
    ['tokens = toString', '“toString” is no kind of token.'],
  ])('%j', (text, message) => {
    expect(() => parseCheck(text)).toThrow(CheckError)
    expect(() => parseCheck(text)).toThrow(message)
    expect(() => parseCheck(text)).toThrow(/^[A-Z“].* Write .*\.$/su)
  })
})

describe('passes', () => {
  test.each([
    ['2 + 3', 'add(2, 3) = 5', 'add(2, 3) = 5'],
    ['2 + 3', 'add( 2147483647,1 ) = -2147483648', null],
    ['1 / 2', 'divide(0, 0) = NaN', 'divide(0, 0) = NaN'],
    ['1 / 2', 'divide(0, -5) = -0', 'divide(0, -5) = -0'],
    ['1 / 2', 'divide(-0, 5) = -0', 'divide(-0, 5) = -0'],
    ['1 / 2', 'divide(-8, 0) = -Infinity', 'divide(-8, 0) = -Infinity'],
    ['1 / 2', 'divide(1e3, .5) = +2e+3', 'divide(1000, 0.5) = 2000'],
    ['1 - 2\n2 + 3', 'prints add(2, 3) = 5', 'the line “add(2, 3) = 5”'],
    ['1 - 2\n2 + 3', '2 lines', '2 lines'],
    ['1 - 2\n2 + 3\n3 + 4', '2 functions', '2 functions'],
    ['', 'no functions', 'no functions'],
    ['2 + 3', 'no errors', 'no errors'],
    ['2 + 3\nhello', 'error in line 2', 'error in line 2'],
    ['a\n2 + 3\nb\n', 'error in line 3', 'error in line 3'],
    ['a\n2 + 3\nb', '2 errors', '2 errors'],
    ['2++3', 'tokens = number plusPlus number', 'number plusPlus number'],
    [
      `1${' + 1'.repeat(9)}`,
      `tokens = number${' plus number'.repeat(9)}`,
      null,
    ],
    ['hello', '1 token', '1 token'],
    ['a <<= 2', 'contains <<=', '“<<=” in the program'],
    ['2 + 3', 'lacks <<=', 'no “<<=” in the program'],
  ])('%j: %s', (source, text, expected) => {
    const { came, ...rest } = verdict(text, ran(source))
    expect(rest).toMatchObject({ text, passed: true })
    expect(came).toBe(rest.expected)
    if (expected) expect(came).toBe(expected)
  })
})

describe('fails', () => {
  const hello = 'Line 1 is no operation: “hello”.'
  test.each([
    ['3 + 2', 'add(2, 3) = 6', 'add(2, 3) = 5'],
    ['1 / 2', 'divide(0, 5) = -0', 'divide(0, 5) = 0'],
    ['1 / 2', 'divide(0, -5) = 0', 'divide(0, -5) = -0'],
    ['1 / 2', 'divide(0, 0) = 0', 'divide(0, 0) = NaN'],
    ['1 / 2', 'divide(1, 0) = NaN', 'divide(1, 0) = Infinity'],
    ['2 - 3', 'add(2, 3) = 5', 'no function add: the program has subtract'],
    ['', 'add(2, 3) = 5', 'no function add: the program has none'],
    ['', 'toString() = 5', 'no function toString: the program has none'],
    [
      '1 + 1\n1 - 1\n1 * 1\n1 / 1',
      'deadcode() = 5',
      'no function deadcode: the program has add, subtract, multiply and 1 more',
    ],
    ['hello', 'add(2, 3) = 5', hello],
    ['hello', 'prints add(2, 3) = 5', hello],
    ['hello', 'no lines', hello],
    ['hello', 'no functions', hello],
    ['1 - 2', 'prints add(2, 3) = 5', '“subtract(1, 2) = -1”'],
    ['1 + 2', 'prints add(1, 2)', '“add(1, 2) = 3”'],
    ['', 'prints add(2, 3) = 5', 'no output'],
    ['1 + 2', '3 lines', '1 line'],
    ['', '1 line', 'no lines'],
    ['1 + 2\n1 - 2', '1 function', '2 functions: add, subtract'],
    ['', '1 function', 'no functions'],
    ['hello', 'no errors', `1 error: ${hello}`],
    ['hello\nyou', 'no errors', `2 errors, the first: ${hello}`],
    ['2 + 3', '2 errors', 'no errors'],
    ['2 + 3', 'error in line 2', 'no errors'],
    ['hello', 'error in line 2', 'error in line 1'],
    ['a\n\nb', 'error in line 2', 'error in line 1, line 3'],
    [
      'a\n\nb\nc\nd',
      'error in line 2',
      'error in line 1, line 3, line 4 and 1 more',
    ],
    ['2 + 3', 'tokens = number minus number', 'number plus number'],
    ['2 + 3', 'tokens = number plus', 'number plus number'],
    ['2 +', 'tokens = number plus number', 'number plus'],
    ['', 'tokens = number', 'no tokens'],
    ['2 + 3', '1 token', '3 tokens'],
    ['2 + 3', 'contains <<=', 'no “<<=” in the program'],
    ['a\nb <<= 2', 'lacks <<=', '“<<=” in line 2'],
  ])('%j: %s', (source, text, came) => {
    const judged = verdict(text, ran(source))
    expect(judged).toMatchObject({ text, passed: false, came })
    expect(judged.expected).not.toBe(came)
  })

  test.each([
    [new WebAssembly.RuntimeError('unreachable'), 'it stopped: unreachable'],
    [
      new RangeError('Maximum call stack size exceeded'),
      'it stopped: Maximum call stack size exceeded',
    ],
    ['no error at all', 'it stopped: no error at all'],
    [new Error('😀'.repeat(5000)), `it stopped: ${'😀'.repeat(50)}…`],
  ])('a call that stops: %s', (thrown, came) => {
    const judged = verdict('f() = 5', stopping(thrown))
    expect(judged).toMatchObject({ passed: false, expected: 'f() = 5', came })
  })

  test('a program that should have run, and did not', () => {
    const evidence = evidenceOf('examplescript', 'let a = 1')
    expect(verdict('f() = 5', evidence).came).toBe('the program was not run')
  })
})

describe('what is long', () => {
  test('output is cut to some lines, and each line', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `line ${i}`)
    const evidence = withFunction(Math.random, many)
    expect(verdict('prints x', evidence).came).toBe(
      '“line 0”, “line 1”, “line 2” and 9997 more',
    )
    expect(verdict('1 line', evidence).came).toBe('10000 lines')
    const long = ['x'.repeat(1_000_000)]
    expect(verdict('prints x', withFunction(Math.random, long)).came).toBe(
      `“${'x'.repeat(100)}…”`,
    )
  })

  test('what the author wrote is told whole', () => {
    const words = 'x'.repeat(500)
    const { expected } = verdict(`prints ${words}`, ran(''))
    expect(expected).toBe(`the line “${words}”`)
  })

  const sum = `tokens = number${' plus number'.repeat(9)}`
  test.each([
    [`1${' + 1'.repeat(8)} - 1`, '19 tokens, and token 18 is minus'],
    [`1${' + 1'.repeat(9)};`, '20 tokens, and token 20 is semicolon'],
    [`1${' + 1'.repeat(8)}`, '17 tokens, and no token 18'],
  ])('of many tokens the first other one is told: %s', (source, came) => {
    const judged = verdict(sum, evidenceOf('examplescript', source))
    expect(judged).toMatchObject({ passed: false, came })
  })

  test('10,000 errors are placed in no time', () => {
    const evidence = ran('hello\n'.repeat(10_000))
    expect(verdict('error in line 10000', evidence).passed).toBe(true)
    expect(verdict('no errors', evidence).came.length).toBeLessThan(120)
  })
})

test('each language has its own problems, and the tokens of the scanner', () => {
  const source = 'let a = 1__0'
  const talk = evidenceOf('examplescript-talk', source)
  const real = evidenceOf('examplescript', source)
  expect(talk.problems.map(({ code }) => code)).toEqual(['no-operation'])
  expect(real.problems.map(({ code }) => code)).toEqual(['malformed-number'])
  expect(talk.tokens).toEqual(['let', 'name', 'equals', 'number'])
  expect(real.tokens).toEqual(talk.tokens)
  expect(real.source).toBe(source)
})
