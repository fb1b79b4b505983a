/**
 * The picture of the trip report: New Year's night over Munich, fireworks whose
 * sparks are the first bytes of every WebAssembly module. Data in, SVG out; all
 * colours are in `src/styles/night.css`, so the light theme is the morning after.
 *
 * From back to front: sky, stars, Alps, haze of the town, bursts, the church,
 * two streets under snow.
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
import { outline, streetMarkup } from './new-year-streets.ts'

export interface NewYearNightOptions {
  width: number
  height: number
  /** The whole picture, or a low and lighter strip of it for a page's head. */
  crop: 'full' | 'skyline'
  /** With a title it is an image for everyone, without one an ornament. */
  title?: string
}

const MAGIC = ['00', '61', '73', '6d']
const VERSION = ['01', '00', '00', '00']
const COPPER = ['copper-lit', 'copper', 'copper-shade', 'copper-rim']
const DOWN = ' x2="0" y2="1"'

interface Scene {
  /** What all its ids begin with. */
  id: string
  wide: number
  high: number
  random: Random
}

export function newYearNight(options: NewYearNightOptions): string {
  const { width, height, crop, title } = options
  const high = crop === 'full' ? 900 : 420
  const wide = Math.round((width / height) * high)
  const id = crop === 'full' ? 'nyf' : 'nys'
  const scene = { id, wide, high, random: randomFrom(0x6d736100) }
  const picture = crop === 'full' ? fullPicture(scene) : skyline(scene)
  const role = title ? 'role="img"' : 'aria-hidden="true"'
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="night night-${crop}"` +
    ` viewBox="0 0 ${wide} ${high}" width="${width}" height="${height}"` +
    ` preserveAspectRatio="xMidYMax slice" ${role}>` +
    `${title ? `<title>${escape(title)}</title>` : ''}${picture}</svg>`
  )
}

function fullPicture(scene: Scene): string {
  const { id, wide, random } = scene
  const axis = Math.round(wide * 0.63)
  const bursts: Burst[] = [
    {
      x: wide * 0.345,
      y: 268,
      radius: 222,
      rays: 24,
      hue: 'violet',
      bytes: MAGIC,
    },
    {
      x: wide * 0.84,
      y: 196,
      radius: 116,
      rays: 16,
      hue: 'teal',
      bytes: VERSION,
    },
    {
      x: wide * 0.572,
      y: 112,
      radius: 68,
      rays: 12,
      hue: 'amber',
      bytes: ['61', '73'],
    },
  ]
  const row = { from: -30, to: wide }
  const broad = wide / 1600
  const back = {
    ...row,
    eaves: 84,
    narrow: 76 * broad,
    wide: 180 * broad,
    lit: 0.12,
  }
  const front = {
    ...row,
    eaves: 90,
    narrow: 140 * broad,
    wide: 300 * broad,
    lit: 0.22,
  }
  const around = {
    townHall: wide * 0.235,
    oldPeter: wide * 0.145,
    theatine: wide * 0.87,
  }
  return [
    definitions(
      id,
      bursts,
      linear(`${id}-snow`, DOWN, ['snow-top', 'snow-foot']) +
        linear(`${id}-drift`, DOWN, ['drift-top', 'drift-foot']),
    ),
    backdrop(scene, 560, 18),
    alps(scene, 716, 170),
    neighbours(around, 790, 0.9, id),
    group(
      'translate(0 738)',
      `<path class="night-far" d="${outline(wide, random)}"/>`,
    ),
    fireworks(id, bursts, random),
    group(`translate(${axis} 872)scale(1.06)`, church(id)),
    group('translate(0 872)', streetMarkup(back, `${id}-snow`, random)),
    group(
      'translate(0 952)',
      streetMarkup(front, `${id}-drift`, random),
      'night-front',
    ),
    ground(id, wide, 820, 900),
  ].join('')
}

function skyline(scene: Scene): string {
  const { id, wide, random } = scene
  const axis = Math.round(wide * 0.72)
  const bursts: Burst[] = [
    {
      x: wide * 0.52,
      y: 136,
      radius: 112,
      rays: 16,
      hue: 'violet',
      bytes: MAGIC,
    },
    { x: wide * 0.88, y: 96, radius: 52, rays: 12, hue: 'teal', bytes: [] },
  ]
  const broad = wide / 1600
  const row = {
    from: -30,
    to: wide / 0.86,
    eaves: 74,
    narrow: 90 * broad,
    wide: 210 * broad,
    lit: 0.15,
  }
  return [
    definitions(id, bursts),
    backdrop(scene, 260, 11),
    alps(scene, 350, 90),
    neighbours({ oldPeter: wide * 0.3 }, 380, 0.5, id),
    fireworks(id, bursts, random),
    group(`translate(${axis} 416)scale(.62)`, church(id)),
    group(
      'translate(0 446)scale(.86)',
      streetMarkup(row, `${id}-roof`, random),
    ),
    ground(id, wide, 380, 420),
  ].join('')
}

function alps({ id, wide, random }: Scene, y: number, high: number): string {
  const ridge = mountains(wide, high, random)
  return `<path transform="translate(0 ${y})" fill="url(#${id}-alps)" d="${ridge}"/>`
}

/** The picture ends in the page's paper, as it began. */
function ground(id: string, wide: number, from: number, to: number): string {
  return `<rect y="${from}" width="${wide}" height="${to - from}" fill="url(#${id}-ground)"/>`
}

function group(transform: string, content: string, name?: string): string {
  const named = name ? ` class="${name}"` : ''
  return `<g${named} transform="${transform}">${content}</g>`
}

function fireworks(id: string, bursts: Burst[], random: Random): string {
  return bursts
    .map((burst, index) => burstMarkup(burst, `${id}${index}`, random))
    .join('')
}

function definitions(id: string, bursts: Burst[], more = ''): string {
  return (
    '<defs>' +
    linear(`${id}-sky`, DOWN, ['zenith', 'high', 'low', 'horizon']) +
    linear(`${id}-alps`, DOWN, ['peak', 'foot']) +
    linear(`${id}-brick`, '', ['brick-lit', 'brick', 'brick-shade']) +
    linear(`${id}-copper`, '', COPPER) +
    linear(`${id}-roof`, DOWN, ['roof-ridge', 'roof-eaves']) +
    linear(`${id}-far`, DOWN, ['far-top', 'far-foot']) +
    linear(`${id}-ground`, DOWN, ['ground-gone', 'ground']) +
    bursts.map((burst, at) => burstGradients(burst, `${id}${at}`)).join('') +
    `${more}${towerSymbol(id)}</defs>`
  )
}

function linear(id: string, direction: string, stops: string[]): string {
  const last = stops.length - 1
  const markup = stops.map((name, index) => {
    const offset = String(Math.round((index / last) * 10) / 10).slice(-2)
    const place = index > 0 ? ` offset="${offset}"` : ''
    return `<stop${place} class="night-${name}"/>`
  })
  return `<linearGradient id="${id}"${direction}>${markup.join('')}</linearGradient>`
}

function backdrop(
  { id, wide, high, random }: Scene,
  horizon: number,
  count: number,
): string {
  const stars = Array.from(
    { length: count },
    () =>
      `M${Math.round(random() * wide)} ${Math.round(random() ** 1.4 * horizon)}h0`,
  ).join('')
  return (
    `<rect width="${wide}" height="${high}" fill="url(#${id}-sky)"/>` +
    `<path class="night-stars" d="${stars}"/>`
  )
}
