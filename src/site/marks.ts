/**
 * Marks: what an author says to the deck and the build, in comments that no
 * reader sees and that GitHub leaves out, `<!-- NAME: VALUE -->`, each alone on
 * its line. Other comments are the author's own.
 */
import type Token from 'markdown-it/lib/token.mjs'
import { nearest } from '../examplescript/examplescript.ts'
import { AuthoringError, where, type Env } from './place.ts'

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

const BARE = new Set<string>(['pause', 'one by one', 'transition'])

const COMMENT = /^<!--\s*([a-z]+(?:[ -][a-z]+){0,2})\s*(?::([^]*?))?-->([^]*)$/i
const WITHOUT_COLON =
  /^<!--\s*(?:(do) +[\w-]+ *(?:[=,]|-->)|(minutes) +\d|(stage) +\S+ *-->)/

/**
 * @returns the mark that a block of HTML is; undefined for all other HTML.
 * @throws AuthoringError for what looks like a mark and is none
 */
export function markOf(token: Token, env: Env): Mark | undefined {
  let line = token.map?.[0] ?? 0
  const place = () => where(env, line)
  for (const { type, content } of token.children ?? []) {
    if (type.endsWith('break')) line++
    if (type === 'html_inline') demandNoMark(content, place)
  }
  if (token.type !== 'html_block') return undefined
  const comment = token.content.trim()
  if (token.level > 0) return demandNoMark(comment, place)
  const [, name = '', value = '', behind] = COMMENT.exec(comment) ?? []
  if (!isMark(name)) {
    demandNoMisspelling(comment, place)
    return undefined
  }
  const isWhole = BARE.has(name) ? !value.trim() : value.trim()
  if (!isWhole || behind) throw notWhole(name, place())
  return { name, value: value.trim() }
}

function isMark(name: string): name is MarkName {
  return Object.hasOwn(MARKS, name)
}

/** Within a list, a paragraph or a quotation, nobody would hear of a mark. */
function demandNoMark(comment: string, place: () => string): undefined {
  const [, name = ''] = COMMENT.exec(comment) ?? []
  if (!isMark(name)) return undefined
  throw new AuthoringError(
    place(),
    `the mark “${name}” stands inside of something else.`,
    `Write ${MARKS[name]}, alone on its line and at its start.`,
  )
}

/** A comment may be the author's own, unless it is nearly a mark. */
function demandNoMisspelling(comment: string, place: () => string): void {
  const bare = WITHOUT_COLON.exec(comment)?.slice(1).find(Boolean)
  if (bare) throw notWhole(bare as MarkName, place())
  const [, words] = COMMENT.exec(comment) ?? []
  if (!words) return
  const name = words.toLowerCase().replaceAll('-', ' ')
  const meant = nearest(name, Object.keys(MARKS)) as MarkName | undefined
  if (meant?.[0] !== name[0]) return
  throw new AuthoringError(
    place(),
    `there is no mark “${words}”.`,
    `Did you mean ${MARKS[meant!]}?`,
  )
}

function notWhole(name: MarkName, place: string): AuthoringError {
  return new AuthoringError(
    place,
    `the mark “${name}” is not whole.`,
    `Write ${MARKS[name]}, alone on its line and at its start.`,
  )
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
