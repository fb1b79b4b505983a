/**
 * Calling the roll: a model is asked who is in a team, and each name of its
 * answer is held against the team's list. Pure: answers in, verdicts out.
 */
export { LISTS, listOf, type TeamList } from './lists.ts'
export {
  isRemedy,
  REMEDIES,
  remedyWords,
  wishOf,
  type Remedy,
} from './remedies.ts'
export {
  isRun,
  isSameWay,
  judgeRun,
  MOST_ANSWERS,
  type Run,
  type Wish,
} from './runs.ts'
