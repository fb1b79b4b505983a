/**
 * Everybody and everything that a story may be about. A plot names a list
 * (`hero: pups`) or some of its members (`helper: Juniper, Barley`).
 */

/** A word that a story turns on, and the forms of it that sentences use. */
export interface Member {
  name: string
  forms: Readonly<Record<string, string>>
}

const SHE = { he: 'she', him: 'her', his: 'her', himself: 'herself' }
const HE = { he: 'he', him: 'him', his: 'his', himself: 'himself' }

export type Gender = 'he' | 'she'

/** What each pup of the team does, and what it does it with. */
const PUPS: [string, Gender, job: string, tool: string][] = [
  ['Wick', 'he', 'lamplighter', 'a bright lamp'],
  ['Nutmeg', 'she', 'baker', 'a bag of warm buns'],
  ['Fennel', 'he', 'gardener', 'a strong spade'],
  ['Juniper', 'she', 'climber', 'a long rope'],
  ['Puddle', 'he', 'rower', 'a little boat'],
  ['Quill', 'she', 'mapmaker', 'a good map'],
  ['Clover', 'she', 'nurse', 'a soft bandage'],
  ['Dingle', 'he', 'ringer', 'a loud bell'],
  ['Barley', 'he', 'carter', 'a wooden cart'],
  ['Pebble', 'he', 'finder', 'a clever nose'],
  ['Fiddle', 'she', 'singer', 'a gentle song'],
  ['Thimble', 'she', 'mender', 'a needle and thread'],
]

const CHILDREN: [string, Gender][] = [
  ['Mila', 'she'],
  ['Theo', 'he'],
  ['Lotte', 'she'],
  ['Jonas', 'he'],
  ['Amina', 'she'],
  ['Oskar', 'he'],
  ['Ines', 'she'],
  ['Henri', 'he'],
  ['Suki', 'she'],
  ['Tomas', 'he'],
  ['Greta', 'she'],
  ['Karim', 'he'],
]

/** Where one is: a preposition to each place. */
const PLACES: [string, at: string][] = [
  ['hill', 'on the hill'],
  ['meadow', 'in the meadow'],
  ['forest', 'in the forest'],
  ['lake', 'by the lake'],
  ['beach', 'on the beach'],
  ['river', 'by the river'],
  ['garden', 'in the garden'],
  ['orchard', 'in the orchard'],
  ['park', 'in the park'],
  ['market', 'at the market'],
  ['farm', 'at the farm'],
  ['harbour', 'at the harbour'],
]

const ANIMALS =
  'owl fox kitten duck lamb hedgehog rabbit squirrel goat mouse turtle frog pony badger calf otter'
const THINGS =
  'kite ball balloon scarf hat drum basket ribbon flag whistle umbrella bucket doll wagon crown blanket pillow book mitten cup'
const COLOURS = 'red blue green yellow orange purple pink white'
const WEATHERS = 'sunny windy rainy foggy snowy cloudy cold warm'

export const CAST: Readonly<Record<string, readonly Member[]>> = {
  pups: PUPS.map(([name, gender, job, tool]) => ({
    name,
    forms: { ...formsOf(gender), job, tool },
  })),
  children: CHILDREN.map(([name, gender]) => ({
    name,
    forms: formsOf(gender),
  })),
  places: PLACES.map(([name, at]) => ({ name, forms: { at } })),
  animals: plain(ANIMALS),
  things: plain(THINGS),
  colours: plain(COLOURS),
  weathers: plain(WEATHERS),
}

/** Who may be the hero, and is `he` or `she`. */
export const HEROES: ReadonlyMap<string, Gender> = new Map([
  ...PUPS.map(([name, gender]): [string, Gender] => [name, gender]),
  ...CHILDREN,
])

/** The names of a list's members. */
export function namesOf(list: string): string[] {
  return CAST[list]!.map(({ name }) => name)
}

function formsOf(gender: Gender): Record<string, string> {
  return gender === 'she' ? SHE : HE
}

function plain(names: string): Member[] {
  return names.split(' ').map((name) => ({ name, forms: {} }))
}
