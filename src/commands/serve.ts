/**
 * A static server with the headers that `_headers` tells hosts to send. It
 * listens on the loopback interface only.
 */
import { readFileSync } from 'node:fs'
import {
  createServer,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import { headersFor } from '../site/headers.ts'

export interface Serving {
  url: string
  close(): Promise<void>
}

export interface Site {
  folder: string
  /** The folder on the host, such as `/sub/path/`. */
  prefix?: string
  /** A folder of models, which is served below `models/`. */
  models?: string
}

export interface ServeOptions extends Site {
  port: number
}

/** @throws an error of code EADDRINUSE where the port is taken. */
export async function serve({ port, ...site }: ServeOptions): Promise<Serving> {
  const server = createServer(filesOf(site))
  await listen(server, port, '127.0.0.1')
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://localhost:${actual}${site.prefix ?? '/'}`,
    close: () => close(server),
  }
}

/** Answers with the site's files and their headers. */
export function filesOf({
  folder,
  prefix = '/',
  models,
}: Site): RequestListener {
  const headers = readFileSync(`${folder}/_headers`, 'utf8')
  const notFound = readFileSync(`${folder}/404.html`)
  const setHeaders = (response: ServerResponse, path: string) => {
    for (const [name, value] of headersFor(headers, path)) {
      response.setHeader(name, value)
    }
  }
  // `dev` looks at each file anew: compressed ones appear while it serves.
  const files = sirv(folder, {
    dev: true,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders,
  })
  const modelFiles = models ? serveModels(models) : undefined
  return (request, response) => {
    const missing = () => {
      setHeaders(response, '/404.html')
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
      response.end(notFound)
    }
    if (!request.url!.startsWith(prefix)) return missing()
    request.url = request.url!.slice(prefix.length - 1)
    if (modelFiles && request.url.startsWith(MODELS)) {
      request.url = request.url.slice(MODELS.length - 1)
      return modelFiles(request, response, missing)
    }
    return files(request, response, missing)
  }
}

/** Where models are, on the site. */
export const MODELS = '/models/'

/**
 * A folder of models: parts of files are given to who asks for them, and nothing in
 * it may act as a page of this site.
 */
function serveModels(folder: string) {
  return sirv(folder, {
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response, place) => {
      response.setHeader('X-Content-Type-Options', 'nosniff')
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; sandbox",
      )
      // A tokenizer that browsers have no type for, and would guess at.
      if (place.endsWith('.model'))
        response.setHeader('Content-Type', 'application/octet-stream')
    },
  })
}

/** @throws an error of code EADDRINUSE where the port is taken. */
export function listen(
  server: Server,
  port: number,
  host: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

/** Ends what goes on, too. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
}

/** The first free port from the given one on. */
export function serveFrom(options: ServeOptions): Promise<Serving> {
  return fromPort(options.port, (port) => serve({ ...options, port }))
}

/** Opens something at the first free port from the given one on. */
export async function fromPort<T>(
  port: number,
  open: (port: number) => Promise<T>,
): Promise<T> {
  try {
    return await open(port)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return fromPort(port + 1, open)
  }
}
