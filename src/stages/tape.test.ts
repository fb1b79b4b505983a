/** Tapes: memory at each moment, and the window through which it is seen. */
import { expect, test } from 'vitest'
import type { Recording } from './recording.ts'
import { momentAt, Tape } from './tape.ts'

/** Writes at an address, from a place in the source. */
function recordingOf(
  ...writes: [address: number, bytes: number[], origin?: number][]
): Recording {
  return {
    isCut: false,
    addresses: Uint32Array.from(writes, ([address]) => address),
    sizes: Uint32Array.from(writes, ([, { length }]) => length),
    origins: Uint32Array.from(writes, ([, , origin = 0]) => origin),
    bytes: Uint8Array.from(writes.flatMap(([, bytes]) => bytes)),
  }
}

const TAPE = new Tape(
  recordingOf([2, [1, 2, 3]], [4, [9]], [90, []], [0, [5, 6, 7]]),
)

test.each([
  [0, 0, [0, 0, 0, 0, 0, 0]],
  [1, 0, [0, 0, 1, 2, 3, 0]],
  [2, 0, [0, 0, 1, 2, 9, 0]],
  [3, 0, [0, 0, 1, 2, 9, 0]],
  [4, 0, [5, 6, 7, 2, 9, 0]],
  [1, 3, [2, 3, 0]],
  [4, 1, [6, 7, 2, 9, 0]],
  [4, 5, [0]],
])('at moment %i, memory from %i is %j', (moment, from, bytes) => {
  expect([...TAPE.memoryAt(moment, from, from + bytes.length)]).toEqual(bytes)
})

test('a window that ends within a write has its first bytes', () => {
  expect([...TAPE.memoryAt(1, 0, 4)]).toEqual([0, 0, 1, 2])
})

test.each([
  [0, undefined],
  [1, { address: 2, size: 3, origin: 0 }],
  [3, { address: 90, size: 0, origin: 0 }],
  [5, undefined],
])('what made moment %i', (moment, write) => {
  expect(TAPE.writeAt(moment)).toEqual(write)
  expect(TAPE.length).toBe(4)
})

const SOURCE = 'one\ntwo\nthree'
const FAR = new Tape(
  recordingOf([130, [1], 0], [255, [2], 4], [256, [3], 8], [140, [4], 8]),
)

test.each([
  [0, undefined, 128, undefined],
  [1, undefined, 128, 1],
  [2, undefined, 128, 2],
  [3, 128, 256, 3],
  [4, 256, 128, 3],
  [4, 128, 128, 3],
  [0, 256, 256, undefined],
])(
  'moment %i, seen from %s, shows from %i on',
  (moment, before, from, line) => {
    const shown = momentAt(FAR, moment, SOURCE, before)
    expect(shown).toMatchObject({ moment, count: 4, from, isCut: false })
    expect(shown.bytes).toHaveLength(128)
    expect(shown.write?.line).toBe(line)
    const write = FAR.writeAt(moment)
    if (!write) return
    expect(shown.bytes[write.address - from]).toBe(moment)
  },
)

test('without a write, memory is seen from its start', () => {
  const shown = momentAt(new Tape(recordingOf()), 0, SOURCE)
  expect(shown).toEqual({
    moment: 0,
    count: 0,
    isCut: false,
    bytes: new Uint8Array(128),
    from: 0,
  })
})

test('that it is cut is passed on', () => {
  const tape = new Tape({ ...recordingOf([0, [1]]), isCut: true })
  expect(momentAt(tape, 1, SOURCE).isCut).toBe(true)
})
