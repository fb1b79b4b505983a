/** The terminal's door: whoever is outside of this room imports this file. */
export { complete, sharedStart, type Choice } from './complete.ts'
export { GOAL_FORMS, parseGoal, type Goal, type Reached } from './goals.ts'
export { isTool, Session, type Stream } from './session.ts'
export { changesBetween, trayOf } from './tray.ts'
export { isName } from './words.ts'
