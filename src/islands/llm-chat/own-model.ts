/** A model from where the reader says: the two addresses that make one. */
import type { GpuModel } from '../../engines/gpu-model.ts'
import { quantizationOf } from '../../engines/webllm-sizes.ts'

/** As they were typed; both '' for none. */
export interface OwnAddresses {
  weights: string
  library: string
}

export const NO_ADDRESSES: OwnAddresses = { weights: '', library: '' }

export class AddressError extends Error {}

/**
 * @param base of the page, below which addresses without a host lie
 * @throws AddressError in words for the reader
 */
export function ownModel(
  { weights, library }: OwnAddresses,
  base: string,
): GpuModel {
  const source = address(weights, 'weights', base)
  const code = address(library, 'library', base)
  if (!code.pathname.endsWith('.wasm')) {
    throw new AddressError(
      'The library is a file whose name ends in .wasm. This address names none.',
    )
  }
  if (!source.pathname.endsWith('/')) source.pathname += '/'
  const folders = source.pathname.split('/').filter(Boolean)
  const resolve = folders.indexOf('resolve')
  const id = folders[resolve > 0 ? resolve - 1 : folders.length - 1]
  return {
    id: id ?? source.host,
    name: `${decoded(id ?? '') || source.host} from ${source.host}`,
    source,
    library: code,
    family: 'Your own',
    bytes: 0,
    isEstimated: true,
    gpuBytes: 0,
    parameters: 0,
    quantization: quantizationOf(id ?? ''),
    contextTokens: 0,
    kind: 'text',
    needsF16: /f16/.test(id ?? ''),
    bufferBytes: 0,
    overrides: {},
  }
}

/** `models.example`, or both hosts where weights and library have each their own. */
export function hostsOf({ source, library }: GpuModel): string {
  return [...new Set([source.host, library.host])].join(' and ')
}

function address(typed: string, what: string, base: string): URL {
  const words = typed.trim()
  if (!words) throw new AddressError(`The address of the ${what} is missing.`)
  if (!URL.canParse(words, base)) {
    throw new AddressError(`“${words}” is no address for the ${what}.`)
  }
  const url = new URL(words, base)
  if (url.username || url.password) {
    throw new AddressError(
      `The address of the ${what} has a name or a password in it. Links and storage would keep it: leave it out.`,
    )
  }
  const isOwn = url.origin === new URL(base).origin
  if (url.protocol === 'https:' || isOwn) return url
  throw new AddressError(
    `The ${what} can come over https, or from this site. ${url.protocol}//${url.host} is neither.`,
  )
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
