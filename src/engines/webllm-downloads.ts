/**
 * Downloads of WebLLM's Worker. The library has the browser's own `Cache.add` fetch
 * and store each file, which tells neither how far it is, nor which file it was
 * that failed; and it stores a part of the weights of any size, for good. Here
 * that function does the same with an eye on it.
 */
import type { FileFailure } from './webllm-wire.ts'

/** A file, while it comes. */
export interface Coming {
  url: string
  loaded: number
  /** In bytes; 0 where the host does not say. */
  total: number
  isDone: boolean
}

export class FileError extends Error {
  override name = 'FileError'
  readonly file: FileFailure

  constructor(file: FileFailure, options?: ErrorOptions) {
    super(`${file.url}: ${file.why} ${file.status}`, options)
    this.file = file
  }
}

/** How many bytes come between two words about it. */
const OFTEN = 2 ** 18

/**
 * Takes `Cache.add` over, for good.
 *
 * @param hear called at the start of a file, again and again, and when it is stored
 * @param sizeOf how many bytes a file has to have; undefined for any
 */
export function watchDownloads(
  hear: (coming: Coming) => void,
  sizeOf: (url: string) => Promise<number | undefined>,
): void {
  Cache.prototype.add = async function add(asked) {
    const request = new Request(asked)
    const { url } = request
    const size = await sizeOf(url)
    const response = await fetchFile(request)
    const total = size ?? Number(response.headers.get('content-length') ?? 0)
    let loaded = 0
    let told = 0
    let wrong: FileError | undefined
    const say = (isDone: boolean) => {
      told = loaded
      // What travels compressed says its compressed size.
      hear({ url, loaded, total: loaded > total ? 0 : total, isDone })
    }
    say(false)
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        loaded += piece.length
        if (loaded - told >= OFTEN) say(false)
        controller.enqueue(piece)
      },
      flush(controller) {
        if (size === undefined || size === loaded) return
        wrong = new FileError({ url, why: 'size', status: 0, loaded })
        controller.error(wrong)
      },
    })
    const { status, headers } = response
    const body = response.body?.pipeThrough(counting) ?? null
    await this.put(request, new Response(body, { status, headers })).catch(
      (cause: Error) => {
        if (cause.name === 'QuotaExceededError') throw cause
        throw (
          wrong ??
          new FileError({ url, why: 'cut', status: 0, loaded }, { cause })
        )
      },
    )
    say(true)
  }
}

async function fetchFile(request: Request): Promise<Response> {
  const { url } = request
  const response = await fetch(request).catch((cause: unknown) => {
    const why = 'unreachable'
    throw new FileError({ url, why, status: 0, loaded: 0 }, { cause })
  })
  const { status, headers } = response
  const isPage = headers.get('content-type')?.startsWith('text/html')
  if (response.ok && !isPage) return response
  const why = response.ok ? 'page' : 'refused'
  throw new FileError({ url, why, status, loaded: 0 })
}
