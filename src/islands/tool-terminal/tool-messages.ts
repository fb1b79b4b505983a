/**
 * What the page and the Worker of a tool say to each other. Both keep the files
 * of the last command, so that only those travel that changed since.
 */
import type {
  ToolCommand,
  ToolName,
  ToolResult,
} from '../../binaryen/browser-tool.ts'
import type { Stream } from '../../terminal/terminal.ts'

/** A command; a Worker’s first one has the tool, if it was compiled before. */
export interface ToolOrder {
  command: Omit<ToolCommand, 'files' | 'onOutput'>
  files: FilesSent
  compiled?: WebAssembly.Module
}

/** What a Worker is asked for: a command, or to have its tool ready. */
export type Asked = ToolOrder | { prepare: ToolName }

/** What a command wrote in a row to one of its streams. */
export interface Written {
  stream: Stream
  bytes: Uint8Array
}

export type ToolAnswer =
  | { kind: 'loading'; loaded: number; total: number }
  | { kind: 'loaded'; compiled: WebAssembly.Module }
  | { kind: 'ready' }
  | { kind: 'output'; written: Written[] }
  | { kind: 'done'; status: ToolResult['status']; files: FilesSent }
  | { kind: 'failed'; message: string; retry: boolean }

/** Files on their way to whoever knows some of them. */
export interface FilesSent {
  /** Of all files, in their order. */
  names: string[]
  /** Those that are not known yet. */
  changed: Map<string, Uint8Array>
}

/** @param known what the other side has: a file is known by its very array */
export function sent(files: ToolCommand['files'], known: Known): FilesSent {
  const changed = [...files].filter(
    ([name, bytes]) => known.get(name) !== bytes,
  )
  return { names: [...files.keys()], changed: new Map(changed) }
}

/** @returns the files that the other side has sent */
export function received(
  { names, changed }: FilesSent,
  known: Known,
): Map<string, Uint8Array> {
  return new Map(
    names.map((name) => [name, changed.get(name) ?? known.get(name)!]),
  )
}

type Known = ReadonlyMap<string, Uint8Array>
