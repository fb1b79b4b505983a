/** Passes over a program, run by the build as the page runs them. */
import type { Binaryen } from '../binaryen/binaryen.ts'
import { compile, LEVELS } from '../examplescript/examplescript.ts'
import type { PassesDrawing } from '../figures/passes.ts'
import {
  firstFunction,
  instructionsAfter,
  stepDetail,
  traceFunction,
  tracePasses,
  traceRows,
  type Recipe,
  type Trace,
} from '../passes/passes.ts'
import { AuthoringError } from './place.ts'

export interface BakedTrace {
  trace: Trace
  /** How many instructions came out. */
  instructions: number
  /** All passes together, and what they did to one function. */
  drawing: PassesDrawing
}

/**
 * @param of the function that is shown; '' is the first one
 * @throws AuthoringError if the program has problems, a pass refuses it, or it
 *   has no such function
 */
export function bakeTrace(
  source: string,
  recipe: Recipe,
  of: string,
  binaryen: Binaryen,
  place: string,
): BakedTrace {
  const level = LEVELS.get('-O0')!
  const compiled = compile(source, binaryen, { level, isNamed: true })
  const [problem] = compiled.problems
  if (problem) {
    throw new AuthoringError(
      place,
      `this program does not compile: ${problem.message}`,
      'Mend the program.',
    )
  }
  const { bytes } = compiled as { bytes: Uint8Array }
  const input = { kind: 'binary', bytes } as const
  const trace = tracePasses(binaryen, input, recipe)
  const { functions, stopped } = trace
  if (stopped) {
    throw new AuthoringError(
      place,
      `the pass “${stopped.pass}” refuses this program: ${stopped.message}`,
      'Name passes as wasm-opt --help does, with commas between them.',
    )
  }
  const shown = of || firstFunction(functions)
  if (!functions.includes(shown)) {
    throw new AuthoringError(
      place,
      `the module has no function ${shown}.`,
      `It has: ${functions.join(', ')}.`,
    )
  }
  const texts = traceFunction(binaryen, input, recipe, shown)
  return {
    trace,
    instructions: instructionsAfter(binaryen, input, recipe),
    drawing: {
      rows: traceRows(trace),
      chosen: 0,
      detail: stepDetail(trace, shown, texts, 0),
      functions,
    },
  }
}
