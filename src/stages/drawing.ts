/**
 * Drawing: a program that computes images. Its `draw(t: f64): i32` is called with
 * the seconds since the start, and gives the address of the image’s pixels.
 */
import {
  hostImports,
  type Instantiate,
} from '../examplescript/examplescript.ts'

/** The size of an image, in pixels of four bytes: red, green, blue, alpha. */
export interface ImageSize {
  width: number
  height: number
}

/** Why a program cannot be drawn, and what to write. */
export class DrawingError extends Error {
  override readonly name = 'DrawingError'
}

/** A program that is ready to draw. */
export interface Drawing {
  /** What it printed last. */
  readonly said: string | undefined
  /**
   * @param seconds since the start
   * @returns a copy of the pixels, row by row
   * @throws DrawingError if there is no image at the address that draw gives;
   * what stops the program comes out as it is
   */
  frame(seconds: number): Uint8ClampedArray<ArrayBuffer>
}

/**
 * Starts a program that draws.
 *
 * @throws DrawingError if it has nothing to draw with
 */
export function openDrawing(
  bytes: Uint8Array,
  { width, height }: ImageSize,
  instantiate: Instantiate,
): Drawing {
  let said: string | undefined
  const print = (line: string) => {
    said = line
  }
  const { draw, memory } = instantiate(bytes, (imports) =>
    hostImports(imports, print),
  )
  if (typeof draw !== 'function') {
    throw new DrawingError(
      'There is nothing to draw: write export function draw(t: f64): i32, which gives the address of the pixels in memory.',
    )
  }
  if (!memory) {
    throw new DrawingError(
      'There are no pixels: write them to memory, as store<i32>(0, -1) writes a white one to address 0.',
    )
  }
  const size = width * height * 4
  return {
    get said() {
      return said
    },
    frame(seconds) {
      const address = Number(draw(seconds)) >>> 0
      const { buffer } = memory as { buffer: ArrayBuffer }
      if (address + size > buffer.byteLength) {
        throw new DrawingError(
          `draw gives the address ${address}, and ${width} × ${height} pixels from there end behind the memory of ${buffer.byteLength} bytes. Give another address, or let memory.grow bring more.`,
        )
      }
      return new Uint8ClampedArray(buffer.slice(address, address + size))
    },
  }
}
