/** How large a module is as it is written, before anything is optimised. */
import type { Measure } from './evidence.ts'
import type { LanguageName } from './language.ts'
import { RUNNERS } from './run.ts'
import type { Workbench } from './workbench.ts'

/**
 * Measures a module. What only closes or parts a block, `end` and `else`, is no
 * instruction.
 *
 * @param source a program without problems
 */
export function measure(
  language: LanguageName,
  source: string,
  binaryen: Workbench,
): Measure {
  return binaryen.build((module) => {
    RUNNERS[language].write(source, binaryen.library, module)
    const { length } = module.emitBinary()
    return { instructions: instructionsIn(module.emitStackIR()), bytes: length }
  })
}

const INSTRUCTION = /^ +(?!(?:end|else)$)[a-z]/

/** @param text one that has each instruction on a line of its own */
export function instructionsIn(text: string): number {
  const functions = text.split(/^ \(func /m).slice(1)
  const lines = functions.flatMap((one) => one.split('\n').slice(1))
  return lines.filter((line) => INSTRUCTION.test(line)).length
}
