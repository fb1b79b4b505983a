/** What was recorded, sorted into what is shown: what was said, and each module. */
import { textDifference, type DifferenceLine } from '../passes/passes.ts'
import type {
  Recorded,
  Recording,
  ScriptStop,
  Snapshot,
  Speaker,
} from './recorded.ts'

/** One thing to look at of a module: a call’s before and after, or its end. */
export interface Look {
  /** Counted from 1. */
  module: number
  /** The call, such as `optimize()`; absent for how a module was left. */
  call?: string
  before?: Snapshot
  after: Snapshot
  lines: DifferenceLine[]
}

export interface Story {
  said: { by: Speaker; text: string }[]
  /** Whether more was said than is told. */
  isCut: boolean
  looks: Look[]
  /** Whether more was done than is looked at. */
  looksCut: boolean
  stop: ScriptStop | undefined
  /** The last binary that was emitted. */
  bytes: Uint8Array | undefined
}

/** A module that is as its last step left it is not shown once more. */
export function storyOf(recording: Recording): Story {
  const steps = recording.filter(isStep)
  const looks = recording.flatMap((recorded): Look[] => {
    if (isStep(recorded)) {
      const { module, call, before, after } = recorded
      const lines = textDifference(before.text, after.text)
      return [{ module, call, before, after, lines }]
    }
    if (recorded.kind !== 'left') return []
    const { module, left } = recorded
    const last = steps.findLast((step) => step.module === module)
    if (last?.after.text === left.text) return []
    const lines = textDifference(left.text, left.text)
    return [{ module, after: left, lines }]
  })
  const has = (kind: Recorded['kind']) =>
    recording.some((recorded) => recorded.kind === kind)
  return {
    said: recording.filter((recorded) => recorded.kind === 'said'),
    isCut: has('cut'),
    looks,
    looksCut: has('steps-cut'),
    stop: recording.find((recorded) => recorded.kind === 'stopped')?.stop,
    bytes: recording.findLast((recorded) => recorded.kind === 'emitted')?.bytes,
  }
}

function isStep(recorded: Recorded) {
  return recorded.kind === 'step'
}
