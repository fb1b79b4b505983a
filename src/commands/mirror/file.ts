/**
 * One file of a mirror: fetched whole or not at all, held against what is known of
 * it, and left alone where it is there already.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Wanted {
  /** Where it comes from. */
  url: string
  /** Where it goes. */
  file: string
  /** What is known of it before it is there. */
  bytes?: number
  md5?: string
  sha256?: string
}

/** What a file is, once it is there. */
export interface Sums {
  bytes: number
  md5: string
  sha256: string
}

export interface Fetching {
  /** Milliseconds without a single byte, after which nobody waits any longer. */
  patience: number
  /** Told how many more bytes there are. */
  hear?: (bytes: number) => void
}

/** A file that is there and as it is meant. @returns undefined where it is not */
export async function kept(wanted: Wanted): Promise<Sums | undefined> {
  const known = wanted.md5 ?? wanted.sha256
  if (!known) return undefined
  const found = await stat(wanted.file).catch(() => undefined)
  if (!found?.isFile()) return undefined
  if (wanted.bytes !== undefined && found.size !== wanted.bytes)
    return undefined
  const sums = await sumsOf(createReadStream(wanted.file))
  return differenceOf(wanted, sums) ? undefined : sums
}

/** @throws Error that says what happened and what to do */
export async function fetchFile(
  wanted: Wanted,
  { patience, hear }: Fetching,
): Promise<Sums> {
  const { url, file } = wanted
  const part = `${file}.part`
  await mkdir(path.dirname(file), { recursive: true })
  const watch = new Watch(patience)
  try {
    const response = await fetch(url, { signal: watch.signal })
    if (!response.ok || !response.body)
      throw new MirrorError(refusal(url, response.status))
    const sums = summing()
    await pipeline(
      Readable.fromWeb(response.body as never),
      async function* read(pieces: AsyncIterable<Uint8Array>) {
        for await (const piece of pieces) {
          watch.again()
          sums.add(piece)
          hear?.(piece.length)
          yield piece
        }
      },
      createWriteStream(part),
    )
    const came = sums.end()
    const difference = differenceOf(wanted, came)
    if (difference) throw new MirrorError(`${url} came altered: ${difference}.`)
    await rename(part, file)
    return came
  } catch (error) {
    await rm(part, { force: true })
    if (error instanceof MirrorError) throw error
    throw new MirrorError(unreached(url, watch, error as Error), {
      cause: error,
    })
  } finally {
    watch.end()
  }
}

/** A failure in words; what was fetched before it stays. */
export class MirrorError extends Error {}

function refusal(url: string, status: number): string {
  if (status === 404) return `There is no ${url}: the host answered 404.`
  if (status === 401 || status === 403)
    return `${url} asks for a login: the host answered ${status}.`
  return `The host answered ${status} in place of ${url}.`
}

function unreached(url: string, watch: Watch, error: Error): string {
  if (watch.signal.aborted)
    return `Nothing came from ${url} for ${watch.seconds} seconds.`
  const { cause } = error as { cause?: Error }
  return `${url} did not come: ${cause?.message ?? error.message}.`
}

/** Ends a download that has stopped coming. */
class Watch {
  readonly #patience: number
  readonly #over = new AbortController()
  #timer: NodeJS.Timeout | undefined

  constructor(patience: number) {
    this.#patience = patience
    this.again()
  }

  get signal(): AbortSignal {
    return this.#over.signal
  }

  get seconds(): number {
    return this.#patience / 1000
  }

  again(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#over.abort(), this.#patience)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}

async function sumsOf(pieces: AsyncIterable<Uint8Array>): Promise<Sums> {
  const sums = summing()
  for await (const piece of pieces) sums.add(piece)
  return sums.end()
}

function summing() {
  const md5 = createHash('md5')
  const sha256 = createHash('sha256')
  let bytes = 0
  return {
    add(piece: Uint8Array) {
      md5.update(piece)
      sha256.update(piece)
      bytes += piece.length
    },
    end: (): Sums => ({
      bytes,
      md5: md5.digest('hex'),
      sha256: sha256.digest('hex'),
    }),
  }
}

/** @returns '' where all that is known fits */
function differenceOf(wanted: Wanted, came: Sums): string {
  if (wanted.bytes !== undefined && wanted.bytes !== came.bytes)
    return `it has ${came.bytes} bytes where the list says ${wanted.bytes}`
  for (const sum of ['md5', 'sha256'] as const) {
    const known = wanted[sum]
    if (known && known !== came[sum])
      return `its ${sum.toUpperCase()} sum is ${came[sum]}, and not ${known}`
  }
  return ''
}
