/**
 * Levels side by side: a row for each, with its sizes, and with the times that
 * somebody measured. Bars show at a glance what words say, too: which one is
 * smallest, which is quickest, and what is just as quick within the spread.
 */
import { spreadMarkup, type ShownSpread } from './spread.ts'

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
    column('Compile', 'compile', timeCells(rows, 'compile')),
    column('Run', 'run', timeCells(rows, 'run')),
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

function timeCells(rows: readonly LevelRow[], of: 'compile' | 'run'): string[] {
  const spreads = rows.flatMap((row) => row[of] ?? [])
  const { best, alike } = quickest(rows, of)
  // One slow run of many makes no bar short that is long.
  const whole = 1.3 * Math.max(...spreads.map(({ median }) => median))
  return spreads.map((spread, index) => {
    const { level } = rows[index]!
    const words = level === best ? 'quickest' : 'as quick'
    const isMarked = level === best || alike.includes(level)
    return `${spreadMarkup(spread)}${bar(spread.median / whole, [spread.least / whole, spread.most / whole])}${isMarked ? tag(words) : ''}`
  })
}

/**
 * The level whose median is the least, and those whose range has that median in
 * it: they have been as quick as it usually is. (Its own slow runs are nobody
 * else's merit, so they do not count.)
 */
export function quickest(
  rows: readonly LevelRow[],
  of: 'compile' | 'run',
): { best?: string; alike: string[] } {
  const timed = rows.flatMap((row) => {
    const spread = row[of]
    return spread ? { level: row.level, spread } : []
  })
  const [best, ...others] = timed.sort(
    (a, b) => a.spread.median - b.spread.median,
  )
  if (!best) return { alike: [] }
  const alike = others
    .filter(({ spread }) => spread.least <= best.spread.median)
    .map(({ level }) => level)
    .sort()
  return { best: best.level, alike }
}

function tag(words: string): string {
  return `<span class="level-tag">${words}</span>`
}

/** Units of a bar: what is 1 long has 100 of them. */
const HEIGHT = 8

/** @param range what a line over the bar goes from and to */
function bar(share: number, range?: readonly [number, number]): string {
  const [from, to] = (range ?? []).map((end) => round(100 * Math.min(1, end)))
  const line = range ? `<path d="M${from} ${HEIGHT / 2}H${to}"/>` : ''
  return `<svg class="level-bar" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><rect width="${round(100 * share)}" height="${HEIGHT}"/>${line}</svg>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
