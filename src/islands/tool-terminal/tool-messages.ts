/** What the page and the Worker of a tool say to each other. */
import type { ToolCommand, ToolResult } from '../../binaryen/browser-tool.ts'
import type { Stream } from '../../terminal/terminal.ts'

/** A command; a Worker’s first one has the tool, if it was compiled before. */
export interface ToolOrder {
  command: Omit<ToolCommand, 'onOutput'>
  compiled?: WebAssembly.Module
}

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
  | {
      kind: 'done'
      status: ToolResult['status']
      /** The names of all files afterwards. */
      names: string[]
      /** Those of them that are not what they were. */
      changed: Map<string, Uint8Array>
    }
  | { kind: 'failed'; message: string; retry: boolean }
