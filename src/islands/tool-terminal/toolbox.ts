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
  /** Has a tool ready before a command needs it, which tells of trouble. */
  prepare: (tool: ToolName) => void
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
    prepare(tool) {
      const kept = keptOf(tool)
      if (!kept.worker) openWorker(kept, tool).postMessage({ prepare: tool })
    },
    run(command, signal) {
      const kept = keptOf(command.tool)
      const turn = kept.queue.then(() =>
        runIn(kept, command, signal, onLoading, onReady),
      )
      kept.queue = turn.catch(() => {})
      return stoppable(turn, signal)
    },
  }
}

function keptOf(tool: ToolName): Kept {
  const kept = tools.get(tool) ?? { queue: Promise.resolve(), known: NONE }
  tools.set(tool, kept)
  return kept
}

function openWorker(kept: Kept, tool: ToolName): Worker {
  const url = new URL(workerUrls[tool], import.meta.url)
  const worker = new Worker(url, { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<ToolAnswer>) => {
    if (data.kind === 'loaded') kept.compiled = data.compiled
  })
  // One whose script did not come would never answer.
  worker.addEventListener('error', () => {
    if (kept.worker === worker) delete kept.worker
  })
  kept.worker = worker
  return worker
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
    if (!kept.worker && kept.compiled) order.compiled = kept.compiled
    const worker = kept.worker ?? openWorker(kept, tool)
    const fail = (error: Error) => {
      worker.terminate()
      delete kept.worker
      kept.known = NONE
      reject(error)
    }
    const hear = ({ data }: MessageEvent<ToolAnswer>) => {
      answered = true
      if (data.kind === 'loading') onLoading(tool, data.loaded, data.total)
      else if (data.kind === 'failed') {
        fail(new WorkFailure(data.message, data.retry))
      } else if (data.kind === 'ready') onReady()
      else if (data.kind === 'output') {
        for (const { stream, bytes } of data.written) onOutput?.(stream, bytes)
      } else if (data.kind === 'done') {
        const after = received(data.files, files)
        kept.known = new Map(after)
        resolve({ status: data.status, files: after })
      }
    }
    const options = { signal: over.signal }
    worker.addEventListener('message', hear, options)
    worker.addEventListener('error', () => fail(lost(tool, answered)), options)
    signal.addEventListener('abort', () => fail(signal.reason), options)
    worker.postMessage(order)
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
