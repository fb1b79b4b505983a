/**
 * What may come next, by the forward pass itself: any tokens before it, marks
 * and bytes among them, and the odds of all tokens that could follow.
 */
import { ForwardPass } from './forward.ts'
import { readGguf } from './read-gguf.ts'
import { START } from './tokenizer.ts'

export interface Likely {
  id: number
  /** As the vocabulary writes it: `▁kite`, `<0x0A>`, `</s>`. */
  text: string
  /** Natural logarithm of its probability. */
  logprob: number
}

export class Foresight {
  /** Tokens that the model looks back on, `<s>` among them. */
  readonly context: number
  readonly #pass: ForwardPass
  readonly #texts: readonly string[]
  /** What the pass has seen, position by position: that much need not be run again. */
  #seen: number[] = []

  /** @throws Error for bytes that are no GGUF file of a model like ours */
  constructor(gguf: Uint8Array) {
    const model = readGguf(gguf)
    this.#pass = new ForwardPass(model)
    this.#texts = model.tokenizer.tokens
    this.context = model.shape.context
  }

  /**
   * @param tokens without `<s>`, fewer than the context has
   * @param most how many are told of
   * @returns the likeliest, best first
   * @throws RangeError for more tokens than the context has
   */
  after(tokens: readonly number[], most: number): Likely[] {
    const all = [START, ...tokens]
    const last = all.length - 1
    const differs = all.findIndex((token, at) => token !== this.#seen[at])
    const from = differs < 0 ? last : Math.min(differs, last)
    // Should a position not be there, what was seen before it still counts.
    this.#seen = all.slice(0, from)
    for (let at = from; at < last; at++) {
      this.#pass.run(all[at]!, at)
      this.#seen.push(all[at]!)
    }
    const logits = this.#pass.run(all[last]!, last)
    const sum = sumOf(logits)
    return likeliest(logits, most).map((id) => ({
      id,
      text: this.#texts[id]!,
      logprob: logits[id]! - sum,
    }))
  }
}

function likeliest(logits: Float32Array, most: number): number[] {
  const order = Array.from(logits.keys())
  return order.sort((a, b) => logits[b]! - logits[a]!).slice(0, most)
}

/** The logarithm of what e to the power of each is together. */
function sumOf(logits: Float32Array): number {
  const largest = logits.reduce((all, logit) => Math.max(all, logit), -Infinity)
  let sum = 0
  for (const logit of logits) sum += Math.exp(logit - largest)
  return largest + Math.log(sum)
}
