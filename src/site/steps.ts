/**
 * Steps: each `##` of a chapter opens a section with an address of its own,
 * which is a slide as well. Inside, a step is told in beats: what is said, and
 * what is shown for it (a program, a quotation); wide pages put them side by
 * side. What stands before the first `##` is the chapter's opening.
 *
 * `<!-- stage: tokens -->` says which stage of the strip a step is about, where
 * that is another one than its chapter's.
 */
import type MarkdownIt from 'markdown-it'
import { stripMarkup } from '../figures/strip.ts'
import { AuthoringError, chapterOf, where, type Env } from './place.ts'
import { slug } from './slug.ts'
import { STRIPS } from './strips.ts'
import type { Talk } from './talks.ts'

type State = Parameters<Parameters<MarkdownIt['core']['ruler']['push']>[1]>[0]
type Token = State['tokens'][number]

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
  md.core.ruler.push('steps', (state) => {
    const env = state.env as ChapterEnv
    const place = chapterOf(env.page?.inputPath ?? '')
    if (!place?.chapter) return
    const talk = env.collections.talks.find(
      ({ url }) => url === `/${place.talk}/`,
    )
    const [opening, ...told] = split(state.tokens)
    demandOwnAddresses(told, env)
    state.tokens = [
      ...opening!,
      ...told.flatMap((tokens) => section(tokens, state, env, talk)),
    ]
  })
}

/** The titles and ids of a chapter's steps. */
export function stepsOf(body: string): Step[] {
  const text = body.replaceAll(/^(`{3,})[^]*?^\1`*$/gm, '')
  return [...text.matchAll(/^## +(.+?)(?: +#+)? *$/gm)].map(([, title]) => ({
    id: slug(title!),
    title: title!.replaceAll('`', ''),
  }))
}

/** The tokens before the first step, then those of each. */
function split(tokens: readonly Token[]): Token[][] {
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
const TAKEN = new Set(['main', 'recap', 'sources'])

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
  state: State,
  env: ChapterEnv,
  talk: Talk | undefined,
): Token[] {
  const heading = tokens.slice(0, 3)
  heading[0]!.attrSet('tabindex', '-1')
  const body = tokens.slice(3)
  const named = body.find(stageOf)
  const lit = named ? stageOf(named) : env.stage
  demandStage(lit, talk, where(env, (named ?? heading[0]!).map?.[0] ?? 0))
  return [
    html(state, `<section class="step slide" id="${idOf(tokens)}">`),
    html(state, strip(talk, lit)),
    ...heading,
    ...beats(body, state),
    html(state, '</section>'),
  ]
}

function demandStage(
  lit: string | undefined,
  talk: Talk | undefined,
  place: string,
): void {
  const stages = talk?.strip && STRIPS[talk.strip]
  if (!stages || !lit || stages.some(({ name }) => name === lit)) return
  throw new AuthoringError(
    place,
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

/** A new beat opens after each thing that is shown. */
function beats(body: readonly Token[], state: State): Token[] {
  const out: Token[] = []
  let said: Token[] = []
  const tell = (shown: readonly Token[]) => {
    out.push(html(state, `<div class="beat"><div class="says">`), ...said)
    if (shown.length > 0) {
      out.push(html(state, '</div><div class="shows">'), ...shown)
    }
    out.push(html(state, '</div></div>'))
    said = []
  }
  for (const token of body) {
    if (token.type === 'fence' && token.level === 0) tell([token])
    else if (!stageOf(token)) said.push(token)
  }
  if (said.length > 0) tell([])
  return out
}

function stageOf(token: Token): string | undefined {
  if (token.type !== 'html_block') return undefined
  return /^<!-- stage: ([\w-]+) -->$/.exec(token.content.trim())?.[1]
}

function html(state: State, content: string): Token {
  const token = new state.Token('html_block', '', 0)
  token.content = `${content}\n`
  return token
}
