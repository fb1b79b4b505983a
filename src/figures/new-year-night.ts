/**
 * The picture of the trip report: New Year's night over Munich, fireworks whose
 * sparks are the first bytes of every WebAssembly module. Data in, SVG out; its
 * colours are in `src/styles/night.css`, so the light theme is the morning after.
 *
 * From back to front: sky, stars, Alps, the town as haze, bursts, the church,
 * streets under snow. Places across are shares of the width, so that the
 * picture fits any format that is not too narrow.
 */
import { escape } from './escape.ts'
import {
  type Burst,
  burstGradients,
  burstMarkup,
} from './new-year-fireworks.ts'
import {
  church,
  mountains,
  neighbours,
  towerSymbol,
} from './new-year-munich.ts'
import { type Random, randomFrom } from './new-year-random.ts'
import { outline, type Street, streetMarkup } from './new-year-streets.ts'

export type Crop = 'full' | 'skyline' | 'title'

export interface NewYearNightOptions {
  width: number
  height: number
  /**
   * The whole picture, a low and lighter strip of it for a page's head, or a
   * screen's width of it with room for a title, for while people come in.
   */
  crop: Crop
  /** With a title it is an image for everyone, without one an ornament. */
  title?: string
}

interface Scene {
  /** What all its ids begin with; one for each crop, so both fit on a page. */
  id: string
  wide: number
  high: number
  random: Random
}

const MAGIC = ['00', '61', '73', '6d']
const VERSION = ['01', '00', '00', '00']

const FULL_BURSTS: Burst[] = [
  { x: 0.345, y: 268, radius: 222, rays: 24, hue: 'violet', bytes: MAGIC },
  { x: 0.84, y: 196, radius: 116, rays: 16, hue: 'teal', bytes: VERSION },
  { x: 0.572, y: 112, radius: 68, rays: 12, hue: 'amber', bytes: ['61', '73'] },
]
const SKYLINE_BURSTS: Burst[] = [
  { x: 0.52, y: 136, radius: 112, rays: 14, hue: 'violet', bytes: MAGIC },
  { x: 0.88, y: 96, radius: 52, rays: 10, hue: 'teal', bytes: [] },
]

const TITLE_BURSTS: Burst[] = [
  { x: 0.81, y: 292, radius: 226, rays: 24, hue: 'violet', bytes: MAGIC },
  { x: 0.945, y: 560, radius: 88, rays: 14, hue: 'teal', bytes: VERSION },
  { x: 0.652, y: 92, radius: 52, rays: 12, hue: 'amber', bytes: ['61', '73'] },
]

const BACK: Street = { eaves: 84, narrow: 82, wide: 190, lit: 0.12 }
const FRONT: Street = { eaves: 90, narrow: 140, wide: 300, lit: 0.22 }
const ONLY: Street = { eaves: 74, narrow: 110, wide: 250, lit: 0.12 }

const AROUND = { townHall: 0.235, oldPeter: 0.145, theatine: 0.87 }

/** What each gradient goes through; most go down, the church's go across. */
const SHARED = {
  sky: ['zenith', 'high', 'low', 'horizon'],
  alps: ['peak', 'foot'],
  roof: ['roof-ridge', 'roof-eaves'],
  ground: ['ground-gone', 'ground'],
}
const FULL_ONLY = {
  far: ['far-top', 'far-foot'],
  snow: ['snow-top', 'snow-foot'],
  drift: ['drift-top', 'drift-foot'],
}
const ACROSS = {
  brick: ['brick-lit', 'brick', 'brick-shade'],
  copper: ['copper-lit', 'copper', 'copper-shade', 'copper-rim'],
}

