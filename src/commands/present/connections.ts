/** Who is connected, from where, so that no one address takes all the places. */
import type { WebSocket } from 'ws'

/** A hall may share one address. */
const MOST = { all: 4000, fromOne: 2000 }

export class Connections {
  readonly #sockets = new Set<WebSocket>()
  readonly #byAddress = new Map<string, number>()

  /** @returns whether there was a place */
  add(socket: WebSocket, address: string): boolean {
    const others = this.#byAddress.get(address) ?? 0
    if (this.#sockets.size >= MOST.all || others >= MOST.fromOne) return false
    this.#byAddress.set(address, others + 1)
    this.#sockets.add(socket)
    socket.once('close', () => this.#leave(socket, address))
    return true
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate()
  }

  #leave(socket: WebSocket, address: string): void {
    this.#sockets.delete(socket)
    const left = this.#byAddress.get(address)! - 1
    if (left > 0) this.#byAddress.set(address, left)
    else this.#byAddress.delete(address)
  }
}
