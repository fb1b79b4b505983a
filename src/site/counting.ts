/**
 * What a machine can count of a good step (“What makes a step good”): words,
 * lines, columns, minutes and things to do. What breaks a slide is an error;
 * the rest warns. Pure: a chapter's pieces in, findings out. Terms, which cross
 * chapters, are in `terms.ts`.
 */

/** Words of a step, read or said. */
export interface Told {
  line: number
  /** Its plain words, without code. */
  text: string
  /** The terms that it explains, by <dfn>; one that is code has backticks. */
  terms: string[]
  /** Its code spans, without backticks. */
  code: string[]
}

/** A paragraph, which is not on the slide. */
type Prose = Told & { kind: 'prose' }

/** A list item, table, quotation of words or sub-heading: on the slide, too. */
type Shown = Told & { kind: 'shown' }

interface Listing {
  kind: 'listing'
  line: number
  code: string
  of: 'program' | 'quotation'
}

/** Something to do, with what helps. */
interface Exercise {
  kind: 'exercise'
  line: number
  checks: number
  hints: number
  /** Has it a solution? */
  solved: boolean
}

/** A piece of a step; lines are 0-based lines of the page's body. */
export type Piece =
  | Prose
  | Shown
  | Listing
  | Exercise
  /** A program that runs, or a question to answer: something to do as well. */
  | { kind: 'run' | 'question'; line: number }
  /** What follows is on the step's next slide. */
  | { kind: 'slide'; line: number }

export interface CountedStep {
  title: string
  line: number
  /** As planned for presenting it; undefined if nobody planned. */
  minutes: number | undefined
  skippable: boolean
  /** In the order of the text. */
  pieces: readonly Piece[]
}

export interface CountedChapter {
  /** `content/1-compiling/02-tokens.md` */
  path: string
  minutes: { read: number; present: number }
  steps: readonly CountedStep[]
}

export interface Finding {
  severity: 'error' | 'warning'
  line: number
  problem: string
  advice: string
}

const TITLE_WORDS = 8
const SLIDE_WORDS = 25
const LINES = 12
const COLUMNS = { program: 64, quotation: 80 }
const STEP_WORDS = { least: 40, most: 200 }
const WORDS_BEFORE_DOING = 150
const SAID_A_MINUTE = 150
const READ_A_MINUTE = 200
const MINUTES_TO_DO = 0.7
/** Words may take longer than planned: speakers leave some out. */
const PATIENCE = 1.5
/** What sums of tenths are inexact by in a computer’s numbers. */
const HAIR = 1e-9

/** Everything but terms that can be found in one chapter, by line. */
export function countChapter(chapter: CountedChapter): Finding[] {
  return [
    ...countPlanned(chapter),
    ...countReading(chapter),
    ...countActive(chapter),
    ...chapter.steps.flatMap(countStep),
  ].sort(byLine)
}

/** What a chapter comes to, for a list of chapters. */
export function summary({ steps }: Pick<CountedChapter, 'steps'>): {
  steps: number
  active: number
  words: number
  minutes: number
} {
  return {
    steps: steps.length,
    active: steps.filter(hasSomethingToDo).length,
    words: total(steps.map(({ pieces }) => wordsOf(pieces))),
    minutes: total(steps.map(({ minutes }) => minutes ?? 0)),
  }
}

export function hasSomethingToDo({ pieces }: CountedStep): boolean {
  return pieces.some(isToDo)
}

