/**
 * One of the command-line tools in a Worker: which one, the site's bundler
 * says, as it makes a Worker of each.
 */
import factory from 'virtual:tool-glue'
import { bytes, url } from 'virtual:tool-wasm'
import { fetchWasm, type FetchOptions } from '../fetching.ts'
import { startTool, type ToolName, type ToolProcess } from './tools.ts'

export { LoadError } from '../fetching.ts'
export type { ToolCommand, ToolName, ToolProcess, ToolResult } from './tools.ts'

/**
 * Downloads and compiles the tool's binary.
 *
 * @throws {LoadError} with a sentence to show to the reader
 */
export function fetchTool(
  options: FetchOptions & { what: string },
): Promise<WebAssembly.Module> {
  return fetchWasm(new URL(url, import.meta.url), bytes, options)
}

/** Starts the tool, in an instance of its own. @see startTool */
export function startToolHere(
  compiled: WebAssembly.Module,
  tool: ToolName,
): Promise<ToolProcess> {
  return startTool(factory, compiled, tool)
}
