/** The server: headers as hosts send them, and nothing from outside. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { headersFile, headersFor } from '../site/headers.ts'
import { serve, serveFrom, type Serving } from './serve.ts'

const HEADERS = headersFile(
  ["'sha256-x'"],
  ['404.html', 'assets/', 'index.html', 'sandbox/', 'talk/'],
  "default-src 'none'",
)
const SCRIPT = 'export const a = 1\n'.repeat(50)

const FILES: Record<string, string | Uint8Array> = {
  'site/_headers': HEADERS,
  'site/404.html': '<h1>Not here</h1>',
  'site/index.html': '<h1>Home</h1>',
  'site/talk/chapter/index.html': '<h1>Chapter</h1>',
  'site/assets/page.js': SCRIPT,
  'site/assets/page.js.br': brotliCompressSync(SCRIPT),
  'site/assets/binaryen.wasm': new Uint8Array([0, 97, 115, 109]),
  'secret.txt': 'secret',
  'site-secret/secret.txt': 'secret',
  'models/Tiny/resolve/main/params_shard_0.bin': '0123456789',
  'models/Tiny/resolve/main/tokenizer.model': 'tokens',
  'models/Tiny/resolve/main/tensor-cache.json': '{}',
  'models/Tiny/tiny.wasm': new Uint8Array([0, 97, 115, 109]),
  'models/evil.html': '<script>alert(1)</script>',
  'models-secret/secret.txt': 'secret',
}

let root: string
let folder: string
const running: Serving[] = []

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'serve-'))
  folder = path.join(root, 'site')
  for (const [name, content] of Object.entries(FILES)) {
    const file = path.join(root, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
})
afterAll(() => rm(root, { recursive: true }))
afterEach(async () => {
  for (const { close } of running.splice(0)) await close()
})

async function start(prefix = '/'): Promise<Serving> {
  const serving = await serve({ folder, port: 0, prefix })
  running.push(serving)
  return serving
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Asks for just that path; `fetch` would tidy it first. */
function get(
  { url }: Serving,
  address: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asked = { host: '127.0.0.1', port, path: address, headers }
    request(asked, async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part as Buffer)
      const { statusCode, headers: sent } = response
      resolve({
        status: statusCode!,
        headers: sent,
        body: Buffer.concat(parts),
      })
    })
      .on('error', reject)
      .end()
  })
}

function demandHeaders({ headers }: Answer, address: string): void {
  for (const [name, value] of headersFor(HEADERS, address)) {
    expect(headers[name.toLowerCase()]).toBe(value)
  }
}

describe('a file', () => {
  test.each([
    ['/', 'text/html', '<h1>Home</h1>'],
    ['/index.html', 'text/html', '<h1>Home</h1>'],
    ['/talk/chapter/', 'text/html', '<h1>Chapter</h1>'],
    ['/talk/chapter/?present', 'text/html', '<h1>Chapter</h1>'],
    ['/assets/page.js', 'text/javascript', SCRIPT],
    ['/assets/binaryen.wasm', 'application/wasm', '\0asm'],
  ])('%s comes as %s, with its headers', async (address, type, content) => {
    const answer = await get(await start(), address)
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toBe(content)
    expect(answer.headers['content-type']).toContain(type)
    demandHeaders(answer, address)
  })

  test('in /assets/ never changes, and others are asked for again', async () => {
    const serving = await start()
    const script = await get(serving, '/assets/page.js')
    expect(script.headers['cache-control']).toContain('immutable')
    const page = await get(serving, '/')
    expect(page.headers['cache-control']).toBe('no-cache')
  })

  test('comes compressed to whoever reads that', async () => {
    const serving = await start()
    const plain = await get(serving, '/assets/page.js')
    expect(plain.headers['content-encoding']).toBeUndefined()
    const accept = { 'accept-encoding': 'gzip, br' }
    const small = await get(serving, '/assets/page.js', accept)
    expect(small.headers['content-encoding']).toBe('br')
    expect(small.headers['content-type']).toBe(plain.headers['content-type'])
    expect(small.headers['vary']).toBe('Accept-Encoding')
    expect(brotliDecompressSync(small.body).toString()).toBe(SCRIPT)
    demandHeaders(small, '/assets/page.js')
    const page = await get(serving, '/', accept)
    expect(page.headers['content-encoding']).toBeUndefined()
  })
})

