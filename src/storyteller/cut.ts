/** A text as the storyteller's tokenizer cuts it, with all that one may ask of it. */
import { ownTokenizer } from './own-tokenizer.ts'
import { PIECES, wordsOf } from './tokenizer.ts'

export interface CutToken {
  number: number
  /** What it stands for; a byte stands for its character, together with others. */
  text: string
  /** Where it is no piece: the byte's value, and which of its character's it is, from 0 on. */
  byte?: { value: number; at: number }
  /** The number of the word that it is a part of. */
  word: number
}

export interface CutText {
  /** The words, with U+2581 for a space. */
  words: string[]
  tokens: CutToken[]
}

/** The number of the byte 0. */
const FIRST_BYTE = 3

/** @param text any Unicode */
export function cutText(text: string): CutText {
  const words = wordsOf(text)
  return { words, tokens: words.flatMap(cutWord) }
}

function cutWord(written: string, word: number): CutToken[] {
  const tokens: CutToken[] = []
  let rest = written
  let bytesLeft = 0
  let at = 0
  for (const number of ownTokenizer.encodeWord(written)) {
    if (number >= PIECES) {
      const text = ownTokenizer.tokens[number]!
      tokens.push({ number, text, word })
      rest = rest.slice(text.length)
      continue
    }
    const text = String.fromCodePoint(rest.codePointAt(0)!)
    if (bytesLeft === 0) {
      bytesLeft = new TextEncoder().encode(text).length
      at = 0
    }
    tokens.push({
      number,
      text,
      byte: { value: number - FIRST_BYTE, at: at++ },
      word,
    })
    if (--bytesLeft === 0) rest = rest.slice(text.length)
  }
  return tokens
}

/** A piece with its number, or a character that is none with its bytes. */
export interface Part {
  text: string
  number?: number
  bytes?: number[]
}

/** A step in which a word comes together. */
export interface JoinStep {
  parts: Part[]
  /** Which of them this step made; absent for the characters that all begins with. */
  made?: number
}

/** Characters of the longest word whose steps anybody wants to see. */
const LONGEST = 24

/**
 * @param word as `cutText` gives it
 * @returns nothing for a word that is too long to be looked at
 */
export function joinSteps(word: string): JoinStep[] {
  if (Array.from(word).length > LONGEST) return []
  const steps = ownTokenizer.steps(word)
  return steps.map((step, index) => {
    const before = steps[index - 1]
    const made = before && step.findIndex((part, at) => part !== before[at])
    return {
      parts: step.map(partOf),
      ...(made !== undefined && { made }),
    }
  })
}

const numbers = new Map(
  ownTokenizer.tokens
    .slice(PIECES)
    .map((piece, index) => [piece, PIECES + index]),
)

function partOf(text: string): Part {
  const number = numbers.get(text)
  if (number !== undefined) return { text, number }
  return { text, bytes: [...new TextEncoder().encode(text)] }
}
