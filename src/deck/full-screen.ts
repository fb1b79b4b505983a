/** Full screen, for this window alone: other windows keep their size. */
import type { Lectern, Tool } from './tools.ts'

const REFUSED =
  'This browser shows no page in full screen. On an iPhone, add the site to the Home Screen, and open it from there.'

export function tool({ signal, notice }: Lectern): Tool {
  signal.addEventListener('abort', () => void leave())
  return {
    use: () => void toggle(notice),
    // The browser has Escape for that, and the deck does not hear of it.
    layDown: () => false,
  }
}

async function toggle(notice: (words: string) => void): Promise<void> {
  if (document.fullscreenElement) return leave()
  try {
    await document.documentElement.requestFullscreen()
    notice('')
  } catch {
    notice(REFUSED)
  }
}

async function leave(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
}
