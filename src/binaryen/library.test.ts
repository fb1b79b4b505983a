/** What `library.ts` promises, held against the running library. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { beforeAll, expect, test } from 'vitest'
import type { Binaryen, Library, Module } from './binaryen.ts'
import { loadBinaryen } from './node.ts'

let binaryen: Binaryen
let library: Library
let declarations: string

beforeAll(async () => {
  binaryen = await loadBinaryen()
  library = binaryen.library
  const main = createRequire(import.meta.url).resolve('binaryen')
  declarations = await readFile(main.replace('index.js', 'index.d.ts'), 'utf8')
})

/** Declared in the package, not there, and so not in `Library`. */
const MISSING = `ext func any eq i31 struct array string noext nofunc PauseId
  TableFillId TableCopyId TableInitId ElemDropId TryTableId ThrowRefId
  RefGetDescId StructRMWId StructCmpxchgId ArrayLoadId ArrayStoreId ArrayRMWId
  ArrayCmpxchgId StringTestId ContNewId ContBindId SuspendId ResumeId
  ResumeThrowId StackSwitchId StructWaitId StructNotifyId WideIntAddSubId
  WideIntMulId readBinaryWithFeatures`.split(/\s+/)

/** Not declared in the package, or differently, and so added to `Library`. */
const ADDED: readonly (keyof Library)[] = [
  'Function',
  'getExceptionMessage',
  'Expression',
  'Block',
  'If',
  'Loop',
  'Break',
  'Switch',
  'Call',
  'CallIndirect',
  'LocalGet',
  'LocalSet',
  'GlobalGet',
  'GlobalSet',
  'Load',
  'Store',
  'Unary',
  'Binary',
  'Select',
  'Drop',
  'Return',
]

/** Not declared for modules, and added to `Module`. */
const ADDED_TO_MODULE: readonly (keyof Module)[] = [
  'string',
  'any',
  'extern',
  'getNumDataSegments',
  'getDataSegmentInfo',
]

test('the library has what the types say', () => {
  const names = [
    ...declarations.matchAll(/^ {2}(?:const|function|class) (\w+)/gm),
  ]
  const declared = names.map((match) => match[1]!).filter((n) => n !== 'enum')
  const missing = declared.filter((name) => !(name in library))
  expect(declared.length).toBeGreaterThan(500)
  expect(missing).toEqual(MISSING)
  for (const name of ADDED) expect(library).toHaveProperty(name)
})

test('modules have what the types say', () => {
  const start = declarations.indexOf('class Module {')
  const end = declarations.indexOf('interface TypeBuilderField')
  const body = declarations.slice(start, end)
  const names = [...body.matchAll(/^ {4}(\w+)[(:]/gm)].map((m) => m[1]!)
  binaryen.build((module) => {
    const missing = names.filter((name) => !(name in module))
    expect(missing).toEqual([
      'Function',
      'getMemorySegmentInfo',
      'getNumMemorySegments',
    ])
    for (const name of ADDED_TO_MODULE) expect(module).toHaveProperty(name)
    expect(module.i8x16).not.toHaveProperty('mul')
  })
})

test('constants are those of the running library', () => {
  binaryen.build((module) => {
    const one = module.i32.const(1)
    const sum = module.i32.add(one, module.i32.const(2))
    expect(library.getExpressionInfo(sum).id).toBe(library.BinaryId)
    const wrapped = library.Binary(sum)
    expect(wrapped.id).toBe(library.BinaryId)
    expect(wrapped.op).toBe(library.AddInt32)
    expect(wrapped.left).toBe(one)
    wrapped.left = module.i32.const(7)
    expect(wrapped.toText()).toContain('(i32.const 7)')
  })
})

test('what differs from the declaration does what its type says', () => {
  binaryen.build((module) => {
    const { i32, funcref } = library
    const body = module.local.get(0, i32)
    const named = module.addFunction('f', i32, i32, [], body)
    library.Function.setLocalName(named, 0, 'x')
    const reference = module.ref.func('f', library.Function.getType(named))
    module.addTable('table', 1, 2, funcref, reference)
    const data = Uint8Array.of(1, 2, 3)
    const offset = module.i32.const(8)
    module.setMemory(1, -1, null, [{ name: 'first', offset, data }])
    const segment = module.getDataSegmentByIndex(0)
    expect(module.getNumDataSegments()).toBe(1)
    expect(module.getDataSegmentInfo(segment)).toEqual({
      name: 'first',
      offset: 8,
      data: data.buffer,
      passive: false,
    })
    expect(module.emitText()).toMatch(/\(param \$x i32\)/)
    expect(module.emitText()).toContain('(memory $0 1)')
    expect(module.emitBinary()).toBeInstanceOf(Uint8Array)
    const { binary, sourceMap } = module.emitBinary('f.wasm.map')
    expect(binary).toBeInstanceOf(Uint8Array)
    expect(JSON.parse(sourceMap!)).toHaveProperty('mappings')
  })
})
