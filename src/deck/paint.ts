/** What can wait until people see what they asked for. */

/** Milliseconds after which nobody waits for a frame: the window is covered. */
const LONG = 200

const { port1, port2 } = new MessageChannel()
let waiting: (() => void)[] = []
let timer = 0

port1.addEventListener('message', () => {
  const acts = waiting
  waiting = []
  for (const act of acts) act()
})
port1.start()

/** Calls back when the next frame is on the screen, in the order of the calls. */
export function afterPaint(act: () => void): void {
  if (waiting.push(act) > 1) return
  requestAnimationFrame(painted)
  timer = window.setTimeout(painted, LONG)
}

/** A message comes when what the frame shows has been painted. */
function painted(): void {
  clearTimeout(timer)
  port2.postMessage(undefined)
}
