/** The compiler's door: whoever is outside of this room imports this file. */
export { CheckError, needsRun, parseCheck, type Check } from './checks.ts'
export { colouredTokens } from './colour.ts'
export type { Problem } from './problem.ts'
export { scan } from './scan.ts'
export {
  compileTalk,
  parseTalk,
  runTalk,
  type OutputLine,
  type Stage,
  type TalkExports,
} from './talk.ts'
export { categoryOf, KEYWORDS, OPERATORS } from './token.ts'
export {
  evidenceOf,
  judge,
  talkRun,
  type Run,
  type Verdict,
} from './verdict.ts'
