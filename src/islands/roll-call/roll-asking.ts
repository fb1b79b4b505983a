/** One answer of a model. */
import type { Model } from '../../engines/engine.ts'
import { wishOf, type TeamList, type Wish } from '../../roll/roll.ts'
import { narrator } from '../narrator.ts'
import type { Watcher } from '../working.ts'

/**
 * Asks once.
 *
 * @param told how many there are so far, in words
 */
export async function answerOf(
  model: Model,
  list: TeamList,
  { remedy, prompt, temperature, seed }: Wish,
  watcher: Watcher,
  told: string,
): Promise<string> {
  let answer = ''
  await narrator.tell(
    model,
    { ...wishOf(list, remedy, prompt), temperature, seed },
    { ...watcher, onReady: () => watcher.onTold?.(told) },
    ({ text }) => (answer += text),
  )
  watcher.signal.throwIfAborted()
  return answer
}
