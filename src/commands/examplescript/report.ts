/**
 * How a message about a program looks on a terminal: where, what, the lines
 * themselves, and what to do.
 */
import { positionIn } from '../../examplescript/position.ts'
import type { Place } from '../../examplescript/tree.ts'
import { harmless } from './cells.ts'
import { frameLines, type FrameLine, type Lines } from './code-frame.ts'
import type { Terminal } from './terminal.ts'

export interface Report extends Place {
  code: string
  message: string
  hint?: string
  /** The functions that called one another on the way there. */
  calls?: readonly Call[]
}

/** A function, and where it called the next one. */
export interface Call {
  name: string
  at: number
}

/** What a message may be about; its name is how a reader calls it. */
export interface Source extends Lines {
  name: string
}

type Style = keyof typeof STYLES
type Paint = (style: Style, text: string) => string

/** What a terminal is told, in numbers of ECMA-48. */
const STYLES = { place: 1, code: 31, gutter: 2, marker: 31, hint: 36 }

/**
 * Shows what is wrong with a program on standard error.
 *
 * @returns the exit status that this leads to
 */
export function complainOf(
  source: Source,
  reports: readonly Report[],
  { complain, isColoured }: Terminal,
): number {
  for (const [index, report] of reports.entries()) {
    const gap = index > 0 ? '\n' : ''
    complain(gap + reportText(source, report, isColoured))
  }
  return reports.length > 0 ? 1 : 0
}

/** @returns lines, each with a line break at its end */
function reportText(
  source: Source,
  { code, message, from, to, hint, calls = [] }: Report,
  isColoured: boolean,
): string {
  const paint: Paint = (style, text) =>
    isColoured ? `\x1B[${STYLES[style]}m${text}\x1B[0m` : text
  const place = paint('place', placeIn(source, from))
  const frame = frameText(frameLines(source, { from, to }), paint)
  const lines = [
    `${place}: ${paint('code', code)}: ${harmless(message)}`,
    ...frame,
    ...(hint ? [`  ${paint('hint', harmless(hint))}`] : []),
    ...calls.map(({ name, at }) => `  at ${name} (${placeIn(source, at)})`),
  ]
  return `${lines.join('\n')}\n`
}

/** `file:line:column`, as editors read it: both count from 1. */
function placeIn({ name, starts }: Source, at: number): string {
  const { line, column } = positionIn(starts, at)
  return `${harmless(name)}:${line}:${column + 1}`
}

function frameText(lines: readonly FrameLine[], paint: Paint): string[] {
  const width = String(lines.at(-1)!.number).length
  const gutter = (text: string) =>
    paint('gutter', `  ${text.padStart(width)} |`)
  const texts: string[] = []
  for (const [index, { number, text, marker }] of lines.entries()) {
    const isNext = index === 0 || lines[index - 1]!.number === number - 1
    if (!isNext) texts.push(paint('gutter', `  ${'…'.padStart(width)}`))
    texts.push(gutter(String(number)) + (text && ` ${text}`))
    if (marker) texts.push(`${gutter('')} ${paint('marker', marker)}`)
  }
  return texts
}
