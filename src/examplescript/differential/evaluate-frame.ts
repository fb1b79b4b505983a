/** What the parts of the evaluator of the tests know of one another. */
import type { LinearMemory } from './evaluate-memory.ts'
import type { Value } from './evaluate-value.ts'
import type { Global, Import, TypedFunction } from '../typed.ts'

/** A program while it runs. */
export interface Machine {
  readonly memory: LinearMemory
  readonly globals: Map<Global, Value>
  print(line: string): void
  /** @returns null if the function returns nothing */
  call(callee: TypedFunction | Import, operands: Value[]): Value
  /** To be called once in a while, so that what does not end is stopped. */
  step(): void
}

/** One call of a function. */
export interface Frame {
  readonly machine: Machine
  /** Its parameters and variables, by their indices. */
  readonly values: Value[]
}
