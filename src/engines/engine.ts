/**
 * What any language model in the page can do, whichever engine runs it. A room
 * that tells stories knows this interface only; it imports nothing.
 */

/** A model as a file, wherever it comes from. */
export interface Model {
  /** For people: "The storyteller", or the name of the reader's own file. */
  name: string
  /** An address on this site, or a file that the reader chose. */
  source: URL | Blob
  /** Of the file, for progress before its first byte is there. */
  bytes: number
  /** In hexadecimal digits; a file with another hash is refused. */
  sha256?: string
}

/** How far loading is. */
export interface Progress {
  /**
   * The engine's own code comes first, then the model, then both are set up. A model for the graphics card
   * is fetched, and then goes there from the browser's storage, `memory`.
   */
  phase: 'engine' | 'model' | 'memory' | 'start'
  /** In bytes; both 0 where nothing is counted. */
  loaded: number
  total: number
}

/** A part of a conversation, as models that chat were trained on. */
export interface Message {
  /** `system` comes first, if at all, and says how to answer; then the others take turns. */
  role: 'system' | 'user' | 'assistant'
  content: string
}

export interface Wish {
  /**
   * Any text; the engine makes tokens of it. It may be empty. The texts of marks, such as `</s>`, are left
   * out of it; one that is longer than the model's context is an EngineError. Messages are for models that
   * chat, whose engine writes them down the model's way; one that only goes on with text refuses them.
   */
  prompt: string | readonly Message[]
  /** How many tokens to generate at most; fewer where the context is full before. */
  maxTokens: number
  /** 0 takes the likeliest token each time; 1 takes the odds as they are. */
  temperature: number
  /** Only so many of the likeliest tokens are drawn from; 0 is all of them. Cuts come before temperature. */
  topK: number
  /** Only the likeliest tokens that together have this probability, from 0 to 1. */
  topP: number
  /** A whole number from 0 to 4,294,967,295: with all else equal, the same text again. */
  seed: number
  /** What may be said at all, in llama.cpp's GBNF or, for models on the graphics card, its sister EBNF. */
  grammar?: string
  /** The same as a JSON schema, in JSON; in place of a grammar. */
  schema?: string
  signal: AbortSignal
}

/** A token that could have come next. */
export interface Candidate {
  id: number
  /** Empty for the mark that closes a text, which comes as a piece of its own. */
  text: string
  /** Natural logarithm of its probability before temperature and cuts. */
  logprob: number
}

/**
 * A token that came. One that is part of a character comes with those that
 * complete it, as one piece.
 */
export interface Piece extends Candidate {
  /**
   * The ten likeliest tokens at this place, best first; empty where an engine can't tell, and then `id` is
   * -1 and `logprob` NaN.
   */
  top: Candidate[]
}

export interface Engine {
  /**
   * Fetches what it needs and makes ready. Loading again after a failure or a stop begins anew.
   * @throws EngineError; the signal's reason where it was stopped
   */
  load(hear: (progress: Progress) => void, signal: AbortSignal): Promise<void>
  /**
   * Tells on from the prompt, until the model closes the text or `maxTokens` are said. One at a time:
   * a wish that comes while another is told waits for its end.
   * @throws EngineError; the signal's reason where it was stopped
   */
  generate(wish: Wish): AsyncIterable<Piece>
  /** Gives all memory back. The engine can be loaded again. */
  dispose(): Promise<void>
}

/** What a page can offer after a failure, beside another try. */
export type Help =
  | 'smaller-model' // one that needs less, the storyteller among them
  | 'free-storage' // the list of what is stored, to delete some of it
  | 'delete-model' // what is stored of this model, to fetch it again

/** What went wrong, in words for readers: what happened, and what to do. */
export class EngineError extends Error {
  override name = 'EngineError'
  readonly help: readonly Help[]

  constructor(
    message: string,
    { help = [], ...options }: ErrorOptions & { help?: readonly Help[] } = {},
  ) {
    super(message, options)
    this.help = help
  }
}
