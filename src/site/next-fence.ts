/**
 * The words of a fence whose text goes on token by token: `text next`, and how
 * the sliders are set.
 */
import { AuthoringError } from './place.ts'

const FENCE = /^text next((?: [^\s"]+)*) title="([^"]+)"$/

/** By the words that set them, and as sliders have them at first. */
const SETTINGS = {
  temperature: 1,
  'top-k': 40,
  'top-p': 1,
  seed: 1,
}

export type NextSettings = Record<keyof typeof SETTINGS, number>

export function isNext(info: string): boolean {
  return /^text next\b/.test(info)
}

/** @throws AuthoringError for words that say nothing here */
export function parseNext(
  info: string,
  place: string,
): { title: string; settings: NextSettings } {
  const [whole, words = '', title = ''] = FENCE.exec(info) ?? []
  const given = words
    .split(' ')
    .filter(Boolean)
    .map((word) => word.split('='))
  const isRead = given.every(
    ([name = '', value = '']) => name in SETTINGS && /^[\d.]+$/.test(value),
  )
  if (whole !== undefined && isRead) {
    const set = given.map(([name, value]) => [name, Number(value)])
    return { title, settings: { ...SETTINGS, ...Object.fromEntries(set) } }
  }
  throw new AuthoringError(
    place,
    `“${info}” does not say how to go on.`,
    'Write text next title="…", and before the title temperature=0.8, top-k=10, top-p=0.9 or seed=7.',
  )
}
