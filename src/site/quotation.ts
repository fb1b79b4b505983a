/**
 * Quotations: a fence that names a file (```` ```ts src/examplescript/scan.ts {2} ````)
 * quotes it. The build finds the lines there, says where they stand, marks
 * those in braces, and stops when the source no longer says them. Presenting,
 * `{1|3-5|all}` goes through its stages, one with each key press; ` next`
 * behind it all puts the quotation in the place of the one above.
 */
import { existsSync, readFileSync } from 'node:fs'
import type MarkdownIt from 'markdown-it'
import { escape } from '../figures/escape.ts'
import { serveFences } from './fences.ts'
import type { Highlighter } from './highlight.ts'
import { AuthoringError } from './place.ts'

export interface Quotation {
  language: string
  file: string
  /** Lines to mark at each stage, counted from 1; none of them marks all. */
  stages: number[][]
}

/** @returns undefined where the fence's words name no file. */
export function parseQuotation(info: string): Quotation | undefined {
  const match = FENCE.exec(info.trim())
  if (!match) return undefined
  const [, language, file, marks] = match
  const stages = marks ? marks.split('|').map(lineNumbers) : []
  return { language: language!, file: file!, stages }
}

const LINES = String.raw`(?:\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*|all)`
const FENCE = new RegExp(
  String.raw`^(\w+) (src\/\S+)(?: \{(${LINES}(?:\|${LINES})*)\})?(?: next)?$`,
)

/** `2,4-6` → [2, 4, 5, 6] */
function lineNumbers(marks: string): number[] {
  if (marks === 'all') return []
  return marks.split(',').flatMap((range) => {
    const [from, to = from] = range.split('-').map(Number)
    const first = Math.min(from!, to!)
    const length = Math.abs(to! - from!) + 1
    return Array.from({ length }, (_, index) => first + index)
  })
}

/**
 * @returns the 1-based line of `source` where the quotation starts; 0 if the
 * source does not say it. What all its lines are indented by does not count.
 */
export function findQuotation(source: string, quotation: string): number {
  const wanted = quotation.trimEnd().split('\n')
  const lines = source.split('\n')
  for (let start = 0; start + wanted.length <= lines.length; start++) {
    const there = lines.slice(start, start + wanted.length)
    if (sameButIndentation(there, wanted)) return start + 1
  }
  return 0
}

function sameButIndentation(there: string[], wanted: string[]): boolean {
  const indent = there[0]!.length - wanted[0]!.length
  if (indent < 0 || there[0]!.slice(0, indent).trim()) return false
  const margin = there[0]!.slice(0, indent)
  return wanted.every(
    (line, index) => there[index] === (line ? margin + line : ''),
  )
}

/** A language, and a file of ours. */
function isQuotation(info: string): boolean {
  return /^\w+ src\//.test(info)
}

export function quotations(md: MarkdownIt, highlighter: Highlighter): void {
  serveFences(md, isQuotation, ({ info, content, press, place }) => {
    const quotation = parseQuotation(info)
    if (!quotation) {
      throw new AuthoringError(
        place,
        `“${info}” is no quotation.`,
        'Write LANGUAGE, a path below src/, and lines to mark, such as {2,4-6} or {1|3-5|all}.',
      )
    }
    const line = lineInSource(quotation.file, content, place)
    const count = content.trimEnd().split('\n').length
    const last = line + count - 1
    demandLines(quotation.stages, count, place)
    const code = highlighter.listing(
      outdent(content),
      quotation.language,
      quotation.stages.flat(),
    )
    const stages = press
      ? ` data-stages="${escape(JSON.stringify(quotation.stages))}" data-press="${press}"`
      : ''
    return `<figure class="quotation"${stages}><figcaption>${quotation.file}<span class="lines"> ${last > line ? `${line}–${last}` : line}</span></figcaption>${code}</figure>\n`
  })
}

/** A mark that lights nothing up is left over from a longer quotation. */
function demandLines(stages: number[][], count: number, place: string): void {
  const beyond = stages.flat().find((line) => line < 1 || line > count)
  if (beyond === undefined) return
  throw new AuthoringError(
    place,
    `line ${beyond} of this quotation is to be marked, and it has ${count}.`,
    'Count the marked lines anew; the first is 1.',
  )
}

/** Without the indentation that all lines share. */
function outdent(text: string): string {
  const indents = text.match(/^ *(?=\S)/gm) ?? ['']
  const shared = Math.min(...indents.map(({ length }) => length))
  return text.replaceAll(new RegExp(`^ {${shared}}`, 'gm'), '')
}

/**
 * @returns the 1-based line of a file where a quotation starts
 * @throws AuthoringError if the file does not say it, or is not there
 */
export function lineInSource(
  file: string,
  content: string,
  place: string,
): number {
  if (!existsSync(file)) {
    throw new AuthoringError(
      place,
      `quotes ${file}, and there is no such file.`,
      'Mend the path, or quote another file.',
    )
  }
  const source = readFileSync(file, 'utf8')
  const line = findQuotation(source, content)
  if (line) return line
  const lines = new Set(source.split('\n').map((text) => text.trim()))
  const wrong = content
    .split('\n')
    .findIndex((text) => text.trim() && !lines.has(text.trim()))
  throw new AuthoringError(
    place,
    `${file} does not say this${wrong < 0 ? ' in this order' : ` (line ${wrong + 1} of the quotation: “${content.split('\n')[wrong]!.trim()}”)`}.`,
    'Copy the lines from the source again.',
  )
}
