/**
 * Exercises: a fence with `exercise` is a program to change, and the fences
 * behind it say how: `hint`s to be shown one by one, a `check` with one check a
 * line, and a `solution` in the same language. The build does the exercise
 * itself: the solution passes every check, and the start does not.
 */
import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import {
  CheckError,
  parseCheck,
  titleOf,
  type Check,
  type LanguageName,
} from '../examplescript/examplescript.ts'
import { differenceMarkup } from '../figures/difference.ts'
import { verdictsMarkup } from '../figures/verdicts.ts'
import { textDifference } from '../passes/passes.ts'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
  program,
} from './card.ts'
import {
  addPart,
  demandExercise,
  EXAMPLE,
  languageOf,
  partOf,
  type Exercise,
} from './exercise-parts.ts'
import {
  AuthoringError,
  chapterOf,
  unstopped,
  where,
  type Env,
} from './place.ts'
import type { Kitchen } from './runnable.ts'

const FENCE = /^(examplescript(?:-talk)?) exercise(?: title="([^"]+)")?$/

export function exercises(md: MarkdownIt, kitchen: Kitchen): void {
  md.core.ruler.push('exercises', (state) => {
    const env = state.env as Env
    if (!chapterOf(env.page?.inputPath ?? '')) return
    let open: { language: string; exercise: Exercise } | undefined
    state.tokens = state.tokens.filter((token) => {
      const part = open && partOf(token, open.language)
      if (part) {
        addPart(open!.exercise, part, token, env)
        return false
      }
      open = undefined
      demandExercise(token, env)
      const language = languageOf(token)
      if (!language) return true
      open = {
        language,
        exercise: { hints: [], checks: [], solution: undefined },
      }
      token.meta = { ...token.meta, exercise: open.exercise }
      return true
    })
  })
  const fence = md.renderer.rules.fence!
  md.renderer.rules.fence = (tokens, index, options, env: Env, self) => {
    const token = tokens[index]!
    const { exercise } = (token.meta ?? {}) as { exercise?: Exercise }
    if (!exercise) return fence(tokens, index, options, env, self)
    return exerciseMarkup(token, exercise, kitchen, md, env)
  }
}

function exerciseMarkup(
  { info, content, map }: Token,
  exercise: Exercise,
  kitchen: Kitchen,
  md: MarkdownIt,
  env: Env,
): string {
  const place = where(env, map?.[0] ?? 0)
  const [, language, title] = FENCE.exec(info.trim()) ?? []
  if (!language || !title) {
    throw new AuthoringError(
      place,
      `“${info}” is no exercise.`,
      `Write ${EXAMPLE}.`,
    )
  }
  demandOwnTitle(title, env, place)
  const start = content.trimEnd()
  const { hints, checks, solution } = exercise
  demandDoable(exercise, language as LanguageName, start, kitchen, place)
  const main =
    primaryButton('check', 'Check') +
    (hints.length > 0 ? button('hint', 'Hint') : '') +
    (solution === undefined ? '' : button('solution', 'Solution'))
  const quiet = button('reset', 'Reset') + button('copy', 'Copy')
  return card(kitchen, {
    name: 'code-exercise',
    title,
    source: [start, exercise.checks.map(({ text }) => text), hints, solution],
    env,
    attributes: { 'data-language': language },
    body: () =>
      `${head(title, '<span class="badge" data-badge>Exercise</span>')}${program(kitchen.highlighter.listing(start, language))}
${bar(main, '', quiet)}<div class="result"><div class="verdicts" role="status" aria-label="Result">${verdictsMarkup(checks.map(shown))}</div></div>
${foldedHints(hints, md, env)}${foldedSolution(start, solution)}`,
  })
}

/** A check as it stands in the page before anybody checks. */
function shown({ text }: { text: string }) {
  return { text, ...titleOf(parseCheck(text)) }
}

function foldedHints(hints: string[], md: MarkdownIt, { page }: Env): string {
  if (hints.length === 0) return ''
  const items = hints.map(
    (hint) => `<li>${md.renderInline(hint, { page })}</li>`,
  )
  return `<details class="hints"><summary>${hints.length > 1 ? 'Hints' : 'Hint'}</summary><ol aria-label="Hints">${items.join('')}</ol></details>\n`
}

function foldedSolution(start: string, solution: string | undefined): string {
  if (solution === undefined) return ''
  return `<details class="solution"><summary>Solution</summary><pre class="listing difference" tabindex="0" aria-label="The difference to the solution">${differenceMarkup(textDifference(start, solution))}</pre></details>\n`
}

/** The build does the exercise: the start fails it, the solution passes. */
function demandDoable(
  { checks, solution }: Exercise,
  language: LanguageName,
  start: string,
  { bakery }: Kitchen,
  place: string,
): void {
  if (checks.length === 0) return
  const parsed = checks.map(({ text, place: line }) => parsedAt(text, line))
  const before = bakery.judge(parsed, language, start)
  if (before.every(({ passed }) => passed)) {
    throw new AuthoringError(
      place,
      'this exercise is done before anybody starts: its program passes every check.',
      'Change the program, or check for more.',
    )
  }
  if (solution === undefined) return
  const after = bakery.judge(parsed, language, solution)
  const failed = after.findIndex(({ passed }) => !passed)
  if (failed < 0) return
  throw new AuthoringError(
    checks[failed]!.place,
    `the solution does not pass “${after[failed]!.text}”: ${unstopped(after[failed]!.came)}.`,
    'Mend the solution, or the check.',
  )
}

function parsedAt(text: string, place: string): Check {
  try {
    return parseCheck(text)
  } catch (error) {
    if (!(error instanceof CheckError)) throw error
    throw new AuthoringError(place, error.message, 'Mend the check.')
  }
}
