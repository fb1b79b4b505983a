/**
 * Runnable blocks: a fence with `run` is an island with its program, and with
 * the output, sizes and modules that the same compiler made of it in this
 * build; `tokens` shows it cut into tokens. What stands in the page is the
 * fallback, and the island takes over in its place.
 */
import { createHash } from 'node:crypto'
import type MarkdownIt from 'markdown-it'
import { escape } from '../figures/escape.ts'
import type { Bakery } from './bakery.ts'
import type { Highlighter } from './highlight.ts'
import { island, type IslandSites } from './islands.ts'
import { AuthoringError, chapterOf, where, type Env } from './place.ts'

/** What a fence's words say: ```` ```LANGUAGE run module title="…" ````. */
export interface Runnable {
  language: string
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
    language: language!,
    view: view as Runnable['view'],
    module: Boolean(module),
    title: title ?? '',
  }
}

export interface Kitchen {
  highlighter: Highlighter
  islands: IslandSites
  bakery: Bakery
}

export function runnables(md: MarkdownIt, kitchen: Kitchen): void {
  const fence = md.renderer.rules.fence!
  md.renderer.rules.fence = (tokens, index, options, env: Env, self) => {
    const { info, content, map } = tokens[index]!
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
        'Write LANGUAGE, then run or tokens, then title="…".',
      )
    }
    demandOwnTitle(runnable.title, env, place)
    const markup = { run: programMarkup, tokens: tokensMarkup }[runnable.view]
    return markup(runnable, content.trimEnd(), kitchen, env, place)
  }
}

/** Readers, screen readers and tests find a program by its title. */
function demandOwnTitle(title: string, env: Env, place: string): void {
  if (env.islandTitles.has(title)) {
    throw new AuthoringError(
      place,
      `another program of this chapter has the title “${title}”, too.`,
      'Give each its own.',
    )
  }
  env.islandTitles.add(title)
}

function programMarkup(
  { language, module, title }: Runnable,
  source: string,
  { highlighter, islands, bakery }: Kitchen,
  env: Env,
  place: string,
): string {
  const baked = bakery.program(source, language, place)
  const stages = module ? `<div class="stages">${baked.stages}</div>` : ''
  const body = `${head(title)}${program(highlighter.listing(source, language))}
<div class="bar"><button type="button" class="primary" data-act="run" disabled>Run</button><span class="bar-status" aria-live="polite"></span><span class="quiet">${quiet('reset', 'Reset')}${quiet('copy', 'Copy')}${quiet('download-wasm', '.wasm', 'Download .wasm')}${quiet('download-wat', '.wat', 'Download .wat')}</span></div>
<p class="trouble" role="alert" hidden></p>
<div class="result"><output aria-label="Output">${baked.output}</output><p class="measures"><span>${baked.sizes}</span></p></div>${stages}`
  const attributes = { 'data-language': language }
  return card('runnable-program', title, source, islands, env, attributes, body)
}

function tokensMarkup(
  { title }: Runnable,
  source: string,
  { islands, bakery }: Kitchen,
  env: Env,
): string {
  const { text, list, count, problems } = bakery.tokens(source)
  const listing = `<pre class="listing" tabindex="0" data-language="examplescript"><code>${text}</code></pre>`
  const body = `${head(title)}${program(listing)}
<div class="bar"><span class="bar-status" aria-live="polite">${count}</span><span class="quiet">${quiet('reset', 'Reset')}${quiet('copy', 'Copy')}</span></div>
<p class="trouble" role="alert" hidden></p>
<ol class="tokens" aria-label="Tokens">${list}</ol>
<output class="problems" aria-label="Problems"${problems ? '' : ' hidden'}>${problems}</output>`
  return card('token-view', title, source, islands, env, {}, body)
}

/** An island of the one family, under the key that storage knows it by. */
function card(
  name: string,
  title: string,
  source: string,
  islands: IslandSites,
  env: Env,
  attributes: Record<string, string>,
  body: string,
): string {
  const untouched = JSON.stringify([name, attributes, source])
  const hash = createHash('sha256').update(untouched).digest('hex').slice(0, 10)
  const count = (env.islandCounts.get(hash) ?? 0) + 1
  env.islandCounts.set(hash, count)
  return island(
    islands,
    name,
    env.page.url,
    {
      class: 'card',
      role: 'group',
      'aria-label': title,
      'data-key': `${name}-${hash}-${count}`,
      ...attributes,
    },
    body,
  )
}

function head(title: string): string {
  return `<p class="card-title">${escape(title)}</p>\n`
}

/** The listing that a script turns into the text box “Program”. */
function program(listing: string): string {
  return listing.replace('<pre ', '<pre data-program ')
}

function quiet(act: string, words: string, label = words): string {
  const name = label === words ? '' : ` aria-label="${label}"`
  return `<button type="button" data-act="${act}"${name} disabled>${words}</button>`
}
