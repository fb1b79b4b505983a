/**
 * The room's door for what pages show: no program is read or run by it, and so
 * no parser comes along.
 */
export { scriptTokens } from './colour.ts'
export { storyOf, type Story } from './story.ts'
export type { Recorded } from './recorded.ts'
