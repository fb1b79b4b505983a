/** A session does what bash does with the package's own programs. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runToolHere } from '../binaryen/node.ts'
import { LINES, startingFiles } from './lines.fixture.ts'
import { Session } from './session.ts'

const BIN = path.join(
  path.dirname(createRequire(import.meta.url).resolve('binaryen')),
  'bin',
)

let folder = ''
let session: Session
let status = 0

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'terminal-'))
  const files = await startingFiles()
  for (const [name, bytes] of files) {
    await writeFile(path.join(folder, name), bytes)
  }
  session = new Session(files, runToolHere)
})

afterAll(() => rm(folder, { recursive: true }))

test.each(LINES)('%s', async (line) => {
  const [here, there] = await Promise.all([runHere(line), runInBash(line)])
  expect(here).toEqual(there)
  expect(await filesIn(session.files)).toEqual(await filesIn(folder))
})

interface Ran {
  status: number
  out: string
  err: string
}

async function runHere(line: string): Promise<Ran> {
  const said = { out: '', err: '' }
  const ended = await session.run(line, {
    signal: new AbortController().signal,
    onOutput: (stream, bytes) => {
      said[stream] += Buffer.from(bytes).toString('latin1')
    },
  })
  return { status: ended, ...said }
}

/** The status of the line before goes along, as each has a bash of its own. */
function runInBash(line: string): Promise<Ran> {
  const words = ['--norc', '-c', `(exit ${status}); ${line}`]
  const options = {
    cwd: folder,
    encoding: 'latin1' as const,
    env: { PATH: `${BIN}:${process.env['PATH']}`, LC_ALL: 'C.UTF-8' },
  }
  return new Promise((resolve) => {
    execFile('bash', words, options, (error, out, err) => {
      status = error ? (error.code as number) : 0
      resolve({ status, out, err })
    }).stdin!.end()
  })
}

async function filesIn(
  place: string | ReadonlyMap<string, Uint8Array>,
): Promise<Record<string, string>> {
  const names =
    typeof place === 'string' ? await readdir(place) : [...place.keys()]
  const contents = await Promise.all(
    names.sort().map(async (name) => {
      const bytes =
        typeof place === 'string'
          ? await readFile(path.join(place, name))
          : place.get(name)!
      return [name, Buffer.from(bytes).toString('latin1')] as const
    }),
  )
  return Object.fromEntries(contents)
}
