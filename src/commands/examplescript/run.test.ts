/** `run`: what a program does in this Node, and how it stops. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { Folder } from './terminal.fixture.ts'

const folder = new Folder()

/** What is said of a program that this Node cannot run. */
const sentence = /^<stdin> needs .* in Node [\d.]+ .*Node 22 and later have/

const HAS_OBJECTS = WebAssembly.validate(
  Buffer.from('0061736d010000000103015f00', 'hex'),
)

describe('what Node 20 cannot run', () => {
  test('an object has no text', async () => {
    const source =
      'class Bird { }\nexport function main(): Bird { return new Bird() }'
    const { status, out, err } = await folder.callWith(source, 'run')
    expect(out).toBe('')
    expect(status).toBe(HAS_OBJECTS ? 0 : 1)
    if (HAS_OBJECTS) expect(err).toBe('main gave a Bird, which has no text.\n')
    else expect(err).toMatch(sentence)
  })

  test('texts are joined', async () => {
    const source =
      'export function main(): string {\n  const a = "a"\n  return a + "b"\n}'
    const { out, err } = await folder.callWith(source, 'run')
    if (HAS_OBJECTS || out)
      expect({ out, err }).toEqual({ out: 'ab\n', err: '' })
    else expect(err).toMatch(sentence)
  })

  test('arrays have a length', async () => {
    const source =
      'export function main(): i32 {\n  const a = new StaticArray<i32>(3)\n  return a.length\n}'
    const { out, err } = await folder.callWith(source, 'run')
    expect(out).toBe(HAS_OBJECTS ? '3\n' : '')
    if (!HAS_OBJECTS) expect(err).toMatch(sentence)
  })
})

test('what a program prints comes before what it gives', async () => {
  const source = `@external("env", "print") declare function print(x: f64): void
@external("Math", "cos") declare function cos(x: f64): f64
let before = cos(0)
export function main(): i32 {
  print(before)
  console.log("two")
  return 3
}`
  expect(await folder.callWith(source, 'run')).toMatchObject({
    status: 0,
    out: '1\ntwo\n3\n',
  })
})

const PROGRAMS = 'src/examplescript/programs'

test.each(
  readdirSync(PROGRAMS).filter((name) => name.endsWith('traps.example')),
)('%s stops where it says', async (name) => {
  const source = readFileSync(path.join(PROGRAMS, name), 'utf8')
  const { err } = await folder.callWith(source, 'run')
  const [before] = source.split('// expect trap')
  const line = before!.split('\n').length
  if (HAS_OBJECTS || !sentence.test(err)) {
    expect(err).toMatch(new RegExp(`^<stdin>:${line}:\\d+: trap: [A-Z]`))
  }
})

describe('no main', () => {
  test.each([
    'export function other(): void { }',
    'function main(): void { }',
    'export const main = 1',
    '',
  ])('in %j', async (source) => {
    const err =
      '<stdin> has no function main for others, and that is what is run. Write export function main(): void { … }.\n'
    expect(await folder.callWith(source, 'run')).toMatchObject({
      status: 2,
      err,
    })
  })
})

test('what no host brings along has its place', async () => {
  const source =
    '@external("env", "shout\\x1b")\ndeclare function shout(): void\nexport function main(): void { shout() }'
  const { status, err } = await folder.callWith(source, 'run')
  expect(status).toBe(1)
  expect(err).toMatch(/^<stdin>:1:1: no-import: .*“shout<U\+001B>” of “env”/)
  expect(err).toContain('2 | declare function shout(): void')
})

describe('a program that stops', () => {
  test('says why, where, and on which way', async () => {
    const source = `function share(cake: i32, guests: i32): i32 {
  return 1 + cake / guests
}
export function main(): i32 {
  return share(1, 1) +
    share(1, 0)
}`
    expect(await folder.callWith(source, 'run')).toMatchObject({
      status: 1,
      out: '',
      err: `<stdin>:2:14: trap: An integer is divided by zero.
  2 |   return 1 + cake / guests
    |              ^^^^^^^^^^^^^
  at share (<stdin>:2:19)
  at main (<stdin>:6:5)
`,
    })
  })

  test.each([
    ['1 % zero()', 'An integer is divided by zero.'],
    ['least() / -1', 'The quotient is one more than the largest integer.'],
    ['load<i32>(-4)', 'There is no memory at this address.'],
    ['stop()', 'A call of unreachable() is reached.'],
    ['deep(1)', 'The stack is full: too many functions wait for one another.'],
    ['cos(1)', 'The host failed: Cannot convert a BigInt value to a number.'],
  ])('at %s', async (value, message) => {
    const source = `@external("Math", "cos") declare function cos(x: i64): i32
function zero(): i32 { return 0 }
function least(): i32 { return -2147483648 }
function deep(x: i32): i32 { return deep(x + 1) + 1 }
function stop(): i32 {
  unreachable()
  return 1
}
export function main(): i32 {
  return ${value}
}`
    const { status, err } = await folder.callWith(source, 'run')
    expect(status).toBe(1)
    expect(err).toMatch(/^<stdin>:\d+:\d+: trap: /)
    expect(err.split('\n')[0]).toContain(`trap: ${message}`)
  })

  test('names ten functions at most', async () => {
    const source = `function deep(x: i32): i32 { return deep(x + 1) + 1 }
export function main(): i32 { return deep(0) }`
    const { err } = await folder.callWith(source, 'run')
    expect(err.match(/^ {2}at deep \(<stdin>:1:37\)$/gm)).toHaveLength(10)
  })

  test('before main, names the global', async () => {
    const source = `function zero(): i32 { return 0 }
let a = 1 / zero()
export function main(): void { }`
    const { err } = await folder.callWith(source, 'run')
    expect(err).toMatch(/^<stdin>:2:9: trap: /)
    expect(err).toContain('  at a (<stdin>:2:11)\n')
  })

  test('in a method, is shown with the class of it', async () => {
    const source = `class Tree {
  next: Tree | null = null
  constructor(depth: i32) {
    if (depth == 0) unreachable()
    this.next = this.grow(depth)
  }
  grow(depth: i32): Tree { return new Tree(depth - 1) }
}
export function main(): void { new Tree(1) }`
    const { err } = await folder.callWith(source, 'run')
    if (!HAS_OBJECTS) return
    expect(
      Array.from(err.matchAll(/ at (.*) \(/g), ([, name]) => name),
    ).toEqual(['new Tree', 'Tree.grow', 'new Tree', 'main'])
  })
})
