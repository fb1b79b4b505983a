/** What a check of a model's shards came to, and what is to be deleted of it. */
import { checkStored, type Soundness } from '../../engines/webllm-soundness.ts'
import type { StoredFile, StoredModel } from '../../engines/webllm-stored.ts'
import { roomWords } from '../../figures/room-words.ts'
import type { ShownCheck } from '../../figures/storage.ts'
import type { Watcher } from '../working.ts'

/** Percent between two words about progress. */
const STEP = 5

/** @throws EngineError; the signal's reason where it was stopped */
export async function check(
  model: StoredModel,
  { signal, onTold }: Watcher,
): Promise<ShownCheck> {
  let told = -1
  const hear = (loaded: number, total: number) => {
    const percent = Math.floor((100 * loaded) / total / STEP) * STEP
    if (percent === told) return
    told = percent
    onTold?.(`Read ${percent} % of ${roomWords(total)} …`)
  }
  return summary(await checkStored(model, hear, signal))
}

function summary(soundness: Soundness): ShownCheck {
  const all = [...soundness].filter(([, verdict]) => verdict !== 'missing')
  return {
    checked: all.length,
    broken: all
      .filter(([, verdict]) => verdict.startsWith('other-'))
      .map(([name]) => name),
    unsummed: all.filter(([, verdict]) => verdict === 'no-sum').length,
  }
}

export function brokenFiles(
  { folder, files }: Pick<StoredModel, 'folder' | 'files'>,
  broken: readonly string[],
): StoredFile[] {
  const urls = new Set(broken.map((name) => new URL(name, folder).href))
  return files.filter(({ url }) => urls.has(url))
}
