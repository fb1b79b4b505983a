/**
 * Leading: what the windows of this browser say, devices elsewhere hear, through
 * the broker of the room. Whatever happens to the line, the slides go on.
 */
import { alive } from './driving.ts'
import { leadership } from './leadership.ts'
import { heard, isLater, type Said, type Stamp } from './message.ts'
import { islandName } from './mirroring.ts'
import type { Line } from './network.ts'
import {
  findRoom,
  hasPage,
  leadFrom,
  MOST_BYTES,
  type Lead,
  type Room,
} from './room.ts'
import { keyOf, LEAD, store, stored } from './stored.ts'
import type { Lectern } from './tools.ts'
import type { Mark } from './whereabouts.ts'

/** Milliseconds in which the broker tells what it has, once it is asked. */
const TOLD = 250

/** Milliseconds from what was said to what is said next: a pointer moves in each frame. */
const PAUSE = 100

/** Milliseconds that a line may be lost before the speaker is told. */
const PATIENCE = 3000

/** Milliseconds after which a server that did not answer is asked again. */
const AGAIN = 2000

export class Leader {
  readonly #lectern: Lectern
  readonly #waiting = new Map<string, Said>()
  /** What the broker has, as far as that was heard. */
  readonly #there = new Map<string, Stamp>()
  /** Names of what was too large, each of which is told once. */
  readonly #large = new Set<string>()
  #line: Line | undefined
  #pausing: ReturnType<typeof setTimeout> | undefined
  #worrying: ReturnType<typeof setTimeout> | undefined
  /** Where followers were when this window came. */
  #found: Said | undefined
  #hasSettled = false

  constructor(lectern: Lectern) {
    const { signal, inStep } = lectern
    this.#lectern = lectern
    inStep.tapped((said) => this.#say(said))
    leadership.onStop(() => {
      store('localStorage', LEAD, undefined)
      this.#stop()
    })
    addEventListener('pagehide', () => this.#flush(), { signal })
    addEventListener('storage', (event) => this.#changed(event), { signal })
    signal.addEventListener('abort', () => this.#close())
  }

  /** Opens the line, where the server of the page is that of the secret. */
  async connect(): Promise<void> {
    const lead = leadFrom(stored('localStorage', LEAD))
    if (!lead || this.#lectern.signal.aborted) return
    if (leadership.now !== 'lost') leadership.now = 'connecting'
    try {
      const room = await findRoom()
      if (room?.room !== lead.room) {
        leadership.now = 'elsewhere'
        return
      }
      const network = await import('./network.ts')
      if (!this.#lectern.signal.aborted) this.#open(network.Line, room, lead)
    } catch {
      // Neither server nor script may be there at the moment.
      this.#lost()
      setTimeout(() => void this.connect(), AGAIN)
    }
  }

  #open(NewLine: typeof Line, room: Room, { secret }: Lead): void {
    leadership.link = room.link
    this.#line = new NewLine(room, {
      secret,
      hear: (data, isLate) => this.#hear(data, isLate),
      opened: () => void setTimeout(() => this.#settle(), TOLD),
      lost: () => this.#lost(),
      wants: (other) => this.#wants(other, room),
      refused: () => {
        clearTimeout(this.#worrying)
        leadership.link = ''
        leadership.now = 'refused'
        this.#lectern.notice(
          'Nobody follows: the broker refused the secret of this browser. Open the link that “npm run present” printed last. Your slides go on.',
        )
      },
    })
    this.#line.open()
    this.#tellKept()
  }

  /** Whoever starts the server anew has a new secret. */
  #wants(other: Room, { room }: Room): boolean {
    if (other.room === room) return true
    clearTimeout(this.#worrying)
    leadership.link = ''
    leadership.now = 'elsewhere'
    this.#lectern.notice(
      'Nobody follows: “npm run present” was started anew. Open the link that it printed last. Your slides go on.',
    )
    return false
  }

  /** What was typed before slides were shown is known to this browser only. */
  #tellKept(): void {
    const kept = document.querySelectorAll<HTMLElement>(
      '[data-key][data-stale][defer-hydration]',
    )
    for (const element of kept) {
      void alive(element).then((island) => {
        const { inStep } = this.#lectern
        if (island.isUntouched || inStep.known(islandName(island))) return
        inStep.say(islandName(island), island.state)
      })
    }
  }

  /** What the broker has, or another device of the speaker says. */
  #hear(data: unknown, isLate: boolean): void {
    const said = heard(data, Date.now())
    if (typeof said !== 'object' || said.kind !== 'said') return
    const { name, stamp } = said
    this.#there.set(name, stamp)
    const { inStep } = this.#lectern
    if (name !== 'place') inStep.catchUp([{ ...said, answers: isLate }])
    // Where this window opened is where the talk goes on.
    else if (isLate) this.#found = said
    else void this.#follow(said)
  }

  /** The speaker moves on another device; nobody goes where no page is. */
  async #follow(said: Said): Promise<void> {
    const { path } = Object(said.value) as Partial<Mark>
    const isHere = path === location.pathname
    if (isHere || (await hasPage(String(path)))) {
      this.#lectern.inStep.catchUp([said])
    }
  }

