/** A module of 50 MB: nearly all of it is what its memory begins with. */
import { writeFileSync } from 'node:fs'

const SIZE = 50 * 2 ** 20
const PAGES = 1024

/** Writes the module to a file, and gives its path. */
export function writeLargeModule(file: string): string {
  const start = Buffer.from('0061736d01000000', 'hex')
  const memory = [1, 0, ...leb(PAGES)]
  // It is exported, under the name m, so that no pass may drop it.
  const exported = [1, 1, 0x6d, 2, 0]
  const data = [1, 0, 0x41, 0, 0x0b, ...leb(SIZE)]
  writeFileSync(
    file,
    Buffer.concat([
      start,
      section(5, Buffer.from(memory)),
      section(7, Buffer.from(exported)),
      section(11, Buffer.concat([Buffer.from(data), Buffer.alloc(SIZE, 7)])),
    ]),
  )
  return file
}

function section(id: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([id, ...leb(body.length)]), body])
}

/** A number as the format has it: seven bits a byte. */
function leb(number: number): number[] {
  const rest = Math.floor(number / 128)
  return rest ? [(number % 128) + 128, ...leb(rest)] : [number]
}
