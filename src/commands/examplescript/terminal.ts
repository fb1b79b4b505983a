/**
 * What a command talks to: the streams of its process, or those of a test.
 * Writing waits until all is written, as a program that runs keeps everything
 * else waiting, and what it prints is to be seen while it runs.
 */
import { writeSync } from 'node:fs'

export interface Terminal {
  /**
   * Writes to standard output.
   *
   * @throws ClosedOutput if nobody reads it any more
   */
  print(content: string | Uint8Array): void
  /** Writes to standard error. */
  complain(text: string): void
  /** Whether standard error shows colours. */
  readonly isColoured: boolean
  /** Where relative paths begin. */
  readonly folder: string
  /** Standard input. */
  input(): AsyncIterable<Uint8Array>
}

/** Who reads has read enough, as `head -1` does. */
export class ClosedOutput extends Error {
  override readonly name = 'ClosedOutput'
}

/** The streams of this process. */
export function processTerminal(): Terminal {
  const { env } = process
  return {
    print: (content) => writeAll(1, content),
    complain,
    isColoured: showsColours(process.stderr, env),
    folder: folderOf(env),
    input: () => process.stdin,
  }
}

/** Only a terminal shows colours, and not if `NO_COLOR` says so. */
export function showsColours(
  { isTTY }: { isTTY?: boolean },
  { NO_COLOR, TERM }: NodeJS.ProcessEnv,
): boolean {
  return isTTY === true && !NO_COLOR && TERM !== 'dumb'
}

/** npm goes to the project's root, and says where it was called. */
export function folderOf(env: NodeJS.ProcessEnv): string {
  const isOurs = env['npm_lifecycle_event'] === 'examplescript'
  return (isOurs && env['INIT_CWD']) || process.cwd()
}

/** Whom nobody hears goes on all the same: the exit status tells as well. */
function complain(text: string): void {
  try {
    writeAll(2, text)
  } catch (error) {
    if (!(error instanceof ClosedOutput)) throw error
  }
}

function writeAll(stream: number, content: string | Uint8Array): void {
  let rest = Buffer.from(content)
  while (rest.length > 0) rest = rest.subarray(writeSome(stream, rest))
}

/**
 * What systems say of a reader that is gone: of a pipe, on Windows, and of a
 * socket, by which Node reads, that was closed with bytes in it.
 */
const CLOSED = new Set(['EPIPE', 'EOF', 'ECONNRESET'])

/** @returns how many bytes were written */
function writeSome(stream: number, bytes: Uint8Array): number {
  try {
    return writeSync(stream, bytes)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (CLOSED.has(code!)) throw new ClosedOutput()
    if (code !== 'EAGAIN') throw error
    // A pipe that is full, and tells instead of waiting.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    return 0
  }
}
