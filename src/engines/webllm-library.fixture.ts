/**
 * A library for the graphics card with nothing in it, for tests: as much as WebLLM
 * has to find to go on to weights. Its functions say that all went well, and give
 * nothing; so a model with it is downloaded whole, and never starts.
 */
import { loadBinaryen } from '../binaryen/node.ts'

/** What gives a number that nobody has, by the second of its arguments. */
const GIVING = [
  'TVMFFIFunctionGetGlobal',
  'TVMFFIWasmFunctionCreate',
  'TVMFFITypeKeyToIndex',
]

/** With how many arguments each other is called. */
const SILENT = {
  TVMFFIFunctionSetGlobal: 3,
  TVMFFIFunctionCall: 4,
  TVMFFIObjectDecRef: 1,
  TVMFFIObjectIncRef: 1,
  TVMFFIErrorSetRaisedFromCStr: 2,
  TVMFFIAnyViewToOwnedAny: 2,
  TVMFFIWasmGetLastError: 0,
  TVMWasmFreeSpace: 1,
  _initialize: 0,
}

export async function emptyLibrary(): Promise<Uint8Array> {
  const silent = Object.entries(SILENT).map(
    ([name, count]) =>
      `(func (export "${name}") ${'(param i32) '.repeat(count)}(result i32) (i32.const 0))`,
  )
  const giving = GIVING.map(
    (name) => `(func (export "${name}") (param i32 i32) (result i32)
      (global.set $last (i32.add (global.get $last) (i32.const 1)))
      (i32.store (local.get 1) (global.get $last)) (i32.const 0))`,
  )
  const binaryen = await loadBinaryen()
  return binaryen.parse(
    `(module
      (memory (export "memory") 16)
      (global $free (mut i32) (i32.const 1024))
      (global $last (mut i32) (i32.const 100))
      (func (export "TVMWasmAllocSpace") (param i32) (result i32)
        (global.get $free)
        (global.set $free (i32.add (global.get $free)
          (i32.and (i32.add (local.get 0) (i32.const 15)) (i32.const -16)))))
      ${[...giving, ...silent].join('\n')})`,
    (module) => module.emitBinary(),
  )
}
