/** The split library does byte for byte what the package as shipped does. */
import { readFile, stat } from 'node:fs/promises'
import shipped from 'binaryen'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Library, Module } from './library.ts'
import { loadBinaryen } from './node.ts'
import { splitBinaryen } from './split.ts'
import { splitLibrary } from './split-library.ts'

const LEVELS = { O0: [0, 0], O1: [1, 0], O2: [2, 0], O3: [3, 0], O4: [4, 0] }
const SIZES = { Os: [2, 1], Oz: [2, 2] }

/** Modules by what they use, each made by text or by calls. */
const MODULES: Record<string, (library: Library) => Module> = {
  calls: (library) => buildSum(library),
  loops: (library) =>
    library.parseText(`(module
      (func $gcd (export "gcd") (param i32 i32) (result i32) (local i32)
        (loop $again
          (if (local.get 1) (then
            (local.set 2 (i32.rem_u (local.get 0) (local.get 1)))
            (local.set 0 (local.get 1))
            (local.set 1 (local.get 2))
            (br $again))))
        (local.get 0))
      (func (export "twelve") (result i32)
        (call $gcd (i32.const 36) (i32.const 24))))`),
  SIMD: (library) =>
    library.parseText(`(module
      (func (export "dot") (param v128 v128) (result i32)
        (i32x4.extract_lane 0
          (i32x4.dot_i16x8_s (local.get 0) (local.get 1))))
      (func (export "constant") (result v128)
        (i32x4.add (v128.const i32x4 1 2 3 4) (v128.const i32x4 5 6 7 8))))`),
  GC: (library) =>
    library.parseText(`(module
      (type $point (struct (field $x (mut i32)) (field $y i32)))
      (type $row (array (mut f64)))
      (func (export "sum") (param i32) (result i32) (local (ref $point))
        (local.set 1 (struct.new $point (local.get 0) (i32.const 2)))
        (i32.add (struct.get $point $x (local.get 1))
                 (struct.get $point $y (local.get 1))))
      (func (export "row") (result (ref $row))
        (array.new $row (f64.const 1.5) (i32.const 10))))`),
  memory: (library) =>
    library.parseText(`(module
      (memory (export "memory") 1 2)
      (data (i32.const 8) "Happy new year\\00\\ff")
      (data $passive "2026")
      (table 2 funcref) (elem (i32.const 0) $zero $one)
      (func $zero (result i32) (i32.const 0))
      (func $one (result i32) (i32.load8_u offset=8 (i32.const 1)))
      (func (export "go") (param i32) (result i32)
        (memory.init $passive (i32.const 64) (i32.const 0) (i32.const 4))
        (call_indirect (result i32) (local.get 0))))`),
}

function buildSum(library: Library): Module {
  const module = new library.Module()
  const { i32 } = library
  const twice = (value: number) => module.i32.mul(value, module.i32.const(2))
  const sum = module.i32.add(
    twice(module.local.get(0, i32)),
    twice(module.i32.const(21)),
  )
  const file = module.addDebugInfoFileName('sum.example')
  const sumFunction = module.addFunction('sum', i32, i32, [i32], sum)
  module.setDebugLocation(sumFunction, sum, file, 3, 7)
  module.setMemory(1, 4, 'memory', [
    { offset: module.i32.const(0), data: Uint8Array.of(0, 1, 128, 255) },
  ])
  module.addFunctionExport('sum', 'sum')
  return module
}

/** Everything the library can say of a module after optimizing it. */
function emit(
  library: Library,
  make: (library: Library) => Module,
  at: number[],
) {
  const module = make(library)
  const { CompactImports, All } = library.Features
  module.setFeatures(All & ~CompactImports)
  library.setOptimizeLevel(at[0]!)
  library.setShrinkLevel(at[1]!)
  const valid = module.validate()
  module.optimize()
  const text = module.emitText()
  const stack = module.emitStackIR()
  const plain = Buffer.from(module.emitBinary()).toString('hex')
  const { binary, sourceMap } = module.emitBinary('module.wasm.map')
  const mapped = Buffer.from(binary).toString('hex')
  module.dispose()
  return { valid, text, stack, plain, mapped, sourceMap }
}

