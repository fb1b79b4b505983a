/**
 * The door of the stages: one program and all that becomes of it, each piece
 * with the number of the node in its tree that it came from.
 */
export {
  DrawingError,
  openDrawing,
  type Drawing,
  type ImageSize,
} from './drawing.ts'
export { moduleStages, type ModuleStages } from './module.ts'
export { NOWHERE, Nodes } from './nodes.ts'
export { readStages, type Reading } from './reading.ts'
export { recordRun, type Recording } from './recording.ts'
export { momentAt, Tape } from './tape.ts'
export { explainer } from './stopping.ts'
export { tracing } from './trap.ts'
