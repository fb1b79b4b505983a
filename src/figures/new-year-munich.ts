/**
 * Munich's landmarks for the picture of New Year's night, seen from the
 * north-west, where the Alps stand behind the town: the Frauenkirche with its
 * nave going back to the left, its neighbours as haze. All stand on y = 0.
 */
import { path, type Random } from './new-year-random.ts'

/** A dome from the eaves up, with its lantern, its bulb and its tip. */
const DOME =
  'M-33-408C-43-424-43-449-30-465C-20-477-10-480-9-490V-508' +
  'C-13-512-13-522-6-528C-2-531-1-535-1-542V-566H1V-542C1-535 2-531 6-528' +
  'C13-522 13-512 9-508V-490C10-480 20-477 30-465C43-449 43-424 33-408z'

/** Old Peter, the New Town Hall, the Theatine church, as one looks for them. */
const OLD_PETER =
  'M-24 0V-190H-27V-198H-22V-236H-25Q-24-258-9-266V-286Q-14-292-6-302' +
  'L-1-352H1L6-302Q14-292 9-286V-266Q24-258 25-236H22V-198H27V-190H24V0z'
const TOWN_HALL =
  'M-24 0V-210L-27-214V-236L-22-226L-17-246V-262L-13-256L-9-286L-6-280' +
  'L-1-352H1L6-280L9-286L13-256L17-262V-246L22-226L27-236V-214L24-210V0z'
const THEATINE =
  'M-104 0V-168H-108V-176H-103V-204Q-100-222-90-228L-86-250L-82-228' +
  'Q-72-222-69-204V-176H-64V-168H-68V-120H-44V-150H-40Q-38-192-9-200V-216' +
  'L0-240L9-216V-200Q38-192 40-150H44V-120H68V-168H64V-176H69V-204' +
  'Q72-222 82-228L86-250L90-228Q100-222 103-204V-176H108V-168H104V0z'

/** A tower of the church, for two uses; `id` is the picture's prefix. */
export function towerSymbol(id: string): string {
  return (
    `<symbol id="${id}-tower" overflow="visible">` +
    `<path fill="url(#${id}-brick)"` +
    ' d="M-36 0V-332L-31-340V-404H31V-340L36-332V0z"/>' +
    // Corners and the octagon's faces: light from the left, shade right.
    '<path class="night-lit" d="M-36 0V-332H-29V0zM-31-340V-404H-15V-340z"/>' +
    '<path class="night-shade" d="M36 0V-332H29V0zM31-340V-404H15V-340z"/>' +
    '<path class="night-course" d="M-36-134H36M-36-196H36M-36-258H36' +
    'M-37-333H37M-32-343H32"/>' +
    '<path class="night-slit" d="M-13-122v34M13-122v34M-13-184v34M13-184v34' +
    'M-13-246v34M13-246v34M0-386v32M-22-384v28M22-384v28"/>' +
    '<circle class="night-clock" cy="-296" r="17"/>' +
    '<path class="night-hands" d="M0-293v-15"/>' +
    `<path fill="url(#${id}-copper)" d="${DOME}"/>` +
    '<path class="night-rib" d="M-13-408C-21-430-19-458-4-484' +
    'M13-408C21-430 19-458 4-484"/>' +
    '<path class="night-slit night-lantern" d="M-3.5-504v9M3.5-504v9"/>' +
    '<path class="night-cap" d="M-37-403H37L34-410H-34zM-9-490H9L14-484H-14z"/>' +
    '<circle class="night-ball" cy="-547" r="3.4"/></symbol>'
  )
}

/** The church: nave behind, gable between the towers, towers before it. */
export function church(id: string): string {
  return (
    '<path class="night-wall" d="M-420 0V-128H60V0z"/>' +
    `<path fill="url(#${id}-roof)" d="M0-262L-330-248L-424-122H90z"/>` +
    '<path class="night-lit" d="M-330-248L-424-122H-368z"/>' +
    '<path class="night-seam" d="M-330-248L-368-122M-330-248L-318-122"/>' +
    '<path class="night-gable" d="M0-258L56-110V0H-56V-110z"/>' +
    '<path class="night-slit" d="M0-206v26M-14-160v26M14-160v26"/>' +
    '<path class="night-edge" d="M-60-104L0-262L60-104"/>' +
    `<use href="#${id}-tower" x="-78"/><use href="#${id}-tower" x="78"/>`
  )
}

/** Where the neighbours stand across the picture, from 0 to 1. */
export interface Neighbours {
  townHall: number
  oldPeter: number
  theatine: number
}

/** What stands around the church, as haze; `id` is the picture's prefix. */
export function neighbours(
  { townHall, oldPeter, theatine }: Neighbours,
  wide: number,
  id: string,
): string {
  const place = (share: number, shape: string) =>
    `<path transform="translate(${Math.round(share * wide)} 790)scale(.9)"` +
    ` d="${shape}"/>`
  return (
    `<g fill="url(#${id}-far)">${place(townHall, TOWN_HALL)}` +
    `${place(oldPeter, OLD_PETER)}${place(theatine, THEATINE)}</g>`
  )
}

/** The Alps as one line, at most `high`, in steps of at least `step`. */
export function mountains(
  wide: number,
  high: number,
  step: number,
  random: Random,
): string {
  let line = 'M0 0'
  let last = 0
  for (let x = 0; x < wide + 70;) {
    const along = Math.round(step * (1 + random() * 2.4) * (wide / 1600))
    const y = Math.round(high * (wave(x) + (random() - 0.5) * 0.26))
    line += path('l', x === 0 ? 0 : along, last - y)
    x += along
    last = y
  }
  return `${line}V0z`
}

function wave(x: number): number {
  return 0.5 + 0.2 * Math.sin(x / 170 + 2.2) + 0.1 * Math.sin(x / 53)
}
