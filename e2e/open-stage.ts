/**
 * A site that is presented over the network by `npm run present`, which dies and
 * comes back, a speaker who leads, and devices that follow, each a browser's
 * context of its own.
 */
import { once, type EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import mqtt, { type MqttClient } from 'mqtt'
import type { BrowserContextOptions } from 'playwright/test'
import {
  openPresentation,
  type Presentation,
} from '../src/commands/present/presentation.ts'
import { expect, test as base, type Page } from './fixtures.ts'

export { expect }

export const SECRET = 'only-the-speaker'

/** A name of this machine that browsers do not know for it: no secure context. */
export const ELSEWHERE = `${hostname().toLowerCase()}.local`

export class Stage {
  /** A server that is started anew may have another one. */
  room = 'test'
  #server: Presentation
  #clients: MqttClient[] = []

  static async open(): Promise<Stage> {
    return new Stage(await openAt('test', 0))
  }

  private constructor(server: Presentation) {
    this.#server = server
  }

  get url(): string {
    return this.#server.following.link
  }

  /** The server, its broker and all that it knew are gone. */
  kill(): Promise<void> {
    return this.#server.close()
  }

  /** At the same address. */
  async revive(): Promise<void> {
    this.#server = await openAt(this.room, this.#server.port)
  }

  /** Opens slides as the speaker does, whose link it is. */
  async lead(page: Page, path: string, secret = SECRET): Promise<void> {
    await page.goto(this.#server.lead('/').replace(SECRET, secret))
    await page.waitForURL(this.url)
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
    await this.#server.close()
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

function openAt(room: string, port: number): Promise<Presentation> {
  return openPresentation({ folder: '_site', port, room, secret: SECRET })
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
        const isMeant = /WebSocket|mqtt|404|ERR_CONNECTION_REFUSED/.test(words)
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
