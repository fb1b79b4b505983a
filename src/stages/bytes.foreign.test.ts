/** Modules that no program of ours becomes, and bytes that are no module. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { annotate, type ByteRow } from './bytes.ts'
import { rowModule, textModule } from './flat-text.fixture.ts'

const HEAD = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]

function rowsOf(...bytes: number[]): ByteRow[] {
  return annotate(Uint8Array.from(bytes))
}

/** Rows as texts: where each starts, its kind, what it says. */
function told(rows: readonly ByteRow[]): string[] {
  return rows.map(({ from, kind, says }) => `${from} ${kind}: ${says}`)
}

const ASM = [
  String.raw`0 magic: "\00asm": this is WebAssembly`,
  '4 version: version 1',
]

test.each<[string, number[], string[]]>([
  ['no bytes', [], []],
  ['the empty module', HEAD, ASM],
  [
    'no module',
    [1, 2, 3, 4, 5],
    ['0 unread: This is no WebAssembly: a module starts with 00 61 73 6d.'],
  ],
  [
    'too few bytes',
    [0, 0x61],
    ['0 unread: 4 bytes should be here, but only 2 are left.'],
  ],
  [
    'a component',
    [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0],
    [ASM[0]!, '4 unread: This is no module of version 1, the only one.'],
  ],
  [
    'an unknown section',
    [...HEAD, 42, 2, 7, 7, 8, 1, 3],
    [
      ...ASM,
      '8 section: section 42, unknown, 2 bytes',
      '10 unread: No section has the number 42.',
      '12 section: section 8, start, 1 byte',
      '14 entry: start with func 3',
    ],
  ],
  [
    'a section that is cut off',
    [...HEAD, 1, 5, 1, 0x60],
    [
      ...ASM,
      '8 section: section 1, type, 5 bytes, of which 2 are here',
      '10 count: 1 type',
      '11 unread: 1 byte should be here, but only 0 are left.',
    ],
  ],
  [
    'a section with more than belongs in it',
    [...HEAD, 8, 3, 0, 9, 9],
    [
      ...ASM,
      '8 section: section 8, start, 3 bytes',
      '10 entry: start with func 0',
      '11 unread: This is more than belongs here.',
    ],
  ],
  [
    'an unknown instruction, and the function behind it',
    [...HEAD, 10, 9, 2, 4, 0, 0x1a, 0x27, 0x0b, 2, 0, 0x0b],
    [
      ...ASM,
      '8 section: section 10, code, 9 bytes',
      '10 count: 2 function bodies',
      '11 function: function 0, 4 bytes',
      '12 locals: no locals',
      '13 instruction: drop',
      '14 unread: There is no instruction 27.',
      '16 function: function 1, 2 bytes',
      '17 locals: no locals',
      '18 end: end',
    ],
  ],
  [
    'a custom section',
    [...HEAD, 0, 4, 1, 0x22, 1, 2],
    [
      ...ASM,
      String.raw`8 section: section 0, custom "\"", 4 bytes`,
      String.raw`12 custom: 2 bytes that are up to who reads "\""`,
    ],
  ],
  [
    'a name that is not UTF-8',
    [...HEAD, 7, 6, 1, 2, 0xff, 0xff, 0, 0],
    [
      ...ASM,
      '8 section: section 7, export, 6 bytes',
      '10 count: 1 export',
      '11 unread: A name here is not UTF-8.',
    ],
  ],
  [
    'a number that is too large',
    [...HEAD, 8, 5, 0xff, 0xff, 0xff, 0xff, 0x7f],
    [
      ...ASM,
      '8 section: section 8, start, 5 bytes',
      '10 unread: A number here is too large for 32 bits.',
    ],
  ],
])('%s', (_, bytes, expected) => {
  expect(told(rowsOf(...bytes))).toEqual(expected)
})

/** Whatever the bytes are, the rows are all of them, in order. */
function isWhole(bytes: Uint8Array): boolean {
  let end = 0
  for (const { from, to } of annotate(bytes)) {
    if (from !== end || to <= from) return false
    end = to
  }
  return end === bytes.length
}

