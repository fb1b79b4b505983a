/**
 * Marks: what an author says to the deck and the build, in comments that no
 * reader sees and that GitHub leaves out, `<!-- NAME: VALUE -->`, each alone on
 * its line. Other comments are the author's own.
 */
import type Token from 'markdown-it/lib/token.mjs'
import { AuthoringError, nearest, where, type Env } from './place.ts'

/** The names of marks, and how each is written. */
const MARKS = {
  stage: '<!-- stage: tokens -->',
  note: '<!-- note: what only the presenter sees -->',
  pause: '<!-- pause -->',
  'one by one': '<!-- one by one -->',
  do: '<!-- do: run -->',
  transition: '<!-- transition -->',
  minutes: '<!-- minutes: 2 -->',
} as const

export type MarkName = keyof typeof MARKS

export interface Mark {
  name: MarkName
  /** What stands behind the colon; '' where a mark needs nothing. */
  value: string
}

const BARE = new Set<MarkName>(['pause', 'one by one', 'transition'])

/**
 * @returns the mark that a block of HTML is; undefined for all other HTML.
 * @throws AuthoringError for what looks like a mark and is none
 */
export function markOf(token: Token, env: Env): Mark | undefined {
  if (token.type !== 'html_block') return undefined
  const match =
    /^<!--\s*([a-z]+(?: [a-z]+){0,2})\s*(?::([^]*?))?-->([^]*)$/.exec(
      token.content.trim(),
    )
  if (!match) return undefined
  const [, words, value = '', behind] = match
  const name = words as MarkName
  const place = () => where(env, token.map?.[0] ?? 0)
  if (!Object.hasOwn(MARKS, name)) {
    const meant = nearest(name, Object.keys(MARKS)) as MarkName | undefined
    if (meant?.[0] !== name[0]) return undefined
    throw new AuthoringError(
      place(),
      `there is no mark “${name}”.`,
      `Did you mean ${MARKS[meant!]}?`,
    )
  }
  const isWhole = BARE.has(name) ? !value.trim() : value.trim()
  if (!isWhole || behind || token.level > 0) {
    throw new AuthoringError(
      place(),
      token.level > 0
        ? `the mark “${name}” stands inside of something else.`
        : `the mark “${name}” is not whole.`,
      `Write ${MARKS[name]}, alone on its line and at its start.`,
    )
  }
  return { name, value: value.trim() }
}

/** How long a step is planned to take. */
export interface Minutes {
  minutes: number
  /** Whether it may be left out when time is short. */
  skippable: boolean
}

/** `2, skippable` @returns undefined where it says no number of minutes */
export function parseMinutes(value: string): Minutes | undefined {
  const match = /^(\d+(?:\.\d+)?)(, skippable)?$/.exec(value)
  return match && Number(match[1]) > 0
    ? { minutes: Number(match[1]), skippable: Boolean(match[2]) }
    : undefined
}
