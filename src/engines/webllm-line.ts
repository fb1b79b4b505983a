/** The line to WebLLM's Worker: what it is asked, and what it says to that, up to its end. */
import type { EngineError } from './engine.ts'
import type { Ask, Said } from './webllm-wire.ts'

type Failed = Extract<Said, { kind: 'failed' }>
type Lost = Extract<Said, { kind: 'lost' }>

/** What goes wrong, in words for readers. */
export interface Failures {
  /** @param at what it was asked for */
  failed(said: Failed, at: 'load' | 'tell'): EngineError
  lost(said: Lost): EngineError
  crashed(message: string): EngineError
}

export class Line {
  readonly #worker: Worker
  readonly #failures: Failures
  /** Aborts with what went wrong where the Worker is no more. */
  readonly #end = new AbortController()
  #answered: Promise<void> = Promise.resolve()

  constructor(worker: Worker, failures: Failures) {
    this.#worker = worker
    this.#failures = failures
    worker.addEventListener('error', ({ message }) =>
      this.hangUp(failures.crashed(message)),
    )
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'lost') this.hangUp(failures.lost(data))
    })
  }

  /** Aborts when the Worker is no more, with the reason. */
  get end(): AbortSignal {
    return this.#end.signal
  }

  /** Resolves when what was asked last is answered in full, or never will be. */
  get answered(): Promise<void> {
    return this.#answered
  }

  /** Nobody waits for what the Worker says any more. */
  hangUp(reason: unknown): void {
    this.#worker.terminate()
    this.#end.abort(reason)
  }

  /** Has it come to an end with what it is at. */
  stop(): void {
    this.#worker.postMessage({ kind: 'stop' } satisfies Ask)
  }

  /**
   * Asks for one thing.
   *
   * @param signal ends the waiting, while the Worker comes to its own end
   * @throws {EngineError} and the reason of the signal, or of the end
   */
  async *ask(
    ask: Exclude<Ask, { kind: 'stop' }>,
    signal: AbortSignal,
  ): AsyncIterable<Said> {
    const ends = AbortSignal.any([signal, this.#end.signal])
    ends.throwIfAborted()
    const heard = this.#listen(ask.kind, ends).getReader()
    this.#worker.postMessage(ask)
    for (;;) {
      const { done, value } = await heard.read()
      if (done) return
      yield value
    }
  }

  /** All that is said to what is asked next. */
  #listen(at: 'load' | 'tell', ends: AbortSignal): ReadableStream<Said> {
    const answered = new AbortController()
    this.#answered = new Promise((resolve) => {
      for (const signal of [answered.signal, this.#end.signal])
        signal.addEventListener('abort', () => resolve())
    })
    const whileAsked = { signal: answered.signal }
    return new ReadableStream<Said>({
      start: (controller) => {
        const fail = () => controller.error(ends.reason)
        ends.addEventListener('abort', fail, whileAsked)
        const hear = ({ data }: MessageEvent<Said>) => {
          const isLast = /^(?:failed|loaded|told)$/.test(data.kind)
          if (isLast) answered.abort()
          if (ends.aborted) return
          if (data.kind === 'failed')
            controller.error(this.#failures.failed(data, at))
          else controller.enqueue(data)
          if (isLast && data.kind !== 'failed') controller.close()
        }
        this.#worker.addEventListener('message', hear, whileAsked)
      },
    })
  }
}
