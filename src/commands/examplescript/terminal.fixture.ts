/** The command `examplescript` under test: in this process, or in one of its own. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { main } from '../examplescript.ts'

/** What came of a call. */
export interface Called {
  status: number
  out: string
  err: string
  /** What `out` is as bytes. */
  bytes: Buffer
}

export interface Given {
  input?: string | Uint8Array
  isColoured?: boolean
}

/** A folder that is there while the tests of a file run. */
export class Folder {
  #path = ''

  constructor() {
    beforeAll(async () => {
      this.#path = await mkdtemp(path.join(tmpdir(), 'examplescript-'))
    })
    afterAll(() => rm(this.#path, { recursive: true }))
  }

  at(name = ''): string {
    return path.join(this.#path, name)
  }

  write(name: string, content: string | Uint8Array): Promise<void> {
    return writeFile(this.at(name), content)
  }

  /** Calls the command with this as the current folder. */
  async call(words: string[], given: Given = {}): Promise<Called> {
    const { input = '', isColoured = false } = given
    const printed: Buffer[] = []
    let err = ''
    const status = await main(words, {
      print: (content) => void printed.push(Buffer.from(content)),
      complain: (text) => void (err += text),
      isColoured,
      folder: this.at(),
      async *input() {
        yield Buffer.from(input)
      },
    })
    const bytes = Buffer.concat(printed)
    return { status, out: bytes.toString(), err, bytes }
  }

  /** Calls it for a program that comes over standard input. */
  callWith(source: string, command: string, ...words: string[]) {
    return this.call([command, '-', ...words], { input: source })
  }
}

/** The real command, as a process. */
export function start(...words: string[]): ChildProcessWithoutNullStreams {
  const script = ['src/commands/command.js', 'examplescript', ...words]
  return spawn(process.execPath, script)
}

/** Waits for a process: the signal that ended it, or its exit status. */
export function ending(
  child: ChildProcessWithoutNullStreams,
): Promise<number | string | null> {
  return new Promise((resolve) => {
    child.on('close', (status, signal) => resolve(signal ?? status))
  })
}
