/** What a small command is given, and how it reads its words. */

export interface Call {
  /** The words behind the name. */
  words: readonly string[]
  /** Changed in place. */
  files: Map<string, Uint8Array>
  input: Uint8Array
  out: (said: string | Uint8Array) => void
  err: (said: string) => void
}

export interface Builtin {
  /** How it is called, and what for; `help` lists it. */
  usage: string
  about: string
  /** @returns the exit status */
  run(call: Call): number
}

/**
 * Cuts the words of a command into options of one letter and the rest.
 *
 * @returns undefined if an option is unknown, which has been said
 */
export function optionsIn(
  name: string,
  { words, err }: Call,
  letters: string,
): { options: Set<string>; rest: string[] } | undefined {
  const options = new Set<string>()
  const rest: string[] = []
  let isOver = false
  for (const word of words) {
    if (word === '--') isOver = true
    else if (isOver || word === '-' || !word.startsWith('-')) rest.push(word)
    else {
      for (const letter of word.slice(1)) {
        if (!letters.includes(letter)) {
          err(`${name}: invalid option -- '${letter}'\n`)
          return undefined
        }
        options.add(letter)
      }
    }
  }
  return { options, rest }
}

/** A file's bytes, those of the input for `-`; what is missing is said. */
export function read(
  name: string,
  { files, input, err }: Call,
  file: string,
): Uint8Array | undefined {
  const bytes = file === '-' ? input : files.get(file)
  if (!bytes) err(`${name}: ${file}: No such file or directory\n`)
  return bytes
}

/** The lines of a text, each with its end. */
export function linesOf(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).match(/[^\n]*\n|[^\n]+$/g) ?? []
}
