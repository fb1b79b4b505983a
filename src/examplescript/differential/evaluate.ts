/**
 * The evaluator of the tests: does what a typed program says, statement by
 * statement, and knows nothing of WebAssembly and Binaryen. What it says, the
 * compiled program has to do.
 */
import { evaluate } from './evaluate-expression.ts'
import type { Frame, Machine } from './evaluate-frame.ts'
import { LinearMemory } from './evaluate-memory.ts'
import { runAll } from './evaluate-statement.ts'
import {
  emptyOf,
  rounded,
  TooMuch,
  Trap,
  wrapped,
  type Value,
} from './evaluate-value.ts'
import { hostImports, shownNumber } from '../host.ts'
import { VOID, type Type } from '../type.ts'
import type { Global, Import, TypedFunction, TypedProgram } from '../typed.ts'

export { TooMuch } from './evaluate-value.ts'

/** What came of running a program. */
export interface Outcome {
  /** What it printed. */
  lines: string[]
  /** What `main` returned, as JavaScript shows it; absent for nothing. */
  value?: string
  /** Why it stopped, if it did. */
  trap?: string
  /** Its linear memory at the end, if it has one and the host can see it. */
  memory?: Uint8Array
}

/** As many statements as a test has time for. */
const MOST_STEPS = 400_000

/**
 * Gives globals their values and calls `main`.
 *
 * @throws TooMuch if it goes on for too long
 */
export function run(program: TypedProgram, mostSteps = MOST_STEPS): Outcome {
  const lines: string[] = []
  const machine = new Evaluator(program, lines, mostSteps)
  const outcome: Outcome = { lines }
  try {
    machine.start()
    const main = program.functions.find(({ name }) => name === 'main')
    const value = main ? machine.call(main, []) : null
    if (main && main.returns !== VOID)
      outcome.value = shown(value, main.returns)
  } catch (thrown) {
    const isTooDeep = thrown instanceof RangeError
    if (!(thrown instanceof Trap) && !isTooDeep) throw thrown
    outcome.trap = thrown.message
  }
  if (program.usesMemory) outcome.memory = machine.memory.bytes
  return outcome
}

/** WebAssembly gives integers to JavaScript as signed ones. */
function shown(value: Value, type: Type): string {
  const isInteger = type.kind === 'integer' || type.kind === 'bool'
  const number = value as number | bigint
  if (!isInteger) return shownNumber(number)
  const bits = type.bits === 64 ? 64 : 32
  return shownNumber(wrapped(number, { ...type, bits, isSigned: true }))
}

class Evaluator implements Machine {
  readonly memory = new LinearMemory()
  readonly globals = new Map<Global, Value>()
  readonly #program: TypedProgram
  readonly #lines: string[]
  #stepsLeft: number

  constructor(program: TypedProgram, lines: string[], mostSteps: number) {
    this.#program = program
    this.#lines = lines
    this.#stepsLeft = mostSteps
  }

  print(line: string): void {
    this.#lines.push(line)
  }

  step(): void {
    if (--this.#stepsLeft < 0) throw new TooMuch('too many steps')
  }

  /** Constants are there at once; what has to be computed comes in order. */
  start(): void {
    const frame: Frame = { machine: this, values: [] }
    const late: Global[] = []
    for (const global of this.#program.globals) {
      const { value, type } = global
      const isConstant = value?.kind === 'constant'
      this.globals.set(global, isConstant ? value.value : emptyOf(type))
      if (value && !isConstant) late.push(global)
    }
    for (const global of late) {
      this.globals.set(global, evaluate(frame, global.value!))
    }
  }

  call(callee: TypedFunction | Import, operands: Value[]): Value {
    this.step()
    if (callee.kind === 'import') return this.#callHost(callee, operands)
    const values = [...operands]
    for (const { type } of callee.locals) values.push(emptyOf(type))
    const way = runAll({ machine: this, values }, callee.body)
    return typeof way === 'object' ? way.returned : null
  }

  /** The host gives a number of JavaScript, which becomes one of the type. */
  #callHost({ module, external, returns }: Import, operands: Value[]): Value {
    const description = { module, name: external, kind: 'function' }
    const host = hostImports([description], (line) => this.print(line))
    const act = host[module]![external] as (...values: Value[]) => unknown
    const result = act(...operands) as number | bigint
    if (returns.kind === 'float') return rounded(Number(result), returns)
    return returns.kind === 'integer' ? wrapped(result, returns) : null
  }
}
