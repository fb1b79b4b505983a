/**
 * Binaryen for the build, for commands and for tests: Node only. The package is
 * split on first use, and compiled once in each process.
 */
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import {
  startBinaryen,
  startLibrary,
  type Binaryen,
  type BinaryenFactory,
  type Hooks,
  type Library,
} from './binaryen.ts'
import { splitBinaryen, splitBinaryenTool, type Halves } from './split.ts'
import {
  startTool,
  type ToolCommand,
  type ToolFactory,
  type ToolName,
  type ToolResult,
} from './tools.ts'

let library: ReturnType<typeof prepare<BinaryenFactory>> | null = null
const tools = new Map<ToolName, ReturnType<typeof prepare<ToolFactory>>>()

/** A new instance of Binaryen; each call after the first takes milliseconds. */
export async function loadBinaryen(): Promise<Binaryen> {
  library ??= prepare<BinaryenFactory>(splitBinaryen())
  const { factory, compiled } = await library
  return startBinaryen(factory, compiled)
}

/** The library as it is, which tells hooks of the caller's what it says. */
export async function loadLibrary(hooks: Hooks): Promise<Library> {
  library ??= prepare<BinaryenFactory>(splitBinaryen())
  const { factory, compiled } = await library
  return startLibrary(factory, compiled, hooks)
}

/** Runs a command of one of the package's tools, without a process. */
export async function runToolHere(command: ToolCommand): Promise<ToolResult> {
  const { tool } = command
  const parts = tools.get(tool) ?? prepare<ToolFactory>(splitBinaryenTool(tool))
  tools.set(tool, parts)
  const { factory, compiled } = await parts
  const started = await startTool(factory, compiled, tool)
  return started.run(command)
}

async function prepare<Factory>(halves: Promise<Halves>) {
  const { glue, wasm } = await halves
  // The address is computed, so that bundlers leave the import alone.
  const [{ default: factory }, compiled] = await Promise.all([
    import(pathToFileURL(glue).href) as Promise<{ default: Factory }>,
    readFile(wasm).then((bytes) => WebAssembly.compile(new Uint8Array(bytes))),
  ])
  return { factory, compiled }
}
