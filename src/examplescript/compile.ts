/**
 * The whole way of a program, from its text to bytes: scan, parse, check, emit,
 * and Binaryen's own work behind it.
 */
import type { Library, Module } from '../binaryen/library.ts'
import { check } from './check.ts'
import { emit, type Origins } from './emit.ts'
import { lineStarts, positionIn } from './position.ts'
import type { Problem } from './problem.ts'
import type { TypedProgram } from './typed.ts'
import { refuseInvalid, type Level, type Workbench } from './workbench.ts'

export {
  CompilerError,
  LEVELS,
  type Level,
  type Workbench,
} from './workbench.ts'

export interface Options {
  level: Level
  /** Also gives the module as text. */
  text?: boolean
  /**
   * Also makes a source map: `name` is the program's in it, `url` the map's own,
   * as the module says it.
   */
  sourceMap?: { name: string; url: string }
  /** The bytes keep the names of functions and locals, for whoever reads them. */
  isNamed?: boolean
  /** The module tells the host of each write to memory: see `recording.ts`. */
  isWatched?: boolean
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
      /** With a source map: the module's functions, in the order of their numbers. */
      functions?: string[]
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
  const { level, text, sourceMap, isNamed, isWatched = false } = options
  return binaryen.build((module) => {
    const origins = sourceMap && originsIn(sourceMap.name, source)
    emit(program, binaryen.library, module, { origins, isWatched })
    refuseInvalid(binaryen, module)
    binaryen.optimize(module, level)
    const result = { problems: [] as [], program }
    const shown = text ? { text: module.emitText() } : {}
    if (!sourceMap) {
      const bytes = isNamed ? namedBytes(module, binaryen) : module.emitBinary()
      return { ...result, ...shown, bytes }
    }
    const { binary, sourceMap: map } = module.emitBinary(sourceMap.url)
    const functions = functionsIn(module, binaryen.library)
    const mapped = { bytes: binary, sourceMap: map ?? '', functions }
    return { ...result, ...shown, ...mapped }
  })
}

/** Whether names are written is a setting of the library's own. */
function namedBytes(
  module: Module,
  { library }: Workbench,
): Uint8Array<ArrayBuffer> {
  library.setDebugInfo(true)
  try {
    return module.emitBinary()
  } finally {
    library.setDebugInfo(false)
  }
}

/** The functions of a module by their numbers: what is imported comes first. */
function functionsIn(module: Module, library: Library): string[] {
  const imported: string[] = []
  const own: string[] = []
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const { name, base } = library.getFunctionInfo(
      module.getFunctionByIndex(index),
    )
    if (base) imported.push(name)
    else own.push(name)
  }
  return [...imported, ...own]
}

/** Lines and columns of a source, as source maps have them. */
export function originsIn(name: string, source: string): Origins {
  const starts = lineStarts(source)
  return { name, positionOf: ({ at }) => positionIn(starts, at) }
}
