/**
 * What a machine can count of a good step: words, lines, columns, minutes, and
 * how long one waits for something to do. What breaks a slide is an error; the
 * rest warns. What it takes all steps of a chapter for is in `counting.ts`.
 */
import { error, many, tenths, warning, type Finding } from './finding.ts'
import {
  isToDo,
  words,
  wordsOf,
  type CountedStep,
  type Exercise,
  type Listing,
  type Piece,
} from './pieces.ts'

const TITLE_WORDS = 8
/** What people read on a slide while somebody speaks. */
export const SLIDE_WORDS = 25
const LINES = 12
const COLUMNS = { program: 64, quotation: 80 }
const STEP_WORDS = { least: 40, most: 200 }
const WORDS_BEFORE_DOING = 150
const SAID_A_MINUTE = 150
/** Words may take longer than planned: speakers leave some out. */
const PATIENCE = 1.5

export function countStep(step: CountedStep): Finding[] {
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
      'Plan how long presenting it takes: <!-- minutes: 1 -->.',
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
