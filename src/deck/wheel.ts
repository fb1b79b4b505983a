/**
 * The mouse wheel: one notch is one press. Trackpads send a flood that goes on
 * after the fingers have left, so one gesture is one press, too.
 */
import type { Wish } from './keys.ts'

/** What a wheel says, in pixels, and when, in milliseconds. */
export interface Turn {
  delta: number
  at: number
}

/** Pixels that make a press; a notch has 100 or more. */
const ENOUGH = 60
/** A turn as large as that can be the next notch of a wheel. */
const NOTCH = 100
/** Milliseconds without a turn that end a gesture. */
const PAUSE = 150
/** Milliseconds between two presses of one gesture, at the least. */
const APART = 250

/** @returns what tells of each turn whether it is a press */
export function wheelGate(): (turn: Turn) => 'next' | 'back' | undefined {
  let gone = 0
  let last: Turn = { delta: 0, at: -Infinity }
  let pressedAt: number | undefined
  return (turn) => {
    const { delta, at } = turn
    const isNew = at - last.at > PAUSE || delta * last.delta < 0
    const ebbs = Math.abs(delta) < Math.max(NOTCH, Math.abs(last.delta))
    last = turn
    if (isNew) {
      gone = 0
      pressedAt = undefined
    }
    // Of what ebbs away nothing is counted: that hand has done its press.
    if (pressedAt !== undefined && (ebbs || at - pressedAt < APART)) {
      return undefined
    }
    gone += delta
    if (Math.abs(gone) < ENOUGH) return undefined
    gone = 0
    pressedAt = at
    return delta > 0 ? 'next' : 'back'
  }
}

/** Pixels of a line and of a page, for wheels that count in those. */
const UNITS = [1, 40, 800]

/** @returns what calls back for a turn over the slide that scrolls nothing and zooms nothing */
export function wheel(wish: (wish: Wish) => void): (event: WheelEvent) => void {
  const gate = wheelGate()
  return (event) => {
    const { deltaX, deltaY, deltaMode, timeStamp, target } = event
    if (event.defaultPrevented || event.ctrlKey || event.shiftKey) return
    if (Math.abs(deltaX) > Math.abs(deltaY)) return
    if (!isFree(target as Element)) return
    const press = gate({ delta: deltaY * UNITS[deltaMode]!, at: timeStamp })
    if (press) wish(press)
  }
}

/** Whether nothing around an element scrolls, up to the slide. */
function isFree(target: Element): boolean {
  const slide = target.closest('[data-shown]')
  if (!slide) return false
  for (let element = target; ; element = element.parentElement!) {
    const isLonger = element.scrollHeight > element.clientHeight + 1
    const { overflowY } = getComputedStyle(element)
    if (isLonger && /auto|scroll/.test(overflowY)) return false
    if (element === slide) return true
  }
}
