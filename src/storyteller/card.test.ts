import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withTables, type ModelRecord } from './card.ts'
import { isKept, ROWS, type Figures } from './figures.ts'
import { parametersOf } from './model.ts'
import { readGguf } from './read-gguf.ts'
import { CHECKPOINTS } from './shipping.ts'

const ROOM = 'src/storyteller'
const card = readFileSync(`${ROOM}/MODEL.md`, 'utf8')
const record: ModelRecord = readJson('model.json')
const figures: Figures = readJson('figures.json')

function readJson(file: string) {
  return JSON.parse(readFileSync(`${ROOM}/weights/${file}`, 'utf8'))
}

test('the card says what was measured', () => {
  expect(withTables(card, record, figures)).toBe(card)
})

test('files are those that the card has the hashes of', () => {
  for (const [file, { bytes, sha256 }] of Object.entries(record.files)) {
    const content = readFileSync(`${ROOM}/weights/${file}`)
    expect(content, file).toHaveLength(bytes)
    const hash = createHash('sha256').update(content).digest('hex')
    expect(hash, file).toBe(sha256)
  }
})

test('figures are of these very files', () => {
  expect(Object.keys(figures.models)).toEqual(CHECKPOINTS)
  for (const [name, { sha256 }] of Object.entries(figures.models)) {
    expect(record.files[`${name}.q8_0.gguf`]!.sha256, name).toBe(sha256)
  }
  expect(figures).toMatchObject({ stories: 200, temperature: 0.7 })
})

test('the final model reaches every goal', () => {
  const model = figures.models[CHECKPOINTS.at(-1)!]!
  for (const row of ROWS) expect(isKept(row, model), row.what).toBe(true)
})

test('the shape is that of the file', () => {
  const bytes = readFileSync(`${ROOM}/weights/storyteller.q8_0.gguf`)
  const { shape } = readGguf(bytes)
  const { dim, hidden, layers, heads, vocabulary, context, parameters } =
    record.training
  expect(shape).toMatchObject({ dim, hidden, layers, heads })
  expect(shape).toMatchObject({ vocabulary, context })
  expect(parametersOf(shape)).toBe(parameters)
})

test('a card without a place for a table is refused', () => {
  const without = card.replace('<!-- figures -->', '')
  expect(() => withTables(without, record, figures)).toThrow(
    'No place for figures',
  )
})
