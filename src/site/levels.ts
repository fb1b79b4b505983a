/**
 * Levels of a program: a fence with `levels` is an island that measures what
 * each of Binaryen's levels costs and gives. Sizes are baked by the build; times
 * are the reader's. `work=NAME(NUMBER)` names the function that does the work;
 * `of=sieve(300000),quicksort(8000)` offers programs of the compiler's own, and
 * the fence quotes some lines of the first one.
 */
import { readFileSync } from 'node:fs'
import type MarkdownIt from 'markdown-it'
import { LEVELS, type Work } from '../examplescript/examplescript.ts'
import { levelsMarkup, programsMarkup } from '../figures/levels.ts'
import { moduleDifference } from '../passes/passes.ts'
import type { LevelSize } from '../prices/prices.ts'
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
import { isLevels, parseLevels, type AskedLevels } from './levels-fence.ts'
import { AuthoringError, type Env } from './place.ts'
import type { Question } from './question-parts.ts'
import { askMarkup, identityOf } from './question.ts'
import { lineInSource } from './quotation.ts'
import type { Kitchen } from './runnable.ts'

const PROGRAMS = 'src/examplescript/programs'

/** A program that a card offers, with what the build knows of it. */
interface Offered {
  name: string
  source: string
  work: Work
  sizes: LevelSize[]
}

export function levels(md: MarkdownIt, kitchen: Kitchen): void {
  serveFences(md, isLevels, ({ info, content, question, env, place }) => {
    const asked = parseLevels(info, place)
    demandOwnTitle(asked.title, env, place)
    const offered = offeredBy(asked, content, kitchen, place)
    if (question) holdLevels(question, offered[0]!.sizes)
    return levelCard(
      { title: asked.title, offered, question, env },
      kitchen,
      md,
    )
  })
}

function offeredBy(
  { work, of }: AskedLevels,
  content: string,
  { bakery }: Kitchen,
  place: string,
): Offered[] {
  const offer = (name: string, source: string, done: Work): Offered => ({
    name,
    source,
    work: done,
    sizes: bakery.levels(source, done, place),
  })
  if (work) return [offer('', content.trimEnd(), work)]
  lineInSource(fileOf(of[0]!.name), content, place)
  return of.map(({ name, operand }) => {
    const source = readFileSync(fileOf(name), 'utf8').trimEnd()
    return offer(name, source, { name: 'work', operand })
  })
}

function fileOf(name: string): string {
  return `${PROGRAMS}/${name}.example`
}

interface Served {
  title: string
  offered: Offered[]
  question: Question | undefined
  env: Env
}

function levelCard(
  { title, offered, question, env }: Served,
  kitchen: Kitchen,
  md: MarkdownIt,
): string {
  const [{ source, work, sizes }] = offered as [Offered]
  const listing = kitchen.highlighter.listing(source, 'examplescript')
  const chosen = { look: '-Oz', against: '-O3', of: work.name }
  const { bakery } = kitchen
  const look = {
    ...chosen,
    ...moduleDifference(
      bakery.levelText(source, chosen.against),
      bakery.levelText(source, chosen.look),
      chosen.of,
    ),
    levels: [...LEVELS.keys()],
  }
  return card(kitchen, {
    name: 'level-prices',
    title,
    source: question ? [source, identityOf(md, question)] : source,
    env,
    attributes: {
      'data-language': 'examplescript',
      'data-programs': quoteless(offered),
      'data-look': quoteless(chosen),
    },
    body: (key) => {
      const asks = question ? askMarkup(md, question, key, env) : ''
      const quiet = button('reset', 'Reset') + button('copy', 'Copy')
      const call = `${work.name}(${work.operand})`
      const drawing = { rows: sizes, looked: look.look, work: call }
      const names = offered.map(({ name }) => name)
      return `${head(title, programsMarkup(names))}${program(listing)}${asks}
${bar(primaryButton('run', 'Measure'), '', quiet)}${levelsMarkup(drawing, look)}`
    },
  })
}

/** JSON for an attribute that is written anew with the other kind of quotes. */
function quoteless(value: unknown): string {
  return JSON.stringify(value).replaceAll("'", String.raw`\u0027`)
}

const SAID = /`(packed )?(-O\w) ([<=>]) (-O\w|\d+ bytes)`/

/**
 * A prediction is held against the sizes: `-Oz < -O3`, `-O3 = 671 bytes`, or
 * `packed -Oz > -O3` for what gzip leaves.
 */
function holdLevels(
  { answers, place }: Question,
  sizes: readonly LevelSize[],
): void {
  for (const { words, right } of answers) {
    const [, packed, level, sign, other] = SAID.exec(words) ?? []
    const sizeAt = (name: string) => {
      const found = sizes.find((one) => one.level === name)
      return found?.[packed ? 'packed' : 'size'] ?? Number.parseInt(name, 10)
    }
    const [one, two] = [sizeAt(level ?? ''), sizeAt(other ?? '')]
    const came = one < two ? '<' : one > two ? '>' : one === two ? '=' : ''
    if (came && (came === sign) === right) continue
    throw new AuthoringError(
      place,
      came
        ? `“${words}” is ${right ? '' : 'not '}ticked, and out come ${one} and ${two} bytes.`
        : `no size can tell whether “${words}” is right.`,
      'Say it as `-Oz < -O3`, `packed -Oz > -O3` or `-O3 = 671 bytes`, and tick the one that is right.',
    )
  }
}
