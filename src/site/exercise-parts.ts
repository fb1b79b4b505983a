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

/** The language of an exercise; undefined for all other tokens. */
export function languageOf({ type, info }: Token): string | undefined {
  return type === 'fence' && /^examplescript\S* exercise\b/.test(info)
    ? info.split(' ')[0]
    : undefined
}

type Part = 'hint' | 'check' | 'solution'

/** Which part of an exercise in a language a token is, if it is one. */
export function partOf(
  { type, info }: Token,
  language: string,
): Part | undefined {
  if (type !== 'fence') return undefined
  const words = info.trim()
  if (words === 'hint' || words === 'check') return words
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
  else {
    for (const [index, line] of text.split('\n').entries()) {
      if (!line.trim()) continue
      const place = where(env, (map?.[0] ?? 0) + 1 + index)
      exercise.checks.push({ text: line.trim(), place })
    }
  }
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
  if (type !== 'fence' || !/^(?:hint|check|\S+ solution)$/.test(info.trim())) {
    return
  }
  throw new AuthoringError(
    where(env, map?.[0] ?? 0),
    `“${info.trim()}” belongs to no exercise.`,
    `Put it right behind one in the same language: ${EXAMPLE}.`,
  )
}
