/** What a model makes of tokens: a story that goes on, and how surprised it is by one. */
import type { ForwardPass } from './forward.ts'
import { sample, type Settings } from './sampling.ts'
import { END } from './tokenizer.ts'

export interface Telling {
  /** Without those of the prompt, and without `</s>`. */
  tokens: number[]
  /** Whether the model closed the text, before the context was full. */
  ended: boolean
}

/**
 * @param prompt tokens, `<s>` included
 * @param chance gives numbers from 0 to below 1
 */
export function goOn(
  pass: ForwardPass,
  prompt: readonly number[],
  settings: Settings,
  chance?: () => number,
): Telling {
  const tokens: number[] = []
  const { context } = pass.shape
  for (const [at, token] of prompt.slice(0, -1).entries()) pass.run(token, at)
  let last = prompt.at(-1)!
  for (let at = prompt.length - 1; at < context; at++) {
    last = sample(pass.run(last, at), settings, chance)
    if (last === END) return { tokens, ended: true }
    tokens.push(last)
  }
  return { tokens, ended: false }
}

/**
 * @param tokens of a story, with its marks
 * @returns the surprise of all tokens but the first, in nats
 */
export function surpriseAt(
  pass: ForwardPass,
  tokens: ArrayLike<number>,
): number {
  let nats = 0
  for (let at = 0; at + 1 < tokens.length; at++) {
    const logits = pass.run(tokens[at]!, at)
    let sum = 0
    for (const logit of logits) sum += Math.exp(logit)
    nats += Math.log(sum) - logits[tokens[at + 1]!]!
  }
  return nats
}
