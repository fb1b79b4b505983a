/** Times a model in a page, whichever way it comes there. */

/** In milliseconds, but for the last. */
export interface Told {
  ready: number
  /** From the wish to the first token. */
  first: number
  /** Tokens a second, from the first on. */
  rate: number
}

declare global {
  interface Window {
    /** @param seed of the story that is told */
    measure(seed: number): Promise<Told>
  }
}

/** How long a story is told, in tokens. */
export const TOKENS = 250

/**
 * @param load makes ready
 * @param tell starts a story, of which each token counts
 */
export async function timeStory<T>(
  load: () => Promise<T>,
  tell: (loaded: T) => AsyncIterable<unknown>,
): Promise<Told> {
  const began = performance.now()
  const loaded = await load()
  const ready = performance.now()
  const times: number[] = []
  for await (const _ of tell(loaded)) times.push(performance.now())
  const seconds = (times.at(-1)! - times[0]!) / 1000
  return {
    ready: ready - began,
    first: times[0]! - ready,
    rate: (times.length - 1) / seconds,
  }
}
