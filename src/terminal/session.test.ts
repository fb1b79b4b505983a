/**
 * A session does what bash does. Lines with tools are held against the package's
 * own programs where they matter, in the page: `e2e/commanding.test.ts`.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runToolHere } from '../binaryen/node.ts'
import { openBash, type Bash } from './bash.fixture.ts'
import { LINES, startingFiles } from './lines.fixture.ts'
import { Session } from './session.ts'

const WITHOUT_TOOLS = LINES.filter(
  (line) => !/wasm-|wasm2js|help\.txt|out\.txt|fib3|fib\[/.test(line),
)

let bash: Bash
let session: Session

beforeAll(async () => {
  const files = await startingFiles()
  bash = await openBash(files)
  session = new Session(files, runToolHere)
})

afterAll(() => bash.close())

test.each(WITHOUT_TOOLS)('%s', async (line) => {
  expect(await run(line)).toEqual(await bash.run(line))
  const names = [...session.files.keys()].sort()
  const there = await bash.files()
  expect(names).toEqual([...there.keys()])
  for (const name of names) {
    expect(Buffer.from(session.files.get(name)!)).toEqual(there.get(name))
  }
})

test('a pipeline of tools, with their files', async () => {
  const line =
    'wasm-opt fib.wasm -O3 -o - | wasm-dis - > small.wat; wc -c *.wat'
  expect(await run(line)).toEqual(await bash.run(line))
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
