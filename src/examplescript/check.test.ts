import { describe, expect, test } from 'vitest'
import { compileRival } from '../rival/rival.ts'
import { check } from './check.ts'

const HEAD = `
class Node { value: i32 = 1; next: Node | null = null; last(): Node { return this } }
let i: i32 = 1, u: u32 = 2, l: i64 = 3, ul: u64 = 4, f: f32 = 5, d: f64 = 6
let b: bool = true, n: Node | null = null, s: string = "", a = new StaticArray<u8>(1)
`

/** The type that a variable gets from an expression. */
function typeOf(expression: string): string | undefined {
  const { program, problems } = check(`${HEAD}let result = ${expression}`)
  expect(problems).toEqual([])
  return program?.globals.find(({ name }) => name === 'result')?.type.name
}

function messagesOf(source: string): string[] {
  return check(source).problems.map(({ message, hint }) =>
    hint ? `${message} ${hint}` : message,
  )
}

test.each([
  ['1', 'i32'],
  ['4294967295', 'u32'],
  ['4294967296', 'i64'],
  ['1.0', 'f64'],
  ['-0', 'f64'],
  ['0x8000_0000', 'u32'],
  ['-2147483648', 'i32'],
  ['true', 'bool'],
  ['"a"', 'string'],
  ['i + 1', 'i32'],
  ['u + 1', 'u32'],
  ['l + i', 'i64'],
  ['i + l', 'i64'],
  ['u + l', 'i64'],
  ['d + i', 'f64'],
  ['i + d', 'f64'],
  ['d + f', 'f64'],
  ['f + 1', 'f32'],
  ['f + 1.5', 'f32'],
  ['i << 1', 'i32'],
  ['ul >> 3', 'u64'],
  ['b & b', 'bool'],
  ['i < l', 'bool'],
  ['!i', 'bool'],
  ['~u', 'u32'],
  ['i && u32(1) == 1', 'i32'],
  ['i || l', 'i64'],
  ['b && i > 0', 'bool'],
  ['b ? 1 : 2.5', 'f64'],
  ['i ** 2', 'i32'],
  ['f32(i)', 'f32'],
  ['u8(i) == 3', 'bool'],
  ['sqrt(4)', 'f64'],
  ['sqrt(f)', 'f32'],
  ['max(1, d)', 'f64'],
  ['min(u, 1)', 'u32'],
  ['clz(1)', 'i32'],
  ['clz(l)', 'i64'],
  ['abs(-3)', 'i32'],
  ['reinterpret<u64>(d)', 'u64'],
  ['select(d, 1, b)', 'f64'],
  ['load<f32>(0)', 'f32'],
  ['memory.grow(1)', 'i32'],
  ['i32(load<i8>(0))', 'i32'],
  ['f32x4.splat(1)', 'v128'],
  ['f32x4.extract_lane(f32x4.splat(1), 0)', 'f32'],
  ['new Node()', 'Node'],
  ['new Node().last()', 'Node'],
  ['new Node().next', 'Node | null'],
  ['n!', 'Node'],
  ['a', 'StaticArray<u8>'],
  ['a.length', 'i32'],
  ['i32(a[0])', 'i32'],
  ['s + "b"', 'string'],
  ['s.charCodeAt(0)', 'i32'],
  ['n == null', 'bool'],
  ['s === "b"', 'bool'],
  ['s == "b"', 'bool'],
  ['i++', 'i32'],
  ['(i, d)', 'f64'],
  ['NaN', 'f64'],
])('%s is of type %s', (expression, type) => {
  expect(typeOf(expression)).toBe(type)
})

