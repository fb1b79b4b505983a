/**
 * Fireworks of bytes for the picture of New Year's night: each ray of a burst
 * is a trail, then bytes set along the ray, then a spark. Colours come from
 * the classes of `src/styles/night.css`; a burst's own gradient runs from its
 * core over its heart to its rim.
 */
import { path, type Random } from './new-year-random.ts'

export interface Burst {
  /** Where it stands across the picture, from 0 to 1. */
  x: number
  /** Where it stands, from the top. */
  y: number
  /** Where the longest rays end. */
  radius: number
  rays: number
  /** Names the class that says its colours: `night-violet` and so on. */
  hue: 'violet' | 'teal' | 'amber'
  /** What its long rays spell, and its short ones a part of; may be nothing. */
  bytes: readonly string[]
}

const TURN = Math.PI * 2

/** The gradients of a burst: its halo's and, where it has bytes, its rays'. */
export function burstGradients(burst: Burst, id: string): string {
  const { hue, radius, bytes } = burst
  const open = `<radialGradient class="night-${hue}" id="${id}`
  const halo =
    `${open}-halo">${stop('0', 'flash')}${stop('.06', 'glow')}` +
    `${stop('.45', 'haze')}${stop('1', 'gone')}` +
    '</radialGradient>'
  if (bytes.length === 0) return halo
  return (
    `${halo}${open}" cx="0" cy="0" r="${radius}"` +
    ` gradientUnits="userSpaceOnUse">${stop('.1', 'core')}` +
    `${stop('.5', 'heart')}${stop('.95', 'rim')}` +
    '</radialGradient>'
  )
}

function stop(offset: string, part: string): string {
  return `<stop offset="${offset}" class="night-${part}"/>`
}

/** A burst; `id` names the gradients that `burstGradients` made for it. */
export function burstMarkup(
  burst: Burst,
  wide: number,
  id: string,
  random: Random,
): string {
  const { x, y, radius, hue, bytes } = burst
  const { trails, hairs, sparks, falling, words, size } = rays(burst, random)
  const open =
    `<g class="night-burst night-${hue}"` +
    ` transform="translate(${Math.round(x * wide)} ${y})">` +
    `<circle class="night-halo" r="${Math.round(radius * 1.5)}"` +
    ` fill="url(#${id}-halo)"/>`
  const dots =
    `<path class="night-sparks" d="${falling}"/><path class="night-sparks"` +
    ` stroke-width="${Math.round(radius / 7 + 20) / 10}" d="${sparks}"/></g>`
  if (bytes.length === 0) return `${open}<path d="${trails}${hairs}"/>${dots}`
  return (
    `${open}<use href="#${id}-trails" class="night-smoke"` +
    ` stroke-width="${Math.round(radius / 18)}"/>` +
    `<g stroke="url(#${id})"><path class="night-hairs" d="${hairs}"/>` +
    `<path id="${id}-trails" d="${trails}"/></g>` +
    `<g class="night-bytes" fill="url(#${id})" font-size="${size}">` +
    `${words}</g>${dots}`
  )
}

/** All rays of a burst around 0, 0; what looks the same is one path. */
function rays(burst: Burst, random: Random) {
  const { radius, rays: count } = burst
  const size = Math.max(10, Math.round(radius * 0.076))
  let [trails, hairs, sparks, words] = ['', '', '', '']
  for (let ray = 0; ray < count; ray++) {
    const angle = ((ray + 0.5 + (random() - 0.5) * 0.3) / count) * TURN
    const short = ray % 2 === 1
    const reach = radius * ((short ? 0.68 : 0.93) + random() * 0.08)
    const text = word(burst, ray, short)
    const inner = reach - (text.length * 0.6 + 0.9) * size
    trails += trail(angle, radius * 0.08, inner)
    if (short) hairs += hair(angle + Math.PI / count, radius, random)
    sparks += dot(angle, reach)
    if (text) words += alongRay(text, angle, inner + size * 0.45, reach)
  }
  const falling = glitter(radius, Math.round(count * 0.7), random)
  return { trails, hairs, sparks, falling, words, size }
}

/** Long rays spell the whole word; short ones of big bursts a half of it. */
function word({ bytes, radius }: Burst, ray: number, short: boolean): string {
  if (!short) return bytes.join(' ')
  if (radius < 200) return ''
  const from = ray % bytes.length
  return [...bytes, ...bytes].slice(from, from + bytes.length / 2).join(' ')
}

/** From the core to where the ray's bytes begin. */
function trail(angle: number, from: number, to: number): string {
  const x = Math.cos(angle)
  const y = Math.sin(angle)
  const far = Math.max(0, to - from)
  return path('M', x * from, y * from, 'l', x * far, y * far)
}

/** A spark's way without bytes: it bends down where it slows. */
function hair(angle: number, radius: number, random: Random): string {
  const reach = radius * (0.55 + random() * 0.2)
  const x = Math.cos(angle) * reach
  const y = Math.sin(angle) * reach
  const fall = radius * (0.03 + random() * 0.06)
  const ways = ['q', x * 0.7, y * 0.7, x, y + fall]
  return path('M', x * 0.4, y * 0.4, ...ways)
}

/** Text on the left half is turned over, so that it never stands on its head. */
function alongRay(
  text: string,
  angle: number,
  from: number,
  to: number,
): string {
  const degrees = Math.round((angle / TURN) * 360)
  const flipped = Math.cos(angle) < 0
  const turn = flipped ? degrees - 180 : degrees
  const inset = (to - from) / (text.length * 1.3)
  const start = Math.round(flipped ? inset - to : from)
  return `<text transform="rotate(${turn})" x="${start}">${text}</text>`
}

/** Sparks that have left the burst, falling a little. */
function glitter(radius: number, count: number, random: Random): string {
  return Array.from({ length: count }, () => {
    const distance = radius * (1.02 + random() ** 2 * 0.35)
    return dot(random() * TURN, distance, radius * random() * 0.12)
  }).join('')
}

/** A line of no length: with round caps it is a dot, in the fewest letters. */
function dot(angle: number, distance: number, fall = 0): string {
  const x = Math.cos(angle) * distance
  return path('M', x, Math.sin(angle) * distance + fall, 'h', 0)
}
