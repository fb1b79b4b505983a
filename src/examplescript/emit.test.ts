import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import {
  compile,
  CompilerError,
  type Options,
  type Workbench,
} from './compile.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

const PLAIN: Options = { level: { optimize: 0, shrink: 0 } }

function compiled(source: string, options = PLAIN) {
  const result = compile(source, binaryen, options)
  expect(result.problems).toEqual([])
  return result as Extract<typeof result, { problems: [] }>
}

/** The text of the function `f`, on one line. */
function body(source: string): string {
  const { text } = compiled(source, { ...PLAIN, text: true })
  const [, rest] = text!.split(/(?=^ \(func \$f)/m)
  const [made] = rest!.split(/^ \)$/m)
  return made!
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' )', ')')
    .replace(/ \(type \$\d+\)/, '')
    .trim()
}

test.each([
  [
    'a sum',
    'function f(a: i32): i32 { return a + 1 }',
    '(func $f (param $a i32) (result i32) (i32.add (local.get $a) (i32.const 1))',
  ],
  [
    'a loop, with nothing that it does not need',
    'function f(): void { let i = 0; while (i < 9) i++ }',
    '(func $f (local $i i32) (local.set $i (i32.const 0)) (loop $loop|0 (if (i32.lt_s (local.get $i) (i32.const 9)) (then (local.set $i (i32.add (local.get $i) (i32.const 1))) (br $loop|0))))',
  ],
  [
    'a condition that is an integer',
    'function f(a: i32): void { if (a) return; if (!a) return }',
    '(func $f (param $a i32) (if (local.get $a) (then (return))) (if (i32.eqz (local.get $a)) (then (return)))',
  ],
  [
    'constants of the program in their places',
    'const N = 3; function f(): i32 { return N }',
    '(func $f (result i32) (i32.const 3)',
  ],
  [
    'two variables of one name',
    'function f(): void { let a = 1; { let a = 2.5 } }',
    '(func $f (local $a i32) (local $a.1 f64) (local.set $a (i32.const 1)) (local.set $a.1 (f64.const 2.5))',
  ],
  [
    'a load that widens at once',
    'function f(): i64 { return load<i8>(0, 4) }',
    '(func $f (result i64) (i64.load8_s offset=4 (i32.const 0))',
  ],
])('%s', (_, source, text) => {
  expect(body(source)).toBe(text)
})

test('there is memory only if the program asks for it', () => {
  const without = compiled('export function f(): i32 { return 1 }')
  const module = new WebAssembly.Module(without.bytes)
  expect(WebAssembly.Module.exports(module)).toEqual([
    { name: 'f', kind: 'function' },
  ])
  const { bytes } = compiled(
    'export function f(): i32 { return memory.size() }',
  )
  const { memory, f } = new WebAssembly.Instance(new WebAssembly.Module(bytes))
    .exports as { memory: WebAssembly.Memory; f: () => number }
  expect(memory.buffer.byteLength).toBe(65536)
  expect(f()).toBe(1)
})

test('what a host brings is imported by the names that the program says', () => {
  const { bytes } = compiled(
    '@external("world", "moon phase") declare function phase(a: i64): f32',
  )
  expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes))).toEqual([
    { module: 'world', name: 'moon phase', kind: 'function' },
  ])
})

test('globals are exported, and start with what was computed', () => {
  const { bytes } = compiled(`
export const three = 3
export let late = half(three)
function half(x: f64): f64 { return x / 2 }`)
  const { three, late } = new WebAssembly.Instance(
    new WebAssembly.Module(bytes),
  ).exports as Record<string, WebAssembly.Global>
  expect([three!.value, late!.value]).toEqual([3, 1.5])
})

describe('a source map', () => {
  const source = `let x = 1
export function f(a: i32): i32 {
  return a /
    x
}`
  const options: Options = {
    level: { optimize: 0, shrink: 0 },
    sourceMap: { name: 'program.example', url: 'program.wasm.map' },
  }

  test('is named by the module, and names the program', () => {
    const { bytes, sourceMap } = compiled(source, options)
    const map = JSON.parse(sourceMap!) as {
      sources: string[]
      mappings: string
    }
    expect(map.sources).toEqual(['program.example'])
    const module = new WebAssembly.Module(bytes)
    const [section] = WebAssembly.Module.customSections(
      module,
      'sourceMappingURL',
    )
    expect(new TextDecoder().decode(section!.slice(1))).toBe('program.wasm.map')
  })

  test('leads each instruction back to what it was written as', () => {
    const { text } = compiled(source, { ...options, text: true })
    const places = [
      ...text!.matchAll(/;;@ program\.example:(\d+:\d+)\s+\(?(\S+)/g),
    ]
    expect(places.map(([, place, what]) => `${what} ${place}`)).toEqual([
      'i32.div_s 3:11',
      'local.get 3:9',
      'global.get 4:4',
    ])
  })
})

test('what Binaryen refuses is a bug of this compiler, and says so', () => {
  const workbench: Workbench = {
    library: binaryen.library,
    build: (use) => binaryen.build(use),
    optimize: (module, level) => binaryen.optimize(module, level),
    problems: () => ['no good'],
  }
  expect(() => compile('', workbench, PLAIN)).toThrow(CompilerError)
})
