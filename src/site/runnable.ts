/**
 * Runnable blocks: a fence with `run` is an island with its program, and with
 * the output, sizes and modules that the same compiler made of it in this
 * build; `stages` shows all that becomes of it, `tokens` cuts it into tokens.
 * What stands in the page is the fallback, and the island takes over in its
 * place.
 */
import type MarkdownIt from 'markdown-it'
import { LEVELS } from '../examplescript/examplescript.ts'
import { canvasMarkup } from '../figures/canvas.ts'
import { viewsMarkup } from '../figures/views.ts'
import type { Scripts } from './baked-scripts.ts'
import type { Bakery } from './bakery.ts'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
  program,
  type Cards,
} from './card.ts'
import { parseRunnable, type Canvas, type Runnable } from './fence.ts'
import { serveFences } from './fences.ts'
import type { Highlighter } from './highlight.ts'
import { relative } from './links.ts'
import { AuthoringError, type Env } from './place.ts'
import { holdPrediction } from './prediction.ts'
import type { Question } from './question-parts.ts'
import { askMarkup, identityOf } from './question.ts'

export interface Kitchen extends Cards {
  highlighter: Highlighter
  bakery: Bakery
  scripts: Scripts
}

/** A program as its fence says it, with the prediction that is asked for. */
interface Served extends Runnable {
  source: string
  question: Question | undefined
  env: Env
  place: string
}

/** Other languages than ours, and ours without words behind it, are listings. */
function isRunnable(info: string): boolean {
  return /^examplescript\S* \S/.test(info)
}

export function runnables(md: MarkdownIt, kitchen: Kitchen): void {
  serveFences(md, isRunnable, ({ info, content, question, env, place }) => {
    const runnable = parseRunnable(info)
    if (!runnable?.title) {
      throw new AuthoringError(
        place,
        `“${info}” is no runnable block.`,
        'Write LANGUAGE, then run, stages, tokens or exercise and what is shown of it, then title="…".',
      )
    }
    demandOwnTitle(runnable.title, env, place)
    const source = content.trimEnd()
    if (question) {
      const { language, view } = runnable
      const isForTokens = view === 'tokens'
      holdPrediction(question, language, source, kitchen.bakery, isForTokens)
    }
    const markup = {
      run: programMarkup,
      stages: stagedMarkup,
      tokens: tokensMarkup,
    }[runnable.view]
    return markup({ ...runnable, source, question, env, place }, kitchen, md)
  })
}

function programMarkup(served: Served, kitchen: Kitchen, md: MarkdownIt) {
  const { language, module, title, source, place } = served
  const { highlighter, bakery } = kitchen
  const { stages } = bakery.program(source, language, place)
  const after = module ? `<div class="stages">${stages}</div>` : ''
  return serve(
    'runnable-program',
    served,
    kitchen,
    { 'data-language': language },
    (question) =>
      `${head(title)}${program(highlighter.listing(source, language))}${question}
${bar(primaryButton('run', 'Run'), '', runActs())}${resultMarkup(served, kitchen)}${after}`,
    md,
  )
}

function stagedMarkup(served: Served, kitchen: Kitchen, md: MarkdownIt) {
  const { language, views, isRun, title, source, place } = served
  const { bakery } = kitchen
  const baked = bakery.stages(source, views, place)
  const listing = tokenListing(baked.text)
  const buttons = isRun
    ? bar(primaryButton('run', 'Run'), '', runActs())
    : bar('', '', button('reset', 'Reset') + button('copy', 'Copy'))
  const result = isRun ? resultMarkup(served, kitchen) : ''
  return serve(
    'staged-program',
    served,
    kitchen,
    { 'data-language': language },
    (question, key) =>
      `${head(title)}${program(listing)}${question}
${buttons}<ul class="problems" aria-label="Problems"${baked.problems ? '' : ' hidden'}>${baked.problems}</ul>${result}${viewsMarkup(baked.views, LEVELS.keys(), key)}`,
    md,
  )
}

/** A listing of tokens that other views find: each is a part of its own. */
export function tokenListing(
  tokens: string,
  language = 'examplescript',
): string {
  return `<pre class="listing" tabindex="0" data-language="${language}"><code>${tokens}</code></pre>`
}

/** The quiet buttons of a program that runs. */
export function runActs(): string {
  return (
    button('reset', 'Reset') +
    button('copy', 'Copy') +
    button('download-wasm', '.wasm', 'Download .wasm') +
    button('download-wat', '.wat', 'Download .wat')
  )
}

/** More lines than these scroll, which a keyboard has to reach. */
const LINES_SEEN = 10

/** What came of a run: its output, its image, its memory. */
function resultMarkup(served: Served, { bakery }: Kitchen): string {
  const { language, source, place, memory, canvas, title, env } = served
  const { output, sizes } = bakery.program(source, language, place)
  const picture = (size: Canvas) =>
    relative(bakery.frame(source, size, place), env.page.url)
  const image = canvas ? canvasMarkup(picture(canvas), canvas, title) : ''
  const drawn = memory ? bakery.memory(source, memory) : ''
  const scrolls = (output.match(/<samp>/g)?.length ?? 0) > LINES_SEEN
  const focus = scrolls ? ' tabindex="0"' : ''
  return `${image}<div class="result"><output aria-label="Output"${focus}>${output}</output><p class="measures"><span>${sizes}</span></p></div>${drawn}`
}

function tokensMarkup(served: Served, kitchen: Kitchen, md: MarkdownIt) {
  const { title, source } = served
  const { text, list, count, problems } = kitchen.bakery.tokens(source)
  const listing = tokenListing(text)
  return serve(
    'token-view',
    served,
    kitchen,
    {},
    (question) =>
      `${head(title)}${program(listing)}${question}
${bar('', count, button('reset', 'Reset') + button('copy', 'Copy'))}<ol class="tokens" aria-label="Tokens">${list}</ol>
<output class="problems" aria-label="Problems"${problems ? '' : ' hidden'}>${problems}</output>`,
    md,
  )
}

/** The card of a program, with its question in it where there is one. */
function serve(
  name: string,
  { title, source, question, env }: Served,
  kitchen: Kitchen,
  attributes: Record<string, string>,
  body: (question: string, key: string) => string,
  md: MarkdownIt,
): string {
  return card(kitchen, {
    name,
    title,
    source: question ? [source, identityOf(md, question)] : source,
    env,
    attributes,
    body: (key) => {
      const asked = question ? askMarkup(md, question, key, env) : ''
      return body(asked, key)
    },
  })
}
