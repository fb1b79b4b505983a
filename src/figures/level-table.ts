/**
 * Levels side by side: a row for each, with its sizes, and with the times that
 * somebody measured. Bars show at a glance what words say, too: which one is
 * smallest, which is quickest, and what is just as quick within the spread.
 */
import type { ShownSpread } from './spread.ts'
import { bar, quickestOf, tag, timeCells, type Timed } from './time-cells.ts'

export interface LevelRow {
  level: string
  /** In bytes; `packed` by gzip. */
  size: number
  packed: number
  /** The first level before it that makes the very same bytes. */
  sameAs?: string
  /** Absent where nobody measured. */
  compile?: ShownSpread
  run?: ShownSpread
}

/** @param looked the level whose text is shown */
export function levelTableMarkup(
  rows: readonly LevelRow[],
  looked: string,
): string {
  const columns = [
    column('Size', 'size', sizeCells(rows, 'size')),
    column('gzip', 'packed', sizeCells(rows, 'packed')),
    column('Compile', 'compile', timeCells(timed(rows, 'compile'))),
    column('Run', 'run', timeCells(timed(rows, 'run'))),
  ].filter(({ cells }) => cells.length > 0)
  const heads = columns.map(
    ({ title, name }) => `<th scope="col" class="${name}">${title}</th>`,
  )
  const lines = rows.map(({ level, sameAs }, index) => {
    const same = sameAs ? tag(`same as <span>${sameAs}</span>`) : ''
    const cells = columns.map(
      ({ name, cells: of }) =>
        `<td class="${name}"><div class="level-cell">${of[index]}</div></td>`,
    )
    return `<tr><th scope="row"><button type="button" data-act="look ${level}" aria-pressed="${level === looked}" disabled>${level}</button>${same}</th>${cells.join('')}</tr>`
  })
  return `<table class="level-table"><caption class="unseen">What each level costs and gives</caption><thead><tr><th scope="col">Level</th>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}

function column(title: string, name: string, cells: string[]) {
  return { title, name, cells }
}

function sizeCells(rows: readonly LevelRow[], of: 'size' | 'packed'): string[] {
  const sizes = rows.map((row) => row[of])
  const least = Math.min(...sizes)
  const most = Math.max(...sizes)
  return sizes.map(
    (size) =>
      `<b>${size.toLocaleString('en')}</b>${bar(size / most)}${size === least ? tag('smallest') : ''}`,
  )
}

/** The quickest level, and those that are as quick: see `quickestOf`. */
export function quickest(
  rows: readonly LevelRow[],
  of: 'compile' | 'run',
): { best?: string; alike: string[] } {
  return quickestOf(timed(rows, of))
}

function timed(rows: readonly LevelRow[], of: 'compile' | 'run'): Timed[] {
  return rows.flatMap(({ level: name, [of]: spread }) =>
    spread ? { name, spread } : [],
  )
}
