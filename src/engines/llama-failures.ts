/** How llama.cpp fails, in words for readers: what happened, and what to do. */
import { EngineError } from './engine.ts'

/** The model said something that is no text. */
export class Unsendable extends EngineError {
  constructor() {
    super(
      'The model said a piece of a character that is no text. Try another seed, ' +
        'or a lower temperature.',
    )
  }
}

export function noChat(name: string): EngineError {
  return new EngineError(
    `${name} goes on with a text, and was not trained to chat. Give it the ` +
      `beginning of a text.`,
  )
}

export function tooLong(context: number): EngineError {
  return new EngineError(
    `The prompt is longer than the ${context} tokens that this model looks back ` +
      `on. Shorten it.`,
  )
}

export function badGrammar(said: string[], cause: unknown): EngineError {
  return new EngineError(
    `The grammar is not in llama.cpp's notation (GBNF): ${reason(said, cause)}. ` +
      `Correct it.`,
    { cause },
  )
}

export function broken(said: string[], cause: unknown): EngineError {
  return new EngineError(
    `The engine stopped: ${reason(said, cause)}. Load the model again.`,
    { cause },
  )
}

export function unstarted(
  name: string,
  said: string[],
  cause: unknown,
): EngineError {
  if (cause instanceof DOMException && cause.name === 'TimeoutError') {
    return new EngineError(
      `${name} did not start in time. Close other pages and try again.`,
      { cause },
    )
  }
  return new EngineError(
    `${name} could not be started: ${reason(said, cause)}. It may be damaged, ` +
      `of a kind that llama.cpp does not know here, or too large for the memory ` +
      `that is left. Close other pages and try again, or choose another model.`,
    { cause },
  )
}

/** Where in the binary something went wrong says nothing to readers. */
const TRACE = /^Stack trace/

/** Why something failed: what was complained of last, or what was thrown. */
function reason(said: string[], cause: unknown): string {
  return said.at(-1) ?? inText(cause)
}

function ignore(): void {}

function inText(word: unknown): string {
  const { message } = Object(word) as { message?: string }
  return message ?? String(word)
}

/** Keeps complaints; what is no text comes from a Worker that did not start. */
export function listener(said: string[], failed: AbortController) {
  return {
    debug: ignore,
    log: ignore,
    warn: ignore,
    error: (...words: unknown[]) => {
      for (const word of words) {
        if (word instanceof Event)
          failed.abort(new Error('its Worker could not be loaded'))
        else if (!TRACE.test(inText(word))) said.push(inText(word))
      }
    },
  }
}

/** Rejects when the signal says so, and else never settles; nobody has to listen. */
export function rejection(signal: AbortSignal): Promise<never> {
  const rejected = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
  rejected.catch(ignore)
  return rejected
}
