/**
 * Stories that the storyteller told, recorded: what stands in a page before
 * anybody presses Tell. `npm run storyteller:tell` tells those that chapters
 * ask for, and a browser test holds them to it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Settings, Told } from '../figures/story.ts'

export const RECORDS = 'src/storyteller/told'

/** A story, and the hash of the weights that told it. */
export interface Recorded extends Told {
  sha256: string
}

/** Where the story of a wish is recorded. */
export function recordOf(settings: Settings): string {
  const { prompt, seed, temperature, topK, topP, model } = settings
  const wish = JSON.stringify([prompt, seed, temperature, topK, topP, model])
  const hash = createHash('sha256').update(wish).digest('hex').slice(0, 10)
  return `${RECORDS}/${hash}.json`
}

/** @returns undefined for a wish that nothing was told for */
export function readTold(settings: Settings): Recorded | undefined {
  const file = recordOf(settings)
  return existsSync(file) ? read(file) : undefined
}

/** All stories that are recorded. */
export function allTold(): Recorded[] {
  return readdirSync(RECORDS).map((name) => read(`${RECORDS}/${name}`))
}

function read(file: string): Recorded {
  return JSON.parse(readFileSync(file, 'utf8')) as Recorded
}
