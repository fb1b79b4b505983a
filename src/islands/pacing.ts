/** Telling, with its pace: how fast a model is, from where it is ready. */
import type { Model, Wish } from '../engines/engine.ts'
import type { Pace } from '../figures/story.ts'
import { narrator } from './narrator.ts'
import type { Watcher } from './working.ts'

/**
 * Tells by a wish, with the engine of the page.
 *
 * @param hear is given each text as it comes, and how fast it came so far
 * @returns whether the model closed the text; if not, it was cut off
 * @throws EngineError; the signal's reason where it was stopped
 */
export async function tellPaced(
  model: Model,
  wish: Omit<Wish, 'signal'>,
  watcher: Watcher,
  hear: (text: string, pace: Pace) => void,
): Promise<boolean> {
  const pace: Pace = { tokens: 0, first: 0, took: 0 }
  let asked = 0
  let isWhole = false
  const onReady = () => {
    asked = performance.now()
    watcher.onTold?.('Telling …')
  }
  await narrator.tell(model, wish, { ...watcher, onReady }, ({ text }) => {
    // The mark that closes a text comes as a piece without any.
    isWhole = text === ''
    if (isWhole) return
    const since = Math.round(performance.now() - asked)
    if (pace.tokens === 0) pace.first = since
    pace.tokens += 1
    pace.took = since - pace.first
    hear(text, { ...pace })
  })
  return isWhole
}
