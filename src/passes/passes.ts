/** The passes' door: whoever is outside of this room imports this file. */
export { commandOf } from './command.ts'
export {
  instructionsAfter,
  timePasses,
  traceFunction,
  tracePasses,
  type Input,
  type Recipe,
  type Trace,
} from './trace.ts'
export {
  firstFunction,
  removingStep,
  stepDetail,
  traceRows,
  type FunctionTexts,
} from './story.ts'
export { PASSES, passesIn } from './sentences.ts'
