/** Models to choose from: their order, and what is said of each. */
import { describe, expect, test } from 'vitest'
import {
  bytesWords,
  costMarkup,
  firstGroups,
  groupsMarkup,
  optionWords,
  otherGroups,
  type ShownModel,
} from './model-choice.ts'

function model(id: string, change: Partial<ShownModel> = {}): ShownModel {
  return {
    id,
    name: id,
    family: id.split('-')[0]!,
    kind: 'text',
    bytes: 2e8,
    gpuBytes: 4e8,
    needsF16: false,
    source: { host: 'weights.example' },
    library: { host: 'code.example' },
    ...change,
  }
}

function names(groups: { models: readonly ShownModel[] }[]): string[][] {
  return groups.map((group) => group.models.map(({ id }) => id))
}

const models = [
  model('Qwen3-4B', { bytes: 2e9 }),
  model('Qwen3-1B', { bytes: 1e9 }),
  model('Mistral-7B-Instruct-v0.2-q4f16_1-MLC', { needsF16: true }),
  model('Gemma-2B'),
  model('Arctic-embed', { kind: 'vectors' }),
]

test('those of the talk stand first, the others by family and size', () => {
  expect(names(firstGroups(models))).toEqual([
    ['Mistral-7B-Instruct-v0.2-q4f16_1-MLC'],
    [],
  ])
  expect(names(otherGroups(models))).toEqual([
    ['Gemma-2B'],
    ['Qwen3-1B', 'Qwen3-4B'],
  ])
})

test('an option tells the download and the memory apart, and what is refused', () => {
  const [, , mistral] = models
  const words = `${mistral!.id} · 200 MB · 400 MB on the card · f16`
  expect(groupsMarkup(firstGroups(models), mistral!.id)).toContain(
    ` selected>${words}<`,
  )
  expect(optionWords(mistral!, true)).toBe(`✗ ${words} · not here`)
})

describe('before a download', () => {
  test.each<[Partial<ShownModel>, string]>([
    [
      {},
      'About 200 MB, once, from <b>weights.example</b>, and its library from <b>code.example</b>. On the graphics card it takes about 400 MB.',
    ],
    [
      { library: { host: 'weights.example' }, bytes: 0, gpuBytes: 0 },
      'A download, once, from <b>weights.example</b>.',
    ],
    [
      { source: { host: 'here.example' }, library: { host: 'here.example' } },
      'About 200 MB, once, from this site. On the graphics card it takes about 400 MB.',
    ],
  ])('%j', (change, words) => {
    expect(costMarkup(model('a', change), 'here.example')).toBe(words)
  })
})

test.each([
  [1.3e6, '1.3 MB'],
  [226.4e6, '226 MB'],
  [3.84e9, '3.8 GB'],
])('%d bytes', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words)
})
