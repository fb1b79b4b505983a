/** The compiler's door: whoever is outside of this room imports this file. */
export { positionOf, type Position, type Problem } from './problem.ts'
export { scan, type Scan } from './scan.ts'
export {
  compileTalk,
  parseTalk,
  runTalk,
  type Call,
  type OutputLine,
  type Stage,
  type TalkExports,
  type TalkProgram,
} from './talk.ts'
export {
  categoryOf,
  KEYWORDS,
  OPERATORS,
  type Category,
  type Token,
  type TokenKind,
} from './token.ts'
