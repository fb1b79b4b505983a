/**
 * Steps: each `##` of a chapter opens a section with an address of its own,
 * which is a slide as well, or several: `---` opens the next. Inside, a step is
 * told in beats: what is said, and what is shown for it (a program, a
 * quotation); wide pages put them side by side. What stands before the first
 * `##` is the chapter's opening.
 *
 * Marks (`marks.ts`) say what the deck does with a step; `presses.ts` counts
 * the key presses that they ask for.
 */
import type MarkdownIt from 'markdown-it'
import { escape } from '../figures/escape.ts'
import { stripMarkup } from '../figures/strip.ts'
import { markOf, parseMinutes, type Mark } from './marks.ts'
import { AuthoringError, chapterOf, where, type Env } from './place.ts'
import { Presses } from './presses.ts'
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
    const [opening, ...told] = splitSteps(state.tokens)
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
const TAKEN = new Set(['main', 'recap', 'sources'])

function demandOwnAddresses(told: readonly Token[][], env: Env): void {
  const underlined = told.find(([heading]) => heading!.markup === '-')
  if (underlined) {
    throw new AuthoringError(
      where(env, underlined[0]!.map?.[0] ?? 0),
      '--- right under a line makes a heading of it.',
      'For the next slide, leave a blank line before it; for a step, write ##.',
    )
  }
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
  const presses = new Presses(env)
  const slides = tellSlides(body, state, env, presses)
  const attributes = `${presses.count ? ` data-presses="${presses.count}"` : ''}${planned(body, env)}`
  return [
    html(state, `<section class="step" id="${idOf(tokens)}"${attributes}>`),
    ...slides.flatMap(({ from, transition, beats }, index) => [
      html(
        state,
        `<div class="slide"${from ? ` data-press="${from}"` : ''}${transition ? ' data-transition' : ''}>`,
      ),
      ...(index === 0
        ? [
            html(state, strip(talk, stageOf(body, heading[0]!, env, talk))),
            ...heading,
          ]
        : []),
      ...beats,
      html(state, '</div>'),
    ]),
    html(state, '</section>'),
  ]
}

/** What `minutes` says of a step, as attributes. */
function planned(body: readonly Token[], env: Env): string {
  for (const token of body) {
    const mark = markOf(token, env)
    if (mark?.name !== 'minutes') continue
    const minutes = parseMinutes(mark.value)
    if (minutes) {
      return ` data-minutes="${minutes.minutes}"${minutes.skippable ? ' data-skippable' : ''}`
    }
    throw new AuthoringError(
      where(env, token.map?.[0] ?? 0),
      `“${mark.value}” is no number of minutes.`,
      'Write <!-- minutes: 2 --> or <!-- minutes: 0.5, skippable -->.',
    )
  }
  return ''
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

interface Slide {
  /** Key presses after which it shows; 0 for a step's first. */
  from: number
  /** Whether the way to the next slide is a View Transition. */
  transition: boolean
  beats: Token[]
}

/** Slides, and in them beats: a new one opens after each thing that is shown. */
function tellSlides(
  body: readonly Token[],
  state: State,
  env: Env,
  presses: Presses,
): Slide[] {
  const slides: Slide[] = [{ from: 0, transition: false, beats: [] }]
  let said: Token[] = []
  const tell = (shown?: Token) => {
    const { beats } = slides.at(-1)!
    beats.push(html(state, `<div class="beat"><div class="says">`), ...said)
    if (shown) {
      const waits = presses.waits(shown)
      beats.push(
        html(state, `</div><div class="shows${waits && ' fragment'}"${waits}>`),
        shown,
      )
    }
    beats.push(html(state, '</div></div>'))
    said = []
  }
  for (const token of body) {
    const mark = markOf(token, env)
    if (token.type === 'hr' && token.level === 0) {
      if (said.length > 0) tell()
      const from = presses.slide()
      slides.push({ from, transition: false, beats: [] })
    } else if (isShown(token)) tell(token)
    else if (!mark) said.push(presses.mark(token))
    else if (mark.name === 'transition') slides.at(-1)!.transition = true
    else said.push(...spoken(mark, token, state, presses))
  }
  if (said.length > 0) tell()
  presses.close()
  return slides
}

function isShown({ type, level }: Token): boolean {
  return level === 0 && (type === 'fence' || type === 'question')
}

/** What stands in the page for a mark: a note, or what a key press does. */
function spoken(
  mark: Mark,
  token: Token,
  state: State,
  presses: Presses,
): Token[] {
  if (mark.name === 'note') {
    const note = escape(mark.value).replaceAll(/\s*\n\s*/g, ' ')
    return [html(state, `<p class="speaker-note" hidden>${note}</p>`)]
  }
  const markup = presses.ask(mark, token)
  return markup ? [html(state, markup)] : []
}

function html(state: State, content: string): Token {
  const token = new state.Token('html_block', '', 0)
  token.content = `${content}\n`
  return token
}
