/**
 * Roll calls that the storyteller answered, recorded: what stands in a page
 * before anybody asks. `npm run storyteller:tell` records those that chapters
 * ask for, and a browser test holds them to it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Run, Wish } from '../roll/roll.ts'

export const CALLED = 'src/storyteller/called'

/** Answers, and the hash of the weights that gave them. */
export interface RecordedRun extends Run {
  sha256: string
}

/** Where the answers to a wish are recorded. */
export function calledFile(wish: Wish, count: number): string {
  const { model, remedy, prompt, temperature, seed } = wish
  const asked = JSON.stringify([
    model,
    remedy,
    prompt,
    temperature,
    seed,
    count,
  ])
  const hash = createHash('sha256').update(asked).digest('hex').slice(0, 10)
  return `${CALLED}/${hash}.json`
}

/** @returns undefined for a wish that nobody has answered */
export function readCalled(wish: Wish, count: number): RecordedRun | undefined {
  const file = calledFile(wish, count)
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedRun
}
