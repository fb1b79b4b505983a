/** What was counted and is not right: how bad it is, its line, and what to do. */

export interface Finding {
  severity: 'error' | 'warning'
  line: number
  problem: string
  advice: string
}

export function error(
  line: number,
  problem: string,
  advice: string,
): Finding[] {
  return [{ severity: 'error', line, problem, advice }]
}

export function warning(
  line: number,
  problem: string,
  advice: string,
): Finding[] {
  return [{ severity: 'warning', line, problem, advice }]
}

/** `1 word`, `2 words`, `1.5 minutes` */
export function many(count: number, noun: string): string {
  return `${round(count)} ${noun}${round(count) === 1 ? '' : 's'}`
}

/** Without what sums of fractions are inexact by. */
export function round(count: number): number {
  return Math.round(count * 100) / 100
}

/** As exact as an estimate is. */
export function tenths(count: number): number {
  return Math.round(count * 10) / 10
}
