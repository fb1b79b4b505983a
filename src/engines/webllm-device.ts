/**
 * What the reader's device can do for models on its graphics card, asked when the
 * reader acts and not before; and, for each model, what speaks against it. WebLLM
 * itself asks for a card only when much is downloaded.
 */
import type { GpuModel } from './gpu-model.ts'

export interface Device {
  /** Whether the page came over https or from this computer: WebGPU and storage are for such pages only. */
  isSecure: boolean
  hasWebGpu: boolean
  /** What WebGPU found; null where it found none. */
  card: Card | null
  /** In bytes; null where the browser does not say. */
  storage: { used: number; free: number; isPersisted: boolean } | null
  /** Whether the reader asked the browser to use little data. */
  savesData: boolean
}

/** A graphics card, as far as WebGPU tells. Nobody tells how much memory it has. */
export interface Card {
  /** For people, such as "nvidia ampere"; never empty. */
  name: string
  /** Whether the processor plays the card, which is slow. */
  isSoftware: boolean
  /** Whether it computes with 16-bit floats. */
  hasF16: boolean
  limits: Limits
}

/** The limits of WebGPU that models come up against, in its own words. */
export interface Limits {
  maxBufferSize: number
  maxStorageBufferBindingSize: number
  maxStorageBuffersPerShaderStage: number
  maxComputeWorkgroupStorageSize: number
}

const MIB = 1024 ** 2
const GIB = 1024 ** 3

/** What WebLLM asks every card for; it is told that less is there where less would do. */
const LEAST: Readonly<Limits> = {
  maxBufferSize: 256 * MIB,
  maxStorageBufferBindingSize: 128 * MIB,
  maxStorageBuffersPerShaderStage: 10,
  maxComputeWorkgroupStorageSize: 32 * 1024,
}

const WORDS: Record<keyof Limits, (limit: number) => string> = {
  maxBufferSize: (limit) => `buffers of ${mebi(limit)}`,
  maxStorageBufferBindingSize: (limit) => `bound buffers of ${mebi(limit)}`,
  maxStorageBuffersPerShaderStage: (limit) => `${limit} buffers a shader`,
  maxComputeWorkgroupStorageSize: (limit) =>
    `${limit / 1024} KiB of memory a workgroup`,
}

export async function readDevice(): Promise<Device> {
  const [card, storage] = await Promise.all([readCard(), readStorage()])
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return {
    isSecure: isSecureContext,
    hasWebGpu: 'gpu' in navigator,
    card,
    storage,
    savesData: connection?.saveData ?? false,
  }
}

/**
 * What speaks against a model on this device, in a sentence or two; null where
 * nothing does that can be known before it is loaded.
 */
export function reasonAgainst(model: GpuModel, device: Device): string | null {
  return reasonOfCard(model, device) ?? reasonOfStorage(model, device)
}

/** The same for what no download would change. */
export function reasonOfCard(model: GpuModel, device: Device): string | null {
  const { card } = device
  if (model.kind === 'vectors')
    return 'It makes vectors of numbers, for searching, and no text. Choose a model that chats.'
  if (!card) return reasonOfBrowser(device)
  if (model.needsF16 && !card.hasF16)
    return 'It computes with 16-bit floats, which this graphics card or its driver does not (shader-f16). Choose the same model with f32 in its name.'
  for (const limit of Object.keys(LEAST) as (keyof Limits)[]) {
    const [has, wants] = [card.limits[limit], LEAST[limit]]
    if (has < wants)
      return `It needs ${WORDS[limit](wants)}, and this graphics card allows ${WORDS[limit](has)} (${limit}). A newer browser or driver may allow more; the storyteller needs no graphics card.`
  }
  const granted = grantedTo(card.limits)
  if (model.bufferBytes > granted)
    return `It needs buffers of ${mebi(model.bufferBytes)}, and WebLLM gets ${mebi(granted)} from this graphics card. Choose another model.`
  return null
}

/** Chromium says that this is left to all who have more, so that nobody knows a reader by it. */
const MOST_TOLD = 10 * GIB

/** Models whose files are here already need no room. */
function reasonOfStorage(
  { bytes }: GpuModel,
  { storage }: Device,
): string | null {
  if (!storage || bytes <= storage.free || storage.free >= MOST_TOLD)
    return null
  return `It is ${giga(bytes)}, and the browser has ${giga(storage.free)} left for this site. Delete a model that is stored, or choose a smaller one.`
}

function reasonOfBrowser({ isSecure, hasWebGpu }: Device): string {
  if (!isSecure)
    return 'Browsers lend the graphics card only to pages that came over https, or from this computer. Open this page at an https address.'
  if (!hasWebGpu)
    return 'This browser has no WebGPU, by which pages compute on the graphics card. A current Chrome or Edge has it on most computers, Safari from version 26 on, and Firefox on some systems.'
  return 'This browser has WebGPU, but found no graphics card that it may use. Turn on graphics acceleration in its settings, update the driver, or try another browser.'
}

/** WebLLM asks for 1 GiB, or else for the least: nothing in between. */
function grantedTo(limits: Limits): number {
  const of = (limit: 'maxBufferSize' | 'maxStorageBufferBindingSize') =>
    limits[limit] >= GIB ? GIB : LEAST[limit]
  return Math.min(of('maxBufferSize'), of('maxStorageBufferBindingSize'))
}

async function readCard(): Promise<Card | null> {
  // Some drivers fail where they should say that there is no card.
  const adapter = await navigator.gpu
    ?.requestAdapter({ powerPreference: 'high-performance' })
    .catch(() => null)
  if (!adapter) return null
  const { limits, features } = adapter
  // Older browsers tell less of it, or nothing.
  const info: Partial<GPUAdapterInfo> = adapter.info ?? {}
  return {
    name:
      info.description ||
      [info.vendor, info.architecture].filter(Boolean).join(' ') ||
      'a graphics card that does not tell its name',
    isSoftware: info.isFallbackAdapter ?? false,
    hasF16: features.has('shader-f16'),
    limits: {
      maxBufferSize: limits.maxBufferSize,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
    },
  }
}

async function readStorage(): Promise<Device['storage']> {
  try {
    const [{ usage = 0, quota }, isPersisted] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ])
    if (quota === undefined) return null
    return { used: usage, free: Math.max(0, quota - usage), isPersisted }
  } catch {
    return null
  }
}

function mebi(bytes: number): string {
  return `${Math.floor(bytes / MIB)} MiB`
}

function giga(bytes: number): string {
  return bytes < 1e9
    ? `${Math.round(bytes / 1e6)} MB`
    : `${(bytes / 1e9).toFixed(1)} GB`
}
