/**
 * The broker in this process: aedes, with the rules of one room. What it keeps
 * is the last word on each name, for who comes late. Everything that somebody
 * outside could make large has a bound.
 */
import type { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { Aedes, type Client, type PublishPacket } from 'aedes'
import type { WebSocket } from 'ws'
import { isAbout, isSaidIn, LARGEST_MESSAGE, PRESENTER } from './access.ts'
import { addressFrom, Attempts } from './attempts.ts'
import { Connections } from './connections.ts'
import { AROUND } from './lengths.ts'
import { LastWords } from './last-words.ts'
import { Backlog, Receiver } from './receiver.ts'
import { isSame } from './secret.ts'

const MB = 1024 * 1024

/** What one may have, and all together. */
const MOST = {
  /** Bytes of a packet of who only listens. */
  packet: 4096,
  /** Times that one connection may subscribe: each brings all last words. */
  subscriptions: 8,
  /** Bytes that wait for slow ones, together. */
  backlog: 256 * MB,
  /** Last words that are kept. */
  names: 5000,
  bytes: 16 * MB,
}

/** Seconds without a word, after which a connection is as good as gone. */
const KEEP_ALIVE = 120

/** Milliseconds in which a connection says what it wants. */
const HANDSHAKE = 10_000

export interface BrokerOptions {
  room: string
  secret: string
  /** Told what happened, for who looks after it; never the secret. */
  log: (words: string) => void
  /** Called when somebody comes to follow, or leaves. */
  onFollowers?: (count: number) => void
}

export class Broker {
  readonly #options: BrokerOptions
  readonly #aedes: Aedes
  readonly #attempts = new Attempts()
  readonly #backlog = new Backlog(MOST.backlog)
  readonly #words = new LastWords(MOST.names, MOST.bytes)
  readonly #presenters = new WeakSet<Client>()
  readonly #followers = new Set<Client>()
  readonly #subscribed = new WeakMap<Client, number>()
  readonly #connections = new Connections()

  private constructor(options: BrokerOptions) {
    this.#options = options
    this.#aedes = new Aedes({
      connectTimeout: HANDSHAKE,
      maxTopicLevels: 8,
      queueLimit: 16,
      preConnect: (_, packet, done) => {
        // Nobody takes over the connection of another by saying its name, and
        // nothing is kept for who is away.
        packet.clientId = ''
        packet.clean = true
        packet.keepalive = Math.min(packet.keepalive || KEEP_ALIVE, KEEP_ALIVE)
        done(null, true)
      },
      authenticate: (client, name, password, done) =>
        this.#admit(client, name, password, (isAdmitted) =>
          isAdmitted ? done(null, true) : done(refusal(), null),
        ),
      authorizePublish: (client, packet, done) =>
        done(this.#fault(client, packet)),
      authorizeSubscribe: (client, subscription, done) => {
        const isPatient = this.#counts(client)
        const fits = isAbout(options.room, subscription.topic)
        if (isPatient) done(null, fits ? subscription : null)
        else done(new Error('asks too often'))
      },
    })
    const events: EventEmitter = this.#aedes
    events.on('error', (error: Error) => options.log(error.message))
    this.#aedes.on('subscribe', (given, client) => {
      if (given.some(({ qos }) => qos < 128)) this.#follow(client)
    })
    this.#aedes.on('clientDisconnect', (client) => this.#leave(client))
  }

  static async open(options: BrokerOptions): Promise<Broker> {
    // MQTT's library caches some bytes for each length of a packet, and each of
    // them would keep 8 KB of Node's pool alive: 128 MB in time.
    Buffer.poolSize = 0
    const broker = new Broker(options)
    await broker.#aedes.listen()
    return broker
  }

  /** How many follow. */
  get followers(): number {
    return this.#followers.size
  }

  /** Bytes of a WebSocket's message, which need not be a packet of MQTT's. */
  static readonly largest = LARGEST_MESSAGE + AROUND

  connect(socket: WebSocket, request: IncomingMessage): void {
    const address = addressFrom(request.socket.remoteAddress)
    if (!this.#connections.add(socket, address)) {
      socket.on('error', () => {})
      return socket.close(1013)
    }
    const receiver = new Receiver(socket, address, MOST.packet, {
      backlog: this.#backlog,
      waiting: () => Broker.largest + this.#words.bytes,
      onEnd: (why) => this.#options.log(ENDED[why](address)),
    })
    this.#aedes.handle(receiver, request)
  }

  async close(): Promise<void> {
    this.#connections.close()
    await new Promise<void>((resolve) => this.#aedes.close(resolve))
  }

  /** Lets in who listens, and who shows the secret. */
  #admit(
    client: Client,
    name: string | undefined,
    shown: Buffer | undefined,
    done: (isAdmitted: boolean) => void,
  ): void {
    const isListener = name === undefined || name === null
    if (isListener && !shown) return done(true)
    const receiver = client.conn as Receiver
    const { address } = receiver
    const wait = this.#attempts.wait(address, Date.now())
    if (wait === undefined) return done(false)
    const look = () => {
      const { secret, log } = this.#options
      if (name === PRESENTER && isSame(secret, shown ?? Buffer.alloc(0))) {
        this.#attempts.passed(address)
        receiver.trust(Broker.largest)
        this.#presenters.add(client)
        return done(true)
      }
      const times = this.#attempts.failed(address, Date.now())
      log(`${address} showed a wrong secret, ${times} in a row.`)
      done(false)
    }
    // At once where nobody has to wait, or many could come in before the first counts.
    if (wait === 0) look()
    else setTimeout(look, wait).unref()
  }

  /** Why something may not be said here; nothing where it may. */
  #fault(client: Client | null, packet: PublishPacket): Error | null {
    const { room, log } = this.#options
    const bytes = packet.payload.length
    if (!client || !this.#presenters.has(client)) {
      const { address } = (client?.conn ?? {}) as Partial<Receiver>
      log(`${address} follows, and tried to present. It moved nobody.`)
      return new Error('not the presenter')
    }
    if (packet.qos > 1 || !isSaidIn(room, packet.topic)) {
      return new Error('not in this room')
    }
    if (bytes > LARGEST_MESSAGE) return new Error('too large')
    if (packet.retain && !this.#words.keep(packet.topic, bytes)) {
      packet.retain = false
      log(
        'The presentation has more to remember than 16 MB: who comes late will miss some.',
      )
    }
    packet.payload = copyOf(packet.payload)
    return null
  }

  /** @returns whether it subscribed no more often than it may */
  #counts(client: Client): boolean {
    const times = (this.#subscribed.get(client) ?? 0) + 1
    this.#subscribed.set(client, times)
    return times <= MOST.subscriptions
  }

  #follow(client: Client): void {
    if (this.#presenters.has(client)) return
    this.#followers.add(client)
    this.#options.onFollowers?.(this.followers)
  }

  #leave(client: Client): void {
    if (!this.#followers.delete(client)) return
    this.#options.onFollowers?.(this.followers)
  }
}

const ENDED = {
  slow: (address: string) =>
    `${address} reads too slowly. Its connection is ended, and it may come back.`,
  large: (address: string) =>
    `${address} sent more than it may at once. Its connection is ended.`,
  many: (address: string) =>
    `${address} sends more than one who follows does. Its connection is ended.`,
}

/** Of MQTT's codes, that of a wrong name or password. */
function refusal() {
  return Object.assign(new Error('wrong secret'), { returnCode: 4 })
}

/** What is kept would keep all bytes alive that came from the network with it. */
function copyOf(payload: string | Buffer): Buffer {
  const bytes = Buffer.from(payload as Buffer)
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  copy.set(bytes)
  return copy
}
