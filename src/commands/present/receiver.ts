/**
 * One who is connected, as the stream that the broker reads and writes. Writing
 * never waits: the broker would have all others wait along. What does not get
 * through is kept up to a bound; behind that, the connection is ended, and who
 * comes back is told how things stand, without all that was missed.
 */
import { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { Lengths } from './lengths.ts'
import { Pace } from './pace.ts'

/** What is kept for all who read slowly, together; bytes. */
export class Backlog {
  readonly #most: number
  bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  hasRoomFor(bytes: number): boolean {
    return this.bytes + bytes <= this.#most
  }
}

/** Which bound was crossed. */
export type Ending = 'slow' | 'large' | 'many'

export interface Bounds {
  backlog: Backlog
  /** Bytes that may wait for this one. */
  waiting: () => number
  /** Called where a bound is crossed. */
  onEnd: (why: Ending) => void
}

/** Milliseconds in which a peer may answer that the connection ends. */
const FAREWELL = 1000

export class Receiver extends Duplex {
  /** Where it comes from. */
  readonly address: string
  readonly #socket: WebSocket
  readonly #bounds: Bounds
  readonly #lengths: Lengths
  /** None for who presents. */
  #pace: Pace | undefined = new Pace(Date.now())
  #waiting = 0

  /** @param most the bytes of the largest packet that it may send */
  constructor(
    socket: WebSocket,
    address: string,
    most: number,
    bounds: Bounds,
  ) {
    super()
    this.#lengths = new Lengths(most)
    this.address = address
    this.#socket = socket
    this.#bounds = bounds
    socket.on('message', (data: RawData) => this.#take(data as Buffer))
    socket.on('close', () => this.destroy())
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') this.#end('large')
      else this.destroy()
    })
  }

  /** It presents. @param most the bytes of the largest packet that it may send */
  trust(most: number): void {
    this.#lengths.most = most
    this.#pace = undefined
  }

  override _read(): void {
    this.#socket.resume()
  }

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.#send(chunk)
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }

  override _final(done: () => void): void {
    this.#leave()
    done()
  }

  override _destroy(
    _: Error | null,
    done: (error?: Error | null) => void,
  ): void {
    this.#leave()
    // Why it ended is said by who ends it; nobody waits for an error here.
    done()
  }

  #take(data: Buffer): void {
    if (this.destroyed) return
    const before = this.#lengths.packets
    if (!this.#lengths.take(data)) return this.#end('large')
    const packets = this.#lengths.packets - before
    if (this.#pace?.allows(packets, Date.now()) === false) {
      return this.#end('many')
    }
    if (!this.push(data)) this.#socket.pause()
  }

  #send(bytes: Buffer): void {
    const { length } = bytes
    const { backlog, waiting } = this.#bounds
    const isBehind = this.#waiting + length > waiting()
    // Who has nothing waiting takes nobody's room.
    const isFull = this.#waiting > 0 && !backlog.hasRoomFor(length)
    if (isBehind || isFull) return this.#end('slow')
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#waiting += length
    backlog.bytes += length
    this.#socket.send(bytes, () => {
      this.#waiting -= length
      backlog.bytes -= length
    })
  }

  #end(why: Ending): void {
    if (this.destroyed) return
    this.#bounds.onEnd(why)
    if (why === 'slow') this.#socket.terminate()
    else this.#socket.close(why === 'large' ? 1009 : 1008)
    this.destroy()
  }

  /** What was written still goes out; who does not answer is cut off. */
  #leave(): void {
    this.#socket.close()
    this.#socket.resume()
    setTimeout(() => this.#socket.terminate(), FAREWELL).unref()
  }
}
