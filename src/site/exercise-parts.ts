/** The parts of an exercise: the fences behind it that say how to go about it. */
import type Token from 'markdown-it/lib/token.mjs'
import { AuthoringError, where, type Env } from './place.ts'

export const EXAMPLE = '```examplescript exercise title="…"'

/** What the fences behind an exercise say. */
export interface Exercise {
  hints: string[]
  checks: { text: string; place: string }[]
  solution: string | undefined
}

/** A fence of checks in the language itself, each of them a function. */
const CODE = 'examplescript check'

/** The language of an exercise; undefined for all other tokens. */
export function languageOf({ type, info }: Token): string | undefined {
  return type === 'fence' && /^examplescript\S* exercise\b/.test(info)
    ? info.split(' ')[0]
    : undefined
}

type Part = 'hint' | 'check' | 'code' | 'solution'

/** Which part of an exercise in a language a token is, if it is one. */
export function partOf(
  { type, info }: Token,
  language: string,
): Part | undefined {
  if (type !== 'fence') return undefined
  const words = info.trim()
  if (words === 'hint' || words === 'check') return words
  if (words === CODE && words.startsWith(`${language} `)) return 'code'
  return words === `${language} solution` ? 'solution' : undefined
}

export function addPart(
  exercise: Exercise,
  part: Part,
  { content, map }: Token,
  env: Env,
): void {
  const text = content.trimEnd()
  if (part === 'solution') {
    demandFirst(exercise.solution, where(env, map?.[0] ?? 0))
    exercise.solution = text
  } else if (part === 'hint') exercise.hints.push(text)
  else if (part === 'code') {
    exercise.checks.push(...functionsIn(text, (map?.[0] ?? 0) + 1, env))
  } else {
    for (const [index, line] of text.split('\n').entries()) {
      if (!line.trim()) continue
      const place = where(env, (map?.[0] ?? 0) + 1 + index)
      exercise.checks.push({ text: line.trim(), place })
    }
  }
}

/** The functions of a fence, each of which begins at the start of a line. */
function functionsIn(text: string, first: number, env: Env) {
  const found: Exercise['checks'] = []
  for (const [index, line] of text.split('\n').entries()) {
    const place = where(env, first + index)
    const last = found.at(-1)
    if (line.startsWith('function ')) found.push({ text: line, place })
    else if (last) last.text += `\n${line}`
    else if (line.trim()) demandFunction(line, place)
  }
  for (const one of found) one.text = one.text.trimEnd()
  return found
}

function demandFunction(line: string, place: string): never {
  throw new AuthoringError(
    place,
    `“${line.trim()}” is no check.`,
    'Write functions such as function addsUp(): bool { return add(2, 3) == 5 }.',
  )
}

function demandFirst(solution: string | undefined, place: string): void {
  if (solution === undefined) return
  throw new AuthoringError(
    place,
    'this exercise has a solution above already.',
    'Keep one; say in the prose that there are others.',
  )
}

/** A part that no exercise precedes is lost, and its author should know. */
export function demandExercise({ type, info, map }: Token, env: Env): void {
  if (
    type !== 'fence' ||
    !/^(?:hint|check|\S+ (?:solution|check))$/.test(info.trim())
  ) {
    return
  }
  throw new AuthoringError(
    where(env, map?.[0] ?? 0),
    `“${info.trim()}” belongs to no exercise.`,
    `Put it right behind one in the same language: ${EXAMPLE}.`,
  )
}
