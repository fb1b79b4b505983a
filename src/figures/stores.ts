/**
 * The stores of a browser side by side: what each is, what WebLLM calls it, and how
 * long it takes to write and to read, where somebody measured.
 */
import { escape } from './escape.ts'
import type { ShownSpread } from './spread.ts'
import { tag, timeCells, type Timed } from './time-cells.ts'

/** What was measured of a store, or why it was not. */
export type StoreTimes =
  { write: ShownSpread; read: ShownSpread } | { refusal: string }

export interface StoresDrawing {
  /** By the stores’ keys; absent where nobody measured. */
  times?: Readonly<Record<string, StoreTimes>>
  /** What was measured: a size in megabytes, and in how many parts. */
  megabytes?: number
  parts?: number
}

/** In the order in which they take their turns. */
export const STORES = [
  { key: 'cache', name: 'Cache API', called: 'cache' },
  { key: 'opfs', name: 'Private files', called: 'opfs, async' },
  { key: 'opfs-sync', name: 'Private files, held open', called: 'opfs, sync' },
  { key: 'indexeddb', name: 'IndexedDB', called: 'indexeddb' },
] as const

export type StoreKey = (typeof STORES)[number]['key']

export const SIZES = [8, 32, 128] as const

export function storesMarkup(drawing: StoresDrawing): string {
  return `<div class="stores stage-passes" role="group" aria-label="Stores"><div class="stores-drawn">${storesDrawnMarkup(drawing)}</div></div>`
}

/** What one chooses a size with. */
export function sizesMarkup(): string {
  const options = SIZES.map(
    (size) => `<option value="${size}">${size} MB</option>`,
  )
  return `<label class="level-program">Size <select data-name="size" disabled>${options.join('')}</select></label>`
}

/** @returns all that is made anew with each measurement */
export function storesDrawnMarkup({
  times,
  megabytes,
  parts,
}: StoresDrawing): string {
  const note = times
    ? `<p>${megabytes} MB of random bytes, in ${parts} parts. The number is the middle one of several turns, and behind it stands what they lay between. A disk keeps what was just written in memory: what you read after days comes more slowly.</p>`
    : '<p>Nobody has measured here yet. Each store takes so many bytes several times, in turns, and is emptied afterwards: <b>Measure</b>.</p>'
  return `${tableMarkup(times ?? {})}<div class="level-notes">${note}</div>`
}

function tableMarkup(times: Readonly<Record<string, StoreTimes>>): string {
  const writes = cellsOf(times, 'write')
  const reads = cellsOf(times, 'read')
  const lines = STORES.map(({ key, name, called }) => {
    const came = times[key]
    const cells =
      came && 'refusal' in came
        ? `<td colspan="2" class="refusal">${escape(came.refusal)}</td>`
        : `${cell('write', writes.get(key))}${cell('read', reads.get(key))}`
    return `<tr><th scope="row">${name}${tag(`WebLLM: <span>${called}</span>`)}</th>${cells}</tr>`
  })
  return `<table class="level-table stores-table"><caption class="unseen">How long each store takes</caption><thead><tr><th scope="col">Store</th><th scope="col" class="write">Write</th><th scope="col" class="read">Read</th></tr></thead><tbody>${lines.join('')}</tbody></table>`
}

function cell(name: string, markup = '–'): string {
  return `<td class="${name}"><div class="level-cell">${markup}</div></td>`
}

function cellsOf(
  times: Readonly<Record<string, StoreTimes>>,
  of: 'write' | 'read',
): Map<string, string> {
  const timed = Object.entries(times).flatMap(([name, came]): Timed[] =>
    'refusal' in came ? [] : [{ name, spread: came[of] }],
  )
  const cells = timeCells(timed)
  return new Map(timed.map(({ name }, at) => [name, cells[at]!]))
}
