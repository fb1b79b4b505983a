/** The rival's door: whoever is outside of this room imports this file. */
export { compileRival, runRival } from './asc.ts'
export {
  compare,
  RIVAL_LEVELS,
  RUNTIMES,
  type Compared,
  type RivalChoice,
  type Side,
} from './compare.ts'
export { measureBoth } from './measure-both.ts'
export { comparedView, functionsIn } from './view.ts'
