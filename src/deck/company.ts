/**
 * Company: the other windows and the tools, as the deck knows them. Before
 * somebody speaks or takes a tool in hand there is a door and no hall, and what
 * the deck says is remembered.
 */
import { Door, goesOn, type Channel } from './door.ts'
import type { Hall } from './hall.ts'
import type { Hear, InStep } from './step.ts'
import type { Lectern, ToolName, Tools } from './tools.ts'
import type { Mark } from './whereabouts.ts'

/** Milliseconds after which nobody minds that another window moves this one. */
const LATELY = 5000

/** Milliseconds after which a window that has heard of no other one is alone. */
const SILENCE = 2000

interface Options {
  /** Where this window is. */
  mark: () => Mark
  /** Called with where another window is. */
  follow: Hear
  /** Called when nobody else seems to be there. */
  alone: () => void
  /** To others than the windows of this browser. */
  channel: Channel | undefined
}

export class Company {
  readonly #lectern: Lectern
  readonly #options: Options
  /** A rehearsal has none. */
  readonly #door: Door | undefined
  #hall: Hall | undefined
  #entering: Promise<Hall | undefined> | undefined
  /** When somebody moved this window; milliseconds since 1970. */
  #movedAt = 0
  /** When another window said where it is. */
  #heardAt = 0
  #isAlone = false

  constructor(lectern: Lectern, options: Options) {
    this.#lectern = lectern
    this.#options = options
    if (lectern.role === 'rehearsal') return
    this.#door = new Door(() => void this.enter(), options.channel)
    const { channel } = this.#door
    lectern.signal.addEventListener('abort', () => channel.close())
    setTimeout(() => this.#listened(), SILENCE)
    if (lectern.role !== 'present' || goesOn()) void this.enter()
  }

  /** @throws TypeError before anybody was let in, when there are no tools either */
  get inStep(): InStep {
    return this.#hall!.inStep
  }

  /** Those that are in hand; undefined as long as none ever was. */
  get tools(): Tools | undefined {
    return this.#hall?.tools
  }

  /** Whether presses are made here, as far as that is known. */
  get leads(): boolean {
    return this.#movedAt > this.#heardAt || this.#isAlone
  }

  get hasMovedLately(): boolean {
    return Date.now() - this.#movedAt < LATELY
  }

  /** Somebody moves this window; others are told once it is seen. */
  moves(): void {
    this.#movedAt = Date.now()
  }

  /** Tells others where this window has moved, or moves with it. */
  announce(mark: Mark): void {
    if (this.#lectern.signal.aborted) return
    this.#movedAt = Date.now()
    this.#hall?.inStep.say('place', mark)
  }

  /** Other windows and tools are there from then on; undefined if they did not come. */
  enter(): Promise<Hall | undefined> {
    this.#entering ??= this.#open()
    return this.#entering
  }

  /** Takes a tool in hand, or lays it down. */
  async use(tool: ToolName): Promise<void> {
    const hall = await this.enter()
    if (hall) return hall.tools?.use(tool)
    this.#lectern.notice(
      'The tools could not be loaded. Check the connection, and press the key again.',
    )
  }

  #listened(): void {
    this.#isAlone = this.#heardAt === 0 && this.#lectern.role !== 'follow'
    if (this.#isAlone && !this.#lectern.signal.aborted) this.#options.alone()
  }

  async #open(): Promise<Hall | undefined> {
    const door = this.#door
    const room = door && (await import('./hall.ts').catch(() => undefined))
    if (!room) {
      this.#entering = undefined
      return undefined
    }
    this.#hall = new room.Hall(this.#lectern, {
      mark: this.#options.mark,
      door,
      movedAt: this.#movedAt,
      follow: (value, said) => {
        // What was said before comes too late. Elsewhere, clocks may be wrong.
        const isHere = this.#options.channel === undefined
        if (isHere && said.stamp.at < this.#movedAt) return
        this.#heardAt = Date.now()
        this.#isAlone = false
        this.#options.follow(value, said)
      },
    })
    this.#hall.open(this.#lectern)
    return this.#hall
  }
}
