/**
 * Places on a slide, in its own unit: a hundredth of its width at 16:9, from its
 * top left. So what is pointed at, drawn and enlarged in one window lands on the
 * same spot in windows of other sizes, scrolled or enlarged as they are.
 */
import { isRecord } from '../state.ts'

export interface Point {
  x: number
  y: number
}

/** How a window has a slide on its screen. */
export interface View {
  /** The top left corner of what the slide shows, in the window. */
  left: number
  top: number
  /** How many times the slide is enlarged. */
  scale: number
  /** Pixels of a unit where nothing is enlarged. */
  unit: number
  /** Pixels of the slide that are scrolled away above. */
  scrolled: number
}

/** Pixels of a slide's unit, by the size of the slide; see `--u` in deck.css. */
export function unitOf(width: number, height: number): number {
  return Math.min(width / 100, height / 56.25)
}

/** @param at pixels in the window. @returns units on the slide */
export function toSlide({ x, y }: Point, view: View): Point {
  const { left, top, scale, unit, scrolled } = view
  return {
    x: (x - left) / scale / unit,
    y: ((y - top) / scale + scrolled) / unit,
  }
}

/** @param at units on the slide. @returns pixels in the window */
export function toWindow({ x, y }: Point, view: View): Point {
  const { left, top, scale, unit, scrolled } = view
  return {
    x: left + x * unit * scale,
    y: top + (y * unit - scrolled) * scale,
  }
}

/** Two digits are a fifth of a pixel on a large screen. */
export function rounded(units: number): number {
  return Math.round(units * 100) / 100
}

/** No slide is longer than that. */
const FARTHEST = 2000

/** Whether anything is a number of units that can be on a slide. */
export function isOnSlide(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    Number.isFinite(value) &&
    Math.abs(value) <= FARTHEST
  )
}

/** A spot on a slide, as windows tell each other. */
export interface Spot extends Point {
  /** The slide’s name, see `slide-names.ts`. */
  slide: string
}

/** What another window said of where it points; undefined if that is nowhere. */
export function spotFrom(value: unknown): Spot | undefined {
  if (!isRecord(value)) return undefined
  const { slide, x, y } = value
  if (typeof slide !== 'string' || !isOnSlide(x) || !isOnSlide(y)) {
    return undefined
  }
  return { slide, x, y }
}
