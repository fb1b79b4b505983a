/**
 * A module's bytes, drawn: a hex dump that says what each of them means, and a
 * bar that shows which sections are large.
 *
 * The nth `.row` in the markup is the nth row of the data.
 */
import { escape } from './escape.ts'
import { watMarkup } from './wat.ts'

/** Bytes that belong together. */
export interface BytesRow {
  from: number
  to: number
  /** How deep it stands: sections at 0, and one more in each thing and block. */
  depth: number
  kind: string
  says: string
  /** The name of the section that starts here. */
  section?: string
  /** A number in the tree of the source; below 0, it belongs to none. */
  node?: number
}

/** Rows under one heading: the head of the module, or a section. */
interface Part {
  title: string
  rows: readonly BytesRow[]
  size: number
}

/** Longer runs of bytes are not shown in full. */
const MOST = 64
const SHOWN = 48
/** Deeper rows are indented no further. */
const DEEPEST = 9

/**
 * Draws the hex dump: under each section's heading a list of rows, each with its
 * offset, its bytes and what they mean. The section of names is folded.
 *
 * @param rows all of the module, in order
 */
export function bytesMarkup(
  bytes: Uint8Array,
  rows: readonly BytesRow[],
): string {
  const draw = drawing(bytes)
  const parts = partsOf(rows).map(({ title, rows: own, size }) => {
    const open = title === 'name' ? '' : ' open'
    return `<details${open}><summary><span>${escape(title)}</span> <span class="size">${bytesText(size)}</span></summary><ol>${own.map(draw).join('')}</ol></details>`
  })
  return `<div class="bytes">${parts.join('')}</div>`
}

/** Draws rows; what many of them say is coloured once. */
function drawing(bytes: Uint8Array): (row: BytesRow) => string {
  const meaning = meaningOf(new Map())
  const width = Math.max(4, bytes.length.toString(16).length)
  return ({ from, to, depth, kind, says, node }) => {
    const offset = from.toString(16).padStart(width, '0')
    const of = node === undefined || node < 0 ? '' : ` data-node="${node}"`
    const name = kind === 'unread' ? 'row unread' : 'row'
    const level = Math.min(depth, DEEPEST)
    return `<li class="${name} d${level}" tabindex="-1"${of}><span>${offset}</span><code>${hex(bytes, from, to)}</code><code>${meaning(kind, says)}</code></li>`
  }
}

/** What is WebAssembly's text is coloured as such, and the words around are not. */
function meaningOf(coloured: Map<string, string>) {
  const colour = (text: string) => {
    const markup = coloured.get(text) ?? watMarkup(text)
    coloured.set(text, markup)
    return markup
  }
  return (kind: string, says: string): string => {
    if (kind === 'instruction' || kind === 'end') {
      // Words by themselves are few; a type or a string is one with its spaces.
      if (/["(]/.test(says)) return colour(says)
      return says.split(' ').map(colour).join(' ')
    }
    const text = kind === 'entry' ? says.search(/["(]/) : -1
    if (text < 0) return escape(says)
    return escape(says.slice(0, text)) + watMarkup(says.slice(text))
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
)

function hex(bytes: Uint8Array, from: number, to: number): string {
  const isLong = to - from > MOST
  const end = isLong ? from + SHOWN : to
  let text = ''
  for (let at = from; at < end; at += 1) {
    text += at === from ? HEX[bytes[at]!] : ` ${HEX[bytes[at]!]}`
  }
  return isLong ? `${text} … ${to - end} more` : text
}

function partsOf(rows: readonly BytesRow[]): Part[] {
  const parts: BytesRow[][] = []
  for (const row of rows) {
    const isHead = row.section !== undefined
    const isOutside = row.kind === 'unread' && row.depth === 0
    if (isHead || isOutside || parts.length === 0) parts.push([])
    parts.at(-1)!.push(row)
  }
  return parts.map((own) => {
    const first = own[0]!
    const other = first.kind === 'unread' ? 'unread' : 'header'
    const size = own.at(-1)!.to - first.from
    return { title: first.section ?? other, rows: own, size }
  })
}

function bytesText(count: number): string {
  return count === 1 ? '1 byte' : `${count.toLocaleString('en')} bytes`
}

/**
 * Draws how large each section is: a bar, and the same as a list of names and
 * sizes, which is what screen readers get.
 *
 * @param rows all of the module, in order
 */
export function sectionsMarkup(rows: readonly BytesRow[]): string {
  const parts = partsOf(rows)
  const whole = rows.at(-1)?.to ?? 0
  const pieces = parts.map(({ title, rows: own, size }) =>
    pieceMarkup(title, own[0]!.from / whole, size / whole),
  )
  const items = parts.map(
    ({ title, size }) =>
      `<li><span>${escape(title)}</span> <span class="size">${bytesText(size)}</span></li>`,
  )
  return `<figure class="sections"><figcaption>${bytesText(whole)} in ${parts.length === 1 ? '1 part' : `${parts.length} parts`}</figcaption><svg class="sections-bar" width="100%" height="28" aria-hidden="true" focusable="false">${pieces.join('')}</svg><ol>${items.join('')}</ol></figure>`
}

/** A piece has its name on it if that has room; what does not fit is cut off. */
function pieceMarkup(title: string, start: number, share: number): string {
  const name = share < 0.08 ? '' : `<text x="6" y="18">${escape(title)}</text>`
  return `<svg x="${percent(start)}" width="${percent(share)}" height="28"><rect width="100%" height="28"/>${name}</svg>`
}

function percent(part: number): string {
  return `${Number((100 * part).toFixed(2))}%`
}
