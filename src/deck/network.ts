/**
 * The line to the broker of a room, which tries again for as long as it is
 * wanted: brokers die and come back, and devices sleep. Whoever has a secret may
 * speak; everybody hears the last words when the line opens, and then each word.
 */
import mqtt, { type MqttClient } from 'mqtt'
import { VERSION } from './door.ts'
import type { Said } from './message.ts'
import { brokerOf, findRoom, MOST_BYTES, topicOf, type Room } from './room.ts'

interface Handlers {
  /** For whoever may speak. */
  secret?: string
  /** Called with each word: whatever a payload may be. @param isLate whether it was said before */
  hear(data: unknown, isLate: boolean): void
  /** Called when words are heard from now on, the last of each first. */
  opened(): void
  lost(): void
  /** Called when the broker knows no such secret; the line stays closed. */
  refused?(): void
  /** Asked when the server may have another room; if not, the line stays closed. */
  wants?(room: Room): boolean
}

/** Milliseconds before the first try and between tries, at most. */
const SOON = 300
const LATER = 4000

/** Milliseconds between two looks at the clock; a page that missed three slept, or was out of sight. */
const LOOK = 5000

/** MQTT’s codes for a user or a secret that is not known. */
const REFUSALS: ReadonlySet<unknown> = new Set([4, 5])

export class Line {
  #room: Room
  readonly #handlers: Handlers
  readonly #closing = new AbortController()
  #client: MqttClient | undefined
  #isOpen = false
  #tries = 0
  #waiting: ReturnType<typeof setTimeout> | undefined
  #lookedAt = Date.now()

  constructor(room: Room, handlers: Handlers) {
    this.#room = room
    this.#handlers = handlers
    const { signal } = this.#closing
    const wake = () => this.#wake()
    document.addEventListener('visibilitychange', wake, { signal })
    addEventListener('online', () => void this.#reconnect(), { signal })
    addEventListener('pageshow', wake, { signal })
    const looking = setInterval(wake, LOOK)
    signal.addEventListener('abort', () => clearInterval(looking))
  }

  /** Connects, and again whenever that is lost, until it is closed. */
  open(): void {
    this.#connect()
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** @returns how many bytes a word has that is too large to be said; 0 if it was said */
  say(said: Said): number {
    const words = JSON.stringify({ version: VERSION, ...said })
    const bytes = new TextEncoder().encode(words).length
    if (bytes > MOST_BYTES) return bytes
    // Where a pointer was matters less than that it is not behind.
    const qos = said.name === 'pointer' ? 0 : 1
    const topic = topicOf(this.#room, said.name)
    this.#client?.publish(topic, words, { retain: true, qos })
    return 0
  }

  close(): void {
    this.#closing.abort()
    clearTimeout(this.#waiting)
    this.#drop()
  }

  /** Back from sleep, or in sight again: what looks open may be dead. */
  #wake(): void {
    if (document.visibilityState !== 'visible') return
    const now = Date.now()
    const wasAsleep = Math.abs(now - this.#lookedAt) > 3 * LOOK
    this.#lookedAt = now
    if (wasAsleep || !this.#client) void this.#reconnect()
  }

  /** The server may have been started anew, and have another room. */
  async #reconnect(): Promise<void> {
    this.#drop()
    clearTimeout(this.#waiting)
    const room = await findRoom().catch(() => undefined)
    if (this.#closing.signal.aborted) return
    if (room && this.#handlers.wants?.(room) === false) return this.close()
    this.#room = room ?? this.#room
    this.#connect()
  }

  #connect(): void {
    this.#drop()
    clearTimeout(this.#waiting)
    const { secret } = this.#handlers
    const client = mqtt.connect(brokerOf(this.#room, location.href), {
      protocolVersion: 4,
      // Tries are made here, where the page knows when a device wakes.
      reconnectPeriod: 0,
      connectTimeout: 8000,
      keepalive: 30,
      resubscribe: false,
      queueQoSZero: false,
      // Others run in a Worker made of text, which the site’s policy forbids.
      timerVariant: 'native',
      ...(secret !== undefined && { username: 'presenter', password: secret }),
    })
    this.#client = client
    const isCurrent = () => this.#client === client
    client.on('connect', () => {
      if (isCurrent()) this.#subscribe(client)
    })
    client.on('message', (_topic, payload, { retain }) => {
      if (isCurrent()) this.#handlers.hear(dataIn(payload), retain)
    })
    client.on('error', (error) => {
      if (isCurrent() && REFUSALS.has((error as { code?: unknown }).code)) {
        this.close()
        this.#handlers.refused?.()
      }
    })
    client.on('close', () => {
      if (isCurrent()) this.#lose()
    })
  }

  #subscribe(client: MqttClient): void {
    client.subscribe(topicOf(this.#room, '+'), { qos: 0 }, (error) => {
      if (error || this.#client !== client) return
      this.#isOpen = true
      this.#tries = 0
      this.#handlers.opened()
    })
  }

  #lose(): void {
    this.#drop()
    this.#handlers.lost()
    if (this.#closing.signal.aborted) return
    // Many devices lose it at once, and shall not come back at once.
    const most = Math.min(SOON * 2 ** this.#tries++, LATER)
    const pause = most * (0.5 + Math.random() / 2)
    this.#waiting = setTimeout(() => void this.#reconnect(), pause)
  }

  #drop(): void {
    const client = this.#client
    this.#client = undefined
    this.#isOpen = false
    client?.end(true)
  }
}

function dataIn(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return undefined
  }
}
