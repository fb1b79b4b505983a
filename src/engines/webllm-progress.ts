/** What WebLLM tells of its loading, which is words for people, as numbers. */
import type { Progress } from './engine.ts'

const MB = 1e6

/**
 * @param report as WebLLM's callback is given it
 * @returns how far it is; null where it says nothing that counts
 */
export function progressOf({
  progress,
  text,
}: {
  progress: number
  text: string
}): Progress | null {
  const [, at, of] = /\[(\d+)\/(\d+)\]/.exec(text) ?? []
  if (/shader/i.test(text)) return counted('start', Number(at), Number(of))
  const [, megabytes] = /(\d+)MB (?:fetched|loaded)/.exec(text) ?? []
  if (!megabytes) return null
  const loaded = Number(megabytes) * MB
  const phase = /from cache/i.test(text) ? 'memory' : 'model'
  return counted(phase, loaded, progress > 0 ? loaded / progress : 0)
}

function counted(
  phase: Progress['phase'],
  loaded: number,
  total: number,
): Progress {
  return { phase, loaded: loaded || 0, total: total || 0 }
}
