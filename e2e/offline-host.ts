/**
 * A host that fails: it passes on what the site has, until it is told to be down,
 * to break off in the middle, or to answer something else.
 */
import { createHash } from 'node:crypto'
import {
  createServer,
  request as ask,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers in the host's place. @returns whether it did */
type Stand = (path: string, response: ServerResponse) => boolean

export class Host {
  /** The site's address on it. */
  url = ''
  /** Paths that were asked for, from the site's root. */
  asked: string[] = []
  stand: Stand = () => false
  /** Files of a changed version, by path. */
  readonly #changed = new Map<string, string>()
  readonly #site: URL
  #server: Server | undefined
  #port = 0

  /** @param site what it passes on */
  constructor(site: string) {
    this.#site = new URL(site)
  }

  async open(): Promise<this> {
    this.#server = createServer(({ url, method, headers }, response) => {
      const path = url!.slice(this.#site.pathname.length).replace(/\?.*$/, '')
      this.asked.push(path)
      if (this.stand(path, response)) return
      const changed = this.#changed.get(path)
      const there = ask(
        new URL(url!, this.#site),
        { method, headers: { ...headers, 'if-none-match': '' } },
        (answer) => {
          const told = { ...answer.headers, date: new Date().toUTCString() }
          if (changed)
            told['content-length'] = String(Buffer.byteLength(changed))
          response.writeHead(answer.statusCode!, told)
          if (!changed) return answer.pipe(response)
          answer.resume()
          return response.end(changed)
        },
      )
      there.end()
    })
    await new Promise<void>((resolve) =>
      this.#server!.listen(this.#port, '127.0.0.1', resolve),
    )
    this.#port = (this.#server.address() as AddressInfo).port
    this.url = `http://localhost:${this.#port}${this.#site.pathname}`
    return this
  }

  /** Nobody answers any more, until it is opened again. */
  async close(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  /** Changes a file. @returns what it was, and what it is */
  async change(path: string, edit: (text: string) => string) {
    const answer = await fetch(new URL(path, this.#site))
    const before = await answer.text()
    const after = edit(before)
    this.#changed.set(path, after)
    return { before, after }
  }

  /**
   * Brings a new version: a page with other words, and a list that says so, which
   * is without a script that the old one had.
   */
  async update(path: string, words: [string, string], without?: string) {
    const page = await this.change(path, (text) => text.replaceAll(...words))
    await this.change('service-worker.js', (text) =>
      text
        .replace(hash(page.before), hash(page.after))
        .replace(/("version":")[\w-]{4}/, '$1next')
        .replace(new RegExp(`,\\["assets/${without}",[^\\]]*\\]`), ''),
    )
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
