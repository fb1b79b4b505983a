/** Styles that few windows need come when they are needed. */
import { make } from './making.ts'

/**
 * @param sheet a file beside the scripts; '' where the page has it
 * @returns when it is there. Without it, all works, and looks plain.
 */
export function dress(sheet: string): Promise<void> {
  if (!sheet) return Promise.resolve()
  const { href } = new URL(sheet, import.meta.url)
  return new Promise((resolve) => {
    const come = () => resolve()
    document.head.append(
      make('link', { rel: 'stylesheet', href, onload: come, onerror: come }),
    )
  })
}
