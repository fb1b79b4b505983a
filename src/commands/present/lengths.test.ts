/** Lengths of packets, however their bytes are cut. */
import { expect, test } from 'vitest'
import { Lengths } from './lengths.ts'

/** A packet of so many bytes behind its head. */
function packet(length: number): number[] {
  const head = [0x30]
  let rest = length
  do {
    head.push((rest % 128) + (rest > 127 ? 128 : 0))
    rest = Math.floor(rest / 128)
  } while (rest > 0)
  return [...head, ...Array.from({ length }, () => 255)]
}

const BYTES = Uint8Array.from([0, 1, 127, 128, 300, 4096, 0].flatMap(packet))

test.each([1, 2, 3, 7, 1000, BYTES.length])(
  'packets as large as they may be pass, %i bytes at a time',
  (step) => {
    const lengths = new Lengths(4096)
    for (let at = 0; at < BYTES.length; at += step) {
      expect(lengths.take(BYTES.subarray(at, at + step))).toBe(true)
    }
    expect(lengths.take(Uint8Array.from([0x30, 0x81, 0x20]))).toBe(false)
  },
)

test.each([
  ['a byte more', packet(4097).slice(0, 3)],
  ['as large as MQTT allows', [0x30, 0xff, 0xff, 0xff, 0x7f]],
  ['longer than a length may be', [0x30, 0x80, 0x80, 0x80, 0x80, 0x80]],
])('%s is found out by its head', (_, bytes) => {
  expect(new Lengths(4096).take(Uint8Array.from(bytes))).toBe(false)
})
