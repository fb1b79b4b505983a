/** What a deck says while it is presented: where it is, and what its islands show. */
import { readdirSync, readFileSync } from 'node:fs'
import { below } from '../present/access.ts'

/** A message, as windows post it, and the topic that it goes to. */
export interface Word {
  topic: string
  name: string
  value: unknown
}

/** Bytes of an island's state, at least and at most. */
const SIZES = { least: 600, most: 4000 }

/** So many programs stand on the slides. */
const ISLANDS = 20

const PROGRAMS = 'src/examplescript/programs'
const CHAPTER = '/compiling/from-tokens-to-a-tree/'

/** Makes what is said at each change, from the site's own programs. */
export function speech(room: string): (change: number) => Word[] {
  const text = readdirSync(PROGRAMS)
    .filter((name) => name.endsWith('.example'))
    .sort()
    .map((name) => readFileSync(`${PROGRAMS}/${name}`, 'utf8'))
    .join('\n')
  const word = (name: string, value: unknown): Word => ({
    topic: `${below(room)}said/${encodeURIComponent(name)}`,
    name,
    value,
  })
  return (change) => {
    const { least, most } = SIZES
    const size = least + ((change * 379) % (most - least))
    const from = (change * 997) % (text.length - size)
    const source = text.slice(from, from + size)
    const key = `runnable-program-4f1d0c-${change % ISLANDS}`
    return [
      word(`island ${CHAPTER} ${key}`, { version: 1, source, ran: true }),
      word('place', { path: CHAPTER, step: 'nesting', presses: change }),
    ]
  }
}

/** @param at milliseconds since 1970, by which followers tell how late it is */
export function messageOf({ name, value }: Word, at: number): string {
  const stamp = { at, by: '1834920391-2980156677' }
  return JSON.stringify({ version: 1, kind: 'said', name, value, stamp })
}
