/**
 * llama.cpp behind the interface of engines: one model, one thread, one story at
 * a time. It runs in a Worker of the package's, which may fail silently, stop for
 * good, or throw; all of that becomes an EngineError here.
 */
import {
  EngineError,
  type Engine,
  type Model,
  type Piece,
  type Progress,
  type Wish,
} from './engine.ts'
import { checkHash } from './hash.ts'
import {
  badGrammar,
  broken,
  noChat,
  tooLong,
  Unsendable,
} from './llama-failures.ts'
import { startLlama, type Started } from './llama-start.ts'
import type { Runtime } from './runtime.ts'
import { cleanPrompt } from './prompt.ts'
import { bodyOf, piecesOf, type Chunk } from './wire.ts'

/** How many of the likeliest tokens are told. */
const TOP = 10

/** No token of any tokenizer has more characters on average. */
const CHARACTERS_A_TOKEN = 64

export class Llama implements Engine {
  readonly #model: Model
  readonly #runtime: Runtime
  /** Aborts where a model is on its way that nobody wants any more. */
  #loading = new AbortController()
  #loaded: Started | null = null
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
    this.#end(new EngineError('The model was loaded anew.'))
    const loading = (this.#loading = new AbortController())
    const until = AbortSignal.any([signal, loading.signal])
    const library = await this.#runtime.load(hear, until)
    const file = await this.#file(hear, until)
    hear({ phase: 'start', loaded: 0, total: 0 })
    this.#loaded = await startLlama(library, file, this.#model.name, until)
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
    this.#loading.abort(error)
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
          controller.error(error)
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
    if (typeof wish.prompt !== 'string') throw noChat(this.#model.name)
    const prompt = cleanPrompt(wish.prompt, gguf.marks)
    if (prompt.length > context * CHARACTERS_A_TOKEN) throw tooLong(context)
    let told = 0
    const once = (top: number) => {
      let count = 0
      const body = bodyOf(wish, prompt, top)
      return this.#complete(loaded, body, signal, (piece) => {
        // A second try says again what was heard before.
        if (++count <= told) return
        told = count
        hear(piece)
      })
    }
    try {
      await once(TOP)
    } catch (error) {
      // Among the likeliest may be a part of a character, which the package
      // cannot send. The same seed says the same without them.
      if (!(error instanceof Unsendable)) throw error
      await once(0)
    }
  }

  async #complete(
    loaded: Started,
    body: object,
    signal: AbortSignal,
    hear: (piece: Piece) => void,
  ): Promise<void> {
    const { wllama, said, context, ended } = loaded
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
        ended,
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
