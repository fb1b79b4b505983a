/** The next smaller model, by memory on the card. */
import { expect, test } from 'vitest'
import type { ShownModel } from '../../figures/model-choice.ts'
import { smallerThan } from './choosing.ts'

function model(id: string, gigabytes: number): ShownModel {
  return {
    id,
    name: id,
    family: 'F',
    kind: 'text',
    bytes: 0,
    gpuBytes: gigabytes * 1e9,
    needsF16: false,
    source: { host: 'a.example' },
    library: { host: 'a.example' },
  }
}

const large = model('Llama-2-7b-chat-hf-q4f16_1-MLC-1k', 4.6)
const half = model('Llama-3.2-1B-Instruct-q4f16_1-MLC', 0.9)
const whole = model('Llama-3.2-1B-Instruct-q4f32_1-MLC', 1.1)
const small = model('SmolLM2-360M-Instruct-q4f32_1-MLC', 0.6)
const unknown = model('Nobody-knows-it', 0.1)
const all = [large, half, whole, small, unknown]

test.each<[string, ShownModel, ShownModel[], ShownModel | undefined]>([
  ['the next smaller one', large, [], whole],
  ['one that runs here', large, [whole, half], small],
  ['none, where all are larger', small, [], undefined],
  ['the largest, where nobody says what it takes', model('Own', 0), [], large],
])('%s', (_, from, refused, found) => {
  expect(smallerThan(from, all, (one) => refused.includes(one))).toBe(found)
})
