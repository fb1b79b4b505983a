/** What is stored, drawn: room, models whole and partial, checks and questions. */
import { expect, test } from 'vitest'
import { roomWords } from './room-words.ts'
import {
  storageMarkup,
  type ShownModel,
  type StorageDrawing,
} from './storage.ts'

const WHOLE: ShownModel = {
  folder: 'https://hub.example/a/resolve/main/',
  name: 'Alpha & co',
  host: 'hub.example',
  bytes: 226e6,
  shards: [1, 2, 3],
  storedShards: 3,
  missingBytes: 0,
  isComplete: true,
  since: Date.UTC(2024, 0, 17, 12),
}

const PARTIAL: ShownModel = {
  ...WHOLE,
  folder: 'https://hub.example/b/resolve/main/',
  name: 'Beta',
  storedShards: 1,
  missingBytes: 3.2e9,
  isComplete: false,
}

const ROOM = { usage: 0.5e9, quota: 10e9, isPersistent: false }

function drawn(drawing: Partial<StorageDrawing>): string {
  return storageMarkup({
    room: ROOM,
    models: [WHOLE],
    others: [],
    asked: '',
    checks: new Map(),
    ...drawing,
  })
}

function words(markup: string): string {
  return markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1500, '1.5 KB'],
  [226_400_000, '226 MB'],
  [999_700_000, '1 GB'],
  [3_812_000_000, '3.81 GB'],
  [120_000_000_000, '120 GB'],
])('%i bytes are %s', (bytes, expected) => {
  expect(roomWords(bytes)).toBe(expected)
})

test('the room, and who may take it back', () => {
  const page = drawn({})
  expect(words(page)).toContain(
    '500 MB of 10 GB are taken, 9.5 GB are left. The browser may delete it',
  )
  expect(page).toContain('class="usage" width="5"')
  expect(page).toContain('data-act="persist"')
  const kept = drawn({ room: { ...ROOM, isPersistent: true } })
  expect(words(kept)).toContain('agreed to keep')
  expect(kept).not.toContain('data-act="persist"')
  expect(words(drawn({ room: undefined }))).toContain('does not tell')
})

test('nothing stored is said, and has nothing to delete', () => {
  const page = drawn({ models: [] })
  expect(words(page)).toContain('Nothing is stored of any model.')
  expect(page).not.toContain('Delete')
})

test('a whole model and a partial one', () => {
  const page = words(drawn({ models: [WHOLE, PARTIAL] }))
  expect(page).toContain(
    'Alpha &amp; co from hub.example, since 17 January 2024 Complete: 3 shards.',
  )
  expect(page).toContain('Partial: 1 of 3 shards, and 3.2 GB to come.')
})

test('what is missing beside shards is said, too', () => {
  const unlisted = { ...PARTIAL, shards: [], storedShards: 0 }
  expect(words(drawn({ models: [unlisted] }))).toContain('list of its shards')
  const unset = { ...PARTIAL, storedShards: 3, missingBytes: 0 }
  expect(words(drawn({ models: [unset] }))).toContain('no tokenizer')
})

test('deleting asks in its place, with the size', () => {
  const page = drawn({ models: [WHOLE, PARTIAL], asked: PARTIAL.folder })
  expect(words(page)).toContain('Delete 226 MB? That cannot be undone.')
  expect(page).toContain(`data-act="delete ${PARTIAL.folder}"`)
  expect(page).not.toContain(`data-act="ask ${PARTIAL.folder}"`)
  expect(page).toContain(`data-act="ask ${WHOLE.folder}"`)
  const all = drawn({ models: [WHOLE], others: [{ bytes: 4e6 }], asked: 'all' })
  expect(words(all)).toContain('Delete all 230 MB?')
})

test('code without a model can go', () => {
  const page = drawn({ models: [], others: [{ bytes: 4e6 }, { bytes: 2e6 }] })
  expect(words(page)).toContain('2 libraries of models that are not stored')
  expect(page).toContain('data-act="ask others"')
})

test('a check says what is broken, and offers to mend it', () => {
  const broken = { checked: 3, broken: ['params_shard_1.bin'], unsummed: 1 }
  const page = drawn({ checks: new Map([[WHOLE.folder, broken]]) })
  expect(words(page)).toContain(
    '1 shard has other bytes than the list says: params_shard_1.bin. 1 shard is byte for byte what the list says. For 1 shard the list has no sum',
  )
  expect(page).toContain(`data-act="mend ${WHOLE.folder}"`)
  const sound = { checked: 3, broken: [], unsummed: 0 }
  const good = drawn({ checks: new Map([[WHOLE.folder, sound]]) })
  expect(words(good)).toContain('3 shards are byte for byte')
  expect(good).not.toContain('data-act="mend')
})
