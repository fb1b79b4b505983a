/**
 * A chat as chapters ask for it: in the fence stands the first message, behind
 * its three signs how it is asked, and what the model is told before.
 *
 * ````md
 * ```chat title="A bedtime story" system="You tell stories to children." seed=3
 * Tell a story about a pup who is afraid of the dark.
 * ```
 * ````
 */
import { AuthoringError } from './place.ts'

export interface ChatFence {
  title: string
  message: string
  system: string
  temperature: number
  topP: number
  seed: number
  /** Tokens of the longest answer. */
  most: number
  /** Its id, as WebLLM's records call it. */
  model: string
}

const WORD = / ([a-z-]+)=(?:"([^"]*)"|([\w.-]+))/gy

/** The smallest that every graphics card can run. */
const USUAL_MODEL = 'SmolLM2-360M-Instruct-q4f32_1-MLC'

export function isChat(info: string): boolean {
  return /^chat\b/.test(info)
}

/** @throws AuthoringError for words that say nothing here */
export function parseChat(
  info: string,
  content: string,
  place: string,
): ChatFence {
  const given = wordsOf(info)
  const text = (name: string, usual: string) => {
    const value = given?.get(name) ?? usual
    given?.delete(name)
    return value
  }
  const number = (name: string, usual: number) =>
    Number(text(name, String(usual)))
  const fence: ChatFence = {
    title: text('title', ''),
    message: content.trimEnd(),
    system: text('system', ''),
    temperature: number('temperature', 0.7),
    topP: number('top-p', 0.95),
    seed: number('seed', 1),
    most: number('most', 512),
    model: text('model', USUAL_MODEL),
  }
  const isRead = given?.size === 0 && fence.title !== ''
  if (isRead && Object.values(fence).every((value) => !Number.isNaN(value)))
    return fence
  throw new AuthoringError(
    place,
    `“${info}” asks for no chat.`,
    'Write chat title="…", and as needed system="…", model=ID, seed=3, temperature=0.7, top-p=0.95 or most=512.',
  )
}

/** @returns undefined where something stands there that is none */
function wordsOf(info: string): Map<string, string> | undefined {
  const words = info.slice('chat'.length)
  const all = [...words.matchAll(WORD)]
  const isWhole = all.map(([whole]) => whole).join('') === words
  if (!isWhole) return undefined
  return new Map(all.map(([, name, quoted, bare]) => [name!, quoted ?? bare!]))
}
