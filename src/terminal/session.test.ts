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

test('a file that comes while a tool is at work stays', async () => {
  const late = new Uint8Array(3)
  const own = new Session(new Map(), async ({ files }) => {
    const after = new Map([...files, ['made.wasm', new Uint8Array(8)]])
    own.files.set('late.wat', late)
    return { status: 0, files: after as Map<string, Uint8Array> }
  })
  await run('wasm-opt', own)
  expect([...own.files.keys()]).toEqual(['made.wasm', 'late.wat'])
  expect(own.files.get('late.wat')).toBe(late)
})

async function run(line: string, own = session) {
  const said = { out: '', err: '' }
  const status = await own.run(line, {
    signal: new AbortController().signal,
    onOutput: (stream, bytes) => {
      said[stream] += new TextDecoder().decode(bytes)
    },
  })
  return { status, ...said }
}
