/**
 * A presentation, served: the site, what followers ask for, and the broker in
 * this process unless there is another one.
 */
import { X509Certificate } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { close as closeServer, filesOf, listen } from '../serve.ts'
import {
  followersHost,
  inAddress,
  isLoopback,
  listenAt,
  ownNames,
} from './addresses.ts'
import { Broker } from './broker.ts'
import { isOwnPage } from './origins.ts'
import { answer, type Following } from './pages.ts'

export interface PresentationOptions {
  /** The site, as it was built. */
  folder: string
  /** 0 for any that is free. */
  port: number
  /** Where it listens besides: this machine only, unless told. */
  host?: string
  tls?: { cert: Buffer; key: Buffer }
  room: string
  secret: string
  /** Another broker's address; none is in this process then. */
  broker?: string
  /** Told what happened, for who looks after it; never the secret. */
  log?: (words: string) => void
  onFollowers?: (count: number) => void
}

export interface Presentation {
  port: number
  following: Following
  /** The presenter's link. @param path of a talk, such as `/compiling/` */
  lead(path: string): string
  close(): Promise<void>
}

/** At each address, so that nobody takes all that this process may open. */
const CONNECTIONS = 6000

/** @throws an error of code EADDRINUSE where the port is taken. */
export async function openPresentation(
  options: PresentationOptions,
): Promise<Presentation> {
  const { host = '127.0.0.1', tls, room, secret, broker: other = '' } = options
  const cert = tls && new X509Certificate(tls.cert)
  const files = filesOf(options)
  const following: Following = {
    version: 1,
    room,
    broker: other,
    link: '',
    secure: tls !== undefined,
  }
  const listener: RequestListener = (request, response) => {
    if (!answer(following, request, response)) files(request, response)
  }
  const servers = listenAt(host).map(() =>
    tls ? createSecureServer(tls, listener) : createServer(listener),
  )
  const broker = other ? undefined : await openBroker(options, servers, cert)
  const close = async () => {
    await broker?.close()
    await Promise.all(servers.map(closeServer))
  }
  const port = await listenTogether(
    servers,
    listenAt(host),
    options.port,
  ).catch(async (error) => {
    await close()
    throw error
  })
  const at = (name: string) =>
    `${tls ? 'https' : 'http'}://${inAddress(name)}:${port}/`
  following.link = at(followersHost(host, cert))
  const own = tls || isLoopback(host) ? following.link : at('127.0.0.1')
  return {
    port,
    following,
    lead: (path) => `${own}lead/?to=${path}#${secret}`,
    close,
  }
}

/** @returns the port, which is the same for all */
async function listenTogether(
  servers: readonly Server[],
  hosts: readonly string[],
  wanted: number,
): Promise<number> {
  let port = wanted
  for (const [index, server] of servers.entries()) {
    server.maxConnections = CONNECTIONS
    await listen(server, port, hosts[index]!)
    port = (server.address() as AddressInfo).port
  }
  return port
}

/** The broker in here. Pages of this server may speak to it, at `/mqtt`. */
async function openBroker(
  { host = '127.0.0.1', room, secret, ...options }: PresentationOptions,
  servers: readonly Server[],
  cert: X509Certificate | undefined,
): Promise<Broker> {
  const { log = () => {}, onFollowers } = options
  const told = { log, ...(onFollowers && { onFollowers }) }
  const broker = await Broker.open({ room, secret, ...told })
  attach(broker, servers, ownNames(host, cert), log)
  return broker
}

function attach(
  broker: Broker,
  servers: readonly Server[],
  isOwnName: (name: string) => boolean,
  log: (words: string) => void,
): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: Broker.largest,
    perMessageDeflate: false,
    handleProtocols: (asked) => (asked.has('mqtt') ? 'mqtt' : false),
  })
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {})
    const { origin, host } = request.headers
    if (request.url?.split('?')[0] !== '/mqtt') return refuse(socket, 404)
    if (!isOwnPage(origin, host, isOwnName)) {
      log(`A page of ${siteOf(origin)} asked to listen, and may not.`)
      return refuse(socket, 403)
    }
    return sockets.handleUpgrade(request, socket, head, (webSocket) =>
      broker.connect(webSocket, request),
    )
  }
  for (const server of servers) server.on('upgrade', upgrade)
}

/** In letters that a terminal only shows. */
function siteOf(origin = ''): string {
  return URL.canParse(origin) ? new URL(origin).host || 'no site' : 'no site'
}

const REASONS = { 403: 'Forbidden', 404: 'Not Found' }

function refuse(socket: Duplex, status: keyof typeof REASONS): void {
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}
