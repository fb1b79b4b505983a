/**
 * Names beside points, so that none covers another one: a name stands above its
 * point, or below it, or at a side; where there is no room, points share a label.
 */

/** A point in units of the drawing, such as pixels. */
export interface Named {
  name: string
  x: number
  y: number
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Names in a box of their own; those that are together belong together. */
export interface Label extends Box {
  names: string[]
}

/** How wide a letter is, how high a line, and how large a point with its air. */
export const LETTER = 7.3
export const LINE = 15
const POINT = 7

/**
 * @param lines what labels should not cover, either
 * @returns labels within the room, of which no two overlap
 */
export function labelsOf(
  points: readonly Named[],
  room: Box,
  lines: readonly Box[] = [],
): Label[] {
  let groups = together(points)
  for (;;) {
    const placed: Label[] = []
    const homeless = groups.find((group) => {
      const label = place(group, groups, [...placed, ...lines], room)
      if (label) placed.push(label)
      return !label
    })
    if (!homeless) return placed
    groups = join(homeless, groups)
  }
}

/** Points of which one covers the other are one. */
function together(points: readonly Named[]): Named[][] {
  const groups: Named[][] = []
  for (const point of points) {
    const near = groups.find((group) =>
      group.some((other) => distance(other, point) < POINT),
    )
    if (near) near.push(point)
    else groups.push([point])
  }
  return groups.map(inOrder)
}

function inOrder(points: readonly Named[]): Named[] {
  return [...points].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The first place of a label where it covers nothing: no point, line or label. */
function place(
  group: Named[],
  groups: readonly Named[][],
  covered: readonly Box[],
  room: Box,
): Label | undefined {
  const { x, y } = middle(group)
  const names = group.map(({ name }) => name)
  const width = LETTER * names.join(' ').length
  const points = groups.flatMap((one) => (one === group ? [] : one))
  const spread = Math.max(...group.map((point) => Math.abs(point.y - y)))
  const far = spread + POINT + LINE / 2
  const aside = POINT + width / 2
  const places = [
    [x, y - far],
    [x, y + far],
    [x + aside, y],
    [x - aside, y],
  ] as const
  const boxes = places.map(([centre, line]) =>
    within(room, boxAround(centre, line, width, LINE)),
  )
  const taken = [
    ...covered,
    ...points.map((one) => boxAround(one.x, one.y, 2 * POINT, 2 * POINT)),
  ]
  const free = boxes.find((box) => !taken.some((other) => overlap(box, other)))
  // The last one has no neighbours, and stands anywhere.
  const box = free ?? (groups.length === 1 ? boxes[0] : undefined)
  return box && { ...box, names }
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return {
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  }
}

/** Moves a box into the room. */
function within(room: Box, { left, top, right, bottom }: Box): Box {
  const x = Math.max(room.left - left, Math.min(0, room.right - right))
  const y = Math.max(room.top - top, Math.min(0, room.bottom - bottom))
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y }
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

/** A group and the one that is nearest to it become one. */
function join(group: Named[], groups: readonly Named[][]): Named[][] {
  const others = groups.filter((one) => one !== group)
  const from = middle(group)
  const nearest = others.reduce((best, one) =>
    distance(middle(one), from) < distance(middle(best), from) ? one : best,
  )
  const rest = others.filter((one) => one !== nearest)
  return [inOrder([...group, ...nearest]), ...rest]
}

function middle(group: readonly Named[]): { x: number; y: number } {
  const sum = (of: 'x' | 'y') =>
    group.reduce((total, point) => total + point[of], 0)
  return { x: sum('x') / group.length, y: sum('y') / group.length }
}

function distance(
  one: { x: number; y: number },
  other: { x: number; y: number },
): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}