test.each([
  [
    'i32',
    'f64(1 / 2)',
    'Here should be i32, and this is f64. Add a conversion: i32(…).',
  ],
  [
    'i32',
    'l',
    'Here should be i32, and this is i64. Add a conversion: i32(…).',
  ],
  [
    'u32',
    'i',
    'Here should be u32, and this is i32. Add a conversion: u32(…).',
  ],
  [
    'u64',
    'i',
    'Here should be u64, and this is i32. Add a conversion: u64(…).',
  ],
  [
    'f32',
    'i',
    'Here should be f32, and this is i32. Add a conversion: f32(…).',
  ],
  [
    'f32',
    'd',
    'Here should be f32, and this is f64. Add a conversion: f32(…).',
  ],
  [
    'bool',
    'i',
    'Here should be bool, and this is i32. Add a conversion: bool(…).',
  ],
  [
    'i32',
    '3000000000',
    '3000000000 does not fit in i32. Add a conversion, which keeps the lower bits: i32(…).',
  ],
  [
    'u32',
    '-1',
    '-1 does not fit in u32. Add a conversion, which keeps the lower bits: u32(…).',
  ],
  ['i32', 's', 'Here should be i32, and this is string.'],
  [
    'Node',
    'n',
    'Here should be Node, and this may be null. Ask before whether it is, or write ! behind it if you know it is not.',
  ],
  ['Node', 'null', 'Here should be Node, and this is null.'],
  [
    'i32',
    'i + u',
    '+ does not take i32 and u32. Convert one of them: i32(…) or u32(…).',
  ],
  [
    'i32',
    'b + b',
    '+ does not take bool on both sides. Convert to a number: i32(…).',
  ],
  [
    'f64',
    'd & 1',
    '& does not take f64 on both sides. Convert to an integer: i32(…).',
  ],
  [
    'f64',
    'd ** 2',
    '** does not take f64 on both sides. Declare pow as an import: @external("Math", "pow").',
  ],
  [
    'bool',
    'u < l',
    '< does not take u32 and i64. Convert one of them: u32(…) or i64(…).',
  ],
  ['string', 's + 1', 'Here should be string, and this is i32.'],
  [
    'i32',
    'a[0] + a[0]',
    'There is no arithmetic on u8. Widen it before: i32(…) adds zeros.',
  ],
  [
    'i32',
    'n.value',
    'This may be null. Keep it in a variable and ask whether that is null, or write ! behind it.',
  ],
  [
    'i32',
    'new Node().valu',
    'Node has no member valu. It has value, next, last. Did you mean value?',
  ],
  ['i32', 'cont', 'There is no variable “cont”.'],
  ['f64', 'sqt(d)', 'There is no function “sqt”. Did you mean sqrt?'],
  [
    'i32',
    'i32.MAX_VALUE',
    'ExampleScript has no i32.MAX_VALUE. Write the number itself, or declare a constant.',
  ],
  [
    'f64',
    'Math.sqrt(d)',
    'ExampleScript has no Math. Write sqrt(…), which is an instruction.',
  ],
  [
    'f64',
    'Math.sin(d)',
    'ExampleScript has no Math. Declare it: @external("Math", "sin") declare function sin(x: f64): f64.',
  ],
  [
    'f32',
    'f32x4.extract_lane(f32x4.splat(1), 4)',
    'Here may be 0 to 3, and this is 4.',
  ],
  [
    'i32',
    'memory.gro(1)',
    'There is no function “memory.gro”. Did you mean memory.grow?',
  ],
  [
    'i32',
    'load<i32>(d)',
    'Here should be an address (i32 or u32), and this is f64. Add a conversion: u32(…).',
  ],
  [
    'i32',
    'clz<f64>(1)',
    'clz takes integers: i32, u32, i64, u64, and this is f64.',
  ],
  ['Nod', '1', 'There is no type “Nod”. Did you mean Node?'],
  [
    'number',
    '1',
    'ExampleScript has no type number. Write f64, or another type of number.',
  ],
  [
    'u8',
    '1',
    'u8 is a type of memory and arrays, and no variable has it. Write u32 here; load<u8>(p) widens.',
  ],
])('let x: %s = %s is refused', (type, expression, message) => {
  expect(messagesOf(`${HEAD}let x: ${type} = ${expression}`)[0]).toBe(message)
})

test.each([
  ['int', 'i32'],
  ['double', 'f64'],
  ['float', 'f64'],
  ['number', 'f64, or another type of number'],
  ['boolean', 'bool'],
])('%s, which is no type, is told once, and what is meant', (name, meant) => {
  const value = name === 'boolean' ? 'true' : '1'
  const source = `function f(): ${name} { return ${value} }`
  expect(messagesOf(source)).toEqual([
    `ExampleScript has no type ${name}. Write ${meant}.`,
  ])
})

test('all that is wrong is told, in order', () => {
  const source = `
function a(x: i32): f64 { return y }
function b(x: f64): i32 {
  let z: i32 = x
  if (z) { return "no" }
}
function a(): void { b(1, 2) }`
  expect(check(source).problems.map(({ code }) => code)).toEqual([
    'unknown-name',
    'missing-return',
    'needs-conversion',
    'wrong-type',
    'declared-twice',
    'wrong-count',
  ])
})

test('what could not be read is not blamed for what is missing', () => {
  const source = `
function a(: i32 { return 1 }
function b(): i32 { let x: f64 = "one"; return a() }`
  expect(check(source).problems.map(({ code }) => code)).toEqual([
    'unexpected',
    'wrong-type',
  ])
})

const inNode = (body: string) => `
class Node { value: i32 = 1; next: Node | null = null }
function null_(n: Node | null): bool { return n == null }
export function f(n: Node | null): i32 { ${body} }
export function main(): i32 { return f(null) }`

const inMain = (body: string) =>
  `export function main(b: bool): i32 { ${body} }`

const inClass = (body: string) => `
class Point { x: f64 = 0 }
function end(line: Line): Point { return line.end }
class Line { start: Point = new Point(); end: Point; n: i32
  constructor(p: Point) { ${body} }
  length(): f64 { return 0 } }
export function main(): void { new Line(new Point()) }`

