/**
 * What a chapter's Markdown comes to, for `counting.ts` to count: its steps,
 * piece by piece. What breaks a slide stops the build at its line; everything
 * else is a warning in the report of the build.
 */
import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { isChat } from './chat-fence.ts'
import { countChapter, summary } from './counting.ts'
import type { Exercise } from './exercise-parts.ts'
import { many } from './finding.ts'
import { markOf, parseMinutes } from './marks.ts'
import { isNext } from './next-fence.ts'
import type { CountedChapter, CountedStep, Piece } from './pieces.ts'
import { AuthoringError, chapterOf, where, type Env } from './place.ts'
import { isProgram } from './question.ts'
import { parseQuotation } from './quotation.ts'
import { splitSteps } from './steps.ts'
import { isStorage } from './storages.ts'
import { isStory } from './story-fence.ts'
import { isTerminal } from './terminal-fence.ts'
import { termsUsedEarly } from './terms.ts'
import { isText } from './text-fence.ts'

interface ChapterEnv extends Env {
  minutes?: CountedChapter['minutes']
}

interface Counted {
  chapter: CountedChapter
  /** `file:LINE` of a line of the body. */
  placeOf: (line: number) => string
  warnings: string[]
}

/** What the build has counted, chapter by chapter. */
export class Report {
  readonly #chapters = new Map<string, Counted>()

  add(chapter: Counted): void {
    this.#chapters.set(chapter.chapter.path, chapter)
  }

  /** One line for each warning, then one for each chapter. */
  lines(): string[] {
    const all = [...this.#chapters.values()].sort((a, b) =>
      a.chapter.path.localeCompare(b.chapter.path, 'en', { numeric: true }),
    )
    const folders = new Set(all.map(folderOf))
    return [
      ...all.flatMap(({ warnings }) => warnings),
      ...[...folders].flatMap((folder) =>
        this.#terms(all.filter((one) => folderOf(one) === folder)),
      ),
      ...all.map(({ chapter }) => summaryLine(chapter)),
    ]
  }

  #terms(talk: readonly Counted[]): string[] {
    return termsUsedEarly(talk.map(({ chapter }) => chapter)).map(
      ({ path, line, problem, advice }) => {
        const { placeOf } = this.#chapters.get(path)!
        return `${placeOf(line)}: warning: ${problem} ${advice}`
      },
    )
  }
}

/** The folder of a chapter, which is its talk. */
function folderOf({ chapter }: Counted): string {
  return chapter.path.replace(/\/[^/]*$/, '')
}

function summaryLine(chapter: CountedChapter): string {
  const { steps, active, words, minutes } = summary(chapter)
  return `${chapter.path}: something to do in ${active} of ${many(steps, 'step')}, ${many(words, 'word')}, ${many(minutes, 'minute')} to present`
}

export function counting(md: MarkdownIt, report: Report): void {
  md.core.ruler.push('counted', (state) => {
    const env = state.env as ChapterEnv
    const { inputPath = '' } = env.page ?? {}
    if (!chapterOf(inputPath)?.chapter || !env.minutes) return
    const [, ...bodies] = splitSteps(state.tokens)
    const chapter = {
      path: inputPath.replace(/^\.\//, ''),
      minutes: env.minutes,
      steps: bodies.map((tokens) => stepOf(tokens, env)),
    }
    const placeOf = (line: number) => where(env, line)
    const findings = countChapter(chapter)
    const broken = findings.find(({ severity }) => severity === 'error')
    if (broken) {
      const { line, problem, advice } = broken
      throw new AuthoringError(placeOf(line), problem, advice)
    }
    const warnings = findings.map(
      ({ line, problem, advice }) =>
        `${placeOf(line)}: warning: ${problem} ${advice}`,
    )
    report.add({ chapter, placeOf, warnings })
  })
}

function stepOf(tokens: readonly Token[], env: Env): CountedStep {
  const [heading, inline, , ...body] = tokens
  const planned = body
    .map((token) => markOf(token, env))
    .find((mark) => mark?.name === 'minutes')
  const { minutes, skippable = false } =
    parseMinutes(planned?.value ?? '') ?? {}
  return {
    title: wordsOf(inline!).text,
    line: lineOf(heading!),
    minutes,
    skippable,
    pieces: body.flatMap((token, index) => piecesOf(token, body[index - 1])),
  }
}

/** What a token says or shows; `before` tells a paragraph's text from others. */
function piecesOf(token: Token, before: Token | undefined): Piece[] {
  const line = lineOf(token)
  if (token.type === 'inline') {
    const isProse = before?.type === 'paragraph_open' && before.level === 0
    return [{ kind: isProse ? 'prose' : 'shown', line, ...wordsOf(token) }]
  }
  if (token.type === 'hr' && token.level === 0) return [{ kind: 'slide', line }]
  if (token.type === 'question') return [{ kind: 'question', line }]
  return token.type === 'fence' ? fenceOf(token) : []
}

function fenceOf(token: Token): Piece[] {
  const { info, content, map, meta } = token
  const line = map?.[0] ?? 0
  const { exercise, question } = (meta ?? {}) as {
    exercise?: Exercise
    question?: unknown
  }
  // Terminals, prompts and boxes for text break long lines.
  const isBox = [isTerminal, isText, isNext, isStory, isChat, isStorage].some(
    (is) => is(info),
  )
  if (isBox) return [{ kind: 'run', line }]
  const of = parseQuotation(info) ? 'quotation' : 'program'
  const pieces: Piece[] = [{ kind: 'listing', line, code: content, of }]
  if (question) pieces.unshift({ kind: 'question', line })
  if (isProgram(token)) pieces.push({ kind: 'run', line })
  if (exercise) {
    const { checks, hints, solution } = exercise
    pieces.push({
      kind: 'exercise',
      line,
      checks: checks.length,
      hints: hints.length,
      solved: solution !== undefined,
    })
  }
  return pieces
}

/** The words of a block without its code, its terms, its code. */
function wordsOf(inline: Token): {
  text: string
  terms: string[]
  code: string[]
} {
  let text = ''
  let term: string | undefined
  const terms: string[] = []
  const code: string[] = []
  for (const { type, content } of inline.children ?? []) {
    const isCode = type === 'code_inline'
    const plain = type.endsWith('break') ? ' ' : type === 'text' ? content : ''
    // Code counts as no word, and no term reaches across it.
    text += isCode ? '…' : plain
    if (isCode) code.push(content)
    if (type === 'html_inline' && content === '<dfn>') term = ''
    else if (type === 'html_inline' && content === '</dfn>') {
      terms.push(term ?? '')
      term = undefined
    } else if (term !== undefined) term += isCode ? `\`${content}\`` : plain
  }
  return { text, terms, code }
}

function lineOf({ map }: Token): number {
  return map?.[0] ?? 0
}
