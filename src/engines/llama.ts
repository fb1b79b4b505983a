/**
 * llama.cpp behind the interface of engines: one model, one thread, one story at
 * a time. It runs in a Worker of the package's, which may fail silently, stop for
 * good, or throw; all of that becomes an EngineError here.
 */
import type { Wllama } from '@wllama/wllama/esm/index.js'
import {
  EngineError,
  type Engine,
  type Model,
  type Piece,
  type Progress,
  type Wish,
} from './engine.ts'
import { readGguf, type Gguf } from './gguf.ts'
import { checkHash } from './hash.ts'
import type { Runtime } from './runtime.ts'
import { cleanPrompt } from './prompt.ts'
import { bodyOf, piecesOf, type Chunk } from './wire.ts'

/** Longer contexts take memory that no page of ours has a use for. */
const MOST_CONTEXT = 4096

/** Setting up takes a second; a large file, a second for so many bytes. */
const START_LIMIT = 30_000
const BYTES_A_SECOND = 20_000_000

/** No token of any tokenizer has more characters on average. */
const CHARACTERS_A_TOKEN = 64

interface Loaded {
  wllama: Wllama
  gguf: Gguf
  context: number
  /** What llama.cpp complained of, one line each. */
  said: string[]
  /** Aborts, with an EngineError, when this one can tell nothing any more. */
  end: AbortController
}

export class Llama implements Engine {
  readonly #model: Model
  readonly #runtime: Runtime
  #loaded: Loaded | null = null
  /** Resolves when the last wish that came is told or stopped. */
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor(model: Model, runtime: Runtime) {
    this.#model = model
    this.#runtime = runtime
  }

  async load(
    hear: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted()
    await this.dispose()
    const library = await this.#runtime.load(hear, signal)
    const file = await this.#file(hear, signal)
    const gguf = await readGguf(file, this.#model.name)
    signal.throwIfAborted()
    hear({ phase: 'start', loaded: 0, total: 0 })
    const said: string[] = []
    const failed = new AbortController()
    const wllama = new library.Wllama(
      { default: 'wllama.wasm' },
      {
        // Nothing is downloaded or kept by the package.
        cacheManager: {} as never,
        modelManager: {} as never,
        logger: listener(said, failed),
      },
    )
    wllama.setCompat({ worker: { code: ' ' }, wasm: 'wllama.wasm' })
    const context = Math.min(gguf.contextLength || MOST_CONTEXT, MOST_CONTEXT)
    const limit = START_LIMIT + (file.size / BYTES_A_SECOND) * 1000
    const stopped = AbortSignal.any([signal, AbortSignal.timeout(limit)])
    try {
      await Promise.race([
        wllama.loadModel([file], {
          n_threads: 1,
          n_gpu_layers: 0,
          n_ctx: context,
          n_batch: context,
          n_parallel: 1,
          log_level: 4,
        }),
        rejection(failed.signal),
        rejection(stopped),
      ])
    } catch (error) {
      await wllama.exit()
      signal.throwIfAborted()
      throw unstarted(this.#model.name, said, error)
    }
    const end = new AbortController()
    this.#loaded = { wllama, gguf, context, said, end }
  }

  async *generate(wish: Wish): AsyncIterable<Piece> {
    const pieces = this.#pieces(wish).getReader()
    try {
      for (;;) {
        const { done, value } = await pieces.read()
        if (done) return
        yield value
      }
    } finally {
      await pieces.cancel()
    }
  }

  async dispose(): Promise<void> {
    this.#end(new EngineError('The model was put away. Load it again.'))
  }

  /** Nobody waits for what this one says any more. */
  #end(error: EngineError): void {
    const loaded = this.#loaded
    this.#loaded = null
    loaded?.end.abort(error)
    void loaded?.wllama.exit()
  }

  async #file(
    hear: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Blob> {
    const { name, source, bytes, sha256 } = this.#model
    const { memory } = this.#runtime
    if (bytes > memory) {
      throw new EngineError(
        `${name} has ${bytes} bytes, and models of up to ${memory} fit into ` +
          `memory here. Choose a smaller one, or one with fewer bits a weight.`,
      )
    }
    const file =
      source instanceof URL
        ? await this.#runtime.fetchModel(source, bytes, hear, signal)
        : source
    if (sha256) await checkHash(file, sha256, name)
    return file
  }

  /** What the model says, as it comes; whoever waits no more, cancels. */
  #pieces(wish: Wish): ReadableStream<Piece> {
    const left = new AbortController()
    const signal = AbortSignal.any([wish.signal, left.signal])
    return new ReadableStream({
      start: async (controller) => {
        // A step under way ends later; whoever stopped it need not wait.
        const stop = () => controller.error(signal.reason)
        signal.addEventListener('abort', stop)
        try {
          await this.#inTurn(signal, () =>
            this.#tell(wish, signal, (piece) => {
              if (!signal.aborted) controller.enqueue(piece)
            }),
          )
          if (!signal.aborted) controller.close()
        } catch (error) {
          if (!signal.aborted) controller.error(error)
        } finally {
          signal.removeEventListener('abort', stop)
        }
      },
      cancel: () => left.abort(),
    })
  }

  /** Runs `act` when all that came before are done, unless it is stopped first. */
  async #inTurn(signal: AbortSignal, act: () => Promise<void>): Promise<void> {
    const before = this.#lastTurn
    const turn = before.then(() => {
      signal.throwIfAborted()
      return act()
    })
    this.#lastTurn = turn.catch(() => {})
    await turn
  }

  async #tell(
    wish: Wish,
    signal: AbortSignal,
    hear: (piece: Piece) => void,
  ): Promise<void> {
    const loaded = this.#loaded
    if (!loaded) throw new EngineError('No model is loaded. Load it first.')
    const { gguf, context } = loaded
    const prompt = cleanPrompt(wish.prompt, gguf.marks)
    if (prompt.length > context * CHARACTERS_A_TOKEN) throw tooLong(context)
    let told = 0
    const once = (top: number) => {
      let count = 0
      return this.#complete(
        loaded,
        bodyOf(wish, prompt, top),
        signal,
        (piece) => {
          // A second try says again what was heard before.
          if (++count <= told) return
          told = count
          hear(top === 1 ? { ...piece, top: [] } : piece)
        },
      )
    }
    try {
      await once(10)
    } catch (error) {
      // Among the ten may be a piece of a character, which the package cannot
      // send. The same seed says the same, without them.
      if (!(error instanceof Unsendable)) throw error
      await once(1)
    }
  }

  async #complete(
    loaded: Loaded,
    body: object,
    signal: AbortSignal,
    hear: (piece: Piece) => void,
  ): Promise<void> {
    const { wllama, said, context, end } = loaded
    said.length = 0
    try {
      await Promise.race([
        wllama.createCompletion({
          ...(body as { prompt: string }),
          stream: true,
          abortSignal: signal,
          onData: (chunk) => {
            for (const piece of piecesOf(chunk as Chunk)) hear(piece)
          },
        }),
        rejection(end.signal),
      ])
    } catch (error) {
      if (signal.aborted || error instanceof EngineError) throw error
      const words = [...said, String(error)].join('\n')
      if (/invalid UTF-8/.test(words)) throw new Unsendable()
      if (/context size/.test(words)) throw tooLong(context)
      if (/grammar/.test(words)) throw badGrammar(said, error)
      const failure = broken(said, error)
      this.#end(failure)
      throw failure
    }
  }
}

