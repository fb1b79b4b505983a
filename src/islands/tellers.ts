/** Who can tell in this page without a download: the storyteller, and models that are stored here. */
import type { Message, Model } from '../engines/engine.ts'
import { checkpoints } from '../engines/storyteller.ts'
import { gpuModels } from '../engines/webllm-models.ts'
import { storedModels } from '../engines/webllm-storage.ts'
import { needsNoDownload } from '../engines/webllm-stored.ts'

export interface Teller {
  /** As states name it. */
  name: string
  /** For people. */
  words: string
  model: Model
  /** A text to go on from, or a question to answer, as the model wants it. */
  promptOf(text: string): string | Message[]
}

export const checkpointTellers: readonly Teller[] = checkpoints.map(
  (model) => ({
    name: model.stop,
    words: model.name,
    model,
    promptOf: (text) => text,
  }),
)

/** Models for the graphics card that are complete on this device. */
export async function storedTellers(): Promise<Teller[]> {
  // Where a browser does not tell what is stored, the storyteller tells.
  const stored = await storedModels(gpuModels).catch(() => [])
  return gpuModels
    .filter(
      (model) => model.kind !== 'vectors' && needsNoDownload(model, stored),
    )
    .map((model) => ({
      name: model.id,
      words: model.name,
      model,
      promptOf: (content) => [{ role: 'user', content }],
    }))
}
