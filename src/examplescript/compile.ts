/**
 * The whole way of a program, from its text to bytes: scan, parse, check, emit,
 * and Binaryen's own work behind it.
 */
import { check } from './check.ts'
import { emit, type SourceFile } from './emit.ts'
import type { Problem } from './problem.ts'
import type { TypedProgram } from './typed.ts'
import { refuseInvalid, type Level, type Workbench } from './workbench.ts'

export { CompilerError, type Level, type Workbench } from './workbench.ts'

export interface Options {
  level: Level
  /** Also gives the module as text. */
  text?: boolean
  /**
   * Also makes a source map: `name` is the program's in it, `url` the map's own,
   * as the module says it.
   */
  sourceMap?: { name: string; url: string }
}

/** A module of a program, or what is wrong with the program. */
export type Compilation =
  | { problems: [Problem, ...Problem[]] }
  | {
      problems: []
      program: TypedProgram
      bytes: Uint8Array<ArrayBuffer>
      text?: string
      sourceMap?: string
    }

/**
 * Compiles a program.
 *
 * @throws CompilerError if Binaryen's validator refuses what came of it
 */
export function compile(
  source: string,
  binaryen: Workbench,
  options: Options,
): Compilation {
  const { program, problems } = check(source)
  if (!program) return { problems: problems as [Problem, ...Problem[]] }
  const { level, text, sourceMap } = options
  return binaryen.build((module) => {
    const file: SourceFile | undefined = sourceMap && {
      name: sourceMap.name,
      text: source,
    }
    emit(program, binaryen.library, module, file)
    refuseInvalid(binaryen, module)
    binaryen.optimize(module, level)
    const result = { problems: [] as [], program }
    const shown = text ? { text: module.emitText() } : {}
    if (!sourceMap) return { ...result, ...shown, bytes: module.emitBinary() }
    const { binary, sourceMap: map } = module.emitBinary(sourceMap.url)
    return { ...result, ...shown, bytes: binary, sourceMap: map ?? '' }
  })
}
