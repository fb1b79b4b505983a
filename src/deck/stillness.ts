/**
 * Stillness: when nobody has moved the mouse for a while, the buttons in the
 * corner and the mouse’s arrow are gone from the audience’s screen.
 */

/** Milliseconds without a move. */
const WHILE = 3000

/** Marks the page as `still` after a while, until the mouse moves. */
export function quietWhenStill(signal: AbortSignal): void {
  const { classList } = document.documentElement
  let timer = 0
  const stir = () => {
    classList.remove('still')
    clearTimeout(timer)
    timer = window.setTimeout(() => classList.add('still'), WHILE)
  }
  for (const name of ['pointermove', 'pointerdown'] as const) {
    document.addEventListener(
      name,
      (event) => {
        // What moves under a mouse that lies still is no move of the mouse.
        const { type, movementX, movementY } = event
        if (type === 'pointerdown' || movementX || movementY) stir()
      },
      { signal, passive: true },
    )
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    classList.remove('still')
  })
  stir()
}
