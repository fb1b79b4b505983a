/**
 * Times that were measured side by side, as cells of a table: each with its spread,
 * a bar, and a word for what is quickest and what is just as quick.
 */
import { spreadMarkup, type ShownSpread } from './spread.ts'

/** What was measured, by the name of what it is a time of. */
export interface Timed {
  name: string
  spread: ShownSpread
}

export function timeCells(all: readonly Timed[]): string[] {
  const { best, alike } = quickestOf(all)
  // One slow run of many makes no bar short that is long.
  const whole = 1.3 * Math.max(...all.map(({ spread }) => spread.median))
  return all.map(({ name, spread }) => {
    const words = name === best ? 'quickest' : 'as quick'
    const isMarked = name === best || alike.includes(name)
    return `${spreadMarkup(spread)}${bar(spread.median / whole, [spread.least / whole, spread.most / whole])}${isMarked ? tag(words) : ''}`
  })
}

/**
 * The one whose median is the least, and those whose range has that median in
 * it: they have been as quick as it usually is. (Its own slow runs are nobody
 * else's merit, so they do not count.)
 */
export function quickestOf(all: readonly Timed[]): {
  best?: string
  alike: string[]
} {
  const [best, ...others] = [...all].sort(
    (a, b) => a.spread.median - b.spread.median,
  )
  if (!best) return { alike: [] }
  const alike = others
    .filter(({ spread }) => spread.least <= best.spread.median)
    .map(({ name }) => name)
    .sort()
  return { best: best.name, alike }
}

/** What is said of a number beside it. */
export function tag(words: string): string {
  return `<span class="level-tag">${words}</span>`
}

/** Units of a bar: what is 1 long has 100 of them. */
const HEIGHT = 8

/** @param range what a line over the bar goes from and to */
export function bar(share: number, range?: readonly [number, number]): string {
  const [from, to] = (range ?? []).map((end) => round(100 * Math.min(1, end)))
  const line = range ? `<path d="M${from} ${HEIGHT / 2}H${to}"/>` : ''
  return `<svg class="level-bar" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><rect width="${round(100 * share)}" height="${HEIGHT}"/>${line}</svg>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
