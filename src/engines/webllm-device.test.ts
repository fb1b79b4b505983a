import { afterEach, expect, test, vi } from 'vitest'
import { readDevice, reasonAgainst, reasonOfCard } from './webllm-device.ts'
import { card, device, model } from './webllm.fixture.ts'

const { limits } = card

test('nothing speaks against a model on a device that can do all', () => {
  expect(reasonAgainst(model, device)).toBeNull()
  expect(reasonAgainst({ ...model, needsF16: true }, device)).toBeNull()
})

test.each([
  [
    'no https',
    { ...device, isSecure: false, hasWebGpu: false, card: null },
    /https/,
  ],
  ['no WebGPU', { ...device, hasWebGpu: false, card: null }, /no WebGPU/],
  ['no card', { ...device, card: null }, /found no graphics card/],
  [
    'little memory a workgroup',
    withLimit('maxComputeWorkgroupStorageSize', 16_384),
    /needs 32 KiB .* allows 16 KiB/,
  ],
  [
    'few buffers',
    withLimit('maxStorageBuffersPerShaderStage', 8),
    /needs 10 buffers a shader.* allows 8/,
  ],
  [
    'small buffers',
    withLimit('maxBufferSize', 2 ** 27),
    /needs buffers of 256 MiB.* 128 MiB/,
  ],
  [
    'small bound buffers',
    withLimit('maxStorageBufferBindingSize', 2 ** 26),
    /needs bound buffers of 128 MiB.* 64 MiB/,
  ],
  [
    'little room',
    { ...device, storage: { used: 1, free: 5e8, isPersisted: true } },
    /625 MB.* 500 MB left/,
  ],
])('%s speaks against any', (_, lesser, words) => {
  expect(reasonAgainst(model, lesser)).toMatch(words)
})

test('16-bit floats are for cards that have them', () => {
  const lesser = { ...device, card: { ...card, hasF16: false } }
  expect(reasonAgainst(model, lesser)).toBeNull()
  expect(reasonAgainst({ ...model, needsF16: true }, lesser)).toMatch(
    /f32 in its name/,
  )
})

test('between the least and 1 GiB WebLLM gets the least', () => {
  const large = { ...model, bufferBytes: 200 * 1024 ** 2 }
  expect(reasonAgainst(large, device)).toBeNull()
  const lesser = withLimit('maxStorageBufferBindingSize', 2 ** 29)
  expect(reasonAgainst(large, lesser)).toMatch(/200 MiB.* gets 128 MiB/)
})

test('a model that makes vectors makes no text', () => {
  expect(reasonAgainst({ ...model, kind: 'vectors' }, device)).toMatch(
    /no text/,
  )
})

test('room is no matter of the card, and unknown room no reason', () => {
  const full = { ...device, storage: { used: 1, free: 0, isPersisted: false } }
  expect(reasonOfCard(model, full)).toBeNull()
  expect(reasonAgainst(model, { ...device, storage: null })).toBeNull()
  const much = { used: 1, free: 10 * 1024 ** 3, isPersisted: false }
  const huge = { ...model, bytes: 32e9 }
  expect(reasonAgainst(huge, { ...device, storage: much })).toBeNull()
})

afterEach(() => vi.unstubAllGlobals())

test('a device is read as the browser tells', async () => {
  const adapter = {
    limits,
    features: new Set(['shader-f16']),
    info: {
      vendor: 'acme',
      architecture: 'one',
      description: '',
      isFallbackAdapter: true,
    },
  }
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('navigator', {
    gpu: { requestAdapter: async () => adapter },
    storage: {
      estimate: async () => ({ usage: 30, quota: 100 }),
      persisted: async () => true,
    },
    connection: { saveData: true },
  })
  expect(await readDevice()).toEqual({
    isSecure: true,
    hasWebGpu: true,
    card: { name: 'acme one', isSoftware: true, hasF16: true, limits },
    storage: { used: 30, free: 70, isPersisted: true },
    savesData: true,
  })
})

test('a card without a name is one, too', async () => {
  const adapter = { limits, features: new Set() }
  vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => adapter } })
  vi.stubGlobal('isSecureContext', true)
  expect((await readDevice()).card).toMatchObject({
    name: expect.stringMatching(/does not tell/),
    isSoftware: false,
    hasF16: false,
  })
})

test('a browser that tells nothing, or fails at it, is read too', async () => {
  vi.stubGlobal('isSecureContext', false)
  vi.stubGlobal('navigator', {})
  const nothing = {
    isSecure: false,
    hasWebGpu: false,
    card: null,
    storage: null,
    savesData: false,
  }
  expect(await readDevice()).toEqual(nothing)
  const driver = vi.fn().mockRejectedValue(new Error('driver'))
  vi.stubGlobal('navigator', { gpu: { requestAdapter: driver } })
  expect(await readDevice()).toEqual({ ...nothing, hasWebGpu: true })
})

function withLimit(name: keyof typeof limits, value: number) {
  return { ...device, card: { ...card, limits: { ...limits, [name]: value } } }
}
