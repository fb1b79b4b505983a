import { describe, expect, test } from 'vitest'
import { parse } from './parse.ts'
import { outline } from './tree.fixture.ts'
import { childrenOf, type TreeNode } from './tree.ts'

/** The tree of one expression, and of nothing else. */
function expression(text: string): string {
  const { tree, problems } = parse(`let x = ${text}`)
  expect(problems).toEqual([])
  return /^\(let \(x - (.*)\)\)$/s.exec(outline(tree))![1]!
}

function statement(text: string): string {
  const { tree, problems } = parse(`function f(): void { ${text} }`)
  expect(problems).toEqual([])
  const [made] = tree.declarations
  const body = made?.kind === 'function' ? made.body : undefined
  return body!.statements.map((one) => outline(one)).join(' ')
}

/** What was wrong, and where: `code “text”`. */
function problemsOf(source: string): string[] {
  return parse(source).problems.map(
    ({ code, from, to }) => `${code} “${source.slice(from, to)}”`,
  )
}

test.each([
  ['1 + 2 * 3', '(plus 1 (star 2 3))'],
  ['1 * 2 + 3', '(plus (star 1 2) 3)'],
  ['(1 + 2) * 3', '(star (plus 1 2) 3)'],
  ['1 - 2 - 3', '(minus (minus 1 2) 3)'],
  ['2 ** 3 ** 2', '(starStar 2 (starStar 3 2))'],
  ['(-2) ** 2', '(starStar (minus 2) 2)'],
  ['2 ** -1', '(starStar 2 (minus 1))'],
  ['a | b ^ c & d', '(or a (xor b (and c d)))'],
  ['a == b < c << d', '(equalsEquals a (less b (shiftLeft c d)))'],
  ['a || b && c', '(orOr a (andAnd b c))'],
  ['a < b > c', '(greater (less a b) c)'],
  ['a ? b : c ? d : e', '(conditional a b (conditional c d e))'],
  ['a = b = c', '(equals a (equals b c))'],
  ['a += b ? c : d', '(plusEquals a (conditional b c d))'],
  ['-a.b[c](d)', '(minus (call (element (member a b) c) d))'],
  ['!a++', '(not (plusPlus after a))'],
  ['- -a', '(minus (minus a))'],
  ['++a', '(plusPlus before a)'],
  ['~+a', '(tilde (plus a))'],
  ['a!.b', '(member (notNull a) b)'],
  ['load<f32>(p)', '(call load f32 p)'],
  ['load < f32', '(less load f32)'],
  ['f(a < b, c > (d))', '(call f (less a b) (greater c d))'],
  ['new A(1).b', '(member (new A [1]) b)'],
  [
    'new StaticArray<StaticArray<u8>>(3)',
    '(new StaticArray<StaticArray<u8>> [3])',
  ],
  ['(a, b)', '(sequence [a b])'],
  ['memory.grow(1)', '(call (member memory grow) 1)'],
  ['"a" + \'b\\n\\x41\\u{1f600}\'', '(plus "a" "b\\nA😀")'],
  ['0x1F + 0b11 + 1_000', '(plus (plus 31 3) 1000)'],
  ['1.5e3 + 9007199254740993', '(plus 1500 9007199254740993)'],
  ['this', 'this'],
  ['a.new', '(member a new)'],
])('%s', (text, tree) => {
  expect(expression(text)).toBe(tree)
})

test.each([
  ['let a = 1, b: f64', '(let (a - 1) (b f64 -))'],
  ['const n: Node | null = null', '(const (n Node? null))'],
  ['if (a) b; else c', '(if a b c)'],
  ['if (a) if (b) c; else d', '(if a (if b c d))'],
  ['while (a) b', '(while a b)'],
  ['do a; while (b)', '(do a b)'],
  ['for (;;) {}', '(for (block []))'],
  [
    'for (let i = 0; i < 3; i++) {}',
    '(for (let (i - 0)) (less i 3) (plusPlus after i) (block []))',
  ],
  [
    'for (i = 0, j = 1; ; ) ;',
    '(for (sequence [(equals i 0) (equals j 1)]) (block []))',
  ],
  [
    'switch (a) { case 1: b; default: c }',
    '(switch a [(case 1 [b]) (case [c])])',
  ],
  ['break; continue', '(break) (continue)'],
  ['return\n a', '(return) a'],
  ['return a', '(return a)'],
  ['a\nb;c', 'a b c'],
  ['a\n+ b', '(plus a b)'],
  [';;', ''],
  ['{ { } }', '(block [(block [])])'],
])('the statement %s', (text, tree) => {
  expect(statement(text)).toBe(tree)
})

