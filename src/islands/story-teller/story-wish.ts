/** What a model is asked to go on from, as far as it can look back. */
import type { Settings, Told } from '../../figures/story.ts'
import { WorkFailure } from '../trouble.ts'

/** Characters: the storyteller looks back on hardly more than these. */
const LOOKS_BACK = 900

/** Characters of a prompt; more are no beginning of a story. */
const MOST_CHARACTERS = 20_000

/** What fits: a prompt with a text behind it, or the text's last sentences. */
export function lastOf(prompt: string, text: string): string {
  const whole = prompt + text
  if (!text || whole.length <= LOOKS_BACK) return whole
  const last = whole.slice(-LOOKS_BACK / 2)
  return last.replace(/^[^]*?[.!?]["’”')]*\s+(?=\S)/, '')
}

export function settingsOf(told: Told): Settings {
  const { prompt, seed, temperature, topK, topP, model } = told
  return { prompt, seed, temperature, topK, topP, model }
}

/** @throws WorkFailure for a prompt that no story begins with */
export function demandShort({ length }: string): void {
  if (length <= MOST_CHARACTERS) return
  throw new WorkFailure(
    `The prompt has ${length.toLocaleString('en')} characters, and ${MOST_CHARACTERS.toLocaleString('en')} are the most. Shorten it.`,
    false,
  )
}
