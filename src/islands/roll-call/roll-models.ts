/** Who is asked: the storyteller as far as it was trained, and what is stored for the card. */
import type { Model } from '../../engines/engine.ts'
import type { GpuModel } from '../../engines/gpu-model.ts'
import { checkpoints, storyteller } from '../../engines/storyteller.ts'
import { gpuModels } from '../../engines/webllm-models.ts'
import { storedModels } from '../../engines/webllm-storage.ts'
import { needsNoDownload } from '../../engines/webllm-stored.ts'
import { wishOf, type TeamList, type Wish } from '../../roll/roll.ts'
import { narrator } from '../narrator.ts'
import type { Watcher } from '../working.ts'

/** Models whose answers cost no download; none where a browser tells nothing of its storage. */
export async function modelsHere(): Promise<GpuModel[]> {
  const stored = await storedModels(gpuModels).catch(() => [])
  return gpuModels.filter((model) => needsNoDownload(model, stored))
}

/** @param own the checkpoints’ names, in the order of their training */
export function modelOf(name: string, own: readonly string[]): Model {
  const checkpoint = checkpoints[own.indexOf(name)]
  return checkpoint ?? gpuModels.find(({ id }) => id === name) ?? storyteller()
}

/**
 * One answer.
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
