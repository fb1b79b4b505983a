/**
 * What can be read from the last row. A room’s last row is some six screen
 * heights away. There, capitals of text whose size is 1/80 of the height (they
 * are 0.7 of that) fill 5 minutes of arc, the least that good eyes can read.
 */
import type { Fault } from './finding.ts'

/** A text on a slide, and its size. */
export interface Text {
  words: string
  /** The size of its face, in the projector’s pixels. */
  pixels: number
}

/** Down from that share of the screen’s height, the last row cannot read it. */
const LEAST = 80

/** Below that, one has to have good eyes. */
const FINE = 50

export function smallestOf(texts: readonly Text[]): Text | undefined {
  return texts.reduce<Text | undefined>(
    (least, text) => (least && least.pixels <= text.pixels ? least : text),
    undefined,
  )
}

/** @param height of the projector’s picture, in pixels */
export function smallFault(
  { words, pixels }: Text,
  height: number,
): Fault | undefined {
  if (pixels * LEAST > height) return undefined
  return {
    kind: 'small',
    what: `“${short(words)}” is ${rounded(pixels)} pixels large, 1/${Math.round(height / pixels)} of the height. The last row reads what is larger than 1/${LEAST}, which is ${rounded(height / LEAST)} pixels here.`,
    todo: 'Show less on this slide, so that it need not shrink, or give that text a larger size.',
  }
}

/** Whether a text can be read from the last row, but not with ease. */
export function isFine({ pixels }: Text, height: number): boolean {
  return pixels * LEAST > height && pixels * FINE < height
}

function short(words: string): string {
  const all = words.replaceAll(/\s+/g, ' ').trim()
  return all.length > 40 ? `${all.slice(0, 39)}…` : all
}

function rounded(pixels: number): string {
  return pixels.toLocaleString('en', { maximumFractionDigits: 1 })
}
