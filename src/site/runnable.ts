/**
 * Runnable blocks: a fence with `run` is an island with its program, and with
 * the output, sizes and modules that the same compiler made of it in this
 * build; `tokens` shows it cut into tokens. What stands in the page is the
 * fallback, and the island takes over in its place.
 */
import type MarkdownIt from 'markdown-it'
import type { LanguageName } from '../examplescript/examplescript.ts'
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
import type { Highlighter } from './highlight.ts'
import { AuthoringError, chapterOf, where, type Env } from './place.ts'
import { holdPrediction } from './prediction.ts'
import type { Question } from './question-parts.ts'
import { askMarkup, identityOf } from './question.ts'

/** What a fence's words say: ```` ```LANGUAGE run module title="…" ````. */
export interface Runnable {
  language: LanguageName
  view: 'run' | 'tokens'
  /** Whether the module's text is shown, before and after optimising. */
  module: boolean
  title: string
}

const FENCE =
  /^(examplescript(?:-talk)?) (run|tokens)( module)?(?: title="([^"]+)")?$/

/** @returns undefined for a fence that is only to be read. */
export function parseRunnable(info: string): Runnable | undefined {
  const match = FENCE.exec(info.trim())
  if (!match) return undefined
  const [, language, view, module, title] = match
  return {
    language: language as LanguageName,
    view: view as Runnable['view'],
    module: Boolean(module),
    title: title ?? '',
  }
}

export interface Kitchen extends Cards {
  highlighter: Highlighter
  bakery: Bakery
}

/** A program as its fence says it, with the prediction that is asked for. */
interface Served extends Runnable {
  source: string
  question: Question | undefined
  env: Env
  place: string
}

export function runnables(md: MarkdownIt, kitchen: Kitchen): void {
  const fence = md.renderer.rules.fence!
  md.renderer.rules.fence = (tokens, index, options, env: Env, self) => {
    const { info, content, map, meta } = tokens[index]!
    const inChapter = chapterOf(env.page?.inputPath ?? '')
    if (!inChapter || !/^examplescript\S* \S/.test(info)) {
      return fence(tokens, index, options, env, self)
    }
    const place = where(env, map?.[0] ?? 0)
    const runnable = parseRunnable(info)
    if (!runnable?.title) {
      throw new AuthoringError(
        place,
        `“${info}” is no runnable block.`,
        'Write LANGUAGE, then run, tokens or exercise, then title="…".',
      )
    }
    demandOwnTitle(runnable.title, env, place)
    const { question } = (meta ?? {}) as { question?: Question }
    const source = content.trimEnd()
    if (question) {
      holdPrediction(question, runnable.language, source, kitchen.bakery)
    }
    const markup = { run: programMarkup, tokens: tokensMarkup }[runnable.view]
    return markup({ ...runnable, source, question, env, place }, kitchen, md)
  }
}

function programMarkup(served: Served, kitchen: Kitchen, md: MarkdownIt) {
  const { language, module, title, source, place } = served
  const { highlighter, bakery } = kitchen
  const baked = bakery.program(source, language, place)
  const stages = module ? `<div class="stages">${baked.stages}</div>` : ''
  const acts =
    button('reset', 'Reset') +
    button('copy', 'Copy') +
    button('download-wasm', '.wasm', 'Download .wasm') +
    button('download-wat', '.wat', 'Download .wat')
  return serve(
    'runnable-program',
    served,
    kitchen,
    { 'data-language': language },
    (question) =>
      `${head(title)}${program(highlighter.listing(source, language))}${question}
${bar(primaryButton('run', 'Run'), '', acts)}<div class="result"><output aria-label="Output">${baked.output}</output><p class="measures"><span>${baked.sizes}</span></p></div>${stages}`,
    md,
  )
}

function tokensMarkup(served: Served, kitchen: Kitchen, md: MarkdownIt) {
  const { title, source } = served
  const { text, list, count, problems } = kitchen.bakery.tokens(source)
  const listing = `<pre class="listing" tabindex="0" data-language="examplescript"><code>${text}</code></pre>`
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
  body: (question: string) => string,
  md: MarkdownIt,
): string {
  return card(kitchen, {
    name,
    title,
    source: question ? [source, identityOf(md, question)] : source,
    env,
    attributes,
    body: (key) => body(question ? askMarkup(md, question, key, env) : ''),
  })
}
