/**
 * Size against run time: a point for each level, with a line from its quickest
 * run to its slowest one. Whoever is nearer to the lower left corner is better.
 */
import { escape } from './escape.ts'
import { labelsOf, LINE, type Box, type Label } from './level-labels.ts'
import type { LevelRow } from './level-table.ts'
import { spreadWords, type ShownSpread } from './spread.ts'

/** Units of the drawing, and what its axes take of it. */
const WIDTH = 420
const HEIGHT = 260
const AREA: Box = { left: 58, top: 30, right: 408, bottom: 216 }

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
  const x = axis(
    timed.map(({ run }) => run.median),
    AREA.left,
    AREA.right,
  )
  const y = axis(
    timed.map(({ size }) => size),
    AREA.bottom,
    AREA.top,
  )
  const points = timed.map((row) => pointMarkup(row, x, y))
  const named = timed.map(({ level, size, run }) => ({
    name: level,
    x: x.at(run.median),
    y: y.at(size),
  }))
  const labels = labelsOf(named, { ...AREA, top: AREA.top - LINE })
  return `<svg class="level-plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Size against run time, a point for each level">${marksMarkup(x, y)}${points.join('')}${labels.map(labelMarkup).join('')}</svg>`
}

/** An axis that has room for all values, and makes no mountain of a mole hill. */
function axis(values: readonly number[], from: number, to: number): Axis {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const room = 1.3 * Math.max(most - least, most / 5)
  const start = Math.max(0, (least + most - room) / 2)
  const at = (value: number) => from + ((value - start) / room) * (to - from)
  const step = niceStep(room / 4)
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
  const [least, most] = [run.least, run.most].map((time) =>
    round(Math.max(AREA.left, Math.min(AREA.right, x.at(time)))),
  )
  const [cx, cy] = [round(x.at(run.median)), round(y.at(size))]
  const words = `${level}: ${size.toLocaleString('en')} bytes, ${spreadWords(run)}`
  return `<g class="point"><title>${escape(words)}</title><path d="M${least} ${cy - 4}v8m0 -4H${most}m0 -4v8"/><circle cx="${cx}" cy="${cy}" r="4.5"/></g>`
}

function labelMarkup({ names, left, right, bottom }: Label): string {
  return `<text class="name" x="${round((left + right) / 2)}" y="${round(bottom - 3.5)}" text-anchor="middle">${names.join(' ')}</text>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
