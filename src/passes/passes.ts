/** The passes' door: whoever is outside of this room imports this file. */
export { commandOf } from './command.ts'
export { completePasses } from './completion.ts'
export { moduleDifference } from './module-text.ts'
export { textDifference, type DifferenceLine } from './difference.ts'
export {
  instructionsAfter,
  functionText,
  isPrintable,
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
