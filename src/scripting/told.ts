/**
 * All that a run says, the program by its console and the library by its
 * output, up to a limit.
 */
import type { Hooks } from '../binaryen/binaryen.ts'
import { MOST, type Recorded, type Speaker } from './recorded.ts'
import { shownAll } from './shown.ts'

type Say = (...values: unknown[]) => void

export class Told {
  readonly #tell: (recorded: Recorded) => void
  /** What stands on the library's standard error since the last line end. */
  #bytes: number[] = []
  #aside: string[] | undefined
  #lines = 0
  #said = 0
  readonly hooks: Hooks = {
    print: (line) => this.#say('binaryen', line),
    // Only “Aborted(…)” comes here, and what is thrown says it, too.
    printErr: () => {},
    stderr: (byte) => {
      if (byte === LINE_END || byte === null) this.flush()
      else this.#bytes.push(byte)
    },
    onAbort: () => {},
  }
  readonly console: Record<'log' | 'info' | 'debug' | 'warn' | 'error', Say>

  constructor(tell: (recorded: Recorded) => void) {
    this.#tell = tell
    const log: Say = (...values) => this.#say('log', shownAll(values))
    const error: Say = (...values) => this.#say('error', shownAll(values))
    this.console = { log, info: log, debug: log, warn: error, error }
  }

  /** A last line without an end is said all the same. */
  flush(): void {
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    if (bytes.length > 0) this.#say('binaryen', new TextDecoder().decode(bytes))
  }

  /** Runs, and gives what came and what was said, which nobody else hears. */
  aside<T>(act: () => T): [came: T, said: string] {
    this.flush()
    const heard: string[] = (this.#aside = [])
    try {
      const came = act()
      this.flush()
      return [came, heard.join('\n')]
    } finally {
      this.#aside = undefined
    }
  }

  #say(by: Speaker, words: string): void {
    if (this.#aside) return void this.#aside.push(words)
    if (this.#lines > MOST.lines) return
    this.#lines += words.split('\n', MOST.lines).length
    const left = MOST.said - this.#said
    this.#said += words.length
    const isCut = words.length > left || this.#lines > MOST.lines
    const text = words.slice(0, Math.max(left, 0)).toWellFormed()
    if (text || !isCut) this.#tell({ kind: 'said', by, text })
    if (!isCut) return
    this.#tell({ kind: 'cut' })
    this.#lines = Infinity
  }
}

const LINE_END = 10
