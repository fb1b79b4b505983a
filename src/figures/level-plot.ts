/**
 * Size against run time: a point for each level, with a line from its quickest
 * run to its slowest one. Whoever is nearer to the lower left corner is better.
 */
import { escape } from './escape.ts'
import { labelsOf, LINE, type Box, type Label } from './level-labels.ts'
import type { LevelRow } from './level-table.ts'
import { spreadWords, type ShownSpread } from './spread.ts'

/** Units of the drawing, and what its axes take of it. */
const WIDTH = 340
const HEIGHT = 240
const AREA: Box = { left: 46, top: 30, right: 332, bottom: 198 }

type Timed = LevelRow & { run: ShownSpread }

/** A way from numbers to units, and the numbers that are written along it. */
interface Axis {
  at(value: number): number
  marks: number[]
}

/** @returns an SVG; '' where nobody measured */
export function levelPlotMarkup(rows: readonly LevelRow[]): string {
  const timed = rows.flatMap((row) => (row.run ? { ...row, run: row.run } : []))
  if (timed.length === 0) return ''
  const { left, top, right, bottom } = AREA
  const medians = timed.map(({ run }) => run.median)
  const x = axis(medians, [left, right], 1 / 5)
  // Sizes are exact: what differs by little differs.
  const y = axis(
    timed.map(({ size }) => size),
    [bottom, top],
    1 / 10,
  )
  const points = timed.map((row) => pointMarkup(row, x, y))
  const named = timed.map(({ level, size, run }) => ({
    name: level,
    x: x.at(run.median),
    y: y.at(size),
  }))
  const lines = timed.map(({ size, run }) => ({
    ...rangeOf(run, x),
    top: y.at(size) - 2,
    bottom: y.at(size) + 2,
  }))
  const labels = labelsOf(named, { ...AREA, top: top - LINE }, lines)
  return `<svg class="level-plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Size against run time, a point for each level">${marksMarkup(x, y)}${points.join('')}${labels.map(labelMarkup).join('')}</svg>`
}

/**
 * An axis that has room for all values, and makes no mountain of a mole hill:
 * it shows this share of the largest value at least.
 */
function axis(
  values: readonly number[],
  [from, to]: readonly [number, number],
  share: number,
): Axis {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const room = 1.3 * Math.max(most - least, most * share)
  const start = Math.max(0, (least + most - room) / 2)
  const at = (value: number) => from + ((value - start) / room) * (to - from)
  const step = niceStep(room / 5)
  const first = Math.ceil(start / step)
  const last = Math.floor((start + room) / step)
  const marks = Array.from(
    { length: last - first + 1 },
    (_, index) => (first + index) * step,
  )
  return { at, marks }
}

/** 1, 2 or 5, or ten times that, or a tenth, and so on. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5].find((step) => step * power >= least) ?? 10)
}

function marksMarkup(x: Axis, y: Axis): string {
  const { left, top, right, bottom } = AREA
  const lines = y.marks.map((mark) => `M${left} ${round(y.at(mark))}H${right}`)
  const sizes = y.marks.map(
    (mark) =>
      `<text x="${left - 8}" y="${round(y.at(mark) + 4)}" text-anchor="end">${markWords(mark)}</text>`,
  )
  const times = x.marks.map(
    (mark) =>
      `<text x="${round(x.at(mark))}" y="${bottom + 17}" text-anchor="middle">${markWords(mark)}</text>`,
  )
  return `<path class="grid" d="${lines.join('')}"/><path class="axes" d="M${left} ${top}V${bottom}H${right}"/><g class="marks">${sizes.join('')}${times.join('')}<text x="4" y="12">bytes · smaller ↓</text><text x="${left}" y="${HEIGHT - 8}">← quicker · ms for one run</text></g>`
}

function markWords(mark: number): string {
  return mark.toLocaleString('en', { maximumSignificantDigits: 4 })
}

function pointMarkup({ level, size, run }: Timed, x: Axis, y: Axis): string {
  const { left, right } = rangeOf(run, x)
  const [cx, cy] = [round(x.at(run.median)), round(y.at(size))]
  // A line that leaves the plot has no end there.
  const [start, end] = [
    left > AREA.left ? 'm0 -4v8m0 -4' : '',
    right < AREA.right ? 'm0 -4v8' : '',
  ]
  const words = `${level}: ${size.toLocaleString('en')} bytes, ${spreadWords(run)}`
  return `<g class="point"><title>${escape(words)}</title><path d="M${round(left)} ${cy}${start}H${round(right)}${end}"/><circle cx="${cx}" cy="${cy}" r="4.5"/></g>`
}

/** From the quickest run to the slowest one, as far as the plot goes. */
function rangeOf({ least, most }: ShownSpread, x: Axis) {
  const [left, right] = [least, most].map((time) =>
    Math.max(AREA.left, Math.min(AREA.right, x.at(time))),
  )
  return { left: left!, right: right! }
}

function labelMarkup({ names, left, right, bottom }: Label): string {
  return `<text class="name" x="${round((left + right) / 2)}" y="${round(bottom - 3.5)}" text-anchor="middle">${names.join(' ')}</text>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
