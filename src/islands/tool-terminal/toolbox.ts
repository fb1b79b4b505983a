/**
 * The tools, each in its own Worker. What was compiled once is kept on this
 * side: after a Worker was ended, the next one loads nothing.
 */
import workerUrls from 'virtual:tool-workers'
import type { ToolCommand, ToolName } from '../../binaryen/browser-tool.ts'
import { stoppable } from '../stoppable.ts'
import { WorkFailure } from '../trouble.ts'
import {
  received,
  sent,
  type ToolAnswer,
  type ToolOrder,
} from './tool-messages.ts'

/** Hears how far the loading of a tool is, in bytes. */
export type OnLoading = (tool: ToolName, loaded: number, total: number) => void

export interface Toolbox {
  /** @see RunTool */
  run: (
    command: ToolCommand,
    signal: AbortSignal,
  ) => Promise<{ status: number; files: Map<string, Uint8Array> }>
}

interface Kept {
  /** Terminals of a page take turns with a tool. */
  queue: Promise<unknown>
  worker?: Worker
  /** The files that the Worker has. */
  known: ReadonlyMap<string, Uint8Array>
  compiled?: WebAssembly.Module
}

const NONE: Kept['known'] = new Map()

/** One for all terminals of a page. */
const tools = new Map<ToolName, Kept>()

/** @param onReady hears that a tool is there, and starts */
export function openToolbox(
  onLoading: OnLoading,
  onReady: () => void,
): Toolbox {
  return {
    run(command, signal) {
      const { tool } = command
      const kept = tools.get(tool) ?? {
        queue: Promise.resolve(),
        known: NONE,
      }
      tools.set(tool, kept)
      const turn = kept.queue.then(() =>
        runIn(kept, command, signal, onLoading, onReady),
      )
      kept.queue = turn.catch(() => {})
      return stoppable(turn, signal)
    },
  }
}

function runIn(
  kept: Kept,
  command: ToolCommand,
  signal: AbortSignal,
  onLoading: OnLoading,
  onReady: () => void,
): ReturnType<Toolbox['run']> {
  const { onOutput, files: live, ...words } = command
  const { tool } = words
  const files = new Map(live)
  const over = new AbortController()
  let answered = false
  return new Promise<Awaited<ReturnType<Toolbox['run']>>>((resolve, reject) => {
    signal.throwIfAborted()
    const order: ToolOrder = { command: words, files: sent(files, kept.known) }
    if (!kept.worker) {
      const url = new URL(workerUrls[tool], import.meta.url)
      kept.worker = new Worker(url, { type: 'module' })
      if (kept.compiled) order.compiled = kept.compiled
    }
    const fail = (error: Error) => {
      kept.worker?.terminate()
      delete kept.worker
      kept.known = NONE
      reject(error)
    }
    const hear = ({ data }: MessageEvent<ToolAnswer>) => {
      answered = true
      if (data.kind === 'loading') onLoading(tool, data.loaded, data.total)
      else if (data.kind === 'failed') {
        fail(new WorkFailure(data.message, data.retry))
      } else if (data.kind === 'loaded') kept.compiled = data.compiled
      else if (data.kind === 'ready') onReady()
      else if (data.kind === 'output') {
        for (const { stream, bytes } of data.written) onOutput?.(stream, bytes)
      } else {
        const after = received(data.files, files)
        kept.known = new Map(after)
        resolve({ status: data.status, files: after })
      }
    }
    const options = { signal: over.signal }
    kept.worker.addEventListener('message', hear, options)
    kept.worker.addEventListener(
      'error',
      () => fail(lost(tool, answered)),
      options,
    )
    signal.addEventListener('abort', () => fail(signal.reason), options)
    kept.worker.postMessage(order)
  }).finally(() => over.abort())
}

function lost(tool: ToolName, answered: boolean): WorkFailure {
  return answered
    ? new WorkFailure(
        `${tool} crashed. Your files are as they were; run it again to start a new one.`,
        true,
      )
    : new WorkFailure(
        `The script of ${tool} could not be loaded. Check the connection, and try again.`,
        true,
      )
}
