/**
 * What a small Llama is, as numbers: its shape, and its tensors by the names
 * that GGUF gives them. Files are read into this and written from it.
 */

/** Added to the mean of squares before its root is taken. */
export const NORM_EPSILON = 1e-5
/** The slowest wheel of the rotary positions turns this many times slower than the first, nearly. */
export const ROPE_BASE = 10_000

export interface Shape {
  /** Numbers in the state that goes from layer to layer. */
  dim: number
  /** Numbers in the middle of a feed-forward net. */
  hidden: number
  layers: number
  heads: number
  /** Heads that have keys and values of their own; several others may share each. */
  kvHeads: number
  vocabulary: number
  /** Tokens that it looks back on. */
  context: number
}

export interface Model {
  shape: Shape
  /** By name, row after row; a row is what is multiplied with the input. */
  tensors: ReadonlyMap<string, Float32Array>
}

export interface TensorShape {
  name: string
  /** 1 for the weights of a norm, which stay in 32 bits. */
  rows: number
  columns: number
}

/** The tensors of one layer by the order in which they are used. */
export const LAYER_TENSORS = [
  'attn_norm',
  'attn_q',
  'attn_k',
  'attn_v',
  'attn_output',
  'ffn_norm',
  'ffn_gate',
  'ffn_down',
  'ffn_up',
] as const

export type LayerTensor = (typeof LAYER_TENSORS)[number]

export function nameOf(layer: number, tensor: LayerTensor): string {
  return `blk.${layer}.${tensor}.weight`
}

export const EMBEDDINGS = 'token_embd.weight'
export const LAST_NORM = 'output_norm.weight'

/** @returns all tensors of such a model; what makes logits of the last state are the embeddings */
export function tensorsOf(shape: Shape): TensorShape[] {
  const { dim, layers, vocabulary } = shape
  const all = [{ name: EMBEDDINGS, rows: vocabulary, columns: dim }]
  for (let layer = 0; layer < layers; layer++) {
    for (const tensor of LAYER_TENSORS) {
      const [rows, columns] = sizeOf(tensor, shape)
      all.push({ name: nameOf(layer, tensor), rows, columns })
    }
  }
  all.push({ name: LAST_NORM, rows: 1, columns: dim })
  return all
}

/** @returns how many numbers the model has learned */
export function parametersOf(shape: Shape): number {
  return tensorsOf(shape).reduce(
    (sum, { rows, columns }) => sum + rows * columns,
    0,
  )
}

/** @returns rows and columns */
export function sizeOf(
  tensor: LayerTensor,
  { dim, hidden, heads, kvHeads }: Shape,
): [rows: number, columns: number] {
  const shared = (dim / heads) * kvHeads
  switch (tensor) {
    case 'attn_norm':
    case 'ffn_norm':
      return [1, dim]
    case 'attn_k':
    case 'attn_v':
      return [shared, dim]
    case 'attn_q':
    case 'attn_output':
      return [dim, dim]
    case 'ffn_gate':
    case 'ffn_up':
      return [hidden, dim]
    case 'ffn_down':
      return [dim, hidden]
  }
}
