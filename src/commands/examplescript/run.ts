/**
 * `npm run -s examplescript -- run`: compiles a program and calls its `main`, in
 * this thread, where Ctrl-C ends it whatever it does. Nothing is optimised, so
 * that each instruction knows its place in the source; the engine makes fast
 * code all the same.
 */
import { parseArgs } from 'node:util'
import { loadBinaryen } from '../../binaryen/node.ts'
import { compile, CompilerError } from '../../examplescript/compile.ts'
import {
  HostError,
  hostImports,
  STRING_OPTIONS,
} from '../../examplescript/host.ts'
import { parse } from '../../examplescript/parse.ts'
import { VOID, type Type } from '../../examplescript/type.ts'
import type { TypedFunction, TypedProgram } from '../../examplescript/typed.ts'
import { tracing, trapOf, type Trap } from '../../stages/trap.ts'
import { readOperands, shownResult, type Operand } from './operands.ts'
import { readProgram, type ProgramFile } from './program-file.ts'
import { complainOf, type Report } from './report.ts'
import { ClosedOutput, type Terminal } from './terminal.ts'
import { onlyFile, readWords, UsageError } from './usage.ts'

export const RUN_HELP = `Usage: run FILE [ARG…]

Compiles a program, calls its main with the ARGs, and prints what main returns.

  ARG  a number, true or false, or a text, as main declares it: -1 0xff 0b101
       for integers, 1e-6 -0 Infinity NaN for floats. A text that begins with
       a minus stands behind --.
`

/** `run FILE ARG…`: runs a program. */
export async function runFile(
  words: string[],
  terminal: Terminal,
): Promise<number> {
  const { positionals } = readWords('run', () =>
    parseArgs({ args: withoutNegatives(words), allowPositionals: true }),
  )
  const [first, ...given] = positionals
  const name = onlyFile('run', first === undefined ? [] : [first])
  const file = await readProgram(name, terminal)
  const compiled = compile(file.text, await loadBinaryen(), {
    level: { optimize: 0, shrink: 0 },
    sourceMap: { name: 'program', url: 'map' },
  })
  if (!('program' in compiled)) {
    return complainOf(file, compiled.problems, terminal)
  }
  const main = mainOf(compiled.program, file)
  const call = { main, operands: readOperands(main, given) }
  const missing = missingImport(compiled.program)
  if (missing) return complainOf(file, [missing], terminal)
  if (isForThisEngine(compiled.bytes)) {
    return run(compiled, call, file, terminal)
  }
  terminal.complain(
    `${file.name} needs objects or strings that WebAssembly in Node ${process.versions.node} does not have. Node 22 and later have them.\n`,
  )
  return 1
}

/** `parseArgs` takes -1 for an option: whatever begins so is an operand. */
function withoutNegatives(words: string[]): string[] {
  const first = words.findIndex((word) => /^-(?:-$|\.?\d|Infinity$)/.test(word))
  if (first < 0 || words[first] === '--') return words
  return words.toSpliced(first, 0, '--')
}

function mainOf({ functions }: TypedProgram, { name }: ProgramFile) {
  const main = functions.find((one) => one.name === 'main')
  if (!main?.isExported) {
    throw new UsageError(
      `${name} has no function main for others, and that is what is run. Write export function main(): void { … }.`,
    )
  }
  if (main.returns.kind !== 'vector') return main
  throw new UsageError(
    `main of ${name} gives a v128, and no host can take that. Let it give a lane.`,
  )
}

/** The import that no host of ours has. */
function missingImport({ imports }: TypedProgram): Report | undefined {
  for (const { module, external, from, to } of imports) {
    try {
      hostImports([{ module, name: external, kind: 'function' }], () => {})
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      return { code: 'no-import', message: error.message, from, to }
    }
  }
  return undefined
}

/** A module of one type, a struct without fields. */
const WITH_STRUCT = Buffer.from('0061736d010000000103015f00', 'hex')

/** An engine that has objects and refuses a module all the same is told of it. */
function isForThisEngine(bytes: Uint8Array<ArrayBuffer>): boolean {
  return WebAssembly.validate(WITH_STRUCT) || WebAssembly.validate(bytes)
}

interface MainCall {
  main: TypedFunction
  operands: Operand[]
}

interface Compiled {
  program: TypedProgram
  bytes: Uint8Array<ArrayBuffer>
  sourceMap?: string
}

function run(
  { program, bytes, sourceMap = '' }: Compiled,
  { main, operands }: MainCall,
  file: ProgramFile,
  terminal: Terminal,
): number {
  try {
    const value = tracing(() => {
      const { exports } = instantiate(bytes, terminal)
      return (exports['main'] as (...all: Operand[]) => unknown)(...operands)
    })
    printResult(value, main.returns, terminal)
    return 0
  } catch (thrown) {
    if (thrown instanceof ClosedOutput) throw thrown
    const { tree } = parse(file.text)
    const running = { source: file, tree, program, sourceMap }
    const trap = trapOf(thrown, running)
    if (!trap) throw explained(thrown)
    return complainOf(file, [reportOf(trap)], terminal)
  }
}

/** Node says of each function at which byte it was. */
function reportOf({ message, hint, place, calls }: Trap): Report {
  return {
    code: 'trap',
    message,
    ...place!,
    ...(hint && { hint }),
    calls: calls.map(({ name, at }) => ({ name, at: at! })),
  }
}

function instantiate(
  bytes: Uint8Array<ArrayBuffer>,
  { print }: Terminal,
): WebAssembly.Instance {
  const Module = WebAssembly.Module as new (
    bytes: BufferSource,
    options: object,
  ) => WebAssembly.Module
  const module = new Module(bytes, STRING_OPTIONS)
  const wanted = WebAssembly.Module.imports(module)
  const imports = hostImports(wanted, (line) => print(`${line}\n`))
  return new WebAssembly.Instance(module, imports as WebAssembly.Imports)
}

/** The engine refuses what should never have been compiled. */
function explained(thrown: unknown): unknown {
  const { CompileError, LinkError } = WebAssembly
  const isRefused =
    thrown instanceof CompileError || thrown instanceof LinkError
  if (!isRefused) return thrown
  const { message } = thrown as Error
  return new CompilerError(
    `A bug of this compiler: Node refuses the module. ${message}`,
  )
}

function printResult(value: unknown, type: Type, terminal: Terminal): void {
  if (type === VOID) return
  const text = shownResult(value, type)
  if (text !== undefined) terminal.print(`${text}\n`)
  else terminal.complain(`main gave a ${type.name}, which has no text.\n`)
}
