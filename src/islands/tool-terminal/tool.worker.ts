/**
 * The Worker of one of Binaryen's tools; the bundler makes one for each. It
 * loads the tool for its first command, and runs each command in an instance of
 * its own; the one for the next command is started while the reader types it.
 * To stop one, the Worker is ended.
 */
import {
  fetchTool,
  LoadError,
  startToolHere,
  type ToolName,
  type ToolProcess,
} from '../../binaryen/browser-tool.ts'
import {
  received,
  sent,
  type Asked,
  type ToolAnswer,
  type ToolOrder,
  type Written,
} from './tool-messages.ts'

let kept: Promise<WebAssembly.Module> | undefined
let ahead: Promise<ToolProcess> | undefined
/** The files after the last command. */
let known = new Map<string, Uint8Array>()

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  try {
    if ('prepare' in data) await prepare(data.prepare)
    else await work(data)
  } catch (error) {
    kept = undefined
    ahead = undefined
    const { message } = error as Error
    answer({ kind: 'failed', message, retry: error instanceof LoadError })
  }
})

/** Has the tool there, and an instance for the first command. */
async function prepare(tool: ToolName): Promise<ToolProcess> {
  kept ??= load(tool)
  ahead ??= kept.then((compiled) => startToolHere(compiled, tool))
  return ahead
}

async function work({ command, files, compiled }: ToolOrder): Promise<void> {
  const { tool } = command
  if (compiled) kept ??= Promise.resolve(compiled)
  const started = await prepare(tool)
  ahead = undefined
  answer({ kind: 'ready' })
  const given = received(files, known)
  const output = new Batches()
  const result = started.run({
    ...command,
    files: given,
    onOutput: (stream, bytes) => output.add({ stream, bytes }),
  })
  output.send()
  const { status } = result
  answer({ kind: 'done', status, files: sent(result.files, given) })
  known = result.files
  void prepare(tool)
}

/** What is loaded is handed to the page, for the Worker after this one. */
async function load(what: ToolName): Promise<WebAssembly.Module> {
  const compiled = await fetchTool({
    what,
    onProgress: (progress) => answer({ kind: 'loading', ...progress }),
  })
  answer({ kind: 'loaded', compiled })
  return compiled
}

/** Milliseconds between two messages of output: a line each would be many. */
const EVERY = 40

/** Output on its way to the page. */
class Batches {
  #waiting: Written[] = []
  #sent = performance.now()

  add(written: Written): void {
    this.#waiting.push(written)
    if (performance.now() - this.#sent > EVERY) this.send()
  }

  send(): void {
    if (this.#waiting.length > 0) {
      answer({ kind: 'output', written: this.#waiting })
    }
    this.#waiting = []
    this.#sent = performance.now()
  }
}

function answer(message: ToolAnswer): void {
  postMessage(message)
}
