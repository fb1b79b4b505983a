/**
 * Rows of houses under snow for the picture of New Year's night. A street is
 * six paths, however many houses it has: that keeps the inline picture small.
 */
import { path, type Random } from './new-year-random.ts'

export interface Street {
  /** From the ground to the eaves of a house of usual size. */
  eaves: number
  /** Widths of houses, where the picture is 1600 units wide. */
  narrow: number
  wide: number
  /** What share of the windows is lit. */
  lit: number
}

interface House {
  x: number
  width: number
  eaves: number
}

interface Paths {
  walls: string
  snow: string
  /** Snow along the slopes of gables, drawn as a line. */
  edges: string
  dormers: string
  dormerEdges: string
  windows: string
}

/** A street of that length; `snow` is the id of the gradient of its roofs. */
export function streetMarkup(
  plan: Street,
  length: number,
  snow: string,
  random: Random,
): string {
  const paths: Paths = {
    walls: '',
    snow: '',
    edges: '',
    dormers: '',
    dormerEdges: '',
    windows: '',
  }
  // A longer street has broader houses, so its markup stays as small.
  const broad = length / 1600
  let gable = true
  for (let x = -30; x < length;) {
    gable = !gable && random() < 0.5
    const widest = gable ? plan.narrow * 1.3 : plan.wide
    const width = (plan.narrow + random() * (widest - plan.narrow)) * broad
    const eaves = plan.eaves * (0.75 + random() * 0.45)
    const draw = gable ? gableHouse : eavesHouse
    draw(paths, { x, width, eaves }, plan, random)
    x += Math.round(width) - 3
  }
  return (
    `<path class="night-wall" d="${paths.walls}"/>` +
    `<path fill="url(#${snow})" d="${paths.snow}"/>` +
    `<path class="night-edge" d="${paths.edges}"/>` +
    `<path class="night-wall" d="${paths.dormers}"/>` +
    `<path class="night-dormer" d="${paths.dormerEdges}"/>` +
    `<path class="night-window" d="${paths.windows}"/>`
  )
}

/** Seen from its gable: walls up to the ridge, snow along both slopes. */
function gableHouse(
  paths: Paths,
  { x, width, eaves }: House,
  { lit }: Street,
  random: Random,
): void {
  const half = Math.round(width / 2)
  const rise = Math.round(width * 0.66)
  const slope = ['l', half, -rise, half, rise]
  paths.walls += path('M', x, 0, 'v', -eaves, ...slope, 'V', 0, 'z')
  const over = [half + 6, -rise - 8, half + 6, rise + 8]
  paths.edges += path('M', x - 6, 8 - eaves, 'l', ...over)
  if (random() < lit * 3) {
    paths.windows += path('M', x + half, -eaves - rise * 0.42, 'v', 9)
  }
  if (random() < lit * 3) {
    paths.windows += path('M', x + width * 0.3, -eaves - 2, 'v', 9)
  }
}

/** Seen from its eaves: the whole roof is snow, with chimney and dormers. */
function eavesHouse(
  paths: Paths,
  house: House,
  { lit, narrow }: Street,
  random: Random,
): void {
  const { x, width, eaves } = house
  const rise = narrow * 0.34 + width * 0.18
  const hip = random() < 0.7 ? rise * 0.6 : 6
  paths.walls += path('M', x, 0, 'v', -eaves, 'h', width, 'V', 0, 'z')
  const roof = ['l', hip, -rise - 5, 'h', width + 8 - hip * 2]
  paths.snow += path('M', x - 4, 5 - eaves, ...roof, 'l', hip, rise + 5, 'z')
  if (random() < 0.6) {
    const at = Math.round(x + hip + 8 + random() * (width - hip * 2 - 28))
    const top = Math.round(4 - eaves - rise)
    paths.walls += path('M', at, top, 'v-24h11v24z')
    paths.snow += path('M', at - 2, top - 24, 'v-5h15v5z')
  }
  dormers(paths, house, rise, hip, lit, random)
  for (let at = x + 18; at < x + width - 12; at += 24) {
    if (random() < lit * 0.6) paths.windows += path('M', at, 26 - eaves, 'v', 9)
  }
}

/** A row of them along the roof's foot: as many as fit, three at most. */
function dormers(
  paths: Paths,
  { x, width, eaves }: House,
  rise: number,
  hip: number,
  lit: number,
  random: Random,
): void {
  const count = Math.min(3, Math.floor((width - hip * 2) / 62))
  const gap = width / (count + 1)
  for (let index = 1; index <= count; index++) {
    const at = Math.round(x + gap * index)
    const foot = Math.round(-eaves - rise * 0.2)
    paths.dormers += path('M', at - 9, foot, 'v-17l9-8 9 8v17z')
    paths.dormerEdges += path('M', at - 13, foot - 15, 'l13-12 13 12')
    if (random() < lit * 2) paths.windows += path('M', at, foot - 14, 'v', 9)
  }
}

/** Roofs so far away that only their outline is left; 40 units of wall below. */
export function outline(wide: number, random: Random): string {
  let line = 'M0 40V0'
  for (let x = 0; x < wide;) {
    const half = Math.round(22 + random() * 34)
    const rise = Math.round(10 + random() * 16)
    const gap = Math.round(10 + random() * 34)
    line += path('l', half, -rise, half, rise, 'h', gap)
    x += half * 2 + gap
  }
  return `${line}V40z`
}