/** Numbers and hyphenated words are one word; a lone sign is none. */
export function words(text: string): number {
  return text.split(/[\s—]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
    .length
}

export function isTold(piece: Piece): piece is Prose | Shown {
  return piece.kind === 'prose' || piece.kind === 'shown'
}

function isToDo({ kind }: Piece): boolean {
  return kind === 'run' || kind === 'question' || kind === 'exercise'
}

function wordsOf(pieces: readonly Piece[]): number {
  return total(pieces.filter(isTold).map(({ text }) => words(text)))
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

/** The steps' minutes against the chapter's; the opening counts as nothing. */
function countPlanned({ steps, minutes }: CountedChapter): Finding[] {
  if (steps.length === 0) return []
  if (steps.some((step) => step.minutes === undefined)) return []
  const planned = total(steps.map((step) => step.minutes ?? 0))
  if (Math.abs(planned - minutes.present) < HAIR) return []
  return warning(
    0,
    `the steps are planned for ${many(planned, 'minute')} together, and minutes.present says ${minutes.present}.`,
    `Change the minutes of a step, or write present: ${round(planned)} at the top.`,
  )
}

function countReading(chapter: CountedChapter): Finding[] {
  const read = wordsOf(chapter.steps.flatMap(({ pieces }) => pieces))
  const done = chapter.steps.flatMap(({ pieces }) => pieces.filter(isToDo))
  const takes = read / READ_A_MINUTE + done.length * MINUTES_TO_DO
  const off = Math.abs(chapter.minutes.read - takes)
  if (takes === 0 || off <= takes / 2) return []
  return warning(
    0,
    `${many(read, 'word')} and ${many(done.length, 'thing')} to do take a reader about ${many(tenths(takes), 'minute')}, and minutes.read says ${chapter.minutes.read}.`,
    `Write read: ${Math.max(1, Math.round(takes))} at the top.`,
  )
}

function countActive({ steps }: CountedChapter): Finding[] {
  const idle = steps.filter((step) => !hasSomethingToDo(step))
  if (idle.length * 10 <= steps.length) return []
  const titles = idle.map(({ title }) => `“${title}”`).join(', ')
  return warning(
    idle[0]!.line,
    `there is something to do in ${steps.length - idle.length} of ${many(steps.length, 'step')}, and nine of ten keep people awake; there is nothing in ${titles}.`,
    'Give them a program to run, a question or an exercise.',
  )
}

function countStep(step: CountedStep): Finding[] {
  return [
    ...countTitle(step),
    ...countWords(step),
    ...countMinutes(step),
    ...countWait(step),
    ...slidesOf(step).flatMap(countSlide),
    ...step.pieces.flatMap(countPiece),
  ]
}

function countTitle({ title, line }: CountedStep): Finding[] {
  const long = words(title)
  if (long <= TITLE_WORDS) return []
  return error(
    line,
    `this title has ${many(long, 'word')}, and ${TITLE_WORDS} are what a slide has room for.`,
    'Say the idea in fewer words; prose says the rest.',
  )
}

function countWords({ pieces, line }: CountedStep): Finding[] {
  const { least, most } = STEP_WORDS
  const long = wordsOf(pieces)
  if (long < least) {
    return warning(
      line,
      `this step has ${many(long, 'word')}, and ${least} are the least that say why and how.`,
      'Say why it comes and what it leads to, or join it with its neighbour.',
    )
  }
  if (long <= most) return []
  return warning(
    line,
    `this step has ${many(long, 'word')}, and ${most} are the most that one idea takes.`,
    'Make two steps of it, or say it in fewer words.',
  )
}

function countMinutes({ pieces, minutes, line }: CountedStep): Finding[] {
  if (minutes === undefined) {
    return warning(
      line,
      'this step has no planned minutes, so nobody knows whether the talk ends in time.',
      'Plan how long presenting it takes.',
    )
  }
  const long = wordsOf(pieces)
  const said = long / SAID_A_MINUTE
  if (said <= minutes * PATIENCE) return []
  return warning(
    line,
    `saying ${many(long, 'word')} takes ${many(tenths(said), 'minute')}, and the plan gives this step ${many(minutes, 'minute')}.`,
    `Say it in fewer words, or plan ${many(Math.ceil(said), 'minute')}.`,
  )
}

function countWait({ pieces, line }: CountedStep): Finding[] {
  const first = pieces.findIndex(isToDo)
  const before = wordsOf(pieces.slice(0, Math.max(first, 0)))
  if (before <= WORDS_BEFORE_DOING) return []
  return warning(
    line,
    `this step has ${many(before, 'word')} before the first thing to do, and ${WORDS_BEFORE_DOING} are the most that people wait for.`,
    'Let them run something earlier, or ask first what they expect.',
  )
}

/** The pieces of each slide; the step's start opens the first. */
function slidesOf({ pieces }: CountedStep): Piece[][] {
  const slides: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.kind === 'slide') slides.push([])
    else slides.at(-1)!.push(piece)
  }
  return slides
}