/** The model said something that is no text. */
class Unsendable extends EngineError {
  constructor() {
    super(
      'The model said a piece of a character that is no text. Try another seed, ' +
        'or a lower temperature.',
    )
  }
}

function tooLong(context: number): EngineError {
  return new EngineError(
    `The prompt is longer than the ${context} tokens that this model looks back ` +
      `on. Shorten it.`,
  )
}

function badGrammar(said: string[], cause: unknown): EngineError {
  return new EngineError(
    `The grammar is not in llama.cpp's notation (GBNF): ${said.at(-1) ?? cause}. ` +
      `Correct it.`,
    { cause },
  )
}

function broken(said: string[], cause: unknown): EngineError {
  return new EngineError(
    `The engine stopped: ${said.at(-1) ?? cause}. Load the model again.`,
    { cause },
  )
}

function unstarted(name: string, said: string[], cause: unknown): EngineError {
  if (cause instanceof DOMException && cause.name === 'TimeoutError') {
    return new EngineError(
      `${name} did not start in time. Close other pages and try again.`,
      { cause },
    )
  }
  return new EngineError(
    `${name} could not be started: ${said.at(-1) ?? cause}. It may be damaged, ` +
      `of a kind that llama.cpp does not know here, or too large for the memory ` +
      `that is left. Close other pages and try again, or choose another model.`,
    { cause },
  )
}

function ignore(): void {}

/** Keeps complaints; what is no text comes from a Worker that did not start. */
function listener(said: string[], failed: AbortController) {
  return {
    debug: ignore,
    log: ignore,
    warn: ignore,
    error: (complaint: unknown) => {
      if (typeof complaint === 'string') said.push(complaint)
      else if (complaint instanceof Event) {
        failed.abort(new Error('its Worker could not be loaded'))
      }
    },
  }
}

/** Rejects when the signal says so, and else never settles. */
function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}