describe('modules from text', () => {
  let binaryen: Binaryen
  beforeAll(async () => {
    binaryen = await loadBinaryen()
  })

  function compiled(text: string) {
    binaryen.library.setDebugInfo(true)
    try {
      return binaryen.parse(text, (module) => {
        expect(binaryen.problems(module)).toEqual([])
        return { text: module.emitStackIR(), bytes: module.emitBinary() }
      })
    } finally {
      binaryen.library.setDebugInfo(false)
    }
  }

  test('a table, elements, data, a start, a tag', () => {
    const { bytes } = compiled(`(module
      (memory 1 2) (table $table 2 funcref) (tag $oops (param i32))
      (global $g (mut f64) (f64.const -0.5))
      (elem (table $table) (i32.const 1) func $go) (elem $e func $go)
      (data $d (i32.const 8) "h\\00i\\"") (data $p "passive")
      (func $go (memory.init $p (i32.const 0) (i32.const 0) (i32.const 1)))
      (start $go) (export "go" (func $go)))`)
    const rows = annotate(bytes)
    const says = told(rows).map((line) => line.replace(/^\d+ /, ''))
    expect(isWhole(bytes)).toBe(true)
    expect(says).toEqual(
      expect.arrayContaining([
        'entry: memory 0: 1 to 2 pages',
        'entry: table 0: 2 elements, funcref',
        'entry: tag 0: type 0',
        'entry: global 0, $g: (mut f64)',
        'instruction: f64.const -0.5',
        'entry: export "go", func 0',
        'entry: start with func 0',
        'entry: element 0: into table 0 at',
        'entry: func $go',
        'entry: element 1: passive',
        'count: 2 data segments',
        'entry: data 0: into memory 0 at',
        String.raw`entry: 4 bytes: "h\00i\22"`,
        'entry: data 1: passive',
        'function: function 0, $go, 12 bytes',
        'instruction: memory.init $p',
        'count: 1 function name, 5 bytes',
        'name: name of function 0: "go"',
      ]),
    )
    const about = rows.filter(({ functionIndex }) => functionIndex === 0)
    expect(new Set(about.map(({ kind }) => kind))).toEqual(
      new Set('entry function locals instruction end name'.split(' ')),
    )
  })

  test.each([
    `(func $f (param i32) (result i32)
      (block $a (block $b (block $c (br_table $a $b $c (local.get 0)))))
      (select (result i32) (i32.const 1) (i32.const -64) (local.get 0)))`,
    `(memory 1) (func $f (param i32 i64) (result v128)
      (i64.store16 offset=70000 align=1 (local.get 0) (local.get 1))
      (drop (v128.load32_splat offset=3 (local.get 0)))
      (drop (v128.load8x8_u (local.get 0)))
      (drop (v128.load64_zero align=4 (local.get 0)))
      (drop (i32.atomic.rmw8.cmpxchg_u offset=1 (local.get 0) (i32.const 1) (i32.const 2)))
      (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 30 31
        (v128.const i64x2 1 -1)
        (v128.load16_lane offset=2 3 (local.get 0) (v128.const i32x4 1 2 3 4))))`,
    `(table $t 2 funcref) (type $s (func (param i32) (result i32 i64)))
     (func $f (param i32) (result i32 i64)
      (table.set $t (i32.const 0) (ref.func $f))
      (drop (table.grow $t (ref.null nofunc) (i32.const 1)))
      (table.copy $t $t (i32.const 0) (i32.const 1) (i32.const 1))
      (call_indirect $t (type $s) (local.get 0) (i32.const 1))) (elem declare func $f)`,
    `(type $A (sub (struct (field $x i8) (field $y (mut anyref)))))
     (type $B (sub final $A (struct (field $x i8) (field $y (mut anyref)) (field $z i64))))
     (type $L (array (mut i16)))
     (func $f (param (ref null $A)) (result i32)
      (drop (block $no (result (ref $A))
        (br_on_non_null $no (local.get 0))
        (return (struct.get_s $B $x (ref.cast (ref $B) (local.get 0))))))
      (drop (block $cast (result (ref null $A))
        (drop (br_on_cast_fail $cast (ref null $A) (ref $B) (local.get 0)))
        (local.get 0)))
      (array.copy $L $L (array.new_fixed $L 2 (i32.const 1) (i32.const 2)) (i32.const 0)
        (array.new $L (i32.const 7) (i32.const 3)) (i32.const 0) (i32.const 1))
      (i31.get_u (ref.i31 (ref.test (ref null $B) (local.get 0)))))`,
    `(tag $t (param i32))
     (func $f (result i32)
      (block $all
        (return (block $h (result i32)
          (try_table (catch $t $h) (catch_all $all) (throw $t (i32.const 1)))
          (i32.const 0))))
      (i32.const 1))`,
    `(func $f (result f32)
      (drop (f64.const nan:0x123)) (drop (f64.const -nan)) (drop (f32.const -inf))
      (drop (f64.const 1e-310)) (drop (f32.const 3.4028235e38)) (drop (f64.const -0))
      (drop (i64.const -9223372036854775808)) (drop (i32.const -2147483648))
      (f32.const 0.1))`,
  ])('say what Binaryen says: %s', (body) => {
    const { text, bytes } = compiled(`(module ${body})`)
    const rows = annotate(bytes)
    expect(isWhole(bytes)).toBe(true)
    expect(rows.filter(({ kind }) => kind === 'unread')).toEqual([])
    expect(rowModule(rows)).toEqual(textModule(text))
  })

  test('cut off anywhere, or with a wrong byte, they are whole rows', () => {
    const { bytes } = compiled(`(module (import "a" "b" (func $b (param f64)))
      (memory 1) (data (i32.const 0) "hello") (global $g i64 (i64.const 1))
      (func $f (export "f") (param $x i32) (result i32) (local $y f64)
        (if (local.get $x) (then (call $b (local.get $y)))) (local.get $x)))`)
    for (let end = 0; end < bytes.length; end += 1) {
      expect(isWhole(bytes.slice(0, end))).toBe(true)
      for (const wrong of [0, 0x0b, 0x40, 0x7f, 0x80, 0xff]) {
        expect(isWhole(bytes.with(end, wrong))).toBe(true)
      }
    }
  })
})

test('garbage behind the head is rows, too', () => {
  let seed = 1
  for (let turn = 0; turn < 300; turn += 1) {
    const noise = Array.from({ length: 60 }, () => {
      seed = (seed * 48_271) % 0x7fff_ffff
      return seed & (turn % 2 ? 0xff : 0x0f)
    })
    expect(isWhole(Uint8Array.from([...HEAD, ...noise]))).toBe(true)
  }
})
