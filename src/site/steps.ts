/**
 * Steps: each `##` of a chapter opens a section with an address of its own,
 * which is a slide as well, or several (`slides.ts`). What stands before the
 * first `##` is the chapter's opening.
 */
import type MarkdownIt from 'markdown-it'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { stripMarkup } from '../figures/strip.ts'
import { markOf, parseMinutes } from './marks.ts'
import { AuthoringError, chapterOf, where, type Env } from './place.ts'
import { html, slidesOf } from './slides.ts'
import { slug } from './slug.ts'
import { STRIPS } from './strips.ts'
import type { Talk } from './talks.ts'

/** What lists of contents need of a step. */
export interface Step {
  id: string
  title: string
}

/** What a chapter's page data says to its steps. */
interface ChapterEnv extends Env {
  stage?: string
  collections: { talks: Talk[] }
}

export function steps(md: MarkdownIt): void {
  // Before anybody counts what such a heading is made of.
  md.core.ruler.after('block', 'underlined-headings', ({ tokens, env }) => {
    if (chapterOf(env.page?.inputPath ?? '')?.chapter) {
      demandNoUnderlined(tokens, env)
    }
  })
  md.core.ruler.push('steps', (state) => {
    const env = state.env as ChapterEnv
    const place = chapterOf(env.page?.inputPath ?? '')
    if (!place?.chapter || state.inlineMode) return
    const talk = env.collections.talks.find(
      ({ url }) => url === `/${place.talk}/`,
    )
    const [opening, ...told] = splitSteps(state.tokens)
    demandNoMarks(opening!, env)
    demandOwnAddresses(told, env)
    state.tokens = [
      ...opening!,
      ...told.flatMap((tokens) => section(tokens, state, env, talk)),
    ]
  })
}

/** The titles and ids of a chapter's steps. */
export function stepsOf(body: string): Step[] {
  const text = body.replaceAll(/^ *(`{3,}|~{3,})[^]*?^ *\1[`~]* *$/gm, '')
  return [...text.matchAll(/^ {0,3}##[ \t]+(.+?)(?: +#+)? *$/gm)].map(
    ([, title]) => ({
      id: slug(title!),
      title: title!.replaceAll('`', ''),
    }),
  )
}

/** The tokens before the first step, then those of each. */
export function splitSteps(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (isStep(token)) parts.push([])
    parts.at(-1)!.push(token)
  }
  return parts
}

/** A `##` of the chapter itself, and not of something that it quotes. */
function isStep({ type, tag, level }: Token): boolean {
  return type === 'heading_open' && tag === 'h2' && level === 0
}

function idOf([, inline]: readonly Token[]): string {
  return slug(inline!.content)
}

/** Addresses that the layout of a chapter uses itself. */
const TAKEN = new Set(['main', 'opening', 'recap', 'sources'])

function demandNoUnderlined(tokens: readonly Token[], env: Env): void {
  const underlined = tokens.find(
    (token) => isStep(token) && token.markup === '-',
  )
  if (!underlined) return
  throw new AuthoringError(
    where(env, underlined.map![0]),
    '--- right under a line makes a heading of it.',
    'For the next slide, leave a blank line before it; for a step, write ##.',
  )
}

/** The opening is no step of the Markdown; its slide is the layout's. */
function demandNoMarks(opening: readonly Token[], env: Env): void {
  const marked = opening.find((token) => markOf(token, env))
  if (!marked) return
  throw new AuthoringError(
    where(env, marked.map![0]),
    `the mark “${markOf(marked, env)!.name}” stands before the first step.`,
    'Put it into the step that it is about, under its ## line.',
  )
}

function demandOwnAddresses(told: readonly Token[][], env: Env): void {
  const ids = told.map(idOf)
  const twice = ids.findIndex(
    (id, index) => !id || TAKEN.has(id) || ids.indexOf(id) < index,
  )
  if (twice < 0) return
  const place = where(env, told[twice]![0]!.map?.[0] ?? 0)
  if (!ids[twice]) {
    throw new AuthoringError(
      place,
      'no address can be made of this title.',
      'Give it a word with letters from a to z, or a number.',
    )
  }
  throw new AuthoringError(
    place,
    `another part of this chapter has the address #${ids[twice]}, too.`,
    'Give one of them another title.',
  )
}

function section(
  tokens: Token[],
  state: StateCore,
  env: ChapterEnv,
  talk: Talk | undefined,
): Token[] {
  const [heading, ...words] = tokens.slice(0, 3)
  heading!.attrSet('tabindex', '-1')
  const body = tokens.slice(3)
  const lit = strip(talk, stageOf(body, heading!, env, talk))
  const head = [html(state, lit), heading!, ...words]
  const { slides, presses } = slidesOf(head, body, state, env)
  const attributes = `${presses ? ` data-presses="${presses}"` : ''}${planned(body, env)}`
  return [
    html(state, `<section class="step" id="${idOf(tokens)}"${attributes}>`),
    ...slides,
    html(state, '</section>'),
  ]
}

/** What `minutes` says of a step, as attributes. */
function planned(body: readonly Token[], env: Env): string {
  const [plan, again] = body.filter(
    (token) => markOf(token, env)?.name === 'minutes',
  )
  if (!plan) return ''
  if (again) {
    throw new AuthoringError(
      where(env, again.map![0]),
      'the minutes of this step are planned above already.',
      'Plan a step once, all its slides together.',
    )
  }
  const { value } = markOf(plan, env)!
  const minutes = parseMinutes(value)
  if (minutes) {
    return ` data-minutes="${minutes.minutes}"${minutes.skippable ? ' data-skippable' : ''}`
  }
  throw new AuthoringError(
    where(env, plan.map![0]),
    `“${value}” is no number of minutes.`,
    'Write <!-- minutes: 2 --> or <!-- minutes: 0.5, skippable -->.',
  )
}

/** The stage of the strip that a step lights: its own, or its chapter's. */
function stageOf(
  body: readonly Token[],
  heading: Token,
  env: ChapterEnv,
  talk: Talk | undefined,
): string | undefined {
  const named = body.find((token) => markOf(token, env)?.name === 'stage')
  const lit = named ? markOf(named, env)!.value : env.stage
  const stages = talk?.strip && STRIPS[talk.strip]
  if (!stages || !lit || stages.some(({ name }) => name === lit)) return lit
  throw new AuthoringError(
    where(env, (named ?? heading).map?.[0] ?? 0),
    `the talk’s strip has no stage “${lit}”.`,
    `There are: ${stages.map(({ name }) => name).join(', ')}.`,
  )
}

function strip(talk: Talk | undefined, lit: string | undefined): string {
  const stages = talk?.strip && STRIPS[talk.strip]
  if (!stages) return ''
  return stripMarkup(
    stages.map(({ name, chapter }) => ({
      name,
      lit: name === lit,
      url: talk.chapters.find(({ url }) => url.endsWith(`/${chapter}/`))?.url,
    })),
  )
}
