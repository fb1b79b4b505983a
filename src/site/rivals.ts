/**
 * Two compilers over a program: a fence with `rivals` is an island that compiles
 * it with ours and with AssemblyScript's, side by side. Sizes, text and results
 * are baked by the build; times are the reader's.
 */
import type MarkdownIt from 'markdown-it'
import { rivalsMarkup } from '../figures/rivals.ts'
import {
  comparedView,
  functionsIn,
  RIVAL_LEVELS,
  RUNTIMES,
  type Compared,
  type Side,
} from '../rival/rival.ts'
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
import type { Question } from './question-parts.ts'
import { askMarkup, identityOf } from './question.ts'
import { isRivals, parseRivals, type AskedRivals } from './rivals-fence.ts'
import type { Kitchen } from './runnable.ts'

export function rivals(md: MarkdownIt, kitchen: Kitchen): void {
  serveFences(md, isRivals, ({ info, content, question, env, place }) => {
    const asked = parseRivals(info, place)
    demandOwnTitle(asked.title, env, place)
    const source = content.trimEnd()
    const compared = kitchen.bakery.rivals.get(source, asked, place)
    if (question) holdCompared(question, compared)
    return rivalCard({ asked, source, question, env, compared }, kitchen, md)
  })
}

interface Served {
  asked: AskedRivals
  source: string
  question: Question | undefined
  env: Env
  compared: Compared
}

function rivalCard(
  { asked, source, question, env, compared }: Served,
  kitchen: Kitchen,
  md: MarkdownIt,
): string {
  const { title, work, choice } = asked
  const { of, lines } = comparedView(compared, asked.of)
  const drawing = {
    ...compared,
    work: `${work.name}(${work.operand})`,
    functions: functionsIn(compared),
    of,
    lines,
  }
  const listing = kitchen.highlighter.listing(source, 'examplescript')
  return card(kitchen, {
    name: 'two-compilers',
    title,
    source: question ? [source, identityOf(md, question)] : source,
    env,
    attributes: {
      'data-language': 'examplescript',
      'data-work': JSON.stringify(work),
      'data-settings': JSON.stringify({ ...choice, of }),
      'data-baked': JSON.stringify(plainPair(compared)),
    },
    body: (key) => {
      const asks = question ? askMarkup(md, question, key, env) : ''
      const quiet = button('reset', 'Reset') + button('copy', 'Copy')
      return `${head(title)}${program(listing)}${asks}
${bar(primaryButton('run', 'Compare'), '', quiet)}${rivalsMarkup(drawing, choice, RIVAL_LEVELS, RUNTIMES)}`
    },
  })
}

/** As the page has it: how many bytes there are is all that is drawn of them. */
function plainPair({ ours, theirs }: Compared) {
  return { ours: plainSide(ours), theirs: plainSide(theirs) }
}

function plainSide(side: Side) {
  if ('refusal' in side) return side
  return { ...side, bytes: { length: side.bytes.length } }
}

const SAID = /`(ours|theirs) ([<=>]) (theirs|\d+ bytes?)`/

/**
 * A prediction is held against the sizes: `ours < theirs`, `theirs = 94 bytes`.
 */
function holdCompared(
  { answers, place }: Question,
  { ours, theirs }: Compared,
): void {
  const sizes: Record<string, number | undefined> = {
    ours: 'bytes' in ours ? ours.bytes.length : undefined,
    theirs: 'bytes' in theirs ? theirs.bytes.length : undefined,
  }
  for (const { words, right } of answers) {
    const [, one = '', sign, other = ''] = SAID.exec(words) ?? []
    const left = sizes[one] ?? Number.NaN
    const than = sizes[other] ?? Number.parseInt(other, 10)
    const came =
      left < than ? '<' : left > than ? '>' : left === than ? '=' : ''
    if (came && (came === sign) === right) continue
    throw new AuthoringError(
      place,
      came
        ? `“${words}” is ${right ? '' : 'not '}ticked, and ours makes ${sizes['ours']} bytes, theirs ${sizes['theirs']}.`
        : `no size can tell whether “${words}” is right.`,
      'Say it as `ours < theirs` or `theirs = 94 bytes`, and tick the one that is right.',
    )
  }
}
