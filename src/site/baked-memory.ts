/** Linear memory as a run leaves it, drawn by the build. */
import type { Binaryen } from '../binaryen/binaryen.ts'
import type { Instantiate } from '../examplescript/examplescript.ts'
import { memoryViewMarkup, type MemoryForm } from '../figures/memory.ts'
import { momentAt, recordRun, Tape } from '../stages/stages.ts'

export function bakeMemory(
  source: string,
  form: MemoryForm,
  binaryen: Binaryen,
  instantiate: Instantiate,
): string {
  const recording = recordRun(source, binaryen, instantiate)
  const tape = new Tape(recording)
  return memoryViewMarkup(momentAt(tape, tape.length, source), form)
}
