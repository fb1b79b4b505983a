/**
 * What the library throws, in words. It throws C++ objects with or without a
 * message, traps, and `Aborted(…)`; callers of the door meet `BinaryenError`.
 */
import type { Library } from './library.ts'

/** What the library has thrown, in words. */
export class BinaryenError extends Error {
  override readonly name = 'BinaryenError'
  /** Whether the instance is lost: whoever goes on has to start another one. */
  readonly aborted: boolean

  constructor(
    message: string,
    options: ErrorOptions & { aborted?: boolean } = {},
  ) {
    super(message, options)
    this.aborted = options.aborted ?? false
  }
}

/** The error for an instance that has stopped for good, and why. */
export function stopped(reason: string, cause?: unknown): BinaryenError {
  return new BinaryenError(
    `Binaryen stopped: ${reason}. This instance cannot go on; start a new one.`,
    { cause, aborted: true },
  )
}

/**
 * Turns what was thrown into what the door throws. Errors that are not the
 * library's come back as they are.
 */
export function normalise(thrown: unknown, library: Library): unknown {
  if (thrown instanceof WebAssembly.RuntimeError)
    return stopped(thrown.message, thrown)
  if (isStackOverflow(thrown))
    return stopped('the module nests too deeply for the stack', thrown)
  if (thrown instanceof Error) return thrown
  if (typeof thrown !== 'object' || thrown === null) return thrown
  const [, message] = library.getExceptionMessage(thrown)
  return new BinaryenError(message.replace(/^Fatal: /, '').trim(), {
    cause: thrown,
    aborted: false,
  })
}

/** After it the library's memory is suspect, since it did not clean up. */
function isStackOverflow(thrown: unknown): boolean {
  const tooDeep = /call stack|too much recursion/i
  return thrown instanceof Error && tooDeep.test(thrown.message)
}
