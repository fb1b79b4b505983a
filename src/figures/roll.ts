/**
 * A roll call: an answer with each of its names marked, and many answers as a
 * square each, beside the names that nobody has. Used by the build and by the
 * island. A sign and a word say what a colour says.
 */
import { escape } from './escape.ts'

type Kind = 'member' | 'misspelt' | 'besides' | 'again' | 'invented'
type Outcome = 'right' | 'missing' | 'invented'

/** A name in an answer. */
interface Named {
  from: number
  to: number
  kind: Kind
  /** Who is meant; '' for nobody. */
  meant: string
}

interface Verdict {
  named: readonly Named[]
  missing: readonly string[]
  invented: readonly string[]
}

const SIGNS: Readonly<Record<Kind, readonly [sign: string, words: string]>> = {
  member: ['✓', 'a member'],
  misspelt: ['≈', 'a member, misspelt'],
  besides: ['○', 'there, but not asked for'],
  again: ['↺', 'named again'],
  invented: ['✗', 'made up'],
}

/** @param given what the model goes on from; '' for an answer that stands alone */
export function answerMarkup(
  given: string,
  answer: string,
  { named }: Pick<Verdict, 'named'>,
): string {
  let at = 0
  let marked = ''
  for (const { from, to, kind } of named) {
    const [sign, words] = SIGNS[kind]
    marked += `${escape(answer.slice(at, from))}<mark class="named named-${kind}"><span class="sign" aria-hidden="true">${sign}</span>${escape(answer.slice(from, to))}<span class="unseen"> (${words})</span></mark>`
    at = to
  }
  marked += escape(answer.slice(at))
  const before = given ? `<span class="given">${escape(given)}</span>` : ''
  return `<p>${before}${marked}</p>`
}

/** What an answer comes to, in a sentence. */
export function verdictWords(
  { missing, invented }: Verdict,
  members: number,
): string {
  const found = members - missing.length
  const parts = [`${found} of ${members} named`]
  if (invented.length > 0) parts.push(`made up: ${invented.join(', ')}`)
  if (missing.length > 0) parts.push(`missing: ${missing.join(', ')}`)
  return `${parts.join('; ')}.`
}

/** What a model gets: a text or messages, and what its answer is limited by. */
interface Asked {
  prompt: string | readonly { role: string; content: string }[]
  grammar?: string
  schema?: string
}

export function askedMarkup({ prompt, grammar, schema }: Asked): string {
  const messages =
    typeof prompt === 'string'
      ? ([['Prompt', prompt]] as const)
      : prompt.map(
          ({ role, content }) => [`Message, ${role}`, content] as const,
        )
  const limit = schema
    ? ([['JSON schema', indented(schema)]] as const)
    : grammar
      ? ([['Grammar', grammar]] as const)
      : []
  return [...messages, ...limit]
    .map(
      ([name, text]) =>
        `<dt>${escape(name)}</dt><dd><code>${escape(text)}</code></dd>`,
    )
    .join('')
}

function indented(schema: string): string {
  return JSON.stringify(JSON.parse(schema), null, 2)
}

/** The signs, and what each of them says. */
export function signsMarkup(): string {
  const items = Object.entries(SIGNS).map(
    ([kind, [sign, words]]) =>
      `<li><span class="named named-${kind}"><span class="sign" aria-hidden="true">${sign}</span></span> ${words}</li>`,
  )
  return `<ul class="roll-signs" aria-label="Signs">${items.join('')}</ul>`
}

/** Answers to one way of asking. */
export interface Column {
  /** What was done for better answers. */
  title: string
  /** How else it was asked. */
  how: string
  outcomes: readonly Outcome[]
  tally: {
    again: number
    /** Who was made up, and in how many answers; the most frequent first. */
    names: readonly (readonly [name: string, answers: number])[]
  }
}

/** Names that have a bar of their own. */
const SHOWN = 5