/** Functions of a nullable parameter, and whether they pass. */
describe('null', () => {
  const passes = [
    'if (n) return n.value; return 0',
    'if (n != null) return n.value; return 0',
    'if (null_(n)) return 0; if (n == null) return 1; return n.value',
    'if (!n) return 0; return n.value',
    'if (!n) { return 0 } else { return n.value }',
    'if (n && n.value > 1) return n.value; return 0',
    'if (!n || n.value > 1) return 0; return n.value',
    'return n ? n.value : 0',
    'let sum = 0; while (n) { sum += n.value; n = n.next } return sum',
    'let m: Node | null = new Node(); return m.value',
    'n = new Node(); return n.value',
    'if (!n) n = new Node(); return n.value',
    'while (n) { if (n.value == 3) break; n = n.next } return n ? 1 : 0',
    'const m = n; if (m != null) { return m.value } return 0',
    'do { if (!n) return 1; n = n.next } while (n); return 0',
    'if (n === null) return 0; return n.value',
    'for (let m = n; m; m = m!.next) { if (m.value > 3) return m.value } return 0',
    'let x: i32; if (n) x = n.value; else x = 2; return x',
    'let x: i32; switch (n ? 1 : 0) { case 0: x = 1; break; default: x = 2 } return x',
    'let x: i32; do { x = 3 } while (n); return x',
  ]
  const refused = [
    'return n.value',
    'if (!n) return n.value; return 0',
    'if (n == null) return n.value; return 0',
    'if (n || n.value > 1) return 1; return 0',
    'if (n) { n = n.next; return n.value } return 0',
    'while (n) { n = n.next; if (n.value > 1) return 1 } return 0',
    'if (n) {} return n.value',
    'if (n && (n = n.next) != null) return n.value; return 0',
    'if (!n) { n = n } return n.value',
    'while (n) { if (n.value > 1) break; n = n.next } return n.value',
    'if (n != null) { for (;;) { if (n.value > 1) return 1; n = n.next } } return 0',
    'return n ? 0 : n.value',
    'return n!.next.value',
    'let x: i32; return x',
    'let x: i32; if (n) x = 1; return x',
    'let x: i32; while (n) { x = 1 } return x',
    'let x: i32; if (n) x = 1; else return 2; { let x: i32; return x }',
    'let x = x; return x',
  ]

  test.each(passes)('is ruled out: %s', async (body) => {
    expect(check(inNode(body)).problems).toEqual([])
    expect((await compileRival(inNode(body), [])).messages).toBe('')
  })

  test.each(refused)('is not ruled out: %s', (body) => {
    const codes = check(inNode(body)).problems.map(({ code }) => code)
    expect(['maybe-null', 'unassigned']).toContain(codes[0])
    expect(new Set(codes).size).toBe(1)
  })
})

describe('a function ends with a return', () => {
  const ends = [
    'return 1',
    'if (b) return 1; else return 2',
    'while (true) {}',
    'while (true) { if (b) return 1 }',
    'do { if (b) return 1 } while (true)',
    'switch (1) { case 1: return 1; default: return 2 }',
    'switch (1) { case 1: default: return 2 }',
    '{ return 1 }',
    'while (true) { do { if (b) break } while (true); return 2 }',
    'while (true) { switch (1) { case 1: break; default: return 2 } }',
  ]
  const doesNot = [
    '',
    'if (b) return 1',
    'while (b) { return 1 }',
    'while (true) { break }',
    'for (;;) { if (b) return 1 }',
    'while (true) { while (b) break }',
    'switch (1) { case 1: return 1 }',
    'switch (1) { case 1: break; default: return 2 }',
    'unreachable()',
    'do { if (b) break; return 1 } while (true)',
  ]

  test.each(ends)('%s', async (body) => {
    expect(check(inMain(body)).problems).toEqual([])
    expect((await compileRival(inMain(body), [])).messages).toBe('')
  })

  test.each(doesNot)('but not: %s', (body) => {
    const codes = check(inMain(body)).problems.map(({ code }) => code)
    expect(codes).toEqual(['missing-return'])
  })
})

describe('a field that is never null', () => {
  test.each(['this.end = p', 'this.n = 1; this.end = p; this.length()'])(
    'has a value: %s',
    async (body) => {
      expect(check(inClass(body)).problems).toEqual([])
      expect((await compileRival(inClass(body), [])).messages).toBe('')
    },
  )

  test.each([
    '',
    'this.end = end(this)',
    'this.length(); this.end = p',
    'if (p) this.end = p',
  ])('has none: %s', (body) => {
    const codes = check(inClass(body)).problems.map(({ code }) => code)
    expect(codes).toEqual(['field-unassigned'])
  })
})
