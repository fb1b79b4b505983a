/** The first frame of a program that draws, as a picture beside the page. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { encode } from 'fast-png'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { RUNNERS, type Instantiate } from '../examplescript/examplescript.ts'
import { openDrawing } from '../stages/stages.ts'
import type { Canvas } from './fence.ts'
import { AuthoringError } from './place.ts'

/**
 * @returns the address of the picture, from the site's root
 * @throws AuthoringError if nothing comes of the program
 */
export function bakeFrame(
  source: string,
  canvas: Canvas,
  place: string,
  binaryen: Binaryen,
  instantiate: Instantiate,
): string {
  const { bytes } = RUNNERS.examplescript.stages(source, binaryen).optimised
  try {
    const drawing = openDrawing(bytes, canvas, instantiate)
    const data = drawing.frame(0)
    const picture = encode({ ...canvas, data, depth: 8, channels: 4 })
    const hash = createHash('sha256').update(picture).digest('hex')
    const address = `/assets/frame-${hash.slice(0, 8)}.png`
    mkdirSync('_site/assets', { recursive: true })
    writeFileSync(`_site${address}`, picture)
    return address
  } catch (error) {
    throw new AuthoringError(
      place,
      `this program draws nothing: ${(error as Error).message}`,
      'Mend the program, or leave canvas out.',
    )
  }
}