async function demandNotFound(serving: Serving, address: string) {
  const answer = await get(serving, address)
  expect(answer.status).toBe(404)
  expect(answer.body.toString()).toBe('<h1>Not here</h1>')
  expect(answer.headers['content-type']).toContain('text/html')
  demandHeaders(answer, '/404.html')
  expect(answer.headers['cache-control']).toBeUndefined()
}

describe('no file', () => {
  test.each([
    '/nowhere/',
    '/assets/gone.js',
    '/talk/',
    '/%',
    '/../secret.txt',
    '/../site-secret/secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '//../secret.txt',
  ])('at %s: the page that says so', async (address) => {
    await demandNotFound(await start(), address)
  })

  test.each([
    '/',
    '/index.html',
    '/other/',
    '/sub',
    '/sub/path',
    '/assets/page.js',
  ])('at %s, outside of the prefix', async (address) => {
    await demandNotFound(await start('/sub/path/'), address)
  })
})

test.each([
  ['/sub/path/', '<h1>Home</h1>'],
  ['/sub/path/talk/chapter/', '<h1>Chapter</h1>'],
  ['/sub/path/assets/page.js', SCRIPT],
])('under a prefix, %s is there', async (address, content) => {
  const serving = await start('/sub/path/')
  expect(serving.url).toMatch(/^http:\/\/localhost:\d+\/sub\/path\/$/)
  const answer = await get(serving, address)
  expect(answer.status).toBe(200)
  expect(answer.body.toString()).toBe(content)
  demandHeaders(answer, address.replace('/sub/path', ''))
})

const portOf = ({ url }: Serving) => Number(new URL(url).port)

describe('a port that is taken', () => {
  test('is an error', async () => {
    const port = portOf(await start())
    await expect(serve({ folder, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })

  test('leads to the next free one', async () => {
    const taken = portOf(await start())
    const next = await serveFrom({ folder, port: taken })
    running.push(next)
    expect(portOf(next)).toBeGreaterThan(taken)
    expect((await get(next, '/')).status).toBe(200)
  })

  test('is free again after closing', async () => {
    const first = await serve({ folder, port: 0 })
    await first.close()
    const again = await serve({ folder, port: portOf(first) })
    running.push(again)
    expect(portOf(again)).toBe(portOf(first))
  })
})

async function startWithModels(prefix = '/'): Promise<Serving> {
  const models = path.join(root, 'models')
  const serving = await serve({ folder, port: 0, prefix, models })
  running.push(serving)
  return serving
}

describe('a folder of models', () => {
  test.each([
    ['Tiny/resolve/main/params_shard_0.bin', 'application/octet-stream'],
    ['Tiny/resolve/main/tokenizer.model', 'application/octet-stream'],
    ['Tiny/resolve/main/tensor-cache.json', 'application/json'],
    ['Tiny/tiny.wasm', 'application/wasm'],
  ])('%s comes as %s', async (place, type) => {
    const answer = await get(await startWithModels(), `/models/${place}`)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(Buffer.from(FILES[`models/${place}`] as string))
    expect(answer.headers['content-type']).toContain(type)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test('gives a part of a file to who asks for one', async () => {
    const answer = await get(
      await startWithModels('/sub/path/'),
      '/sub/path/models/Tiny/resolve/main/params_shard_0.bin',
      { range: 'bytes=2-5' },
    )
    expect(answer.status).toBe(206)
    expect(answer.body.toString()).toBe('2345')
    expect(answer.headers['content-range']).toBe('bytes 2-5/10')
    expect(answer.headers['content-length']).toBe('4')
  })

  test('has no pages of this site in it', async () => {
    const answer = await get(await startWithModels(), '/models/evil.html')
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; sandbox",
    )
  })

  test.each([
    '/models/',
    '/models/Tiny/',
    '/models/Tiny/tiny',
    '/models/../secret.txt',
    '/models/../models-secret/secret.txt',
    '/models/%2e%2e/secret.txt',
    '/models/..%2fsecret.txt',
    '/models/Tiny/../../secret.txt',
    '/models//../../secret.txt',
  ])('has nothing at %s', async (place) => {
    await demandNotFound(await startWithModels(), place)
  })

  test('is not there unless it was asked for', async () => {
    await demandNotFound(await start(), '/models/Tiny/tiny.wasm')
  })
})

test('a folder that was not built is an error', async () => {
  await expect(serve({ folder: root, port: 0 })).rejects.toThrow('_headers')
})
