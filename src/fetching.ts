/**
 * Downloads and compiles a `.wasm` file with progress, and tells failures
 * apart.
 *
 * The browser compiles its own response, while the bytes are counted on a
 * clone. A response of our making around a counting stream would do as well,
 * but browsers keep compiled code only for their own: in Chromium, Binaryen's
 * first compile on a second visit takes 4–11 ms with it and 90–120 without.
 */

/** How far a download is, in bytes of the file before any compression. */
export interface Progress {
  loaded: number
  total: number
}

/** What went wrong; `LoadError.message` says it in full. */
export type LoadFailure =
  | 'offline' // no answer at all
  | 'missing' // 404 or 410
  | 'refused' // any other status
  | 'wrong-type' // an HTML page in place of the file
  | 'truncated' // the connection ended before the file did
  | 'broken' // other bytes than WebAssembly of this size
  | 'unsupported' // WebAssembly is absent or forbidden

/** A download that failed. Its message says why, and what to do about it. */
export class LoadError extends Error {
  override readonly name = 'LoadError'
  readonly reason: LoadFailure

  constructor(reason: LoadFailure, message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}

export interface FetchOptions {
  /** Cancels the download: the promise rejects with the signal's reason. */
  signal?: AbortSignal
  /** Called at the start, and for each piece that arrives. */
  onProgress?: (progress: Progress) => void
  /** What the file is, for messages; “the compiler”, unless given. */
  what?: string
}

/** A kind of file: its name, for messages, and what every one begins with. */
export interface Kind {
  name: string
  start: string
}

const WASM: Kind = { name: 'WebAssembly', start: '\0asm' }

/**
 * Fetches the file at `url`, whose size in bytes is known, and compiles it.
 *
 * @throws {LoadError} for every failure but a cancelled download
 */
export async function fetchWasm(
  url: string | URL,
  bytes: number,
  { signal, onProgress, what = 'the compiler' }: FetchOptions = {},
): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') throw absent(what)
  const response = await request(url, what, signal)
  const [measured, compiled] = await Promise.allSettled([
    measure(response.clone(), bytes, { what, kind: WASM, onProgress }),
    WebAssembly.compileStreaming(typed(response)),
  ])
  signal?.throwIfAborted()
  // Wrong bytes do not compile either, and say more about why.
  if (measured.status === 'rejected') throw measured.reason
  if (compiled.status === 'rejected') throw uncompiled(what, compiled.reason)
  return compiled.value
}

/**
 * Fetches a file as it is: a binary for where no compiled module can be posted
 * to, unless another kind is given.
 *
 * @throws {LoadError} for every failure but a cancelled download
 */
export async function fetchBytes(
  url: string | URL,
  bytes: number,
  {
    signal,
    onProgress,
    what = 'the compiler',
    kind = WASM,
  }: FetchOptions & { kind?: Kind } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request(url, what, signal)
  const whole = new Uint8Array(bytes)
  let end = 0
  const keep = (piece: Uint8Array) => {
    // What is too long is told by the one who measures.
    whole.set(piece.subarray(0, bytes - end), end)
    end = Math.min(end + piece.length, bytes)
  }
  const measured = measure(response, bytes, { what, kind, onProgress, keep })
  // One that was stopped ended early, too.
  await measured.finally(() => signal?.throwIfAborted())
  return whole
}

async function request(
  url: string | URL,
  what: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const response = await fetch(url, { signal: signal ?? null }).catch(
    (cause: unknown) => {
      signal?.throwIfAborted()
      throw new LoadError(
        'offline',
        `${sentence(what)} at ${url} could not be reached: no answer came. ` +
          `Check the connection and try again.`,
        cause,
      )
    },
  )
  if (response.ok) return response
  const { status } = response
  const gone = status === 404 || status === 410
  throw new LoadError(
    gone ? 'missing' : 'refused',
    `The server answered ${status} in place of ${what} at ${url}. ` +
      (gone
        ? `The site was probably updated; reload the page.`
        : `Try again later.`),
  )
}

/** Streaming wants the right type, and some hosts do not know it. */
function typed(response: Response): Response {
  if (isOfType(response, 'application/wasm')) return response
  const headers = { 'content-type': 'application/wasm' }
  return new Response(response.body, { headers })
}

function isOfType(response: Response, type: string): boolean {
  const given = response.headers.get('content-type') ?? ''
  return given.split(';')[0]!.trim().toLowerCase() === type
}

interface Measuring {
  what: string
  kind: Kind
  onProgress: ((progress: Progress) => void) | undefined
  keep?: (piece: Uint8Array) => void
}

/** Reads the response to its end, tells how far it is, and judges the bytes. */
async function measure(
  response: Response,
  total: number,
  { what, kind, onProgress = () => {}, keep = () => {} }: Measuring,
): Promise<void> {
  const reader = response.body?.getReader()
  const start: number[] = []
  let loaded = 0
  let lost: unknown
  onProgress({ loaded, total })
  for (;;) {
    const piece = await reader?.read().catch((error: unknown) => {
      lost = error
    })
    if (!piece?.value) break
    if (start.length < 4) start.push(...piece.value.subarray(0, 4))
    loaded += piece.value.length
    keep(piece.value)
    onProgress({ loaded: Math.min(loaded, total), total })
  }
  const isOfKind = String.fromCharCode(...start).startsWith(kind.start)
  if (loaded && !isOfKind) throw ofOtherKind(response, what, kind)
  if (loaded < total) throw truncated(what, loaded, total, lost)
  if (loaded > total) throw tooLong(what, loaded, total)
}

function ofOtherKind(response: Response, what: string, kind: Kind): LoadError {
  if (!isOfType(response, 'text/html'))
    return new LoadError(
      'broken',
      `The server sent something that is not ${kind.name} in place of ` +
        `${what}. Reload the page.`,
    )
  return new LoadError(
    'wrong-type',
    `The server sent an HTML page in place of ${what}: the file is ` +
      `missing there, or something in between asks for a login. Reload the page.`,
  )
}

function truncated(
  what: string,
  loaded: number,
  total: number,
  cause: unknown,
): LoadError {
  return new LoadError(
    'truncated',
    `The connection ended after ${loaded} of the ${total} bytes of ${what}. ` +
      `Check the connection and try again.`,
    cause,
  )
}

function tooLong(what: string, loaded: number, total: number): LoadError {
  return new LoadError(
    'broken',
    `The server sent ${loaded} bytes where ${what} has ${total}: it is ` +
      `another version than this page. Reload the page.`,
  )
}

function absent(what: string): LoadError {
  return new LoadError(
    'unsupported',
    `This browser has no WebAssembly, which ${what} needs. It may be ` +
      `turned off by a privacy setting such as Lockdown Mode; any current ` +
      `Chromium, Firefox or Safari has it.`,
  )
}

/** The bytes are all there and begin well, but the browser refuses them. */
function uncompiled(what: string, cause: unknown): LoadError {
  if (/content security policy|\bCSP\b|unsafe-eval/i.test(String(cause)))
    return new LoadError(
      'unsupported',
      `This site's Content-Security-Policy forbids WebAssembly. Whoever runs ` +
        `the site has to add 'wasm-unsafe-eval' to its script-src.`,
      cause,
    )
  return new LoadError(
    'broken',
    `The browser cannot compile ${what} as it came: ${cause}. Reload the ` +
      `page; if that does not help, use a newer browser.`,
    cause,
  )
}

function sentence(words: string): string {
  return words[0]!.toUpperCase() + words.slice(1)
}
