/**
 * Work: a function of a program that is called again and again, to see how long
 * it takes. What it prints is printed nowhere.
 */
import { check } from './check.ts'
import { hostImports } from './host.ts'
import { operandsFor, valueOf, type Instantiate } from './run.ts'

/** Which function is called, and with what number. */
export interface Work {
  name: string
  operand: number
}

/** @returns whether a program exports the function */
export function hasWork(source: string, { name }: Work): boolean {
  return exportedIn(source, name) !== undefined
}

/**
 * Starts a module of a program.
 *
 * @param source a program without problems, that exports the function
 * @returns the call; it gives what the function does, if anything
 */
export function startWork(
  source: string,
  bytes: Uint8Array,
  { name, operand }: Work,
  instantiate: Instantiate,
): () => number | bigint | undefined {
  const { parameters, returns } = exportedIn(source, name)!
  const exports = instantiate(bytes, (imports) => hostImports(imports, quiet))
  const call = exports[name] as (...operands: unknown[]) => number | bigint
  const operands = operandsFor(parameters, [operand])
  return () => valueOf(call(...operands), returns)
}

function exportedIn(source: string, wanted: string) {
  return check(source).program?.functions.find(
    ({ name, isExported }) => isExported && name === wanted,
  )
}

function quiet(): void {}
