/** Commands that are called in a way that they do not know. */

/** Says what is wrong with a call, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Does what may find an option that does not exist: `parseArgs` of Node.
 *
 * @param command whose help says more
 * @throws UsageError instead of Node's own errors
 */
export function readWords<T>(command: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('ERR_PARSE_ARGS_')) throw error
    const [sentence] = message.split(/\. |\n/)
    throw new UsageError(`${sentence}. ${command} --help says which there are.`)
  }
}

/**
 * The only one of some words.
 *
 * @throws UsageError if there are none, or more
 */
export function onlyFile(command: string, words: readonly string[]): string {
  const [file, another] = words
  if (!file) {
    throw new UsageError(
      `Say which program: ${command} FILE. A - is standard input.`,
    )
  }
  if (another === undefined) return file
  throw new UsageError(
    `One program at a time, and “${another}” is a second. Call ${command} again for it.`,
  )
}
