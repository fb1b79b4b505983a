/** The Worker that runs the storyteller's forward pass: tokens in, odds out. */
import { Foresight } from '../../storyteller/likely.ts'
import type { Answer, Order } from './foresight.ts'
import { MOST_KNOWN } from '../../storyteller/likely-place.ts'

let foresight: Foresight | undefined

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  try {
    if (data.weights) foresight = new Foresight(data.weights)
    const { context } = foresight!
    const isTooLong = data.tokens.length >= context
    answer(
      isTooLong
        ? {
            failed: `The text has ${data.tokens.length} tokens, and this model looks back on ${context - 1}. Shorten it.`,
          }
        : { candidates: foresight!.after(data.tokens, MOST_KNOWN) },
    )
  } catch (error) {
    answer({ failed: (error as Error).message })
  }
})

function answer(words: Answer): void {
  postMessage(words)
}