test.each([
  [
    'export function f(a: i32, b: f64): void {}',
    '(function f [(parameter a i32) (parameter b f64)] void (block []))',
  ],
  [
    '@external("env", "print") declare function p(x: f64): void',
    '(function p [(parameter x f64)] void)',
  ],
  [
    'class A { x: i32 = 1; constructor() {} f(): i32 { return 1 } }',
    '(class A [(field x i32 1)] [(function f [] i32 (block [(return 1)]))] (function constructor [] (block [])))',
  ],
  ['export const a = 1', '(const (a - 1))'],
])('%s', (source, tree) => {
  const parsed = parse(source)
  expect(parsed.problems).toEqual([])
  expect(outline(parsed.tree)).toBe(tree)
})

test.each([
  ['let = 1', ['unexpected “=”']],
  ['let a = ', ['unexpected “”']],
  ['let a = (1', ['unexpected “”']],
  ['let a = 1 2', ['unexpected “2”']],
  ['let a = f(1,, 2)', ['unexpected “,”']],
  ['let a = 1 +\nlet b = 2', ['unexpected “let”']],
  ['function (): void {}', ['unexpected “(”']],
  ['function f() {}', ['unexpected “{”']],
  ['function f(): void', ['unexpected “”']],
  ['} let a = 1', ['unexpected “}”']],
  ['let a: = 1', ['unexpected “=”']],
  ['class { }', ['unexpected “{”']],
  ['x = 1', ['outside “x”']],
  ['import { a } from "b"', ['left-out “import”']],
  ['let a = [1]', ['left-out “[”']],
  ['let a = x => x', ['left-out “x =>”']],
  ['let a = () => 1', ['left-out “()”']],
  ['let a = <f64>b', ['left-out “<”']],
  ['let a: f64[] = b', ['left-out “f64[”']],
])('%s is refused', (source, problems) => {
  expect(problemsOf(source)).toEqual(problems)
})

describe('after an error', () => {
  const source = `
function a(): i32 {
  let = 1
  let b = 2 +
  return b
}
class C {
  x i32
  y: i32 = 1
}
function d(): i32 {
  if (e { f() }
  return ]
}
let g = 3`

  test('the next ones are found', () => {
    expect(problemsOf(source)).toEqual([
      'unexpected “=”',
      'unexpected “return”',
      'unexpected “i32”',
      'unexpected “{”',
      'unexpected “]”',
    ])
  })

  test('what could be read is in the tree', () => {
    const tree = outline(parse(source).tree)
    for (const part of [
      '(function a',
      '(field y i32 1)',
      '(function d',
      '(let (g - 3))',
    ]) {
      expect(tree).toContain(part)
    }
  })

  test('a hundred are enough', () => {
    expect(parse('let = 1\n'.repeat(1000)).problems).toHaveLength(100)
  })
})

test('each node stands inside of the one above, and behind the ones before', () => {
  const source = `
class A { x: i32 = 1; constructor(a: i32) { this.x = a } }
let a: A | null = new A(1), b = 2
function f(p: i32, q: StaticArray<u8>): i32 {
  for (let i = 0; i < p; i++) if (q[i] && p) { a!.x += i } else break
  switch (p) { case 1: return -p; default: do { p-- } while (p > 0) }
  return p ? load<i32>(p, 4) : (p, 2) ** 3
}`
  const { tree, problems } = parse(source)
  expect(problems).toEqual([])
  const left: TreeNode[] = [tree]
  for (let node = left.pop(); node; node = left.pop()) {
    let at = node.from
    for (const child of childrenOf(node)) {
      expect(child.from).toBeGreaterThanOrEqual(at)
      expect(child.to).toBeLessThanOrEqual(node.to)
      expect(child.to).toBeGreaterThan(child.from)
      at = child.to
      left.push(child)
    }
  }
})

test.each([
  ['let a = 1', 0, 'let a = 1'],
  ['  function f(): void {} ', 0, 'function f(): void {}'],
  ['export let a = 1;', 0, 'export let a = 1;'],
])('%s stands where it is written', (source, index, text) => {
  const { from, to } = parse(source).tree.declarations[index]!
  expect(source.slice(from, to)).toBe(text)
})
