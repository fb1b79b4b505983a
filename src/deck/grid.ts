/** A grid that is filled row by row: where keys lead, and what is in sight. */

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

export interface View {
  columns: number
  /** Pixels from one row to the next. */
  pitch: number
  /** Where the grid begins, in pixels below the upper edge of what is seen. */
  top: number
  /** Of what is seen, in pixels. */
  height: number
}

/** Of the height of what is seen: so much above and below is shown before it comes. */
const AHEAD = 0.25

/** @returns the indices that are in sight, or soon: the first, and one behind the last */
export function inSight({
  columns,
  pitch,
  top,
  height,
}: View): [from: number, to: number] {
  const row = (y: number) => Math.max((y - top) / pitch, 0)
  const first = Math.floor(row(-AHEAD * height))
  const behind = Math.ceil(row((1 + AHEAD) * height))
  return [first * columns, behind * columns]
}
