/** The talk's language, compiled and run for real. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { compileTalk, parseTalk, runTalk, type TalkExports } from './talk.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

function compile(source: string) {
  return compileTalk(parseTalk(source).calls, binaryen)
}

function run(source: string, stage: 'written' | 'optimised' = 'optimised') {
  const { bytes } = compile(source)[stage]
  const module = new WebAssembly.Module(bytes as BufferSource)
  const { exports } = new WebAssembly.Instance(module)
  return runTalk(parseTalk(source).calls, exports as TalkExports)
}

describe('running', () => {
  test.each([
    ['2 + 3', 'add(2, 3) = 5'],
    ['41+16', 'add(41, 16) = 57'],
    ['  7   *\t6  ', 'multiply(7, 6) = 42'],
    ['4 - 9', 'subtract(4, 9) = -5'],
    ['-5 + 3', 'add(-5, 3) = -2'],
    ['5 - -3', 'subtract(5, -3) = 8'],
    ['5--3', 'subtract(5, -3) = 8'],
    ['7 / 2', 'divide(7, 2) = 3.5'],
    ['8 / 0', 'divide(8, 0) = Infinity'],
    ['-8 / 0', 'divide(-8, 0) = -Infinity'],
    ['0 / 0', 'divide(0, 0) = NaN'],
    ['0 / -5', 'divide(0, -5) = -0'],
    ['2147483647 + 1', 'add(2147483647, 1) = -2147483648'],
    ['65536 * 65536', 'multiply(65536, 65536) = 0'],
    ['-2147483648 - 1', 'subtract(-2147483648, 1) = 2147483647'],
  ])('%j prints %j', (source, output) => {
    expect(run(source).map(({ text }) => text)).toEqual([output])
    expect(run(source, 'written').map(({ text }) => text)).toEqual([output])
  })

  test('a note says what is worth saying, once for each function', () => {
    const notes = run('2 + 3\n4 + 5\n6 + 7\n1 / 0\n2 / 0\n2147483647 + 1').map(
      ({ note }) => note,
    )
    expect(notes).toEqual([
      undefined,
      expect.stringMatching(/^Line 2 makes no new function: add is there/),
      undefined,
      expect.stringMatching(/by zero does not stop .* Infinity/),
      undefined,
      expect.stringMatching(/2147483648, does not fit in 32 bits/),
    ])
  })

  test('an empty program has nothing to run, and compiles', () => {
    expect(parseTalk(' \n\n\t')).toEqual({ calls: [], problems: [] })
    expect(run('')).toEqual([])
    expect(compile('').optimised.text).not.toContain('func')
  })

  test('10,000 lines use four functions', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `${i} ${'+-*/'[i % 4]} 7`,
    )
    const output = run(lines.join('\n'))
    expect(output).toHaveLength(10_000)
    expect(output[9997]!.text).toBe('subtract(9997, 7) = 9990')
    const { text } = compile(lines.join('\n')).written
    expect(text.match(/\(export/g)).toHaveLength(4)
  })
})

describe('the module', () => {
  test('has the planted function, and loses it by optimising', () => {
    const { written, optimised } = compile('2 + 3')
    expect(written.text).toContain('$deadcode')
    expect(optimised.text).not.toContain('$deadcode')
    expect(optimised.text).toContain('(export "add"')
    expect(optimised.bytes.length).toBeLessThan(written.bytes.length)
  })

  test('knows nothing of the numbers', () => {
    expect(compile('12345 + 67890').written.text).not.toMatch(/12345|67890/)
    expect(compile('2 + 3').optimised.bytes).toEqual(
      compile('4 + 5\n6 + 7').optimised.bytes,
    )
  })

  test('a function is made by the first line that needs it', () => {
    const { calls } = parseTalk('1 + 2\n3 * 4\n5 + 6')
    expect(calls.map(({ name, reused }) => [name, reused])).toEqual([
      ['add', false],
      ['multiply', false],
      ['add', true],
    ])
  })

  test('what the validator refuses is said to be our bug', () => {
    const refusing = { ...binaryen, build: binaryen.build.bind(binaryen) }
    const workbench = {
      library: binaryen.library,
      build: refusing.build,
      optimize: binaryen.optimize.bind(binaryen),
      problems: () => ['unexpected type'],
    }
    expect(() => compileTalk([], workbench)).toThrow(
      'A bug of this compiler: Binaryen refuses what it made. unexpected type',
    )
  })
})

describe('problems', () => {
  test.each([
    ['hello', 'no-operation', 'Line 1 is no operation: “hello”.', 'hello'],
    ['2 + 3\n2 +', 'no-operation', 'Line 2 is no operation: “2 +”.', '2 +'],
    ['2 ^ 3', 'no-operation', 'Line 1 is no operation: “2 ^ 3”.', '2 ^ 3'],
    ['2 + 3 + 4', 'no-operation', 'Line 1 is', '2 + 3 + 4'],
    ['2.5 + 1', 'no-operation', 'Line 1 is', '2.5 + 1'],
    ['\n\n + 3', 'no-operation', 'Line 3 is', ' + 3'],
    [
      '9999999999 + 1',
      'too-large',
      'Line 1 has a number that does not fit',
      '9999999999 + 1',
    ],
    ['1 * -2147483649', 'too-large', '-2147483649', '1 * -2147483649'],
  ])('%j: %s', (source, code, words, text) => {
    const { problems } = parseTalk(source)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code })
    expect(problems[0]!.message).toContain(words)
    expect(problems[0]!.hint).toMatch(/\.$/)
    expect(source.slice(problems[0]!.from, problems[0]!.to)).toBe(text)
  })

  test('several at once, with the lines that are right in between', () => {
    const { calls, problems } = parseTalk('a\n1 + 2\nb\nc')
    expect(problems.map(({ message }) => message.slice(0, 6))).toEqual([
      'Line 1',
      'Line 3',
      'Line 4',
    ])
    expect(calls).toHaveLength(1)
  })

  test('a long line is cut in the message, and read in no time', () => {
    const source = `1 + ${' '.repeat(100_000)}x`
    const [problem] = parseTalk(source).problems
    expect(problem!.message.length).toBeLessThan(80)
    expect(problem!.to).toBe(source.length)
  })

  test('Windows line ends are spaces', () => {
    expect(parseTalk('1 + 2\r\n3 + 4\r\n').problems).toEqual([])
  })
})