describe('splitBinaryen', () => {
  test('finds both halves where it has put them', async () => {
    const { glue, wasm, wasmBytes, version } = await splitBinaryen()
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect((await stat(wasm)).size).toBe(wasmBytes)
    const code = await readFile(glue, 'utf8')
    expect(code.length).toBeLessThan(300_000)
    expect(code).not.toMatch(/import\s*\(|^import/m)
  })

  test('is done once', async () => {
    const { glue, wasm } = await splitBinaryen()
    const written = await Promise.all([stat(glue), stat(wasm)])
    await splitBinaryen()
    const now = await Promise.all([stat(glue), stat(wasm)])
    expect(now.map(({ ino, mtimeMs }) => [ino, mtimeMs])).toEqual(
      written.map(({ ino, mtimeMs }) => [ino, mtimeMs]),
    )
  })
})

describe('the split library', () => {
  let split: Library
  beforeAll(async () => {
    split = (await loadBinaryen()).library
  })

  const whole = shipped as unknown as Library
  for (const [name, make] of Object.entries(MODULES))
    for (const [level, at] of Object.entries({ ...LEVELS, ...SIZES }))
      test(`emits what the shipped one does: ${name} at ${level}`, () => {
        const emitted = emit(split, make, at)
        expect(emitted.valid).toBe(1)
        expect(emitted).toEqual(emit(whole, make, at))
      })
})

describe('splitLibrary', () => {
  const NODE = 'if(k){let{createRequire:r}=await import("node:module");r()}'
  const AWAIT = 'var i=await f(),o=i;'
  const wasm = bigWasm()
  const BINARY = `w=d(${JSON.stringify(encode(wasm))});`
  const CHECK = 'var k=globalThis.process?.versions?.node;'
  const MAIN = `async function f(m={}){${CHECK}${NODE}var w;${BINARY}return w}`
  const pack = `${MAIN}${AWAIT}export{o as default};`

  test('gives the factory and the binary', () => {
    const parts = splitLibrary(pack)
    expect(Buffer.compare(parts.wasm, wasm)).toBe(0)
    expect(parts.glue).toBe(
      'async function f(m={}){var k=false;var w;w=null;return w}' +
        'export { f as default };',
    )
  })

  test.each([
    ['no binary', BINARY, '', 'find the binary', '0 times'],
    ['two binaries', BINARY, BINARY + BINARY, 'find the binary', '2 times'],
    ['other bytes', 'asm', 'asn', 'decode the binary', 'not WebAssembly'],
    ['no Node branch', NODE, '', 'drop the import', '0 times'],
    ['two Node branches', NODE, NODE + NODE, 'drop the import', '2 times'],
    ['no Node check', CHECK, '', 'set the Node check', '0 times'],
    ['no instance', AWAIT, 'var o=f;', 'find the awaited instance', '0 times'],
    ['two instances', AWAIT, AWAIT + 'var j=await f();', 'awaited', '2 times'],
    ['two exports', AWAIT, AWAIT + 'export{i};', 'one export', '2 times'],
  ])('refuses a package with %s', (_, part, other, edit, happened) => {
    const act = () => splitLibrary(pack.replace(part, () => other))
    expect(act).toThrow(edit)
    expect(act).toThrow(happened)
    expect(act).toThrow('src/binaryen/split-library.ts')
  })
})

/** An empty module with a custom section large enough to be found. */
function bigWasm(): Uint8Array {
  const length = 2 ** 20
  const size = [0x83, 0x80, 0xc0, 0x00] // 3 bytes for the name and `length`
  const wasm = new Uint8Array(16 + length).fill(0xe9)
  wasm.set([0, 97, 115, 109, 1, 0, 0, 0, 0, ...size, 2, 120, 121])
  return wasm
}

/** What Emscripten's `binaryEncode` does, before escaping. */
function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\0', 'Ā')
}