/** The picture as inline SVG; the same for the same options. */
export function newYearNight(options: NewYearNightOptions): string {
  const { width, height, crop, title } = options
  const { high, id, draw } = CROPS[crop]
  const wide = Math.round((width / height) * high)
  const picture = draw({ id, wide, high, random: randomFrom(0x6d736100) })
  const role = title ? 'role="img"' : 'aria-hidden="true"'
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="night night-${crop}"` +
    ` viewBox="0 0 ${wide} ${high}" width="${width}" height="${height}"` +
    ` preserveAspectRatio="xMidYMax slice" ${role}>` +
    `${title ? `<title>${escape(title)}</title>` : ''}${picture}</svg>`
  )
}

/** How high each is, what its ids begin with, and who draws it. */
const CROPS: Record<
  Crop,
  Pick<Scene, 'high' | 'id'> & { draw: (scene: Scene) => string }
> = {
  full: { high: 900, id: 'nyf', draw: fullPicture },
  skyline: { high: 420, id: 'nys', draw: skyline },
  title: { high: 900, id: 'nyt', draw: titlePicture },
}

function fullPicture(scene: Scene): string {
  const { id, wide, random } = scene
  const haze = `<path class="night-far" d="${outline(wide, random)}"/>`
  const back = streetMarkup(BACK, wide, `${id}-snow`, random)
  const front = streetMarkup(FRONT, wide, `${id}-drift`, random)
  return [
    definitions(scene, { ...SHARED, ...FULL_ONLY }, FULL_BURSTS),
    backdrop(scene, 560, 18),
    alps(scene, 716, 170, 11),
    neighbours(AROUND, wide, id),
    group('translate(0 738)', haze),
    fireworks(scene, FULL_BURSTS),
    group(`translate(${Math.round(wide * 0.63)} 872)scale(1.06)`, church(id)),
    group('translate(0 872)', back),
    `<g class="night-front" transform="translate(0 952)">${front}</g>`,
    ground(scene, 820),
  ].join('')
}

/** Its left half is calm: that is where a page's head has its words. */
function skyline(scene: Scene): string {
  const { id, wide, random } = scene
  const street = streetMarkup(ONLY, wide / 0.86, `${id}-roof`, random)
  return [
    definitions(scene, SHARED, SKYLINE_BURSTS),
    backdrop(scene, 260, 7),
    alps(scene, 350, 90, 27),
    fireworks(scene, SKYLINE_BURSTS),
    group(`translate(${Math.round(wide * 0.72)} 416)scale(.62)`, church(id)),
    group('translate(0 446)scale(.86)', street),
    ground(scene, 380),
  ].join('')
}

/** Its left is calm, for a title; the church and the fireworks stand right. */
function titlePicture(scene: Scene): string {
  const { id, wide, random } = scene
  const haze = `<path class="night-far" d="${outline(wide, random)}"/>`
  const street = streetMarkup(FRONT, wide, `${id}-drift`, random)
  return [
    definitions(scene, { ...SHARED, ...FULL_ONLY }, TITLE_BURSTS),
    backdrop(scene, 560, 22),
    alps(scene, 776, 150, 14),
    group('translate(0 800)', haze),
    fireworks(scene, TITLE_BURSTS),
    group(`translate(${Math.round(wide * 0.77)} 892)scale(.92)`, church(id)),
    `<g class="night-front" transform="translate(0 952)">${street}</g>`,
    ground(scene, 850),
  ].join('')
}

function definitions(
  { id }: Scene,
  down: Record<string, string[]>,
  bursts: Burst[],
): string {
  return (
    `<defs>${gradients(id, down, ' x2="0" y2="1"')}` +
    `${gradients(id, ACROSS, '')}` +
    bursts.map((burst, at) => burstGradients(burst, id + at)).join('') +
    `${towerSymbol(id)}</defs>`
  )
}

function gradients(
  id: string,
  named: Record<string, string[]>,
  way: string,
): string {
  return Object.entries(named)
    .map(
      ([name, stops]) =>
        `<linearGradient id="${id}-${name}"${way}>` +
        `${stops.map(stop).join('')}</linearGradient>`,
    )
    .join('')
}

function stop(name: string, index: number, { length }: string[]): string {
  const share = Math.round((index / (length - 1)) * 10) / 10
  const offset = share ? ` offset="${String(share).replace('0.', '.')}"` : ''
  return `<stop${offset} class="night-${name}"/>`
}

function backdrop(
  { id, wide, high, random }: Scene,
  horizon: number,
  stars: number,
): string {
  const star = () =>
    `M${Math.round(random() * wide)} ${Math.round(random() ** 1.4 * horizon)}h0`
  return (
    `<rect width="${wide}" height="${high}" fill="url(#${id}-sky)"/>` +
    `<path class="night-stars" d="${Array.from({ length: stars }, star).join('')}"/>`
  )
}

function alps(
  { id, wide, random }: Scene,
  foot: number,
  high: number,
  step: number,
): string {
  const ridge = mountains(wide, high, step, random)
  return (
    `<path transform="translate(0 ${foot})" fill="url(#${id}-alps)"` +
    ` d="${ridge}"/>`
  )
}

function fireworks({ id, wide, random }: Scene, bursts: Burst[]): string {
  return bursts
    .map((burst, at) => burstMarkup(burst, wide, id + at, random))
    .join('')
}

/** The picture ends in the page's paper, as it began. */
function ground({ id, wide, high }: Scene, from: number): string {
  return (
    `<rect y="${from}" width="${wide}" height="${high - from}"` +
    ` fill="url(#${id}-ground)"/>`
  )
}

function group(transform: string, content: string): string {
  return `<g transform="${transform}">${content}</g>`
}
