/**
 * Text to tokens and back, as Llama does it (and llama.cpp for a GGUF file whose
 * `tokenizer.ggml.model` is "llama"): pieces with scores. Runs anywhere.
 *
 * 1. A space is put before the text, and each space is written as U+2581.
 * 2. A word begins as single characters. Of all neighbours that together are a
 *    piece, the pair with the best score becomes one, until there is none.
 * 3. What is no piece then is written as its bytes in UTF-8, a token each.
 *
 * So every text comes back as it was, except that U+2581 itself comes back as a space.
 */

/** The marks by number; 0 is `<unk>`, which no text needs. */
export const START = 1
export const END = 2
const BYTES = 3
/** The first number of a piece of text. */
export const PIECES = BYTES + 256

/** What stands for a space. */
export const SPACE = '\u{2581}'

/** Longer words are not kept: they are rarely met twice. */
const LONGEST_KEPT = 24
const MOST_KEPT = 20_000

export interface TokenizerFile {
  /** The pieces of text by falling score; they are numbered from 259 on. */
  pieces: string[]
}

export class Tokenizer {
  /** All tokens by number, as GGUF names them: `<s>`, `<0x0A>`, `▁the`. */
  readonly tokens: readonly string[]
  readonly #numbers: ReadonlyMap<string, number>
  readonly #kept = new Map<string, number[]>()

  /** @throws Error for pieces that no word can have, as words are cut out of a text first */
  constructor({ pieces }: TokenizerFile) {
    const odd = pieces.find((piece) => wordsIn(piece).join('|') !== piece)
    if (odd !== undefined)
      throw new Error(`${JSON.stringify(odd)} can be no piece of a word.`)
    this.tokens = ['<unk>', '<s>', '</s>', ...byteNames(), ...pieces]
    this.#numbers = new Map(
      pieces.map((piece, index) => [piece, PIECES + index]),
    )
  }

  /** How early a token is put together; 0 for marks and bytes. */
  scoreOf(token: number): number {
    return token < PIECES ? 0 : PIECES - token
  }

  /** @returns tokens, without `<s>` and `</s>` */
  encode(text: string): number[] {
    return wordsOf(text).flatMap((word) => this.encodeWord(word))
  }

  /** @param tokens whose marks are left out */
  decode(tokens: Iterable<number>): string {
    const bytes: number[] = []
    const encoder = new TextEncoder()
    for (const token of tokens) {
      if (token >= PIECES) bytes.push(...encoder.encode(this.tokens[token]))
      else if (token >= BYTES) bytes.push(token - BYTES)
    }
    const text = new TextDecoder().decode(Uint8Array.from(bytes))
    return text.replaceAll(SPACE, ' ').replace(/^ /, '')
  }

  /**
   * How a word is put together: its characters, and what it is after each step.
   *
   * @param word as `wordsOf` cuts it
   */
  steps(word: string): string[][] {
    const steps: string[][] = []
    this.#join(word, (parts) => steps.push([...parts]))
    return steps
  }

  /** @param word as `wordsOf` cuts it */
  encodeWord(word: string): number[] {
    const known = this.#kept.get(word)
    if (known) return known
    const tokens = this.#join(word).flatMap(
      (part) => this.#numbers.get(part) ?? bytesOf(part),
    )
    if (word.length <= LONGEST_KEPT && this.#kept.size < MOST_KEPT) {
      this.#kept.set(word, tokens)
    }
    return tokens
  }

  /** @param look is shown the parts, first as characters, then after each step */
  #join(word: string, look?: (parts: readonly string[]) => void): string[] {
    const parts = Array.from(word)
    const pairs = parts.map((_, at) => this.#pairAt(parts, at))
    for (;;) {
      look?.(parts)
      const at = leastOf(pairs)
      if (at < 0) return parts
      parts.splice(at, 2, parts[at]! + parts[at + 1]!)
      pairs.splice(at, 1)
      pairs[at] = this.#pairAt(parts, at)
      if (at > 0) pairs[at - 1] = this.#pairAt(parts, at - 1)
    }
  }

  /** @returns the number of the piece that a part is with its neighbour */
  #pairAt(parts: readonly string[], at: number): number {
    const next = parts[at + 1]
    if (next === undefined) return Infinity
    return this.#numbers.get(parts[at]! + next) ?? Infinity
  }
}

/** @returns where the least number stands, the first of equals; -1 if all are infinite */
function leastOf(numbers: readonly number[]): number {
  let [at, least] = [-1, Infinity]
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index]!
    if (number < least) [at, least] = [index, number]
  }
  return at
}

/** @returns the words that a text is cut into before anything else, its spaces written out */
export function wordsOf(text: string): string[] {
  return text === '' ? [] : wordsIn(SPACE + text.replaceAll(' ', SPACE))
}

/** Cuts before each space and around each line break, where no piece goes on. */
function wordsIn(spaced: string): string[] {
  return spaced.match(/\n|\u{2581}?[^\u{2581}\n]+|\u{2581}/gu) ?? []
}

function bytesOf(text: string): number[] {
  return Array.from(new TextEncoder().encode(text), (byte) => BYTES + byte)
}

function byteNames(): string[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const digits = byte.toString(16).toUpperCase().padStart(2, '0')
    return `<0x${digits}>`
  })
}
