/** What a deck of ours may cost, beside what others cost: a table, and whether all is kept. */
import type { FindsBack } from './finding-back.ts'
import type { TextSizes } from './text-sizes.ts'

/** All that is measured of one deck. */
export interface Figures {
  /** Bytes of scripts on first load, compressed by gzip. */
  script: number
  /** Milliseconds from a key's event, slowed: to the next frame, and until nothing moves. */
  frame: { median: number; p95: number }
  rest: number
  /** Milliseconds of the main thread for one change, at full speed. */
  work: { median: number; mean: number }
  /** Milliseconds from the last of ten quick keys to its slide. */
  late: number
  findsBack: FindsBack
  /** Titles that can be read without script. */
  titles: number
  phone: TextSizes
  /** Lighthouse's points of performance, accessibility, best practices, SEO. */
  scores: readonly number[]
  /** The same for the address that presents. */
  presented: readonly number[]
}

/** Of the long deck, as a share of what the usual one takes. */
export interface LongDeck {
  frame: Figures['frame']
  /** Milliseconds until the overview shows; undefined while there is none. */
  overview: { usual: number; long: number } | undefined
}

export interface Row {
  measure: string
  bound: string
  /** What ours, reveal.js and the plain page have; '' where nothing is compared. */
  cells: readonly [ours: string, reveal: string, plain: string]
  /** Undefined where there is nothing to measure yet. */
  kept: boolean | undefined
}

const BOUNDS = {
  script: 10_000,
  /** Against reveal.js. */
  median: 0.6,
  /** Against the plain page. */
  p95: 1.2,
  work: 8,
  late: 30,
  code: 13,
  body: 16,
  score: 100,
  long: 1.2,
}

export function rowsOf(
  decks: readonly [ours: Figures, reveal: Figures, plain: Figures],
  long: LongDeck,
  titles: number,
): Row[] {
  const [ours, reveal, plain] = decks
  const row = (
    measure: string,
    bound: string,
    show: (figures: Figures) => string,
    kept: boolean | undefined,
  ): Row => {
    const cells = decks.map(show) as unknown as Row['cells']
    return { measure, bound, cells, kept }
  }
  return [
    row(
      'script on first load, KB gzip',
      `≤ ${BOUNDS.script / 1000}`,
      ({ script }) => (script / 1000).toFixed(1),
      ours.script <= BOUNDS.script,
    ),
    row(
      'key to next paint*, ms, median',
      `≤ ${BOUNDS.median}× reveal.js`,
      ({ frame }) => frame.median.toFixed(1),
      ours.frame.median <= BOUNDS.median * reveal.frame.median,
    ),
    row(
      'key to next paint*, ms, p95',
      `≤ ${BOUNDS.p95}× plain`,
      ({ frame }) => frame.p95.toFixed(1),
      ours.frame.p95 <= BOUNDS.p95 * plain.frame.p95,
    ),
    row(
      'key to a slide that rests*, ms, median',
      '',
      ({ rest }) => rest.toFixed(0),
      undefined,
    ),
    row(
      'main thread for one change, ms, median (mean)',
      `≤ ${BOUNDS.work}`,
      ({ work }) => `${work.median.toFixed(1)} (${work.mean.toFixed(1)})`,
      ours.work.median <= BOUNDS.work,
    ),
    row(
      'ten keys 60 ms apart: slide 11 late by, ms',
      `≤ ${BOUNDS.late}`,
      ({ late }) => late.toFixed(1),
      ours.late <= BOUNDS.late,
    ),
    row(
      'reload keeps / Back = previous / link / bare address resumes',
      'all four',
      ({ findsBack: { reload, back, link, bare } }) =>
        [reload, back, link, bare].map(yes).join(' / '),
      Object.values(ours.findsBack).every(Boolean),
    ),
    row(
      'titles without script',
      String(titles),
      (figures) => String(figures.titles),
      ours.titles === titles,
    ),
    row(
      'phone: smallest code / other text, px',
      `≥ ${BOUNDS.code} / ≥ ${BOUNDS.body}`,
      ({ phone }) => `${phone.code.toFixed(1)} / ${phone.body.toFixed(1)}`,
      ours.phone.code >= BOUNDS.code && ours.phone.body >= BOUNDS.body,
    ),
    row(
      'Lighthouse mobile: performance / a11y / best practices / SEO',
      `${BOUNDS.score} each`,
      ({ scores }) => scores.join(' / '),
      ours.scores.every((score) => score >= BOUNDS.score),
    ),
    row(
      'Lighthouse mobile, the address that presents',
      '',
      ({ presented }) => presented.join(' / '),
      undefined,
    ),
    ...longRows(ours, long),
  ]
}

function longRows(ours: Figures, { frame, overview }: LongDeck): Row[] {
  const bound = `≤ ${BOUNDS.long}× as with 20`
  const shares = overview && overview.long / overview.usual
  return [
    {
      measure: '400 slides: key to next paint*, ms, median',
      bound,
      cells: [
        `${frame.median.toFixed(1)}, ${times(frame.median / ours.frame.median)}`,
        '',
        '',
      ],
      kept: frame.median <= BOUNDS.long * ours.frame.median,
    },
    {
      measure: '400 slides: opening the overview*, ms, median',
      bound,
      cells: [
        overview
          ? `${overview.long.toFixed(0)}, ${times(shares!)}`
          : 'no overview yet',
        '',
        '',
      ],
      kept: overview && shares! <= BOUNDS.long,
    },
  ]
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no'
}

function times(share: number): string {
  return `${share.toFixed(2)}×`
}

/** The table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['measure', 'bound', 'ours', 'reveal.js', 'plain page', 'kept']
  const lines = rows.map(({ measure, bound, cells, kept }) => [
    measure,
    bound,
    ...cells,
    kept === undefined ? '–' : kept ? 'yes' : '**no**',
  ])
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')
}

/** Whether no bound is missed. */
export function allKept(rows: readonly Row[]): boolean {
  return rows.every(({ kept }) => kept !== false)
}
