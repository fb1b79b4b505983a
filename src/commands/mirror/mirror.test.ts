/**
 * A model that is mirrored from a host of this test, and served again: all of it, what
 * is left when something is there already, and each way in which a host fails.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  test,
} from 'vitest'
import { addressesOf, demandModels } from './addresses.ts'
import { mirror, readMirrorList, type MirrorProgress } from './mirror.ts'

const ID = 'Tiny-q4f32_1-MLC'
const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex')

const SHARDS = [randomBytes(70_000), randomBytes(50_000), randomBytes(9)]
const LIST = {
  records: SHARDS.map((bytes, at) => ({
    dataPath: `params_shard_${at}.bin`,
    nbytes: bytes.length,
    // The last one has no sum, as those of older models.
    ...(at < 2 && { md5sum: md5(bytes) }),
  })),
}

type Answer = string | Uint8Array | number | ((to: ServerResponse) => void)

const WEIGHTS = `/hub/${ID}/resolve/main`
const FILES: Record<string, Answer> = {
  [`${WEIGHTS}/mlc-chat-config.json`]: JSON.stringify({
    tokenizer_files: ['tokenizer.model', 'tokenizer.json'],
  }),
  [`${WEIGHTS}/tokenizer.json`]: '{"model":{}}',
  [`${WEIGHTS}/tensor-cache.json`]: JSON.stringify(LIST),
  ...Object.fromEntries(
    SHARDS.map((bytes, at) => [`${WEIGHTS}/params_shard_${at}.bin`, bytes]),
  ),
  '/libs/tiny-webgpu.wasm': new Uint8Array([0, 97, 115, 109]),
}

let host: Server
let address: string
let files: Record<string, Answer>
let asked: string[]
let to: string

beforeAll(async () => {
  host = createServer((request, response) => {
    asked.push(request.url!)
    const answer = files[request.url!] ?? 404
    if (typeof answer === 'function') return answer(response)
    if (typeof answer === 'number') response.writeHead(answer).end()
    else response.end(answer)
  })
  await new Promise<void>((resolve) => {
    host.listen(0, '127.0.0.1', resolve)
  })
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
})
afterAll(() => {
  host.closeAllConnections()
  host.close()
})
beforeEach(async () => {
  files = { ...FILES }
  asked = []
  to = await mkdtemp(path.join(tmpdir(), 'mirror-'))
})
afterEach(() => rm(to, { recursive: true }))

function fetchAll(
  from?: string,
  hear: (one: MirrorProgress) => void = () => {},
) {
  const record = {
    model: `${address}/hub/${ID}`,
    model_id: ID,
    model_lib: `${address}/libs/tiny-webgpu.wasm`,
    overrides: { context_window_size: 1024 },
  }
  return mirror({ record, to, patience: 500, hear, ...(from && { from }) })
}

const at = (name: string) => path.join(to, ID, 'resolve/main', name)

test('all that WebLLM asks for is there, and a list of it', async () => {
  const told: MirrorProgress[] = []
  await fetchAll(undefined, (one) => told.push(one))
  for (const [number, bytes] of SHARDS.entries())
    expect(await readFile(at(`params_shard_${number}.bin`))).toEqual(bytes)
  // The library takes this one, where both are named.
  expect((await readdir(at('.'))).sort()).toEqual([
    'mlc-chat-config.json',
    'params_shard_0.bin',
    'params_shard_1.bin',
    'params_shard_2.bin',
    'tensor-cache.json',
    'tokenizer.json',
  ])
  const { models } = await readMirrorList(to)
  expect(models).toMatchObject([
    {
      id: ID,
      weights: `${ID}/`,
      library: `${ID}/tiny-webgpu.wasm`,
      overrides: { context_window_size: 1024 },
    },
  ])
  const shard = models[0]!.files.find((one) => one.path.endsWith('shard_0.bin'))
  const sha256 = createHash('sha256').update(SHARDS[0]!).digest('hex')
  expect(shard).toMatchObject({ bytes: 70_000, sha256 })
  expect(told.at(-1)).toEqual({
    name: 'params_shard_2.bin',
    loaded: 120_009,
    total: 120_009,
  })
  expect(addressesOf(models, 'http://localhost:8080/')).toBe(
    `\n${ID}\n  weights  http://localhost:8080/models/${ID}/\n  library  http://localhost:8080/models/${ID}/tiny-webgpu.wasm\n`,
  )
})

test('what is there already is not fetched again', async () => {
  await fetchAll()
  asked = []
  await fetchAll()
  expect(asked).toEqual([])
  const { models } = await readMirrorList(to)
  expect(models).toHaveLength(1)
  expect(models[0]!.files).toHaveLength(7)
})

test('a download that broke goes on where it was', async () => {
  files[`${WEIGHTS}/params_shard_1.bin`] = (response) => {
    response.writeHead(200, { 'Content-Length': 50_000 })
    response.write(SHARDS[1]!.subarray(0, 1000), () => response.destroy())
  }
  await expect(fetchAll()).rejects.toThrow(/params_shard_1\.bin did not come/)
  await expect(stat(at('params_shard_1.bin.part'))).rejects.toThrow('ENOENT')
  files = { ...FILES }
  asked = []
  await fetchAll()
  expect(asked).not.toContain(`${WEIGHTS}/params_shard_0.bin`)
  expect(asked).toContain(`${WEIGHTS}/params_shard_1.bin`)
})

test('what broke on the disk is fetched again', async () => {
  await fetchAll()
  const broken = Uint8Array.from(SHARDS[0]!)
  broken[5]! ^= 1
  await writeFile(at('params_shard_0.bin'), broken)
  asked = []
  await fetchAll()
  expect(asked).toEqual([`${WEIGHTS}/params_shard_0.bin`])
  expect(await readFile(at('params_shard_0.bin'))).toEqual(SHARDS[0])
})

const HTML = '<!doctype html><title>Log in</title>'

test.each<[string, string, Answer, RegExp]>([
  [
    'a missing library',
    '/libs/tiny-webgpu.wasm',
    404,
    /There is no http.*wasm/,
  ],
  ['a login', `${WEIGHTS}/tokenizer.json`, 401, /asks for a login.*401/],
  ['a host that is down', `${WEIGHTS}/tokenizer.json`, 503, /answered 503/],
  ['a page in its place', `${WEIGHTS}/tensor-cache.json`, HTML, /is no JSON/],
  [
    'a list of nothing',
    `${WEIGHTS}/tensor-cache.json`,
    '{}',
    /lists no shards/,
  ],
  [
    'no tokenizer',
    `${WEIGHTS}/mlc-chat-config.json`,
    '{"tokenizer_files":["vocab.txt"]}',
    /names no tokenizer/,
  ],
  [
    'other bytes',
    `${WEIGHTS}/params_shard_0.bin`,
    randomBytes(70_000),
    /came altered: its MD5 sum/,
  ],
  [
    'fewer bytes',
    `${WEIGHTS}/params_shard_2.bin`,
    randomBytes(4),
    /came altered: it has 4 bytes where the list says 9/,
  ],
  [
    'a name that leads outside',
    `${WEIGHTS}/tensor-cache.json`,
    '{"records":[{"dataPath":"../../x","nbytes":1}]}',
    /outside of its folder/,
  ],
  [
    'silence',
    `${WEIGHTS}/params_shard_0.bin`,
    (response) => void response.writeHead(200).write('a'),
    /Nothing came from .* for 0\.5 seconds/,
  ],
])('%s ends it, in words', async (_, place, answer, words) => {
  files[place] = answer
  await expect(fetchAll()).rejects.toThrow(words)
})

test('a folder without models is told how to get some', async () => {
  await expect(demandModels(to)).rejects.toThrow('npm run models:mirror')
  await writeFile(path.join(to, 'models.json'), '{"version":7}')
  await expect(demandModels(to)).rejects.toThrow(
    'is no list of mirrored models',
  )
})

test('another mirror can be copied from', async () => {
  files = Object.fromEntries(
    Object.entries(FILES).map(([place, answer]) => [
      place.replace('/hub/', '/models/').replace('/libs/', `/models/${ID}/`),
      answer,
    ]),
  )
  const { files: came } = await fetchAll(`${address}/models`)
  expect(came).toHaveLength(7)
})
