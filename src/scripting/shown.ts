/** Values as a console shows them: short, and never without an end. */

const DEEPEST = 3
const MOST_ITEMS = 20

/** @returns what `console.log` writes of its arguments, on one line or more */
export function shownAll(values: readonly unknown[]): string {
  return values
    .map((value) => (typeof value === 'string' ? value : shown(value)))
    .join(' ')
}

/** @returns a value as a program may write it, with quotation marks */
export function shown(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return `[function ${value.name}]`
  if (typeof value !== 'object' || value === null) {
    return Object.is(value, -0) ? '-0' : String(value)
  }
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (depth === DEEPEST) return '…'
  if (ArrayBuffer.isView(value) && 'length' in value) {
    const { name } = value.constructor
    const items = Array.from(value as unknown as ArrayLike<unknown>)
    return `${name}(${items.length}) ${listed(items, depth)}`
  }
  if (Array.isArray(value)) return listed(value, depth)
  const entries = Object.entries(value)
  const first = entries
    .slice(0, MOST_ITEMS)
    .map(([name, one]) => `${name}: ${shown(one, depth + 1)}`)
  return entries.length === 0 ? '{}' : `{ ${cut(first, entries.length)} }`
}

function listed(items: readonly unknown[], depth: number): string {
  const first = items.slice(0, MOST_ITEMS).map((one) => shown(one, depth + 1))
  return `[${cut(first, items.length)}]`
}

function cut(first: readonly string[], count: number): string {
  const left = count - first.length
  return [...first, ...(left > 0 ? [`… ${left} more`] : [])].join(', ')
}
