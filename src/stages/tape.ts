/** A recording as one plays it: memory at each moment, from all zeros on. */
import { lineStarts, positionIn } from '../examplescript/examplescript.ts'
import type { Recording } from './recording.ts'

/** One write to memory. */
export interface Write {
  address: number
  size: number
  /** Where in the source it stands. */
  origin: number
}

export class Tape {
  readonly #recording: Recording
  /** Where the bytes of each write begin. */
  readonly #starts: number[] = [0]

  constructor(recording: Recording) {
    this.#recording = recording
    let start = 0
    for (const size of recording.sizes) this.#starts.push((start += size))
  }

  /** How many moments there are behind the first, when nothing is written. */
  get length(): number {
    return this.#recording.sizes.length
  }

  /** Whether the program wrote more than is recorded. */
  get isCut(): boolean {
    return this.#recording.isCut
  }

  /** The write that made a moment; none made the first, moment 0. */
  writeAt(moment: number): Write | undefined {
    const { addresses, sizes, origins } = this.#recording
    const index = moment - 1
    const address = addresses[index]
    if (address === undefined || index >= sizes.length) return undefined
    return { address, size: sizes[index]!, origin: origins[index]! }
  }

  /** The bytes from one address to another, at a moment. */
  memoryAt(moment: number, from: number, to: number): Uint8Array {
    const { addresses, sizes, bytes } = this.#recording
    const memory = new Uint8Array(to - from)
    for (let index = 0; index < moment; index++) {
      const address = addresses[index]!
      if (address >= to || address + sizes[index]! <= from) continue
      const start = this.#starts[index]!
      const skipped = Math.max(0, from - address)
      const end = Math.min(sizes[index]!, to - address)
      memory.set(
        bytes.subarray(start + skipped, start + end),
        address + skipped - from,
      )
    }
    return memory
  }
}

/** How many bytes of memory are seen at once. */
const WINDOW = 128

/** Memory at one moment of a run, as far as it is seen. */
export interface Moment {
  /** How many writes there were until then, and how many there are. */
  moment: number
  count: number
  isCut: boolean
  /** The write that made it, and the line that it stands in, from 1. */
  write?: Write & { line: number }
  /** WINDOW bytes, the first one at the address `from`. */
  bytes: Uint8Array
  from: number
}

/**
 * Memory at one moment.
 *
 * @param from the address where the window was before; it moves if the write is
 * not in it
 */
export function momentAt(
  tape: Tape,
  moment: number,
  source: string,
  from = windowOf(tape.writeAt(1)),
): Moment {
  const write = tape.writeAt(moment)
  const isSeen =
    !write || (write.address >= from && write.address < from + WINDOW)
  const start = isSeen ? from : windowOf(write)
  return {
    moment,
    count: tape.length,
    isCut: tape.isCut,
    ...(write && {
      write: {
        ...write,
        line: positionIn(lineStarts(source), write.origin).line,
      },
    }),
    bytes: tape.memoryAt(moment, start, start + WINDOW),
    from: start,
  }
}

function windowOf(write: Write | undefined): number {
  return Math.floor((write?.address ?? 0) / WINDOW) * WINDOW
}
