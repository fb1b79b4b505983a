/**
 * Which files are shipped of what was trained. All of one checkpoint's files
 * say the same, as exactly as their numbers can.
 */
import { fromHalf, toHalf } from './half.ts'
import { writeGguf, type Label } from './gguf.ts'
import { writeLlama2c, writeLlama2cTokenizer } from './llama2c.ts'
import { parametersOf, tensorsOf, type Model } from './model.ts'
import type { Tokenizer } from './tokenizer.ts'

/** The model as it is read at last. */
export const FINAL = 'storyteller'

/** From a beginner to the one that tells: the stops of "training time". */
export const CHECKPOINTS = ['storyteller-early', 'storyteller-middle', FINAL]

/** What the training says about a checkpoint. */
export interface Checkpoint {
  name: string
  step: number
  /** Seen in training, with repetition. */
  tokens: number
  /** Since the beginning of the training. */
  seconds: number
  /** In nats a token. */
  validationLoss: number
}

/** @returns names and contents; the final model comes in more forms than its forerunners */
export function filesOf(
  { name, tokens }: Checkpoint,
  model: Model,
  tokenizer: Tokenizer,
): [name: string, content: Uint8Array][] {
  const label = labelOf(tokens, model)
  const q8 = writeGguf(model, tokenizer, { label, numbers: 'q8_0' })
  const files: [string, Uint8Array][] = [[`${name}.q8_0.gguf`, q8]]
  if (name !== FINAL) return files
  const f16 = writeGguf(model, tokenizer, { label, numbers: 'f16' })
  return [
    ...files,
    [`${name}.f16.gguf`, f16],
    [`${name}.bin`, writeLlama2c(inHalves(model))],
    ['tokenizer.bin', writeLlama2cTokenizer(tokenizer)],
  ]
}

function labelOf(tokens: number, { shape }: Model): Label {
  const [parameters, seen] = [parametersOf(shape), tokens].map(
    (count) => `${(count / 1e6).toPrecision(3)} million`,
  )
  return {
    name: 'The storyteller',
    description: `Tells bedtime stories about the Lantern Pups. ${parameters} parameters, trained from nothing on ${seen} tokens of stories that a grammar tells.`,
    author: 'A Wasm New Year',
    license: 'apache-2.0',
  }
}

/** @returns the model as a file in f16 has it: halves in matrices, norms as they are */
function inHalves({ shape, tensors }: Model): Model {
  const matrices = tensorsOf(shape).filter(({ rows }) => rows > 1)
  const halves = matrices.map(({ name }): [string, Float32Array] => [
    name,
    tensors.get(name)!.map((value) => fromHalf(toHalf(value))),
  ])
  return { shape, tensors: new Map([...tensors, ...halves]) }
}
