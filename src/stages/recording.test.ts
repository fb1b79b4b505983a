/** Recordings: each way to write memory, write by write, and the tape of them. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { compile } from '../examplescript/examplescript.ts'
import { recordRun, type Recording } from './recording.ts'
import { Tape } from './tape.ts'
import { instantiate } from '../site/instantiate.fixture.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

const PRINT = '@external("env", "print") declare function print(x: f64): void'

function main(body: string, before = ''): string {
  return `${before}\nexport function main(): void { ${body} }`
}

function recordingOf(source: string): Recording {
  return recordRun(source, binaryen, instantiate)
}

/** Each write: its address, its bytes, and the source from its place on. */
function writesOf(source: string): [number, number[], string][] {
  const recording = recordingOf(source)
  const tape = new Tape(recording)
  return Array.from({ length: tape.length }, (_, index) => {
    const { address, size, origin } = tape.writeAt(index + 1)!
    const bytes = tape.memoryAt(index + 1, address, address + size)
    const [place = ''] = /^[\w.<>]+/.exec(source.slice(origin)) ?? []
    return [address, [...bytes], place]
  })
}

/** What memory holds once the program has run, or has stopped. */
function memoryOf(source: string): Uint8Array {
  const compiled = compile(source, binaryen, {
    level: { optimize: 0, shrink: 0 },
  })
  if (!('program' in compiled)) throw new Error(compiled.problems[0].message)
  const module = new WebAssembly.Module(compiled.bytes)
  const env = { print: (value: number) => value }
  const { exports } = new WebAssembly.Instance(module, { env })
  const { main: run, draw, memory } = exports
  try {
    if (run) (run as () => void)()
    else (draw as (t: number) => number)(0)
  } catch (error) {
    expect(error).toBeInstanceOf(WebAssembly.RuntimeError)
  }
  return new Uint8Array((memory as WebAssembly.Memory).buffer)
}

const NESTED = `function g(): i32 { store<i32>(4, 7); return 8 }`
const TWICE = `function twice(at: i32): i32 { store<u8>(at, 1); store<u8>(at, 2); return 3 }
let a = twice(0)`

const WAYS: [name: string, source: string, writes: unknown[]][] = [
  [
    'a word, least byte first',
    main('store<i32>(8, 258)'),
    [[8, [2, 1, 0, 0], 'store<i32>']],
  ],
  [
    'a byte, with an offset',
    main('store<u8>(3, 511, 4)'),
    [[7, [255], 'store<u8>']],
  ],
  [
    'a vector',
    main('v128.store(16, i32x4.splat(1))'),
    [[16, [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], 'v128.store']],
  ],
  ['a fill', main('memory.fill(2, 9, 3)'), [[2, [9, 9, 9], 'memory.fill']]],
  [
    'a copy over itself',
    main('store<i32>(0, 67305985); memory.copy(1, 0, 4)'),
    [
      [0, [1, 2, 3, 4], 'store<i32>'],
      [1, [1, 2, 3, 4], 'memory.copy'],
    ],
  ],
  [
    'one place twice',
    main('store<u8>(0, 1); store<u8>(0, 2)'),
    [
      [0, [1], 'store<u8>'],
      [0, [2], 'store<u8>'],
    ],
  ],
  [
    'a write while the value of another is worked out',
    main('store<i32>(0, g())', NESTED),
    [
      [4, [7, 0, 0, 0], 'store<i32>'],
      [0, [8, 0, 0, 0], 'store<i32>'],
    ],
  ],
  [
    'writes of a global’s value, before main',
    main('store<u8>(0, 4); store<u8>(0, 5)', TWICE),
    [
      [0, [1], 'store<u8>'],
      [0, [2], 'store<u8>'],
      [0, [4], 'store<u8>'],
      [0, [5], 'store<u8>'],
    ],
  ],
  [
    'a write out of bounds, which writes nothing',
    main('store<u8>(0, 1); store<i32>(65534, -1); store<u8>(0, 2)'),
    [
      [0, [1], 'store<u8>'],
      [65_534, [], 'store<i32>'],
    ],
  ],
  [
    'writes until the program stops',
    main('store<u8>(0, 1); unreachable()'),
    [[0, [1], 'store<u8>']],
  ],
  [
    'the first frame of a program without main',
    'export function draw(t: f64): i32 { store<f64>(8, t + 1); return 8 }',
    [[8, [0, 0, 0, 0, 0, 0, 240, 63], 'store<f64>']],
  ],
  [
    'what a program that prints writes',
    main('print(1); store<u8>(1, 1)', PRINT),
    [[1, [1], 'store<u8>']],
  ],
]

describe.each(WAYS)('%s', (_, source, writes) => {
  test('is told, with its bytes and its place', () => {
    expect(writesOf(source)).toEqual(writes)
    expect(recordingOf(source).isCut).toBe(false)
  })

  test('leaves what the program leaves', () => {
    const tape = new Tape(recordingOf(source))
    const memory = memoryOf(source)
    const played = tape.memoryAt(tape.length, 0, memory.length)
    expect(Buffer.from(played).equals(memory)).toBe(true)
  })
})

test.each([
  ['a problem', 'export function main(): void { store<i32>(0, nothing) }'],
  ['nothing to run', 'function f(): void { store<i32>(0, 1) }'],
  ['nothing to write', main('')],
  ['no host', main('f()', '@external("a", "b") declare function f(): void')],
])('a program with %s writes nothing', (_, source) => {
  const { isCut, addresses, sizes, bytes } = recordingOf(source)
  expect([isCut, ...addresses, ...sizes, ...bytes]).toEqual([false])
})

describe('too much', () => {
  test.each([
    [10_000, 10_000, false],
    [10_001, 10_000, true],
  ])('%i writes: %i are kept', (count, kept, isCut) => {
    const source = main(
      `for (let i = 0; i < ${count}; i++) store<i32>(i * 4 % 4096, i)`,
    )
    const recording = recordingOf(source)
    expect(recording.isCut).toBe(isCut)
    expect(recording.addresses).toHaveLength(kept)
    const tape = new Tape(recording)
    const { address } = tape.writeAt(kept)!
    const last = tape.memoryAt(kept, address, address + 4)
    expect(new Int32Array(last.buffer)[0]).toBe(kept - 1)
  })

  test('a million bytes are kept, and no more', () => {
    const fills = main(
      'memory.grow(7); for (let i = 0; i < 3; i++) memory.fill(0, u8(i), 500000)',
    )
    const { isCut, sizes } = recordingOf(fills)
    expect([...sizes]).toEqual([500_000, 500_000])
    expect(isCut).toBe(true)
  })
})
