/** How fast the scanner is: a program of 1 MB, so runs a second are MB/s. */
import { bench } from 'vitest'
import { scan } from './scan.ts'

const PROGRAM = `// Adds up the squares of the first numbers.
export function sumOfSquares(count: i32): f64 {
  let sum: f64 = 0
  for (let i = 0; i < count; i++) {
    sum += f64(i) * 2.5e-3 // scaled
    if (i >>> 2 == 0x1f && !done) store<f32>(base + (i << 2), 1_000.25)
  }
  return sum /* all of it */
}
`
const MEGABYTE = PROGRAM.repeat(1e6 / PROGRAM.length + 1).slice(0, 1e6)

bench('scan 1 MB', () => {
  scan(MEGABYTE)
})
