/** What is stored, by folders: complete, partial, shared, and in no list. */
import { expect, test } from 'vitest'
import type { GpuModel } from './gpu-model.ts'
import {
  byFolder,
  needsNoDownload,
  shardsOf,
  weightsFolder,
  type Shard,
  type StoredFile,
} from './webllm-stored.ts'

const HUB = 'https://hub.example/mlc-ai'
const LIBS = 'https://libs.example'

function model(id: string, lib: string, folder = id): GpuModel {
  return {
    id,
    name: id,
    source: new URL(`${HUB}/${folder}/`),
    library: new URL(`${LIBS}/${lib}.wasm`),
  } as GpuModel
}

const KNOWN = [
  model('Alpha', 'one'),
  model('Alpha, short', 'one', 'Alpha'),
  model('Beta', 'one'),
  model('Gamma', 'three'),
]

const SHARDS: Shard[] = [
  { name: 'params_shard_0.bin', bytes: 30, md5: '' },
  { name: 'params_shard_1.bin', bytes: 12, md5: '' },
]

function folderFiles(home: string, shards = 2): StoredFile[] {
  const folder = `${home}/resolve/main/`
  const names = [
    'tensor-cache.json',
    'tokenizer.json',
    ...SHARDS.slice(0, shards).map(({ name }) => name),
  ]
  return [
    {
      cache: 'webllm/config',
      url: `${folder}mlc-chat-config.json`,
      bytes: 1,
      since: 2000,
    },
    ...names.map((name) => ({
      cache: 'webllm/model' as const,
      url: folder + name,
      bytes: SHARDS.find((shard) => shard.name === name)?.bytes ?? 2,
    })),
  ]
}

function libraryAt(url: string): StoredFile {
  return { cache: 'webllm/wasm', url, bytes: 5 }
}

function lists(...homes: string[]) {
  return new Map(homes.map((home) => [`${home}/resolve/main/`, SHARDS]))
}

function folderAt(address: string): string {
  return weightsFolder({ source: new URL(address) })
}

test('an address is completed as the library does it', () => {
  expect(folderAt('https://h.example/a/b')).toBe(
    'https://h.example/a/b/resolve/main/',
  )
  expect(folderAt('https://h.example/a/b/')).toBe(
    'https://h.example/a/b/resolve/main/',
  )
  expect(folderAt('https://h.example/a/resolve/v2/')).toBe(
    'https://h.example/a/resolve/v2/',
  )
})

test('a whole model has the shortest name of those that use it', () => {
  const home = `${HUB}/Alpha`
  const files = [...folderFiles(home), libraryAt(`${LIBS}/one.wasm`)]
  const { models, others } = byFolder(files, lists(home), KNOWN)
  expect(models).toEqual([
    {
      folder: `${home}/resolve/main/`,
      name: 'Alpha',
      host: 'hub.example',
      files,
      shared: [],
      bytes: 1 + 2 + 2 + 42 + 5,
      shards: SHARDS,
      storedShards: 2,
      missingBytes: 0,
      isComplete: true,
      since: 2000,
    },
  ])
  expect(others).toEqual([])
  expect(needsNoDownload(KNOWN[0]!, models)).toBe(true)
  expect(needsNoDownload(KNOWN[1]!, models)).toBe(true)
  expect(needsNoDownload(KNOWN[2]!, models)).toBe(false)
})

test('a download that was stopped is known for what is missing', () => {
  const home = `${HUB}/Gamma`
  const { models } = byFolder(folderFiles(home, 1), lists(home), KNOWN)
  expect(models).toMatchObject([
    { storedShards: 1, missingBytes: 12, isComplete: false },
  ])
  expect(needsNoDownload(KNOWN[3]!, models)).toBe(false)
})

test.each(['tokenizer.json', 'mlc-chat-config.json'])(
  'without %s it is not whole',
  (name) => {
    const home = `${HUB}/Gamma`
    const files = folderFiles(home).filter(({ url }) => !url.endsWith(name))
    const { models } = byFolder(files, lists(home), KNOWN)
    expect(models[0]!.isComplete).toBe(false)
  },
)

test('without a list of shards nobody knows what is missing', () => {
  const home = `${HUB}/Gamma`
  const unreadable = new Map([[`${home}/resolve/main/`, null]])
  for (const known of [unreadable, new Map()]) {
    const { models } = byFolder(folderFiles(home), known, KNOWN)
    expect(models).toMatchObject([
      { shards: [], missingBytes: 0, isComplete: false },
    ])
  }
})

test('all shards without the library is not all', () => {
  const home = `${HUB}/Gamma`
  const { models } = byFolder(folderFiles(home), lists(home), KNOWN)
  expect(models[0]!.isComplete).toBe(true)
  expect(needsNoDownload(KNOWN[3]!, models)).toBe(false)
  const local = { ...KNOWN[3]!, library: new URL('http://localhost:1/a.wasm') }
  expect(needsNoDownload(local, models)).toBe(true)
})

test('a library that two models need is neither’s own', () => {
  const [alpha, beta] = [`${HUB}/Alpha`, `${HUB}/Beta`]
  const one = libraryAt(`${LIBS}/one.wasm`)
  const { models } = byFolder(
    [...folderFiles(alpha), ...folderFiles(beta), one],
    lists(alpha, beta),
    KNOWN,
  )
  expect(models.map(({ shared }) => shared)).toEqual([[one], [one]])
  expect(models.some(({ files }) => files.includes(one))).toBe(false)
  expect(needsNoDownload(KNOWN[2]!, models)).toBe(true)
})

test('a model of one’s own has its folder’s name and the library beside it', () => {
  const home = 'http://localhost:8080/models/My%20model'
  const own = libraryAt(`${home}/my.wasm`)
  const stray = libraryAt(`${LIBS}/stray.wasm`)
  const { models, others } = byFolder(
    [...folderFiles(home), own, stray],
    lists(home),
    KNOWN,
  )
  expect(models).toMatchObject([{ name: 'My model', host: 'localhost:8080' }])
  expect(models[0]!.files).toContain(own)
  expect(others).toEqual([stray])
})

test('a list of shards is read, or is none', () => {
  expect(
    shardsOf({ records: [{ dataPath: 'a.bin', nbytes: 3, md5sum: 'AB' }] }),
  ).toEqual([{ name: 'a.bin', bytes: 3, md5: 'ab' }])
  expect(shardsOf({ records: [{ dataPath: 'a.bin', nbytes: 3 }] })).toEqual([
    { name: 'a.bin', bytes: 3, md5: '' },
  ])
  for (const none of [null, 'text', {}, { records: [{ dataPath: 7 }] }]) {
    expect(shardsOf(none)).toBeNull()
  }
})
