/** Enlarging, as arithmetic: which part of a slide fills the screen. */
import { isRecord } from '../state.ts'
import { isOnSlide, type Point } from './units.ts'

/** A part of a slide, in its unit. */
export interface Part extends Point {
  width: number
  height: number
}

/** All that a slide shows, in its unit: its size differs from window to window. */
export interface Size {
  width: number
  height: number
}

/** A slide is enlarged so many times at the most. */
const MOST = 8

/** What another window said that it enlarges; undefined if that is no part. */
export function partFrom(value: unknown): Part | undefined {
  if (!isRecord(value)) return undefined
  const { x, y, width, height } = value
  const fits = [x, y, width, height].every(isOnSlide)
  if (!fits || !((width as number) > 0) || !((height as number) > 0)) {
    return undefined
  }
  return { x, y, width, height } as Part
}

export function wholeOf({ width, height }: Size): Part {
  return { x: 0, y: 0, width, height }
}

/** How many times a part is enlarged. */
export function scaleOf({ width }: Part, size: Size): number {
  return size.width / width
}

/** What a window shows for a part: all of it, in the shape of the window. */
export function filling(part: Part, size: Size): Part {
  const fit = Math.min(size.width / part.width, size.height / part.height)
  const scale = within(fit, 1, MOST)
  const width = size.width / scale
  const height = size.height / scale
  const x = part.x + part.width / 2 - width / 2
  const y = part.y + part.height / 2 - height / 2
  return {
    x: within(x, 0, size.width - width),
    y: within(y, 0, size.height - height),
    width,
    height,
  }
}

/** So many times larger; what is at a point stays there as far as it can. */
export function enlarged(
  part: Part,
  times: number,
  at: Point,
  size: Size,
): Part {
  const scale = within(scaleOf(part, size) * times, 1, MOST)
  const share = size.width / scale / part.width
  return filling(
    {
      x: at.x - (at.x - part.x) * share,
      y: at.y - (at.y - part.y) * share,
      width: part.width * share,
      height: part.height * share,
    },
    size,
  )
}

export function middleOf({ x, y, width, height }: Part): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** On the way from one part to another. @param share 0 at the first, 1 at the other */
export function between(from: Part, to: Part, share: number): Part {
  const way = (a: number, b: number) => a + (b - a) * share
  return {
    x: way(from.x, to.x),
    y: way(from.y, to.y),
    width: way(from.width, to.width),
    height: way(from.height, to.height),
  }
}

/**
 * How a slide is moved and cut so that a part of it fills its place.
 * @param unit pixels of the slide’s unit
 */
export function stylesOf(
  part: Part,
  size: Size,
  unit: number,
): { transform: string; clipPath: string } {
  const scale = scaleOf(part, size)
  const pixels = (units: number) => `${(units * unit).toFixed(2)}px`
  const right = size.width - part.x - part.width
  const bottom = size.height - part.y - part.height
  return {
    transform: `translate(${pixels(-part.x * scale)}, ${pixels(-part.y * scale)}) scale(${scale.toFixed(4)})`,
    clipPath: `inset(${[part.y, right, bottom, part.x].map((side) => pixels(Math.max(side, 0))).join(' ')})`,
  }
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
