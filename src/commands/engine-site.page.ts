/** What is in the page of `engine-site.ts`: the doors of engines, and what calls them. */
import type { Engine, Model, Piece, Wish } from '../engines/engine.ts'
import { storyteller } from '../engines/storyteller.ts'
import { wllama } from '../engines/wllama.ts'

/** A wish that is like a reader's, but for what is said. */
function wishOf(asked: Partial<Wish>): Wish {
  return {
    prompt: '',
    maxTokens: 40,
    temperature: 0.7,
    topK: 0,
    topP: 1,
    seed: 1,
    signal: new AbortController().signal,
    ...asked,
  }
}

const engines = {
  storyteller,
  wllama,
  /** An engine that is ready. */
  async open(model: Model = storyteller()): Promise<Engine> {
    const engine = wllama(model)
    await engine.load(() => {}, new AbortController().signal)
    return engine
  },
  /** All that comes of a wish. */
  async pieces(engine: Engine, asked: Partial<Wish> = {}): Promise<Piece[]> {
    const pieces: Piece[] = []
    for await (const piece of engine.generate(wishOf(asked))) pieces.push(piece)
    return pieces
  },
  /** The same as text. */
  async tell(engine: Engine, asked: Partial<Wish> = {}): Promise<string> {
    const pieces = await engines.pieces(engine, asked)
    return pieces.map(({ text }) => text).join('')
  },
  /** The words of an error, or none. */
  async refusal(act: () => Promise<unknown>): Promise<string> {
    try {
      await act()
    } catch (error) {
      const { name, message } = error as Error
      return `${name}: ${message}`
    }
    return 'none'
  },
}

declare global {
  interface Window {
    engines: typeof engines
  }
}

window.engines = engines
