/** The terminal's door: whoever is outside of this room imports this file. */
export {
  complete,
  escaped,
  sharedStart,
  type Choice,
  type Completion,
} from './complete.ts'
export { GOAL_FORMS, parseGoal, type Goal, type Reached } from './goals.ts'
export {
  INTERRUPTED,
  Session,
  type RunTool,
  type Stream,
  type Watcher,
} from './session.ts'
export { changesBetween, trayOf } from './tray.ts'
export { isName } from './words.ts'
