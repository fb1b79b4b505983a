/** Keys in a grid that is filled row by row. */

export interface Grid {
  count: number
  columns: number
  /** How many rows are in view. */
  rows: number
}

/**
 * @param from an index in the grid
 * @returns where a key leads; undefined for a key that leads nowhere
 */
export function gridKey(
  key: string,
  from: number,
  { count, columns, rows }: Grid,
): number | undefined {
  const last = count - 1
  const column = from % columns
  /** As far as there are rows, in the same column, if the last row has it. */
  const vertically = (by: number) => {
    const most = Math.floor(last / columns)
    const row = Math.min(Math.max(Math.floor(from / columns) + by, 0), most)
    return Math.min(row * columns + column, last)
  }
  const page = Math.max(rows - 1, 1)
  const ways: Record<string, () => number> = {
    ArrowRight: () => Math.min(from + 1, last),
    ArrowLeft: () => Math.max(from - 1, 0),
    ArrowDown: () => vertically(1),
    ArrowUp: () => vertically(-1),
    PageDown: () => vertically(page),
    PageUp: () => vertically(-page),
    Home: () => 0,
    End: () => last,
  }
  return Object.hasOwn(ways, key) ? ways[key]!() : undefined
}
