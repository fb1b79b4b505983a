/**
 * A roll call as chapters ask for it: how often the storyteller was asked, and
 * with which remedies; in the fence, what was asked.
 *
 * ````md
 * ```roll remedies=as-is,facts temperature=1.2 seed=1 count=100 title="Two ways"
 * the team:
 * ```
 * ````
 */
import {
  isRemedy,
  MOST_ANSWERS,
  REMEDIES,
  type Remedy,
  type Wish,
} from '../roll/roll.ts'
import { fenceWords } from './fence-words.ts'
import { AuthoringError } from './place.ts'

export interface RollFence {
  title: string
  /** One for each remedy, in the order of the columns. */
  wishes: Wish[]
  /** How many answers each has. */
  count: number
  /** The answer of the last one that is shown, from 0. */
  answer: number
}

const FENCE = /^roll((?: [a-z]+=[\w.,-]+)*) title="([^"]+)"$/

export function isRoll(info: string): boolean {
  return /^roll\b/.test(info)
}

/** @throws AuthoringError for words that say nothing here */
export function parseRoll(
  info: string,
  content: string,
  place: string,
): RollFence {
  const [, words = '', title] = FENCE.exec(info) ?? []
  if (!title) throw unreadable(info, place)
  const given = fenceWords(words)
  const take = (name: string, usual: string) => {
    const value = given.get(name) ?? usual
    given.delete(name)
    return value
  }
  const number = (name: string, usual: number, most: number) => {
    const value = Number(take(name, String(usual)))
    if (value >= 0 && value <= most) return value
    throw unreadable(info, place)
  }
  const remedies = take('remedies', 'as-is').split(',')
  if (!remedies.every(isRemedy)) throw unreadable(info, place)
  const asked = {
    model: take('model', 'final'),
    prompt: content.trimEnd(),
    temperature: number('temperature', 1.2, 2),
    seed: number('seed', 1, 2 ** 32 - 1),
  }
  const count = number('count', 1, MOST_ANSWERS)
  const answer = number('answer', 1, count) - 1
  if (given.size > 0 || count < 1) throw unreadable(info, place)
  const wishes = remedies.map((remedy: Remedy) => ({ ...asked, remedy }))
  return { title, wishes, count, answer }
}

function unreadable(info: string, place: string): AuthoringError {
  return new AuthoringError(
    place,
    `“${info}” calls no roll.`,
    `Write roll, then remedies=${REMEDIES.join(',')}, temperature=1.2, seed=1, count=100, answer=7 or model=early as needed, then title="…".`,
  )
}
