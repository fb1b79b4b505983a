/**
 * Ink, as data: strokes of a pen on a slide, in the slide’s unit. Each stroke
 * has a name of its own among what windows share, so whoever draws at the same
 * time takes nothing from anybody.
 */
import { isRecord } from '../state.ts'
import { isOnSlide, rounded, type Point } from './units.ts'

export const HUES = ['coral', 'green', 'blue'] as const
export const TIPS = ['pen', 'marker'] as const

export type Hue = (typeof HUES)[number]
export type Tip = (typeof TIPS)[number]

export interface Stroke {
  hue: Hue
  tip: Tip
  /** Of each point x, then y. */
  points: readonly number[]
}

/** How many strokes a slide takes, and how many points a stroke. */
export const MOST_STROKES = 500
export const MOST_POINTS = 2000

/** Points that are closer to the one before say nothing. */
const CLOSE = 0.08

const NAME = /^ink (\S+) ([a-z0-9-]{1,40})$/

/** @param id names are sorted by: the later stroke lies above */
export function nameOfStroke(slide: string, id: string): string {
  return `ink ${slide} ${id}`
}

export function parseName(
  name: string,
): { slide: string; id: string } | undefined {
  const [, slide, id] = NAME.exec(name) ?? []
  return slide && id ? { slide, id } : undefined
}

/** What another window said that it drew; undefined if that is no stroke. */
export function strokeFrom(value: unknown): Stroke | undefined {
  if (!isRecord(value)) return undefined
  const { hue, tip, points } = value as Partial<Stroke>
  const fits =
    HUES.includes(hue!) &&
    TIPS.includes(tip!) &&
    Array.isArray(points) &&
    points.length >= 2 &&
    points.length <= 2 * MOST_POINTS &&
    points.length % 2 === 0 &&
    points.every(isOnSlide)
  return fits ? { hue: hue!, tip: tip!, points: points! } : undefined
}

/** A stroke that goes on to a point; the same one where it is there already. */
export function drawnTo(stroke: Stroke, to: Point): Stroke {
  const { points } = stroke
  const x = rounded(to.x)
  const y = rounded(to.y)
  const [fromX, fromY] = points.slice(-2)
  if (Math.hypot(x - fromX!, y - fromY!) < CLOSE) return stroke
  return { ...stroke, points: [...points, x, y] }
}

/** The path of a stroke, smooth: it goes through the middles between points. */
export function pathOf({ points }: Stroke): string {
  const [x, y] = points
  // A path that goes nowhere has no round ends.
  if (points.length === 2) return `M${x} ${y}h.01`
  let path = `M${x} ${y}`
  for (let at = 2; at < points.length - 2; at += 2) {
    const middleX = rounded((points[at]! + points[at + 2]!) / 2)
    const middleY = rounded((points[at + 1]! + points[at + 3]!) / 2)
    path += `Q${points[at]} ${points[at + 1]} ${middleX} ${middleY}`
  }
  return `${path}L${points.at(-2)} ${points.at(-1)}`
}

/** Whether a stroke comes as near to a point as that. */
export function isNear(
  { points }: Stroke,
  point: Point,
  reach: number,
): boolean {
  for (let at = 0; at < points.length; at += 2) {
    const from = {
      x: points[Math.max(at - 2, 0)]!,
      y: points[Math.max(at - 1, 1)]!,
    }
    const to = { x: points[at]!, y: points[at + 1]! }
    if (distance(point, from, to) <= reach) return true
  }
  return false
}

/** From a point to the line between two others. */
function distance(point: Point, from: Point, to: Point): number {
  const x = to.x - from.x
  const y = to.y - from.y
  const length = x * x + y * y
  const along = (point.x - from.x) * x + (point.y - from.y) * y
  const part = length && Math.min(Math.max(along / length, 0), 1)
  return Math.hypot(point.x - from.x - part * x, point.y - from.y - part * y)
}
