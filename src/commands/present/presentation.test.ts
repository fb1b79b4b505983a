/** The server: what it answers beside the site, over TLS too, and to whom. */
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { get } from 'node:https'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { headersFor } from '../../site/headers.ts'
import { followersHost, listenAt } from './addresses.ts'
import { admit } from './admit.ts'
import { isOwnPage } from './origins.ts'
import { Status } from './status.ts'
import {
  hear,
  openStage,
  SECRET,
  topicOf,
  upgrade,
  writeSite,
  type Stage,
} from './stage.fixture.ts'
import { welcome } from './words.ts'

/** Made by openssl for localhost; nobody trusts it. */
const TLS = {
  cert: readFileSync('src/commands/present/localhost.cert.pem'),
  key: readFileSync('src/commands/present/localhost.key.pem'),
}

let stage: Stage | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})

async function open(options = {}) {
  stage = await openStage(options)
  const { presentation } = stage
  const ask = (place: string) =>
    fetch(`http://127.0.0.1:${presentation.port}${place}`)
  return { presentation, ask }
}

describe('is answered', () => {
  test('where to listen, which holds no secret', async () => {
    const { presentation, ask } = await open()
    const { port } = presentation
    const answer = await ask('/following.json')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual({
      version: 1,
      room: 'test',
      broker: '',
      link: `http://127.0.0.1:${port}/`,
      secure: false,
    })
    expect(presentation.lead('/compiling/')).toBe(
      `http://127.0.0.1:${port}/lead/?to=/compiling/#${SECRET}`,
    )
  })

  test('a code of the link', async () => {
    const { ask } = await open()
    const answer = await ask('/follow.svg?path=/compiling/in-ten-minutes/')
    expect(answer.headers.get('content-type')).toContain('image/svg+xml')
    expect(await answer.text()).toMatch(/^<svg[^]*<\/svg>\s*$/)
  })

  test.each([
    '//evil.example/',
    'compiling/',
    '/a/?b',
    '/"/',
    `/${'a'.repeat(101)}/`,
  ])('no code of %s', async (place) => {
    const { ask } = await open()
    const answer = await ask(`/follow.svg?path=${encodeURIComponent(place)}`)
    expect(answer.status).toBe(400)
  })

  test('the presenter’s page, under its own policy', async () => {
    const { ask } = await open()
    const answer = await ask('/lead/?to=/compiling/')
    expect(answer.headers.get('content-security-policy')).toContain('sha256')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await answer.text()).not.toContain(SECRET)
  })

  test('the site, with its headers', async () => {
    const { ask } = await open()
    const answer = await ask('/')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toContain(
      "connect-src 'self'",
    )
    expect((await ask('/nowhere/')).status).toBe(404)
  })
})

test('over TLS one follows all the same', async () => {
  const { presentation } = await open({ tls: TLS })
  const { following, port } = presentation
  expect(following).toMatchObject({
    link: `https://localhost:${port}/`,
    secure: true,
  })
  const status = await new Promise((resolve, reject) => {
    get(`${following.link}following.json`, { ca: TLS.cert }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
  expect(status).toBe(200)
  const follower = await stage!.connect(undefined, { ca: TLS.cert })
  const heard = hear(follower)
  await follower.subscribeAsync(topicOf('place'))
  const presenter = await stage!.connect(SECRET, { ca: TLS.cert })
  await presenter.publishAsync(topicOf('place'), 'here')
  await vi.waitFor(() => expect(heard.size).toBe(1))
})

describe('another broker', () => {
  test('is told to pages, and none is in here', async () => {
    const { ask, presentation } = await open({ broker: 'wss://a.example/mqtt' })
    const told = (await (await ask('/following.json')).json()) as object
    expect(told).toMatchObject({ broker: 'wss://a.example/mqtt' })
    const { port, following } = presentation
    expect(await upgrade(port, new URL(following.link).origin)).toBe(404)
  })

  test('may be reached from pages, and from nothing else', async () => {
    const folder = await writeSite()
    await admit(folder, 'wss://a.example:8443/mqtt')
    const page = await readFile(path.join(folder, 'index.html'), 'utf8')
    expect(page).toContain('connect-src &#39;self&#39; wss://a.example:8443;')
    const headers = await readFile(path.join(folder, '_headers'), 'utf8')
    const policy = (at: string) =>
      new Map(headersFor(headers, at)).get('Content-Security-Policy')
    expect(policy('/')).toContain("connect-src 'self' wss://a.example:8443;")
    expect(policy('/sandbox/')).toContain("connect-src 'none'")
    expect(policy('/outward/a.js')).toContain("connect-src 'self' https:;")
    await rm(folder, { recursive: true })
  })

  test('that no page could reach is an error', async () => {
    const folder = await writeSite()
    await admit(folder, 'wss://a.example')
    await expect(admit(folder, 'wss://b.example')).rejects.toThrow('no policy')
    await rm(folder, { recursive: true })
  })
})

test.each([
  ['127.0.0.1', ['127.0.0.1']],
  ['0.0.0.0', ['0.0.0.0']],
  ['::', ['::']],
  ['192.168.1.7', ['127.0.0.1', '192.168.1.7']],
])('for %s it listens at %j', (host, hosts) => {
  expect(listenAt(host)).toEqual(hosts)
})

test('a certificate says how it is called', () => {
  const cert = new X509Certificate(TLS.cert)
  expect(followersHost('0.0.0.0', cert)).toBe('localhost')
  expect(followersHost('192.168.1.7')).toBe('192.168.1.7')
})

test.each([
  [undefined, 'a.local:8080', true],
  ['http://a.local:8080', 'a.local:8080', true],
  ['http://192.168.1.7:8080', '192.168.1.7:8080', true],
  ['http://[fd00::1]:8080', '[fd00::1]:8080', true],
  ['http://a.local:8080', 'a.local:9090', false],
  ['http://evil.example:8080', 'evil.example:8080', false],
  ['http://evil.example', 'a.local:8080', false],
  ['nonsense', 'a.local', false],
])('a page of %s that asks %s: %s', (origin, host, may) => {
  expect(isOwnPage(origin, host, (name) => name === 'a.local')).toBe(may)
})

describe('the terminal', () => {
  const told = {
    following: {
      version: 1,
      room: 'r',
      broker: '',
      link: 'http://10.0.0.7:8081/',
      secure: false,
    },
    lead: 'http://127.0.0.1:8081/lead/?to=/#secret',
    follow: 'http://10.0.0.7:8081/',
    host: '0.0.0.0',
    port: 8081,
    wanted: 8080,
  } as const

  test('says what a link without TLS misses, and that a port was taken', () => {
    const words = welcome(told)
    expect(words).toContain('WebGPU')
    expect(words).toContain('Port 8080 is taken, so it is 8081.')
  })

  test.each([
    ['this machine only', { host: '127.0.0.1' }],
    ['TLS', { following: { ...told.following, secure: true } }],
  ])('says nothing of it for %s', (_, other) => {
    expect(welcome({ ...told, ...other })).not.toContain('WebGPU')
  })

  test('shows some notes of many, and says that there were more', () => {
    const written: string[] = []
    let now = 0
    const status = new Status(
      { write: (words) => written.push(words) },
      () => new Date((now += 1)),
    )
    for (let time = 0; time < 1000; time++) status.log('tried')
    expect(written).toHaveLength(20)
    now += 20_000
    status.log('later')
    expect(written[20]).toContain('980 more')
    expect(written[21]).toContain('later')
  })
})
