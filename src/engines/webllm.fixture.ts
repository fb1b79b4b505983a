/** A made-up model and a device that could run it, for tests. */
import type { GpuModel } from './gpu-model.ts'
import type { Card, Device } from './webllm-device.ts'

export const model: GpuModel = {
  id: 'Tale-1B-q4f32_1-MLC',
  name: 'Tale 1B, q4f32_1',
  family: 'Tale',
  source: new URL('https://hub.test/tales/Tale-1B-q4f32_1-MLC/'),
  library: new URL('https://shelf.test/Tale-1B-q4f32_1-webgpu.wasm'),
  bytes: 625e6,
  isEstimated: true,
  gpuBytes: 900e6,
  parameters: 1e9,
  quantization: 'q4f32_1',
  contextTokens: 4096,
  kind: 'text',
  needsF16: false,
  bufferBytes: 0,
  overrides: {},
}

export const card: Card = {
  name: 'a card',
  isSoftware: false,
  hasF16: true,
  limits: {
    maxBufferSize: 2 ** 31,
    maxStorageBufferBindingSize: 2 ** 31,
    maxStorageBuffersPerShaderStage: 10,
    maxComputeWorkgroupStorageSize: 32 * 1024,
  },
}

export const device: Device = {
  isSecure: true,
  hasWebGpu: true,
  card,
  storage: { used: 0, free: 1e9, isPersisted: false },
  savesData: false,
}