function countSlide(pieces: readonly Piece[]): Finding[] {
  const shown = pieces.filter(({ kind }) => kind === 'shown')
  const long = wordsOf(shown)
  if (long <= SLIDE_WORDS) return []
  return error(
    shown[0]!.line,
    `this slide has ${many(long, 'word')} of text, and ${SLIDE_WORDS} are what people read while somebody speaks.`,
    'Say some of it in prose, which is not on the slide, or open another slide.',
  )
}

function countPiece(piece: Piece): Finding[] {
  if (piece.kind === 'listing') return countListing(piece)
  return piece.kind === 'exercise' ? countExercise(piece) : []
}

function countListing(listing: Listing): Finding[] {
  const widths = listing.code
    .replace(/\n$/, '')
    .split('\n')
    .map((text) => [...text].length)
  return [...countLines(listing, widths), ...countColumns(listing, widths)]
}

function countLines({ line, of }: Listing, widths: number[]): Finding[] {
  if (widths.length <= LINES) return []
  return error(
    line,
    `this ${of} has ${many(widths.length, 'line')}, and ${LINES} are what the last row can read.`,
    of === 'program'
      ? 'Leave out what this step is not about, or tell it in two programs.'
      : 'Quote fewer lines.',
  )
}

function countColumns({ line, of }: Listing, widths: number[]): Finding[] {
  const widest = Math.max(...widths)
  if (widest <= COLUMNS[of]) return []
  return error(
    line,
    `line ${widths.indexOf(widest) + 1} of this ${of} has ${many(widest, 'column')}, and ${COLUMNS[of]} are what a slide has room for.`,
    of === 'program'
      ? 'Break the line, or choose shorter names.'
      : 'Break the line in its source, or quote others.',
  )
}

function countExercise({ line, checks, hints, solved }: Exercise): Finding[] {
  const wants: [boolean, string, string][] = [
    [
      checks > 0,
      'no checks, so nobody learns whether they solved it.',
      'Add a check: what a right program gives.',
    ],
    [
      hints > 0,
      'no hints, so whoever is stuck stays stuck.',
      'Add a hint that says where to look.',
    ],
    [
      solved,
      'no solution, so nobody can compare theirs with one.',
      'Add a solution that passes the checks.',
    ],
  ]
  return wants
    .filter(([has]) => !has)
    .flatMap(([, lack, advice]) =>
      warning(line, `this exercise has ${lack}`, advice),
    )
}

function error(line: number, problem: string, advice: string): Finding[] {
  return [{ severity: 'error', line, problem, advice }]
}

function warning(line: number, problem: string, advice: string): Finding[] {
  return [{ severity: 'warning', line, problem, advice }]
}

/** `1 word`, `2 words`, `1.5 minutes` */
function many(count: number, noun: string): string {
  return `${round(count)} ${noun}${round(count) === 1 ? '' : 's'}`
}

/** Without what sums of fractions are inexact by. */
function round(count: number): number {
  return Math.round(count * 100) / 100
}

/** As exact as an estimate is. */
function tenths(count: number): number {
  return Math.round(count * 10) / 10
}

function byLine(a: Finding, b: Finding): number {
  return a.line - b.line
}
