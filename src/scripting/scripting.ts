/**
 * The room's door: a reader's program in JavaScript that uses Binaryen's
 * library itself, run and recorded. It runs in Node and in the sandbox of a
 * page alike; the library is an argument. It brings a parser along; `view.ts` is
 * the door for what is only shown.
 */
export { scriptTokens } from './colour.ts'
export { scriptProblems } from './reading.ts'
export type { Recorded } from './recorded.ts'
export { runScript } from './run.ts'
export { storyOf, type Story } from './story.ts'
