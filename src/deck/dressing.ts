/** Styles that few windows need come when they are needed. */
import { make } from './making.ts'

const coming = new Map<string, Promise<void>>()

/**
 * @param sheet a file beside the scripts; '' where the page has it
 * @returns when it is there. Without it, all works, and looks plain.
 */
export function dress(sheet: string): Promise<void> {
  if (!sheet) return Promise.resolve()
  const known = coming.get(sheet) ?? link(sheet)
  coming.set(sheet, known)
  return known
}

function link(sheet: string): Promise<void> {
  const { href } = new URL(sheet, import.meta.url)
  return new Promise((resolve) => {
    const come = () => resolve()
    // Who asks again after a failure has it looked for again.
    const fail = () => {
      coming.delete(sheet)
      resolve()
    }
    document.head.append(
      make('link', { rel: 'stylesheet', href, onload: come, onerror: fail }),
    )
  })
}
