/**
 * Windows in step: the windows of one browser that present have the same last
 * word on everything they share, by name. Whoever spoke last wins; a window
 * that comes late, or finds that it missed something, asks and catches up.
 */
import { VERSION, type Channel } from './door.ts'
import { keepWords } from './kept.ts'
import {
  heard,
  isLater,
  type Message,
  type Said,
  type Stamp,
} from './message.ts'

/** Milliseconds between two beats: what was lost is heard that much later. */
const BEAT = 2000

/** Called with what another window said; or with what is known, at once. */
export type Hear = (value: unknown, said: Said) => void

interface Options {
  channel: Channel
  /** For a window that nobody moves, or that moves nobody else. */
  listensOnly: boolean
  /** Milliseconds since 1970, against which stamps are held; this clock’s, if left out. */
  now?: () => number
  /** What this window has that it never had to say, by name. */
  silent: () => Iterable<[name: string, value: unknown]>
  /** Called with what to do about a window that speaks another version. */
  onStranger: (words: string) => void
}

export class InStep {
  readonly #by = crypto.getRandomValues(new Uint32Array(2)).join('-')
  readonly #options: Options
  /** The last of each that was said, by anybody. */
  readonly #said = new Map<string, Said>()
  readonly #watchers: [prefix: string, hear: Hear][] = []
  readonly #beating: ReturnType<typeof setInterval>
  readonly #keep = () => keepWords(this.#said.values())
  #last = 0
  #tap: (said: Said) => void = () => {}

  constructor(options: Options) {
    this.#options = options
    options.channel.addEventListener('message', ({ data }) => this.#hear(data))
    this.#beating = setInterval(() => this.#beat(), BEAT)
    if (!options.listensOnly) addEventListener('pagehide', this.#keep)
  }

  /** Hears what was said before this window listened, or before it was reloaded. */
  catchUp(messages: Iterable<unknown>): void {
    for (const message of messages) this.#hear(message)
  }

  /** Something was said when nobody was there. @param at milliseconds since 1970 */
  remember(name: string, value: unknown, at: number): void {
    this.#last = Math.max(this.#last, at)
    const stamp = { at, by: this.#by }
    this.#said.set(name, { kind: 'said', name, value, stamp })
  }

  /** Says something to all; `null` where it is no more. */
  say(name: string, value: unknown): void {
    this.#last = Math.max(Date.now(), this.#last + 1)
    const stamp = { at: this.#last, by: this.#by }
    const said: Said = { kind: 'said', name, value, stamp }
    // Whoever only listens must not keep the next word of others from itself.
    if (!this.#options.listensOnly) this.#said.set(name, said)
    this.#post(said)
    this.#tap(said)
  }

  /** Calls back with all that this window says from then on. */
  tapped(tap: (said: Said) => void): void {
    this.#tap = tap
  }

  /** What is said from then on is later than that. @param at milliseconds since 1970 */
  goOnAfter(at: number): void {
    this.#last = Math.max(this.#last, at)
  }

  /** The last words on everything, and what never had to be said. */
  get words(): Iterable<Said> {
    const stamp = { at: 0, by: this.#by }
    for (const [name, value] of this.#options.silent()) {
      if (this.#said.has(name)) continue
      this.#said.set(name, { kind: 'said', name, value, stamp })
    }
    return this.#said.values()
  }

  /** Calls back with what others say under names that start so, known ones now. */
  watch(prefix: string, hear: Hear): void {
    this.#watchers.push([prefix, hear])
    for (const said of this.#said.values()) {
      if (said.name.startsWith(prefix)) hear(said.value, said)
    }
  }

  /** The last word on something; undefined where nobody said any. */
  known(name: string): unknown {
    return this.#said.get(name)?.value
  }

  close(): void {
    if (!this.#options.listensOnly) this.#keep()
    removeEventListener('pagehide', this.#keep)
    clearInterval(this.#beating)
    this.#options.channel.close()
  }

  #post(message: Omit<Message, 'version'> & { kind: string }): void {
    this.#options.channel.postMessage({ version: VERSION, ...message })
  }

  #beat(): void {
    if (this.#options.listensOnly || this.#said.size === 0) return
    const known = [...this.#said].map(([name, { stamp }]) => [name, stamp])
    this.#post({ kind: 'beat', known } as Message)
  }

  #hear(data: unknown): void {
    const message = heard(data, (this.#options.now ?? Date.now)())
    if (message === 'older' || message === 'newer') {
      return this.#options.onStranger(
        `${message === 'older' ? 'Another window shows an older' : 'This window shows an older'} version of this site, and does not follow. Reload it.`,
      )
    }
    if (message?.kind === 'hello') this.#tellAll()
    else if (message?.kind === 'beat') this.#compare(message.known)
    else if (message) this.#take(message)
  }

  /** For a window that comes late: all that was said, and what never had to be. */
  #tellAll(): void {
    if (this.#options.listensOnly) return
    for (const said of this.words) {
      this.#post({ ...said, answers: true } as Message)
    }
  }

  #compare(known: readonly [string, Stamp][]): void {
    const missed = known.some(([name, stamp]) => this.#isNews(name, stamp))
    if (missed) this.#post({ kind: 'hello' })
  }

  #isNews(name: string, stamp: Stamp): boolean {
    const own = this.#said.get(name)
    return !own || isLater(stamp, own.stamp)
  }

  #take(said: Said): void {
    if (!this.#isNews(said.name, said.stamp)) return
    this.#said.set(said.name, said)
    this.#last = Math.max(this.#last, said.stamp.at)
    for (const [prefix, hear] of this.#watchers) {
      if (said.name.startsWith(prefix)) hear(said.value, said)
    }
  }
}
