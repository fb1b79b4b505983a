/**
 * Recordings: what a run writes to linear memory, write by write, so that a page
 * can show memory at each moment of it. A watched module tells of each write
 * beforehand; what was written is read at the next one.
 */
import {
  compile,
  hostImports,
  START,
  WATCH,
  type Instantiate,
  type Workbench,
} from '../examplescript/examplescript.ts'

/** More moments than anybody looks at, and more bytes than they fill. */
const MOST_WRITES = 10_000
const MOST_BYTES = 1_000_000

/** The writes of a run, packed: as a message they cost next to nothing. */
export interface Recording {
  /** Whether the program wrote more than is recorded. */
  isCut: boolean
  /** Of each write: its address, its size, its place. */
  addresses: Uint32Array
  sizes: Uint32Array
  /** Offsets into the source. */
  origins: Uint32Array
  /** What was written, one after the other. */
  bytes: Uint8Array
}

/** Ends the watched run: what it goes on to do is not recorded. */
class Full extends Error {}

class Recorder {
  memory: { buffer: ArrayBuffer } | undefined
  isCut = false
  #size = 0
  readonly #writes: [address: number, size: number, origin: number][] = []
  readonly #bytes: Uint8Array[] = []

  readonly wrote = (
    address: number,
    offset: number,
    size: number,
    origin: number,
  ): number => {
    this.#settle()
    this.#size += size >>> 0
    this.isCut = this.#writes.length === MOST_WRITES || this.#size > MOST_BYTES
    if (this.isCut) throw new Full()
    this.#writes.push([(address >>> 0) + offset, size >>> 0, origin])
    return address
  }

  /** Reads what the last write of all wrote, which has happened since. */
  #settle(): void {
    if (this.#bytes.length === this.#writes.length || !this.memory) return
    const [address, size] = this.#writes[this.#bytes.length]!
    const { buffer } = this.memory
    // One out of bounds has stopped the program, and wrote nothing.
    const isInside = address + size <= buffer.byteLength
    this.#bytes.push(
      isInside
        ? new Uint8Array(buffer).slice(address, address + size)
        : new Uint8Array(),
    )
  }

  get recording(): Recording {
    while (this.memory && this.#bytes.length < this.#writes.length) {
      this.#settle()
    }
    const bytes = new Uint8Array(
      this.#bytes.reduce((sum, { length }) => sum + length, 0),
    )
    let at = 0
    for (const part of this.#bytes) {
      bytes.set(part, at)
      at += part.length
    }
    return {
      isCut: this.isCut,
      addresses: Uint32Array.from(this.#writes, ([address]) => address),
      sizes: Uint32Array.from(this.#bytes, ({ length }) => length),
      origins: Uint32Array.from(this.#writes, ([, , origin]) => origin),
      bytes,
    }
  }
}

/**
 * Runs a program once more, watched: its main, or the first frame that it draws.
 * What it prints is heard by nobody, and one with problems writes nothing.
 */
export function recordRun(
  source: string,
  binaryen: Workbench,
  instantiate: Instantiate,
): Recording {
  const compiled = compile(source, binaryen, {
    level: { optimize: 1, shrink: 0 },
    isWatched: true,
  })
  const recorder = new Recorder()
  if (!('program' in compiled)) return recorder.recording
  try {
    const exports = instantiate(compiled.bytes, (imports) => {
      const own = imports.filter(({ name }) => name !== WATCH)
      const given = hostImports(own, () => {})
      return { ...given, env: { ...given['env'], [WATCH]: recorder.wrote } }
    })
    recorder.memory = exports['memory'] as Recorder['memory']
    const { main, draw, [START]: start } = exports
    if (typeof start === 'function') start()
    if (typeof main === 'function') main()
    else if (typeof draw === 'function') draw(0)
  } catch {
    // It is full, or the program stopped: the run that is shown says why.
  }
  return recorder.recording
}
