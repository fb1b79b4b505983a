/** What a check of a model's shards came to, and what is to be deleted of it. */
import type { Soundness } from '../../engines/webllm-soundness.ts'
import type { StoredFile, StoredModel } from '../../engines/webllm-stored.ts'
import type { ShownCheck } from '../../figures/storage.ts'

export function checkOf(soundness: Soundness): ShownCheck {
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
