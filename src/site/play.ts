/**
 * The place to play: a fence `examplescript play` is a program with all that an
 * island can do, and the fences `examplescript example` behind it are programs
 * to start from. The build compiles each of them.
 */
import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { LEVELS, problemsIn } from '../examplescript/examplescript.ts'
import { canvasMarkup } from '../figures/canvas.ts'
import { escape } from '../figures/escape.ts'
import { viewsMarkup } from '../figures/views.ts'
import { bar, button, card, head, primaryButton, program } from './card.ts'
import { AuthoringError, isPlay, where, type Env } from './place.ts'
import { runActs, tokenListing, type Kitchen } from './runnable.ts'

interface Example {
  title: string
  source: string
}

/** The size of the image that a program here may draw. */
const CANVAS = { width: 320, height: 200 }

const PLAY = /^examplescript play title="([^"]+)"$/
const EXAMPLE = /^examplescript example title="([^"]+)"$/

export function play(md: MarkdownIt, kitchen: Kitchen): void {
  md.core.ruler.push('play', (state) => {
    const env = state.env as Env
    if (!isPlay(env.page?.inputPath ?? '')) return
    let examples: Example[] | undefined
    state.tokens = state.tokens.filter((token) => {
      const example = examples && exampleIn(token, env)
      if (example) {
        examples!.push(example)
        return false
      }
      if (token.type !== 'fence' || !PLAY.test(token.info)) return true
      examples = []
      token.meta = { ...token.meta, examples }
      return true
    })
  })
  const fence = md.renderer.rules.fence!
  md.renderer.rules.fence = (tokens, index, options, env: Env, self) => {
    const token = tokens[index]!
    const { examples } = (token.meta ?? {}) as { examples?: Example[] }
    if (!examples) return fence(tokens, index, options, env, self)
    return playMarkup(token, examples, kitchen, env)
  }
}

function exampleIn(
  { type, info, content, map }: Token,
  env: Env,
): Example | undefined {
  const [, title] = (type === 'fence' && EXAMPLE.exec(info)) || []
  if (!title) return undefined
  const source = content.trimEnd()
  const [problem] = problemsIn('examplescript', source)
  if (!problem) return { title, source }
  throw new AuthoringError(
    where(env, map?.[0] ?? 0),
    `the example “${title}” does not compile: ${problem.message}`,
    'Mend it.',
  )
}

function playMarkup(
  { info, content, map }: Token,
  examples: readonly Example[],
  kitchen: Kitchen,
  env: Env,
): string {
  const [, title = ''] = PLAY.exec(info)!
  const source = content.trimEnd()
  const place = where(env, map?.[0] ?? 0)
  const { bakery, highlighter } = kitchen
  const { text, views } = bakery.stages(source, ['tree'], place)
  const listing = tokenListing(text)
  const image = canvasMarkup('', CANVAS, title)
  const memory = bakery.memory(source, 'bytes')
  const starts = examples.map(
    ({ title: name, source: example }, index) =>
      `<li><details><summary>${escape(name)}</summary>${highlighter.listing(example, 'examplescript')}</details>${button(`example-${index}`, 'Start from this', `Start from ${escape(name)}`)}</li>`,
  )
  return card(kitchen, {
    name: 'staged-program',
    title,
    source,
    env,
    attributes: {
      'data-language': 'examplescript',
      'data-play': '',
    },
    body: (key) =>
      `${head(title)}${program(listing)}
${bar(primaryButton('run', 'Run'), '', runActs())}<ul class="problems" aria-label="Problems" hidden></ul><div class="result"><output aria-label="Output"></output><p class="measures"><span></span></p></div>${image}${memory}${viewsMarkup(views, LEVELS.keys(), key)}<details class="examples" open><summary>Start from an example</summary><ul aria-label="Examples">${starts.join('')}</ul></details>`,
  })
}
