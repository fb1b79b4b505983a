/** What each level makes of a program, exactly, as the page makes it. */
import { gzipSync } from 'node:zlib'
import type { Binaryen } from '../binaryen/binaryen.ts'
import {
  hasWork,
  problemsIn,
  type Work,
} from '../examplescript/examplescript.ts'
import { levelModules, levelSizes, type LevelSize } from '../prices/prices.ts'
import { AuthoringError } from './place.ts'

/** @throws AuthoringError if the program has problems, or no such work */
export function bakeLevels(
  source: string,
  work: Work,
  binaryen: Binaryen,
  place: string,
): LevelSize[] {
  const [problem] = problemsIn('examplescript', source)
  if (problem) {
    throw new AuthoringError(
      place,
      `this program does not compile: ${problem.message}`,
      'Mend the program.',
    )
  }
  if (!hasWork(source, work)) {
    throw new AuthoringError(
      place,
      `the program exports no function ${work.name}.`,
      'Export it, or name another one.',
    )
  }
  const modules = levelModules(source, binaryen)
  const packed = modules.map(({ bytes }) => gzipSync(bytes).length)
  return levelSizes(modules, packed)
}
