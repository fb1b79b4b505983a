/** Checks as authors write them. */
import { describe, expect, test } from 'vitest'
import { CheckError, needsRun, parseCheck, titleOf } from './checks.ts'
import { KEYWORDS, OPERATORS } from './token.ts'

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
    ['2 keywords', { kind: 'count', of: 'keyword', count: 2 }],
    ['no tokens', { kind: 'count', of: 'token', count: 0 }],
    ['error in line 12', { kind: 'error', line: 12 }],
    [
      'tokens = number  plusPlus let',
      { kind: 'tokens', kinds: ['number', 'plusPlus', 'let'] },
    ],
    ['5 instructions', { kind: 'count', of: 'instruction', count: 5 }],
    ['1 byte', { kind: 'count', of: 'byte', count: 1 }],
    ['reads as  (1 +  2)', { kind: 'reads', words: '(1 + 2)' }],
    ['half is f64', { kind: 'type', name: 'half', type: 'f64' }],
    [
      'Bird.all is StaticArray<Bird | null> | null',
      {
        kind: 'type',
        name: 'Bird.all',
        type: 'StaticArray<Bird | null> | null',
      },
    ],
    ['prints is f64', { kind: 'prints', words: 'is f64' }],
    ['stops', { kind: 'stops' }],
    ['stops in line 3', { kind: 'stops', line: 3 }],
    ['stops: by zero ', { kind: 'stops', words: 'by zero' }],
    [' stops in line 3: by zero', { kind: 'stops', line: 3, words: 'by zero' }],
    ['stops() = 1', { kind: 'call', name: 'stops', operands: [], result: 1 }],
    [
      'function addsUp(): bool {\n  return true\n}\n',
      { kind: 'code', name: 'addsUp' },
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

  test.each([
    'add(2, 3) = 5',
    'prints 5',
    '3 lines',
    'no functions',
    'stops in line 2',
  ])('%s needs a run', (text) => expect(needsRun(parseCheck(text))).toBe(true))

  test.each([
    'no errors',
    'error in line 2',
    'tokens = number',
    '3 tokens',
    'contains 3 lines',
    'lacks prints',
    'half is f64',
    'reads as 1',
    '3 instructions',
    'function f(): bool { return true }',
  ])('%s needs none', (text) => expect(needsRun(parseCheck(text))).toBe(false))
})

test.each([
  ['3 lines', undefined],
  ['function addsUp(): bool { return true }', 'adds up'],
  ['function goes_down2Zero(): bool { return true }', 'goes down2 zero'],
  ['function $(): bool { return true }', '$'],
])('%s is called %s', (text, title) => {
  expect(titleOf(parseCheck(text)).title).toBe(title)
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
    ['1 instructions', 'Write 1 instruction.'],
    ['2 byte', 'Write 2 bytes.'],
    ['reads as', '“reads as” has no expression.'],
    ['reads (1 + 2)', 'has no result.'],
    ['stops in line 0', 'Lines are counted from 1. Write stops in line 1.'],
    ['stops: ', '“stops:” has no words.'],
    ['stops here', /is no check/],
    ['half is', /is no check/],
    ['half is 64', /is no check/],
    ['function f(): i32 { return 1 }', /is no check/],
    ['function f(a: i32): bool { return true }', /is no check/],
    ['tokens = 5', 'Write number, string, name, a keyword, or'],
    ['tokens = toString', '“toString” is no kind of token.'],
  ])('%j', (text, message) => {
    expect(() => parseCheck(text)).toThrow(CheckError)
    expect(() => parseCheck(text)).toThrow(message)
    expect(() => parseCheck(text)).toThrow(/^[A-Z“].* Write .*\.$/su)
  })
})
