/**
 * Secrets that were wrong, and how long the next one waits until it is looked
 * at: longer with each from one address, and from all of them together. Who
 * shows the right one is let in at once from then on, whatever others try.
 */
import { isLoopback } from './addresses.ts'

interface Tries {
  failures: number
  /** When the next one may be looked at; milliseconds. */
  next: number
}

interface Slowing {
  /** How many may be wrong before anybody waits. */
  free: number
  /** The first pause, which doubles each time, and the longest; milliseconds. */
  first: number
  longest: number
}

const ONE: Slowing = { free: 3, first: 250, longest: 10_000 }
const ALL: Slowing = { free: 30, first: 50, longest: 2000 }

/** Milliseconds that anybody waits; who would wait longer is sent away unheard. */
const PATIENCE = 20_000

/** Milliseconds after which a wrong one is forgotten. */
const MEMORY = 10 * 60_000

/** So many addresses are remembered at most. */
const MOST = 5000

export class Attempts {
  readonly #byAddress = new Map<string, Tries>()
  readonly #trusted = new Set<string>()
  #all: Tries = { failures: 0, next: 0 }

  /**
   * @param now milliseconds
   * @returns milliseconds until the secret may be looked at; undefined where too
   *   many wait already
   */
  wait(address: string, now: number): number | undefined {
    const own = this.#of(address, now)
    // Whoever is on this machine already could take the secret elsewhere.
    const isKnown = this.#trusted.has(address) || isLoopback(address)
    if (now - this.#all.next > MEMORY) this.#all = { failures: 0, next: 0 }
    const at = Math.max(now, own.next, isKnown ? 0 : this.#all.next)
    if (at - now > PATIENCE) return undefined
    own.next = at + pause(own, ONE)
    if (!isKnown) this.#all.next = at + pause(this.#all, ALL)
    return at - now
  }

  /** @returns how many were wrong from there, in a row */
  failed(address: string, now: number): number {
    const own = this.#of(address, now)
    own.failures++
    own.next = Math.max(own.next, now + pause(own, ONE))
    if (!isLoopback(address)) {
      this.#all.failures++
      this.#all.next = Math.max(this.#all.next, now + pause(this.#all, ALL))
    }
    return own.failures
  }

  passed(address: string): void {
    this.#byAddress.delete(address)
    if (this.#trusted.size < MOST) this.#trusted.add(address)
  }

  #of(address: string, now: number): Tries {
    const known = this.#byAddress.get(address)
    const fresh = { failures: 0, next: 0 }
    const tries = known && now - known.next < MEMORY ? known : fresh
    // The last in a Map is who came last.
    this.#byAddress.delete(address)
    this.#byAddress.set(address, tries)
    if (this.#byAddress.size > MOST) {
      this.#byAddress.delete(this.#byAddress.keys().next().value!)
    }
    return tries
  }
}

function pause({ failures }: Tries, { free, first, longest }: Slowing): number {
  if (failures < free) return 0
  return Math.min(first * 2 ** (failures - free), longest)
}

/** One for all that a device may call itself: of IPv6, it has the last half. */
export function addressFrom(remote = ''): string {
  const plain = remote.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':') || plain === '::1') return plain
  const [head = ''] = plain.split('::')
  return `${head.split(':').slice(0, 4).join(':')}::/64`
}
