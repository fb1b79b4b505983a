/**
 * Programs in JavaScript that use Binaryen's library: a fence
 * ```` ```js binaryen title="…" ```` is an island, and the build has run its
 * program before, recorded as the page records it.
 */
import type MarkdownIt from 'markdown-it'
import { looksMarkup, madeWords, saidMarkup } from '../figures/script.ts'
import { tokenTextMarkup } from '../figures/tokens.ts'
import { scriptTokens, type Story } from '../scripting/scripting.ts'
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
import { AuthoringError, type Env } from './place.ts'
import { holdOutcome } from './prediction.ts'
import type { Question } from './question-parts.ts'
import { askMarkup, identityOf } from './question.ts'
import { tokenListing, type Kitchen } from './runnable.ts'
import { isScript, scriptTitle } from './script-fence.ts'

export function scripts(md: MarkdownIt, kitchen: Kitchen): void {
  serveFences(md, isScript, ({ info, content, question, env, place }) => {
    const title = scriptTitle(info)
    if (!title) {
      throw new AuthoringError(
        place,
        `“${info}” has no title.`,
        'Write js binaryen title="…".',
      )
    }
    demandOwnTitle(title, env, place)
    const source = content.trimEnd()
    const story = kitchen.scripts.story(source, place)
    if (question) holdSize(question, story)
    return scriptCard({ title, source, story, question, env }, kitchen, md)
  })
}

interface Served {
  title: string
  source: string
  story: Story
  question: Question | undefined
  env: Env
}

function scriptCard(
  { title, source, story, question, env }: Served,
  kitchen: Kitchen,
  md: MarkdownIt,
): string {
  const listing = tokenListing(
    tokenTextMarkup(source, scriptTokens(source)),
    'js',
  )
  return card(kitchen, {
    name: 'binaryen-program',
    title,
    source: question ? [source, identityOf(md, question)] : source,
    env,
    attributes: { 'data-language': 'js' },
    body: (key) => {
      const asks = question ? askMarkup(md, question, key, env) : ''
      const quiet =
        button('reset', 'Reset') +
        button('copy', 'Copy') +
        button('download-wasm', '.wasm', 'Download .wasm')
      return `${head(title)}${program(listing)}${asks}
${bar(primaryButton('run', 'Run'), '', quiet)}<div class="result"><output aria-label="Output" tabindex="0">${saidMarkup(story)}</output><p class="measures"><span>${madeWords(story)}</span></p></div><div class="stages">${looksMarkup(story)}</div>`
    },
  })
}

/** A prediction is held against the last size, such as `38 bytes`. */
function holdSize(question: Question, { looks }: Story): void {
  const size = looks.at(-1)?.after.size
  holdOutcome(question, size === undefined ? [] : [`${size} bytes`])
}
