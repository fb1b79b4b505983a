/** All the ways to ask the deck for something: keys, clickers, fingers, wheel, the strip. */
import { onStartButton } from './clicker.ts'
import { onSwipe, wishOf, type Wish } from './keys.ts'
import { quietWhenStill } from './stillness.ts'

interface Asked {
  /** @param held whether the key is held down */
  wish(wish: Wish, held?: boolean): void
  /** Goes to another chapter. */
  visit(path: string): void
}

/** Listens until the slides are left. */
export function listenToAll({ wish, visit }: Asked, signal: AbortSignal): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const wished = wishOf(event)
      if (!wished) return
      event.preventDefault()
      wish(wished, event.repeat)
    },
    { signal },
  )
  onSwipe(wish, signal)
  onWheel(wish, signal)
  onStartButton(wish, signal)
  quietWhenStill(signal)
  const follow = (event: MouseEvent) => followStrip(event, visit)
  document.addEventListener('click', follow, { signal })
}

/** What reads a wheel comes with its first turn; until it is there, turns wait. */
function onWheel(wish: Asked['wish'], signal: AbortSignal): void {
  let reads: Promise<(event: WheelEvent) => void> | undefined
  const read = (event: WheelEvent) => {
    reads ??= import('./wheel.ts').then(({ wheel }) => wheel(wish))
    // Without it, there are keys.
    reads.then(
      (reader) => signal.aborted || reader(event),
      () => (reads = undefined),
    )
  }
  document.addEventListener('wheel', read, { signal, passive: true })
}

/** The strip leads to the chapter of a stage. */
function followStrip(event: MouseEvent, visit: (path: string) => void): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.strip a')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  visit(link.pathname)
}
