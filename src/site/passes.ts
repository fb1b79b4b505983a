/**
 * Passes over a program: a fence with `passes` is an island that runs Binaryen's
 * passes one at a time, and the build has run them before it. Words behind it
 * say which: a level (`O3`) or a `list=dce,vacuum`; `converge`, `nogc`,
 * `changed` to show only passes that changed something, and `of=NAME` for the
 * function that is shown first.
 */
import type MarkdownIt from 'markdown-it'
import { LEVELS } from '../examplescript/examplescript.ts'
import { passesMarkup } from '../figures/passes.ts'
import { passesIn, type Recipe } from '../passes/passes.ts'
import type { BakedTrace } from './baked-trace.ts'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
  program,
} from './card.ts'
import { serveFences } from './fences.ts'
import { isPasses, parsePasses, type Asked } from './passes-fence.ts'
import { type Env } from './place.ts'
import { holdOutcome } from './prediction.ts'
import type { Question } from './question-parts.ts'
import { askMarkup, identityOf } from './question.ts'
import type { Kitchen } from './runnable.ts'

export function passes(md: MarkdownIt, kitchen: Kitchen): void {
  serveFences(md, isPasses, ({ info, content, question, env, place }) => {
    const asked = parsePasses(info, place)
    demandOwnTitle(asked.title, env, place)
    const source = content.trimEnd()
    return passCard({ asked, source, question, env, place }, kitchen, md)
  })
}

interface Served {
  asked: Asked & { title: string }
  source: string
  question: Question | undefined
  env: Env
  place: string
}

function passCard(
  { asked, source, question, env, place }: Served,
  kitchen: Kitchen,
  md: MarkdownIt,
): string {
  const { settings, of, title } = asked
  const { level, hasGC, converges, list } = settings
  const recipe: Recipe = {
    level,
    hasGC,
    converges,
    ...(list && { passes: passesIn(list) }),
  }
  const baked = kitchen.bakery.passes(source, recipe, of, place)
  const { drawing } = baked
  if (question) holdTrace(question, baked)
  const listing = kitchen.highlighter.listing(source, 'examplescript')
  return card(kitchen, {
    name: 'pass-by-pass',
    title,
    source: question ? [source, identityOf(md, question)] : source,
    env,
    attributes: {
      'data-language': 'examplescript',
      'data-settings': JSON.stringify({ ...settings, of: drawing.detail.of }),
    },
    body: (key) => {
      const asks = question ? askMarkup(md, question, key, env) : ''
      const quiet =
        button('reset', 'Reset') +
        button('copy', 'Copy') +
        button('copy-command', 'Copy command', 'Copy as a wasm-opt command') +
        button('download-wasm', '.wasm', 'Download .wasm')
      return `${head(title)}${program(listing)}${asks}
${bar(primaryButton('run', 'Run passes'), '', quiet)}${passesMarkup(drawing, settings, LEVELS.keys())}`
    },
  })
}

/** A prediction is held against the trace: what comes out, in its sizes. */
function holdTrace(
  question: Question,
  { trace, instructions }: BakedTrace,
): void {
  holdOutcome(question, [
    count(instructions, 'instruction'),
    count(trace.bytes.length, 'byte'),
  ])
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
