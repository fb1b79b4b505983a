/**
 * Size and time over the passes: a line that falls as the module gets smaller,
 * and a bar below it for each pass that somebody timed. A press on a column
 * goes to its pass; rows beside it do the same for the keyboard.
 */
import { timeWords, type PassRow } from './pass-list.ts'

/** Units of the drawing: a column, the height of sizes, and of times. */
const COLUMN = 10
const SIZES = 60
const TIMES = 22
const GAP = 6

/** @returns an SVG that is as wide as what it stands in */
export function passPlotMarkup(
  rows: readonly PassRow[],
  chosen: number,
): string {
  const first = rows[0]?.before ?? 0
  const last = rows.at(-1)?.after ?? 0
  const most = Math.max(1, first, ...rows.map(({ after }) => after))
  const longest = Math.max(
    0,
    ...rows.map(({ milliseconds = 0 }) => milliseconds),
  )
  const width = (rows.length + 1) * COLUMN
  const y = (size: number) => round(SIZES - (size / most) * (SIZES - 4))
  const steps = rows.map(
    ({ after }, index) => `V${y(after)}H${(index + 2) * COLUMN}`,
  )
  const line = `M0 ${y(first)}H${COLUMN}${steps.join('')}`
  const isTimed = rows.some(({ milliseconds }) => milliseconds !== undefined)
  const height = isTimed ? SIZES + GAP + TIMES : SIZES
  const columns = rows.map((row, index) => {
    const at = (index + 1) * COLUMN
    const isChosen = index + 1 === chosen
    const classes = [
      'column',
      row.isChanged ? 'changed' : '',
      isChosen ? 'chosen' : '',
    ]
      .filter(Boolean)
      .join(' ')
    const tall = longest ? ((row.milliseconds ?? 0) / longest) * TIMES : 0
    const bar =
      row.milliseconds === undefined
        ? ''
        : `<rect class="time" x="${at + 2}" y="${round(height - Math.max(1, tall))}" width="${COLUMN - 4}" height="${round(Math.max(1, tall))}"/>`
    return `<g class="${classes}" data-step="${index + 1}"><title>${row.pass}: ${row.before} → ${row.after} bytes${row.milliseconds === undefined ? '' : `, ${timeWords(row.milliseconds)}`}</title><rect class="hit" x="${at}" y="0" width="${COLUMN}" height="${height}"/>${bar}</g>`
  })
  return `<svg class="pass-plot" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="The size over ${rows.length} steps, from ${first} to ${last} bytes">${columns.join('')}<path class="area" d="${line}V${SIZES}H0Z"/><path class="sizes" d="${line}"/></svg>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
