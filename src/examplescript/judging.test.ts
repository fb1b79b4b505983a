/** Programs of the whole language, held against every kind of check. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { explainer, tracing } from '../stages/stages.ts'
import { parseCheck } from './checks.ts'
import { evidenceOf } from './evidence.ts'
import { gather, needsCompiler } from './judging.ts'
import { judge, type Verdict } from './verdict.ts'
import { instantiate } from '../site/instantiate.fixture.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

function judged(source: string, ...texts: string[]): Verdict[] {
  const checks = texts.map(parseCheck)
  const evidence = evidenceOf('examplescript', source, checks)
  return tracing(() => {
    const all = needsCompiler(checks, evidence)
      ? gather('examplescript', evidence, checks, binaryen, (text) => ({
          instantiate,
          explain: explainer(text, binaryen),
        }))
      : evidence
    return checks.map((check) => judge(check, all))
  })
}

const PRINT = '@external("env", "print") declare function print(x: f64): void\n'
const DIVIDE = `${PRINT}
export function share(cake: i32, guests: i32): i32 {
  return cake / guests
}
export function main(): void {
  print(share(6, 2))
  print(share(6, 0))
}`
const TYPES = `class Bird { wings: i32 = 2; half(): f64 { return this.wings / 2.0 } }
let text = "a"
export function main(count: i64): u32 {
  const half = 1.5
  let bird: Bird | null = null
  const all = new StaticArray<Bird | null>(2)
  all[0] = bird
  return u32(half)
}`

function came(source: string, ...checks: string[]): string[] {
  return judged(source, ...checks).map((verdict) => verdict.came)
}

describe('passes', () => {
  test.each([
    ['let a = 1 + 2 * 3', 'reads as (1 +  (2 * 3))'],
    ['let a = nothing * 3 + (1)', 'reads as ((nothing * 3) + 1)'],
    [TYPES, 'half is f64'],
    [TYPES, 'bird is Bird | null'],
    [TYPES, 'bird is Bird|null'],
    [TYPES, 'all is StaticArray<Bird | null>'],
    [TYPES, 'count is i64'],
    [TYPES, 'main is u32'],
    [TYPES, 'text is string'],
    [TYPES, 'wings is i32'],
    [TYPES, 'Bird.half is f64'],
    [DIVIDE, 'stops'],
    [DIVIDE, 'stops in line 4'],
    [DIVIDE, 'stops: divided by ZERO'],
    [DIVIDE, 'stops in line 4: integer'],
    [DIVIDE, 'prints 3'],
    [DIVIDE, '1 line'],
    [DIVIDE, 'share(6, 2) = 3'],
    ['export function f(a: i32): i32 { return a + 1 }', '3 instructions'],
    ['let a = 1', 'no instructions'],
    [
      'export function f(a: i32): i32 { if (a) { return 1 } return 2 }',
      '5 instructions',
    ],
    ['let a = 1', 'no errors'],
    ['let', '1 token'],
  ])('%j: %s', (source, check) => {
    const [verdict] = judged(source, check)
    expect(verdict).toMatchObject({ passed: true, text: check })
  })
})

describe('fails', () => {
  const wrong = 'There is no variable “b”.'
  test.each([
    ['let a = 1 * 2 + 3', 'reads as (1 * (2 + 3))', '((1 * 2) + 3)'],
    ['let a: i32', 'reads as 1', 'no expression'],
    ['let a = (1', 'reads as 1', /^Here should be \)/],
    [TYPES, 'half is f32', 'half is f64'],
    [TYPES, 'toString is f32', 'nothing is called toString'],
    ['let a = b', 'a is i32', wrong],
    ['let a = b', '2 errors', `1 error: ${wrong}`],
    [
      'function f(x: i32): void {} function g(x: f32): void {}',
      'x is i32',
      'x is i32 and f32',
    ],
    ['export function main(): void {}', 'stops', 'it went on to its end'],
    [
      DIVIDE,
      'stops in line 5',
      'it stopped in line 4: An integer is divided by zero',
    ],
    [
      DIVIDE,
      'stops: unreachable',
      'it stopped in line 4: An integer is divided by zero',
    ],
    ['let a = b', 'stops', wrong],
    [
      DIVIDE,
      'share(1, 0) = 5',
      'it stopped in line 4: An integer is divided by zero',
    ],
    [
      DIVIDE,
      'prints 4',
      '“3”, and it stopped in line 4: An integer is divided by zero',
    ],
    [
      'export function f(a: i32): i32 { return a + 1 }',
      '1 instruction',
      '3 instructions',
    ],
    ['let a = b', '3 bytes', wrong],
  ])('%j: %s', (source, check, instead) => {
    const [verdict] = judged(source, check)
    expect(verdict).toMatchObject({ passed: false, text: check })
    if (typeof instead === 'string') expect(verdict!.came).toBe(instead)
    else expect(verdict!.came).toMatch(instead)
    expect(verdict!.expected).not.toBe(instead)
  })

  test('a size is that of the module as it is written', () => {
    const [size = ''] = came(DIVIDE, '1 byte')
    expect(size).toMatch(/^\d+ bytes$/)
    expect(judged(DIVIDE, size)[0]).toMatchObject({ passed: true })
  })
})

describe('checks in the language itself', () => {
  const ADD = 'export function add(a: i32, b: i32): i32 { return a + b }'
  const UP =
    'function addsUp(): bool {\n  return add(2, 3) == 5 && add(-1, 1) == 0\n}'
  const DOWN = 'function goes_down(): bool { return add(2, -3) == -1 }'

  test('call the program, each under its name', () => {
    expect(judged(ADD, UP, DOWN, '1 function')).toEqual([
      {
        text: UP,
        title: 'adds up',
        passed: true,
        expected: 'true',
        came: 'true',
      },
      {
        text: DOWN,
        title: 'goes down',
        passed: true,
        expected: 'true',
        came: 'true',
      },
      {
        text: '1 function',
        passed: true,
        expected: '1 function',
        came: '1 function',
      },
    ])
  })

  test('may call what the program keeps to itself, and one another', () => {
    const both = 'function both(): bool { return addsUp() && goes_down() }'
    const verdicts = judged(ADD.replace('export ', ''), UP, DOWN, both)
    expect(verdicts.map(({ passed }) => passed)).toEqual([true, true, true])
  })

  test.each([
    [ADD.replace('+', '-'), ['false', 'false']],
    [ADD.replace('a + b', 'a + c'), Array(2).fill('There is no variable “c”.')],
    [`${ADD}\n// the last line has no end`, ['true', 'true']],
    [
      ADD.replace('{ return a + b', '{\n return a / (b + 3)'),
      ['false', 'it stopped in line 2: An integer is divided by zero'],
    ],
    [
      `${ADD}\nlet addsUp = 1`,
      [
        'the program has its own addsUp, and so is this check called: give yours another name',
        'true',
      ],
    ],
  ])('say what came of %j', (source, expected) => {
    expect(came(source, UP, DOWN)).toEqual(expected)
  })

  test('whose functions the program has not are told so', () => {
    const [first, second] = came('let a = 1', UP, DOWN)
    expect(first).toContain('There is no function “add”.')
    expect(second).toContain('There is no function “add”.')
  })

  test('that stop themselves say so', () => {
    const own = 'function stops(): bool { return add(1, 2) / 0 == 1 }'
    expect(came(ADD, own)).toEqual([
      'it stopped in the check itself: An integer is divided by zero',
    ])
  })

  test('find the globals as they were at first, and main is not called', () => {
    const source = `let count = 0
export function more(): i32 { count = count + 1; return count }
export function main(): void { more() }`
    const once = 'function once(): bool { return more() == 1 }'
    const again = 'function again(): bool { return more() == 1 }'
    expect(came(source, once, again)).toEqual(['true', 'true'])
  })
})
