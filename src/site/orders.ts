/**
 * `<!-- do: text="6 * 7", run -->`: what the next key press does to the island
 * above. A name sets off an act; NAME=VALUE sets a part of the island's state,
 * where a value with commas, spaces at its ends or line ends is written as a
 * string of JSON.
 */

/** One thing to do: `['run']` is an act, `['text', '6 * 7']` sets a state. */
export type Order = [act: string] | [name: string, value: string]

/** What slides may do to an island: acts, and parts of its state. */
export interface Drivable {
  acts: readonly string[]
  settings: readonly string[]
}

const ORDER = /\s*([a-z][\w-]*)(?:=("(?:[^"\\]|\\.)*"|[^,"]+?))?\s*(?:,|$)/y

/**
 * @returns the orders in their order
 * @throws Error with a sentence that says what is wrong and what can be written
 */
export function parseOrders(
  value: string,
  { acts, settings }: Drivable,
): Order[] {
  const orders: Order[] = []
  ORDER.lastIndex = 0
  while (ORDER.lastIndex < value.length) {
    const from = ORDER.lastIndex
    const match = ORDER.exec(value)
    if (!match) {
      throw new Error(
        `“${value.slice(from).trim()}” is no order. Write acts and NAME=VALUE with commas between them.`,
      )
    }
    const [, name, written] = match
    const known = written === undefined ? acts : settings
    if (!known.includes(name!)) {
      throw new Error(
        `the island above has no ${written === undefined ? 'act' : 'setting'} “${name}”. It has: ${[...acts, ...settings.map((setting) => `${setting}=…`)].join(', ')}.`,
      )
    }
    orders.push(written === undefined ? [name!] : [name!, textOf(written)])
  }
  return orders
}

function textOf(written: string): string {
  if (!written.startsWith('"')) return written.trim()
  try {
    return JSON.parse(written)
  } catch {
    throw new Error(
      `${written} is no string of JSON. Write a line end as \\n, a quotation mark as \\", a backslash as \\\\.`,
    )
  }
}
