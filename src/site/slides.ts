/**
 * Slides: a step is one, and `---` opens the next. A slide is told in beats:
 * what is said, and what is shown for it (a program, a quotation, a question);
 * wide pages put them side by side. What is only `spoken` is on no slide.
 *
 * Marks (`marks.ts`) say what the deck does with a slide; `presses.ts` counts
 * the key presses that they ask for.
 */
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { escape } from '../figures/escape.ts'
import { markOf, type Mark } from './marks.ts'
import type { Env } from './place.ts'
import { Presses } from './presses.ts'

interface Slide {
  /** Key presses after which it shows; 0 for a step's first. */
  from: number
  /** Whether the way to the next slide is a View Transition. */
  transition: boolean
  beats: Token[]
}

/** The slides of a step, the first with its head, and how many presses they have. */
export function slidesOf(
  head: readonly Token[],
  body: readonly Token[],
  state: StateCore,
  env: Env,
): { slides: Token[]; presses: number } {
  const presses = new Presses(env)
  const slides = tellSlides(body, state, env, presses)
  const tokens = slides.flatMap(({ from, transition, beats }, index) => [
    html(
      state,
      `<div class="slide"${from ? ` data-press="${from}"` : ''}${transition ? ' data-transition' : ''}>`,
    ),
    ...(index === 0 ? head : []),
    ...beats,
    html(state, '</div>'),
  ])
  return { slides: tokens, presses: presses.count }
}

/** Slides, and in them beats: a new one opens after each thing that is shown. */
function tellSlides(
  body: readonly Token[],
  state: StateCore,
  env: Env,
  presses: Presses,
): Slide[] {
  const slides: Slide[] = [{ from: 0, transition: false, beats: [] }]
  let said: Token[] = []
  const tell = (shown?: Token) => {
    const { beats } = slides.at(-1)!
    const only = said.some(isSeen) ? '' : ' spoken'
    beats.push(
      html(
        state,
        `<div class="beat${shown ? '' : only}"><div class="says${only}">`,
      ),
      ...said,
    )
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

/** Of what is said, slides show what is no paragraph. */
function isSeen({ type, level }: Token): boolean {
  return level === 0 && SEEN.has(type)
}

const SEEN = new Set([
  'bullet_list_open',
  'ordered_list_open',
  'table_open',
  'blockquote_open',
  'heading_open',
])

function isShown({ type, level }: Token): boolean {
  return level === 0 && (type === 'fence' || type === 'question')
}

/** What stands in the page for a mark: a note, or what a key press does. */
function spoken(
  mark: Mark,
  token: Token,
  state: StateCore,
  presses: Presses,
): Token[] {
  if (mark.name === 'note') {
    const note = escape(mark.value).replaceAll(/\s*\n\s*/g, ' ')
    return [html(state, `<p class="speaker-note" hidden>${note}</p>`)]
  }
  const markup = presses.ask(mark, token)
  return markup ? [html(state, markup)] : []
}

/** Markup that the build writes around what the chapter says. */
export function html(state: StateCore, content: string): Token {
  const token = new state.Token('html_block', '', 0)
  token.content = `${content}\n`
  return token
}
