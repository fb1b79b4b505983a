/** Verdicts on programs that really run. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { parseCheck } from './checks.ts'
import { compileTalk, parseTalk, type TalkExports } from './talk.ts'
import { talkRun } from './run.ts'
import { evidenceOf, type Evidence } from './evidence.ts'
import { judge } from './verdict.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

/** All that a judge can know of a program; it runs if it has no problems. */
function ran(source: string): Evidence {
  const evidence = evidenceOf('examplescript-talk', source, [])
  if (evidence.problems.length > 0) return evidence
  const { calls } = parseTalk(source)
  const { bytes } = compileTalk(calls, binaryen).optimised
  const module = new WebAssembly.Module(bytes as BufferSource)
  const exports = new WebAssembly.Instance(module).exports as TalkExports
  return { ...evidence, run: talkRun(calls, exports) }
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
    ['for (let format', '1 keyword', '2 keywords: for, let'],
    ['fork', '1 keyword', 'no keywords'],
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
    const evidence = evidenceOf('examplescript', 'let a = 1', [])
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
    const judged = verdict(sum, evidenceOf('examplescript', source, []))
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
  const talk = evidenceOf('examplescript-talk', source, [])
  const real = evidenceOf('examplescript', source, [])
  expect(talk.problems.map(({ code }) => code)).toEqual(['no-operation'])
  expect(real.problems.map(({ code }) => code)).toEqual(['malformed-number'])
  expect(talk.tokens).toEqual(['let', 'name', 'equals', 'number'])
  expect(real.tokens).toEqual(talk.tokens)
  expect(real.source).toBe(source)
})

describe('a run of the talk’s language', () => {
  const exports = {
    add: (a: number, b: number) => a + b,
    divide: (a: number, b: number) => a / b,
  }
  const run = talkRun(parseTalk('2 + 3\n0 / -5\n1 + 1').calls, exports)

  test('has the output, without its notes, and the functions', () => {
    expect(run.functions).toEqual(['add', 'divide'])
    expect(run.output).toEqual([
      'add(2, 3) = 5',
      'divide(0, -5) = -0',
      'add(1, 1) = 2',
    ])
  })

  test.each([
    ['add', [2, 3], 5],
    ['divide', [-0, 5], -0],
    ['divide', [], NaN],
    ['add', [7], 7],
    ['add', [1, 2, 3], 3],
  ])('calls %s with %j: %d', (name, operands, result) => {
    expect(run.call(name, operands)).toBe(result)
  })

  test('of nothing has nothing', () => {
    const { output, functions } = talkRun([], {})
    expect([output, functions]).toEqual([[], []])
  })
})
