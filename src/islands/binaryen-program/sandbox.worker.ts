/**
 * The Worker in the sandbox: runs one program with a library of its own, and
 * tells what happens as it does. It is ended from outside.
 */
import { startLibraryHere } from '../../binaryen/browser-library.ts'
import { runScript } from '../../scripting/scripting.ts'
import type { SandboxAnswer, SandboxOrder } from './sandbox-messages.ts'

addEventListener(
  'message',
  async ({ data, ports }: MessageEvent<SandboxOrder>) => {
    const [port] = ports
    const answer = (words: SandboxAnswer) => port!.postMessage(words)
    try {
      await runScript(
        data.text,
        async (hooks) => {
          const library = await startLibraryHere(data.bytes, hooks)
          answer({ kind: 'started' })
          return library
        },
        (recorded) => answer({ kind: 'recorded', recorded }),
      )
      answer({ kind: 'ended' })
    } catch (error) {
      answer({ kind: 'failed', message: (error as Error).message })
    }
  },
  { once: true },
)
