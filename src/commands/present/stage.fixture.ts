/** A presentation of a small site, and MQTT's clients in it, for tests. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect as connectSocket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt'
import { contentPolicy, headersFile } from '../../site/headers.ts'
import { below } from './access.ts'
import {
  openPresentation,
  type Presentation,
  type PresentationOptions,
} from './presentation.ts'

export const ROOM = 'test'
export const SECRET = 'a-secret-of-tests'

export interface Stage {
  presentation: Presentation
  /** What was told to who looks after it. */
  log: string[]
  /** Connects as who shows this secret; as a follower without. */
  connect(secret?: string, options?: IClientOptions): Promise<MqttClient>
  close(): Promise<void>
}

/** The topic of a name. */
export function topicOf(name: string): string {
  return `${below(ROOM)}said/${encodeURIComponent(name)}`
}

export async function openStage(
  options: Partial<PresentationOptions> = {},
): Promise<Stage> {
  const folder = await writeSite()
  const log: string[] = []
  const presentation = await openPresentation({
    folder,
    port: 0,
    room: ROOM,
    secret: SECRET,
    log: (words) => log.push(words),
    ...options,
  })
  const clients: MqttClient[] = []
  const scheme = options.tls ? 'wss' : 'ws'
  return {
    presentation,
    log,
    async connect(secret, how = {}) {
      const client = await connectAsync(
        `${scheme}://127.0.0.1:${presentation.port}/mqtt`,
        {
          reconnectPeriod: 0,
          ...(secret && { username: 'presenter', password: secret }),
          ...how,
        },
      )
      clients.push(client)
      return client
    },
    async close() {
      for (const client of clients) client.end(true)
      await presentation.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** A site of one page, with the policy that pages have. */
export async function writeSite(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'present-'))
  const policy = contentPolicy([]).replaceAll("'", '&#39;')
  const page = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  const headers = headersFile(
    [],
    ['404.html', 'index.html'],
    "connect-src 'none'",
  )
  await writeFile(path.join(folder, 'index.html'), page)
  await writeFile(path.join(folder, '404.html'), page)
  await writeFile(path.join(folder, '_headers'), headers)
  return folder
}

/** What a client hears, by topic; the last of each. */
export function hear(client: MqttClient): Map<string, string> {
  const heard = new Map<string, string>()
  client.on('message', (topic, payload) => heard.set(topic, String(payload)))
  return heard
}

/** Until a client's connection has ended. */
export function ended(client: MqttClient): Promise<void> {
  client.on('error', () => {})
  return new Promise((resolve) => client.once('close', resolve))
}

/** @returns the status with which a page of that origin is answered at `/mqtt` */
export function upgrade(port: number, origin: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = connectSocket(port, '127.0.0.1')
    socket.once('data', (answer) => {
      resolve(Number(String(answer).split(' ')[1]))
      socket.destroy()
    })
    socket.write(
      `GET /mqtt HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n`,
    )
  })
}
