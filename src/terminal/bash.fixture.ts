/** For tests: bash, with the package's own programs, in a folder of its own. */
import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { TOOLS } from '../binaryen/tools.ts'

const BIN = path.join(
  path.dirname(createRequire(import.meta.url).resolve('binaryen')),
  'bin',
)

/** What a line wrote, byte for byte as characters, and how it ended. */
export interface Ran {
  status: number
  out: string
  err: string
}

export interface Bash {
  /** Runs a line; `$?` is the status of the one before. */
  run(line: string): Promise<Ran>
  /** The content of all files, by name. */
  files(): Promise<Map<string, Buffer>>
  close(): Promise<void>
}

export async function openBash(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Bash> {
  const home = await mkdtemp(path.join(tmpdir(), 'terminal-'))
  const folder = path.join(home, 'files')
  await mkdir(folder)
  const programs = await placePrograms(path.join(home, 'bin'))
  for (const [name, bytes] of files) {
    await writeFile(path.join(folder, name), bytes)
  }
  const options = {
    cwd: folder,
    env: { PATH: `${programs}:${process.env['PATH']}`, LC_ALL: 'C.UTF-8' },
  }
  let status = 0
  return {
    run: (line) =>
      new Promise((resolve) => {
        const words = ['--norc', '-c', `(exit ${status}); ${line}`]
        execFile('bash', words, options, (error, out, err) => {
          status = error ? (error.code as number) : 0
          resolve({ status, out, err })
        }).stdin!.end()
      }),
    async files() {
      const names = (await readdir(folder)).sort()
      const contents = names.map((name) => readFile(path.join(folder, name)))
      const all = await Promise.all(contents)
      return new Map(names.map((name, at) => [name, all[at]!]))
    },
    close: () => rm(home, { recursive: true }),
  }
}

/** The package's programs, without the compilation that pays off later only. */
async function placePrograms(folder: string): Promise<string> {
  await mkdir(folder)
  for (const tool of TOOLS) {
    const file = path.join(folder, tool)
    const command = `exec node --liftoff-only '${path.join(BIN, tool)}' "$@"`
    await writeFile(file, `#!/bin/sh\n${command}\n`)
    await chmod(file, 0o755)
  }
  return folder
}