/** @param looked the column and the answer that are shown above */
export function columnsMarkup(
  columns: readonly Column[],
  looked: { run: number; answer: number },
): string {
  return columns
    .map((column, run) => {
      const isLooked = run === looked.run
      return `<li class="roll-run"><button type="button" data-act="look-${run + 1}" aria-pressed="${isLooked}" disabled>${escape(column.title)}</button><p class="roll-how">${escape(column.how)}</p><div class="roll-drawn">${squaresMarkup(column.outcomes, isLooked ? looked.answer : -1)}<p class="roll-counts">${countsMarkup(column)}</p>${namesMarkup(column)}</div></li>`
    })
    .join('')
}

const KEYS: Readonly<Record<Outcome, readonly [sign: string, words: string]>> =
  {
    right: ['●', 'right'],
    missing: ['○', 'somebody missing'],
    invented: ['✗', 'somebody made up'],
  }

function countsMarkup({ outcomes, tally }: Column): string {
  const counts = Object.entries(KEYS).map(([outcome, [sign, words]]) => {
    const count = outcomes.filter((one) => one === outcome).length
    return `<span class="count count-${outcome}"><span aria-hidden="true">${sign}</span> <b>${count}</b> ${words}</span>`
  })
  const again = `<span class="count"><span aria-hidden="true">↺</span> <b>${tally.again}</b> name somebody twice</span>`
  return `${counts.join(' ')} ${again}`
}

/** In a row of the squares. */
export const SQUARES_A_ROW = 20
const SIDE = 12

/** A sign for each answer, in the order of the seeds. */
function squaresMarkup(outcomes: readonly Outcome[], looked: number): string {
  const rows = Math.max(1, Math.ceil(outcomes.length / SQUARES_A_ROW))
  const paths = Object.keys(KEYS).map((outcome) => {
    const shapes = outcomes.map((one, at) =>
      one === outcome ? shapeOf(one, placeOf(at)) : '',
    )
    return `<path class="square-${outcome}" d="${shapes.join('')}"></path>`
  })
  const place = placeOf(looked)
  const frame =
    looked < 0
      ? ''
      : `<rect class="looked" x="${place.x + 0.75}" y="${place.y + 0.75}" width="${SIDE - 1.5}" height="${SIDE - 1.5}" rx="2"></rect>`
  const width = SQUARES_A_ROW * SIDE
  const height = rows * SIDE
  return `<svg class="roll-squares" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${outcomes.length} answers, a sign each">${paths.join('')}${frame}</svg>`
}

function placeOf(at: number): { x: number; y: number } {
  const column = at % SQUARES_A_ROW
  return { x: column * SIDE, y: Math.floor(at / SQUARES_A_ROW) * SIDE }
}

/** A disc, a ring, a cross. */
function shapeOf(outcome: Outcome, { x, y }: { x: number; y: number }): string {
  if (outcome === 'invented') return `M${x + 3} ${y + 3}l6 6m0-6l-6 6`
  const radius = outcome === 'right' ? 3.8 : 3
  const turn = `a${radius} ${radius} 0 1 0`
  return `M${x + 6 - radius} ${y + 6}${turn} ${2 * radius} 0${turn} ${-2 * radius} 0z`
}

function namesMarkup({ outcomes, tally: { names } }: Column): string {
  if (names.length === 0) return ''
  const rows = names.slice(0, SHOWN).map(([name, answers]) => {
    const share = (answers / outcomes.length) * 100
    return `<li><span class="name">${escape(name)}</span><svg class="roll-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="room" width="100" height="10"></rect><rect class="share" width="${share.toFixed(1)}" height="10"></rect></svg><span class="times">${answers}</span></li>`
  })
  const rest = names.length - SHOWN
  const more =
    rest > 0
      ? `<li class="more">and ${rest} other${rest === 1 ? '' : 's'}</li>`
      : ''
  return `<ol class="roll-names" aria-label="Made up, and in how many answers">${rows.join('')}${more}</ol>`
}
