/** A session does what bash does with the package's own programs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runToolHere } from '../binaryen/node.ts'
import { openBash, type Bash } from './bash.fixture.ts'
import { LINES, startingFiles } from './lines.fixture.ts'
import { Session } from './session.ts'

let bash: Bash
let session: Session

beforeAll(async () => {
  const files = await startingFiles()
  bash = await openBash(files)
  session = new Session(files, runToolHere)
})

afterAll(() => bash.close())

test.each(LINES)('%s', async (line) => {
  expect(await run(line)).toEqual(await bash.run(line))
  const names = [...session.files.keys()].sort()
  const there = await bash.files()
  expect(names).toEqual([...there.keys()])
  for (const name of names) {
    expect(Buffer.from(session.files.get(name)!)).toEqual(there.get(name))
  }
})

async function run(line: string) {
  const said = { out: '', err: '' }
  const status = await session.run(line, {
    signal: new AbortController().signal,
    onOutput: (stream, bytes) => {
      said[stream] += new TextDecoder().decode(bytes)
    },
  })
  return { status, ...said }
}
