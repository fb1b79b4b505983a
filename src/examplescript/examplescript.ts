/** The compiler's door: whoever is outside of this room imports this file. */
export { BUILTINS, type Builtin } from './builtin.ts'
export { check } from './check.ts'
export { compile } from './compile.ts'
export { CheckError, parseCheck, titleOf, type Check } from './checks.ts'
export { gather, needsCompiler } from './judging.ts'
export { CODES } from './codes.ts'
export { completionsAt, type CompletionOption } from './complete.ts'
export { describeAt, type Description } from './describe.ts'
export type { Fix } from './edit.ts'
export { colouredTokens } from './colour.ts'
export { problemsIn, type LanguageName } from './language.ts'
export {
  HostError,
  hostImports,
  shownNumber,
  STRING_OPTIONS,
  type HostImports,
} from './host.ts'
export { instructionsIn } from './measure.ts'
export { BINARY } from './operators.ts'
export { TooMuchOutput, type ShownOutput } from './output.ts'
export { lineStarts, positionIn } from './position.ts'
export type { Problem } from './problem.ts'
export { RUNNERS, type Host, type Instantiate } from './run.ts'
export type { Quote, Stop } from './stop.ts'
export { scan } from './scan.ts'
export { categoryOf, KEYWORDS, OPERATORS } from './token.ts'
export { evidenceOf, type Evidence } from './evidence.ts'
export { nearest } from './suggest.ts'
export { judge, type Verdict } from './verdict.ts'
export { hasWork, startWork, type Work } from './work.ts'
export {
  LEVELS,
  refuseInvalid,
  type Stage,
  type Workbench,
} from './workbench.ts'
export { emit, START, WATCH, type Origins } from './emit.ts'
export { childrenOf, type Place, type TreeNode } from './tree.ts'
export type { TypedExpression, TypedProgram, TypedStatement } from './typed.ts'
