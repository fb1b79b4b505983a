/** What compiling needs of Binaryen; the door of `src/binaryen` has it. */
import type { Library, Module } from '../binaryen/library.ts'

export interface Workbench {
  library: Library
  build<T>(use: (module: Module) => T): T
  problems(module: Module): string[]
  optimize(module: Module, level: Level): void
}

/** -O3 is `{ optimize: 3, shrink: 0 }`, -Os 2 and 1, -Oz 2 and 2. */
export interface Level {
  optimize: 0 | 1 | 2 | 3 | 4
  shrink: 0 | 1 | 2
}

/** Each level as people call it. */
export const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['-O0', { optimize: 0, shrink: 0 }],
  ['-O1', { optimize: 1, shrink: 0 }],
  ['-O2', { optimize: 2, shrink: 0 }],
  ['-O3', { optimize: 3, shrink: 0 }],
  ['-O4', { optimize: 4, shrink: 0 }],
  ['-Os', { optimize: 2, shrink: 1 }],
  ['-Oz', { optimize: 2, shrink: 2 }],
])

/** A module at one moment: as text, and as the bytes that engines run. */
export interface Stage {
  text: string
  bytes: Uint8Array
}

export function stageOf(module: Module): Stage {
  return { text: module.emitText(), bytes: module.emitBinary() }
}

/** A module as it was written, and as Binaryen's -O3 leaves it. */
export interface Stages {
  written: Stage
  optimised: Stage
}

/**
 * Builds a module and keeps it before and after optimising.
 *
 * @throws CompilerError if Binaryen's validator refuses what was written
 */
export function buildStages(
  binaryen: Workbench,
  write: (library: Library, module: Module) => void,
): Stages {
  return binaryen.build((module) => {
    write(binaryen.library, module)
    refuseInvalid(binaryen, module)
    const written = stageOf(module)
    binaryen.optimize(module, { optimize: 3, shrink: 0 })
    return { written, optimised: stageOf(module) }
  })
}

/** What no program should ever bring about. */
export class CompilerError extends Error {
  override readonly name = 'CompilerError'
}

/**
 * Asks Binaryen's validator, which finds only what a compiler did wrong.
 *
 * @throws CompilerError if the module is not valid
 */
export function refuseInvalid(binaryen: Workbench, module: Module): void {
  const [refusal] = binaryen.problems(module)
  if (!refusal) return
  throw new CompilerError(
    `A bug of this compiler: Binaryen refuses what it made. ${refusal}`,
  )
}
