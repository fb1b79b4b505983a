/**
 * Clickers are keyboards with few keys. Three of their buttons send keys that
 * stand among all others: page keys or arrows, and `b` or a period for black.
 *
 * The fourth, for starting, sends F5 (or Shift+F5) and Escape in turns, as
 * PowerPoint has them. Here nothing is lost by it: F5 asks for full screen,
 * where a browser would reload, and the Escape that comes next only leaves the
 * full screen again, which browsers do themselves. In full screen, F5 does
 * nothing. Whoever means to reload has Ctrl+R, or Ctrl+F5.
 *
 * Clickers that send Tab and Enter go along links and buttons as all keyboards
 * do, and those that send volume keys are not heard: browsers get none of them.
 */
import { isPlain, type Wish } from './keys.ts'

/** Calls back when the button for starting asks for full screen. */
export function onStartButton(
  wish: (wish: Wish) => void,
  signal: AbortSignal,
): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (!isStart(event)) return
      event.preventDefault()
      if (!event.repeat && !document.fullscreenElement) wish('full screen')
    },
    { signal },
  )
}

/** Whether a key is the one that the button sends, and no reload. */
export function isStart(event: KeyboardEvent): boolean {
  return event.key === 'F5' && isPlain(event)
}
