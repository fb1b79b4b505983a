/**
 * What levels make of a program: a table of the levels, and once
 * somebody has measured, size against run time and what can be said of that.
 */
import { escape } from './escape.ts'
import { levelLookMarkup, type LevelLook } from './level-look.ts'
import { levelPlotMarkup } from './level-plot.ts'
import { levelTableMarkup, quickest, type LevelRow } from './level-table.ts'
import { medianWords } from './spread.ts'

export interface LevelsDrawing {
  rows: readonly LevelRow[]
  /** The level whose text is shown. */
  looked: string
  /** How the work is called, such as `work(1000)`. */
  work: string
  /** What came of measuring; absent where nobody did. */
  measured?: MeasuredLevels
}

export interface MeasuredLevels {
  /** What the work gave at the first level; '' for nothing. */
  result: string
  /** Levels that gave something else. */
  others: readonly { level: string; result: string }[]
  /** Milliseconds of the very first compilation, before anything was warm. */
  first: number
}

export function levelsMarkup(drawing: LevelsDrawing, look: LevelLook): string {
  return `<div class="levels stage-passes" role="group" aria-label="Levels"><div class="levels-drawn">${levelsDrawnMarkup(drawing, levelLookMarkup(look))}</div></div>`
}

/** What one chooses a program with; nothing where there is but one. */
export function programsMarkup(programs: readonly string[]): string {
  if (programs.length < 2) return ''
  const options = programs.map((name) => `<option>${escape(name)}</option>`)
  return `<label class="level-program">Program <select data-name="program" disabled>${options.join('')}</select></label>`
}

/**
 * @param look markup of the text of the level that is looked at
 * @returns all that is made anew with each measurement
 */
export function levelsDrawnMarkup(
  drawing: LevelsDrawing,
  look: string,
): string {
  const { rows, looked, measured } = drawing
  const notes = measured ? measuredNotes(drawing, measured) : [WAITING]
  return `<p class="level-summary" role="status">${summary(rows)}</p>${levelTableMarkup(rows, looked)}<div class="level-look" role="group" aria-label="Text">${look}</div>${levelPlotMarkup(rows)}<div class="level-notes">${notes.join('')}</div>`
}

const WAITING =
  '<p>The sizes are exact. Times are a matter of your machine: <b>Measure</b> takes them here.</p>'

/** Who is best, in a sentence or two. */
function summary(rows: readonly LevelRow[]): string {
  const least = (of: 'size' | 'packed') => {
    const best = Math.min(...rows.map((row) => row[of]))
    return names(rows.filter((row) => row[of] === best))
  }
  const small = least('size')
  const packed = least('packed')
  const sizes =
    small === packed
      ? `Smallest: ${small}, packed too.`
      : `Smallest: ${small}; packed: ${packed}.`
  const { best, alike } = quickest(rows, 'run')
  if (!best) return sizes
  if (alike.length === rows.length - 1) {
    return `${sizes} None is quicker than the spread can tell.`
  }
  const same =
    alike.length > 0 ? `; as quick, within the spread: ${list(alike)}` : ''
  return `${sizes} Quickest: ${best}${same}.`
}

function names(rows: readonly LevelRow[]): string {
  return list(rows.map(({ level }) => level))
}

/** `a`, `a and b`, `a, b and c` */
function list(words: readonly string[]): string {
  const last = words.at(-1)!
  return words.length > 1
    ? `${words.slice(0, -1).join(', ')} and ${last}`
    : last
}

function measuredNotes(
  { rows, work }: LevelsDrawing,
  { result, others, first }: MeasuredLevels,
): string[] {
  const [{ level, compile }] = rows as [LevelRow]
  const warm = compile
    ? [
        `<p>The first compilation of all, at ${level}, took ${escape(medianWords({ median: first }))}; warm, it takes ${escape(medianWords(compile))}.</p>`,
      ]
    : []
  return [resultNote(level, work, result, others), ...warm]
}

function resultNote(
  level: string,
  work: string,
  result: string,
  others: MeasuredLevels['others'],
): string {
  if (others.length > 0) {
    const told = others.map((one) => `${one.level} gives ${one.result}`)
    return `<p class="trouble">Not the same: for ${escape(work)}, ${level} gives ${escape(result)}, and ${escape(list(told))}. No level may change a result.</p>`
  }
  return result
    ? `<p>All levels give the same: <code>${escape(work)}</code> is <code>${escape(result)}</code>.</p>`
    : `<p><code>${escape(work)}</code> gives nothing that could be compared.</p>`
}
