/**
 * Two stories of one prompt: how each is asked stands behind the fence's three
 * signs, and in it the prompt, both as `story` has them.
 *
 * ````md
 * ```compare left="seed=3 model=early" right="seed=3" title="Early and late"
 * words: Mila, Juniper, red kite, hill
 * ```
 * ````
 */
import type { Settings } from '../figures/story.ts'
import { AuthoringError } from './place.ts'
import { parseStory } from './story-fence.ts'

export const SIDES = ['left', 'right'] as const
export type Side = (typeof SIDES)[number]

export interface CompareFence {
  title: string
  settings: Record<Side, Settings>
}

const FENCE = /^compare left="([^"]*)" right="([^"]*)" title="([^"]+)"$/

export function isCompare(info: string): boolean {
  return /^compare\b/.test(info)
}

/** @throws AuthoringError for words that say nothing here */
export function parseCompare(
  info: string,
  content: string,
  place: string,
): CompareFence {
  const [, left, right, title] = FENCE.exec(info) ?? []
  if (!title) {
    throw new AuthoringError(
      place,
      `“${info}” compares nothing.`,
      'Write compare left="…" right="…" title="…"; left and right say what a story says: seed=3, temperature=0.7, top-k=40, top-p=0.95 or model=early.',
    )
  }
  const settings = (words: string) =>
    parseStory(
      ['story', words, `title="${title}"`].filter(Boolean).join(' '),
      content,
      place,
    ).settings
  return { title, settings: { left: settings(left!), right: settings(right!) } }
}
