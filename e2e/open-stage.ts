/**
 * A site that is presented over the network: a server with a broker that dies
 * and comes back, a speaker who leads, and devices that follow, each a browser's
 * context of its own.
 */
import { once, type EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Aedes } from 'aedes'
import mqtt, { type MqttClient } from 'mqtt'
import QRCode from 'qrcode'
import sirv from 'sirv'
import { createWebSocketStream, WebSocketServer } from 'ws'
import { headersFor } from '../src/site/headers.ts'
import type { BrowserContextOptions } from 'playwright/test'
import { expect, test as base, type Page } from './fixtures.ts'

export { expect }

export const SECRET = 'only-the-speaker'

/** A host that is not this device, so its pages are in no secure context. */
export const ELSEWHERE = 'stage.test'

export class Stage {
  readonly url: string
  /** A server that is started anew has another one. */
  room = 'test'
  readonly #server: Server
  readonly #sockets = new WebSocketServer({ noServer: true })
  #broker: Aedes | undefined
  #clients: MqttClient[] = []

  static async open(): Promise<Stage> {
    const server = createServer()
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const stage = new Stage(server)
    await stage.revive()
    return stage
  }

  private constructor(server: Server) {
    const { port } = server.address() as AddressInfo
    this.url = `http://127.0.0.1:${port}/`
    this.#server = server
    const headers = readFileSync('_site/_headers', 'utf8')
    const files = sirv('_site', {
      dev: true,
      setHeaders: (response, path) => {
        for (const [name, value] of headersFor(headers, path)) {
          response.setHeader(name, value)
        }
      },
    })
    const following = { version: 1, broker: '', link: this.url, secure: false }
    server.on('request', (request, response) => {
      const { pathname, searchParams } = new URL(request.url!, this.url)
      if (pathname === '/following.json') {
        response.setHeader('Content-Type', 'application/json')
        response.end(JSON.stringify({ ...following, room: this.room }))
      } else if (pathname === '/follow.svg') {
        const link = new URL(searchParams.get('path')!, this.url)
        response.setHeader('Content-Type', 'image/svg+xml')
        void QRCode.toString(`${link}?follow`, { type: 'svg' }).then((code) =>
          response.end(code),
        )
      } else files(request, response)
    })
    server.on('upgrade', (request, socket, head) => {
      if (!this.#broker) {
        socket.destroy()
        return
      }
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
        this.#broker!.handle(createWebSocketStream(webSocket), request)
      })
    })
  }

  /** The broker and all that it knew are gone; the site is served as before. */
  async kill(): Promise<void> {
    const broker = this.#broker!
    this.#broker = undefined
    for (const socket of this.#sockets.clients) socket.terminate()
    await new Promise<void>((resolve) => broker.close(resolve))
  }

  async revive(): Promise<void> {
    const roles = new WeakMap<object, string>()
    this.#broker = await Aedes.createBroker({
      authenticate: (client, user, secret, done) => {
        const isRefused = user === 'presenter' && String(secret) !== SECRET
        roles.set(client, user ?? '')
        const error = Object.assign(new Error('refused'), { returnCode: 4 })
        done(isRefused ? (error as never) : null, !isRefused)
      },
      authorizePublish: (client, _packet, done) =>
        done(
          client && roles.get(client) === 'presenter' ? null : new Error('no'),
        ),
    })
  }

  /** Opens slides as the speaker does. */
  async lead(page: Page, path: string, secret = SECRET): Promise<void> {
    await page.goto(this.url)
    const lead = { version: 1, room: this.room, secret }
    await page.evaluate((entry) => {
      localStorage.setItem('a-wasm-new-year:lead', JSON.stringify(entry))
    }, lead)
    await this.show(page, path)
  }

  /** Opens an address of the site, and waits for the page's script. */
  async show(page: Page, path: string, host = '127.0.0.1'): Promise<void> {
    await page.goto(new URL(path, this.url).href.replace('127.0.0.1', host))
    await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  }

  /** Says something to the broker, which hangs up on who has no secret. */
  async say(
    words: [name: string, payload: string][],
    password?: string,
  ): Promise<void> {
    const client = await this.#connect(password)
    const isHungUp = once(client as unknown as EventEmitter, 'close')
    for (const [name, payload] of words) {
      const topic = `a-wasm-new-year/${this.room}/said/${encodeURIComponent(name)}`
      client.publish(topic, payload, { retain: true, qos: 1 })
    }
    if (password === undefined) await isHungUp
    else await client.endAsync()
  }

  /** All words that the broker has, by their names. */
  async words(): Promise<Map<string, { value: unknown }>> {
    const words = new Map<string, { value: unknown }>()
    const client = await this.#connect()
    client.on('message', (topic, payload) => {
      const name = decodeURIComponent(topic.split('/').at(-1)!)
      words.set(name, JSON.parse(String(payload)))
    })
    await client.subscribeAsync(`a-wasm-new-year/${this.room}/said/+`)
    return words
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.end(true)
    if (this.#broker) await this.kill()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #connect(password?: string): Promise<MqttClient> {
    const client = await mqtt.connectAsync(
      `${this.url.replace('http', 'ws')}mqtt`,
      {
        protocolVersion: 4,
        reconnectPeriod: 0,
        ...(password !== undefined && { username: 'presenter', password }),
      },
    )
    client.on('error', () => {})
    this.#clients.push(client)
    return client
  }
}

interface Staged {
  stage: Stage
  /** Another device, and its page. @returns a page that complains as all do */
  device: (options?: BrowserContextOptions) => Promise<Page>
}

/** A stage for each test, and devices that are put away behind it. */
export const test = base.extend<Staged>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants one here.
  stage: async ({}, use) => {
    const stage = await Stage.open()
    await use(stage)
    await stage.close()
  },
  device: async ({ browser, stage }, use) => {
    const pages: Page[] = []
    const complaints: string[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        const words = message.text()
        // A line that is lost is no fault of the page, nor what is forged.
        const isMeant = /WebSocket|mqtt/.test(words) || /404/.test(words)
        if (message.type() !== 'error' || isMeant) return
        complaints.push(words)
      })
      pages.push(page)
      return page
    })
    void stage
    await Promise.all(pages.map((page) => page.context().close()))
    expect(complaints).toEqual([])
  },
})
