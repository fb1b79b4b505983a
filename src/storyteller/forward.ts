/**
 * The forward pass of a Llama: a token goes in, and out come logits, one for
 * each token that could follow. Written to be read; other ways to compute it are
 * held against this one.
 *
 * 1. The token's embedding is the state, to which each layer adds, twice.
 * 2. Attention: the state asks (a query) each position so far (its key), and takes
 *    what they have to say (their values), the more the better key and query agree.
 * 3. Feed-forward: a wider row of numbers, each with a gate.
 * 4. What comes out is compared with the embeddings of all tokens.
 *
 * Keys and values of former positions are kept, and no number is allocated on the way.
 */
import {
  EMBEDDINGS,
  LAST_NORM,
  LAYER_TENSORS,
  nameOf,
  ROPE_BASE,
  sizeOf,
  type LayerTensor,
  type Model,
  type Shape,
} from './model.ts'
import { add, multiply, normalize, softmax } from './vectors.ts'

/** The weights of a layer, and what it has seen: a row for each position. */
interface Layer extends Record<LayerTensor, Float32Array> {
  keys: Float32Array
  values: Float32Array
}

export class ForwardPass {
  readonly shape: Shape
  readonly #embeddings: Float32Array
  readonly #lastNorm: Float32Array
  readonly #layers: Layer[]
  /** Cosine and sine for each position and each pair of numbers in a head. */
  readonly #turns: Float32Array
  /** Where numbers stand on their way. */
  readonly #room: ReturnType<typeof roomFor>

  constructor({ shape, tensors }: Model) {
    this.shape = shape
    this.#embeddings = tensors.get(EMBEDDINGS)!
    this.#lastNorm = tensors.get(LAST_NORM)!
    const [width] = sizeOf('attn_k', shape)
    this.#layers = Array.from({ length: shape.layers }, (_, layer) => {
      const weights = LAYER_TENSORS.map((tensor) => [
        tensor,
        tensors.get(nameOf(layer, tensor)),
      ])
      const keys = new Float32Array(shape.context * width)
      return { ...Object.fromEntries(weights), keys, values: keys.slice() }
    })
    this.#turns = turnsOf(shape)
    this.#room = roomFor(shape)
  }

  /**
   * @param position from 0; those before it have been run, in their order
   * @returns logits, which the next run writes over
   * @throws RangeError for a position that the context does not have
   */
  run(token: number, position: number): Float32Array {
    const { dim, context } = this.shape
    if (position >= context) {
      throw new RangeError(`A context of ${context} has no place ${position}.`)
    }
    const { state, normed, logits } = this.#room
    state.set(this.#embeddings.subarray(token * dim, (token + 1) * dim))
    for (const layer of this.#layers) {
      this.#attend(layer, position)
      this.#feedForward(layer)
    }
    normalize(normed, state, this.#lastNorm)
    multiply(logits, this.#embeddings, normed)
    return logits
  }

  #attend(layer: Layer, position: number): void {
    const { dim, heads, kvHeads } = this.shape
    const { state, normed, query, attended, change } = this.#room
    const size = dim / heads
    const width = size * kvHeads
    const here = position * width
    const key = layer.keys.subarray(here, here + width)
    const value = layer.values.subarray(here, here + width)
    normalize(normed, state, layer.attn_norm)
    multiply(query, layer.attn_q, normed)
    multiply(key, layer.attn_k, normed)
    multiply(value, layer.attn_v, normed)
    this.#turn(query, position)
    this.#turn(key, position)
    for (let head = 0; head < heads; head++) {
      this.#attendWith(head, layer, position)
    }
    multiply(change, layer.attn_output, attended)
    add(state, change)
  }

  #attendWith(head: number, { keys, values }: Layer, position: number): void {
    const { dim, heads, kvHeads } = this.shape
    const { query, scores, attended } = this.#room
    const size = dim / heads
    const width = size * kvHeads
    const at = head * size
    // Where some heads share keys and values, neighbours do.
    const shared = Math.floor((head * kvHeads) / heads) * size
    for (let past = 0; past <= position; past++) {
      const from = past * width + shared
      let sum = 0
      for (let index = 0; index < size; index++) {
        sum += query[at + index]! * keys[from + index]!
      }
      scores[past] = sum / Math.sqrt(size)
    }
    softmax(scores, position + 1)
    attended.fill(0, at, at + size)
    for (let past = 0; past <= position; past++) {
      const from = past * width + shared
      for (let index = 0; index < size; index++) {
        attended[at + index]! += scores[past]! * values[from + index]!
      }
    }
  }

  /** Turns each pair of numbers by an angle that grows with the position, so that distances can be seen. */
  #turn(numbers: Float32Array, position: number): void {
    const size = this.shape.dim / this.shape.heads
    for (let at = 0; at < numbers.length; at += 2) {
      const turn = position * size + (at % size)
      const cosine = this.#turns[turn]!
      const sine = this.#turns[turn + 1]!
      const x = numbers[at]!
      const y = numbers[at + 1]!
      numbers[at] = x * cosine - y * sine
      numbers[at + 1] = x * sine + y * cosine
    }
  }

  #feedForward(layer: Layer): void {
    const { state, normed, gate, up, change } = this.#room
    normalize(normed, state, layer.ffn_norm)
    multiply(gate, layer.ffn_gate, normed)
    multiply(up, layer.ffn_up, normed)
    for (let at = 0; at < gate.length; at++) {
      gate[at]! *= up[at]! / (1 + Math.exp(-gate[at]!))
    }
    multiply(change, layer.ffn_down, gate)
    add(state, change)
  }
}

function roomFor({ dim, hidden, vocabulary, context }: Shape) {
  return {
    state: new Float32Array(dim),
    normed: new Float32Array(dim),
    query: new Float32Array(dim),
    scores: new Float32Array(context),
    attended: new Float32Array(dim),
    change: new Float32Array(dim),
    gate: new Float32Array(hidden),
    up: new Float32Array(hidden),
    logits: new Float32Array(vocabulary),
  }
}

function turnsOf({ dim, heads, context }: Shape): Float32Array {
  const size = dim / heads
  return Float32Array.from({ length: context * size }, (_, at) => {
    const pair = Math.floor((at % size) / 2)
    const angle = Math.floor(at / size) * ROPE_BASE ** ((-2 * pair) / size)
    return at % 2 ? Math.sin(angle) : Math.cos(angle)
  })
}
