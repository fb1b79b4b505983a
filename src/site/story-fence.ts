/**
 * A story as chapters ask for it: its settings behind the fence's three signs,
 * and in it the prompt. A header line, such as `words: Mila, Juniper, kite`,
 * keeps its line end, behind which the story begins; any other prompt is gone
 * on from where it ends.
 *
 * ````md
 * ```story seed=3 temperature=0.7 title="A story to order"
 * words: Mila, Juniper, red kite, hill
 * ```
 * ````
 */
import type { Settings } from '../figures/story.ts'
import { fenceWords } from './fence-words.ts'
import { AuthoringError } from './place.ts'

export interface StoryFence {
  title: string
  settings: Settings
}

const FENCE = /^story((?: [a-z-]+=[\w.-]+)*) title="([^"]+)"$/
const HEADER = /^(?:words|the team): [^\n]*\n$/

export function isStory(info: string): boolean {
  return /^story\b/.test(info)
}

/** @throws AuthoringError for words that say nothing here */
export function parseStory(
  info: string,
  content: string,
  place: string,
): StoryFence {
  const [, words = '', title] = FENCE.exec(info) ?? []
  if (!title) throw unreadable(info, place)
  const given = fenceWords(words)
  const take = (name: string, usual: number) => {
    const value = Number(given.get(name) ?? usual)
    given.delete(name)
    if (Number.isFinite(value)) return value
    throw unreadable(info, place)
  }
  const settings: Settings = {
    prompt: HEADER.test(content) ? content : content.trimEnd(),
    seed: take('seed', 1),
    temperature: take('temperature', 0.7),
    topK: take('top-k', 40),
    topP: take('top-p', 0.95),
    model: given.get('model') ?? 'final',
  }
  given.delete('model')
  if (given.size > 0) throw unreadable(info, place)
  return { title, settings }
}

function unreadable(info: string, place: string): AuthoringError {
  return new AuthoringError(
    place,
    `“${info}” asks for no story.`,
    'Write story, then seed=3, temperature=0.7, top-k=40, top-p=0.95 or model=early as needed, then title="…".',
  )
}
