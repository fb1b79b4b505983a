/** The compiler's door: whoever is outside of this room imports this file. */
export {
  CheckError,
  evidenceOf,
  judge,
  needsRun,
  parseCheck,
  talkRun,
  type Check,
  type Run,
  type Verdict,
} from './checks.ts'
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