  /** The broker has told what it has, and is told what it misses. */
  #settle(): void {
    if (!this.#line?.isOpen) return
    clearTimeout(this.#worrying)
    if (leadership.now === 'lost') this.#lectern.notice('')
    leadership.now = 'open'
    const { inStep } = this.#lectern
    const words = [...inStep.words]
    if (!this.#hasSettled) this.#claim(words)
    this.#hasSettled = true
    for (const said of words) {
      const there = this.#there.get(said.name)
      if (!there || isLater(said.stamp, there)) this.#send(said)
    }
  }

  /** A window that came alone says where it is, later than whatever was said before it. */
  #claim(words: readonly Said[]): void {
    const own = words.find(({ name }) => name === 'place')
    if (!own || own.stamp.at > 0) return
    const found = this.#found
    if (JSON.stringify(own.value) === JSON.stringify(found?.value)) return
    const { inStep } = this.#lectern
    if (found) inStep.goOnAfter(found.stamp.at)
    inStep.say('place', own.value)
  }

  /** The first word at once, and then the last ones, so that nobody is behind. */
  #say(said: Said): void {
    if (!this.#line?.isOpen) return
    this.#waiting.set(said.name, said)
    if (this.#pausing === undefined) this.#flush()
  }

  #flush(): void {
    clearTimeout(this.#pausing)
    this.#pausing = undefined
    if (this.#waiting.size === 0) return
    for (const said of this.#waiting.values()) this.#send(said)
    this.#waiting.clear()
    this.#pausing = setTimeout(() => this.#flush(), PAUSE)
  }

  #send(said: Said): void {
    const { name, stamp } = said
    if (!this.#line?.isOpen) return
    this.#there.set(name, stamp)
    const bytes = this.#line.say(said)
    if (!bytes) {
      this.#large.delete(name)
      return
    }
    if (this.#large.has(name)) return
    this.#large.add(name)
    this.#lectern.notice(
      `Followers do not see your last change: it has ${kilobytes(bytes)} KB, and ${kilobytes(MOST_BYTES)} KB can be sent. A shorter text arrives again.`,
    )
  }

  #lost(): void {
    this.#waiting.clear()
    this.#there.clear()
    if (leadership.now === 'lost') return
    leadership.now = 'lost'
    clearTimeout(this.#worrying)
    this.#worrying = setTimeout(() => {
      if (leadership.now !== 'lost') return
      this.#lectern.notice(
        'Followers do not hear you: the connection to the broker is lost. It is tried again by itself, and your slides go on.',
      )
    }, PATIENCE)
  }

  /** Another window of this browser stopped. */
  #changed({ key, newValue }: StorageEvent): void {
    if (key === keyOf(LEAD) && newValue === null) this.#stop()
  }

  #stop(): void {
    this.#close()
    leadership.link = ''
    leadership.now = 'stopped'
  }

  #close(): void {
    this.#flush()
    clearTimeout(this.#pausing)
    clearTimeout(this.#worrying)
    this.#line?.close()
    this.#line = undefined
  }
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1024)
}
