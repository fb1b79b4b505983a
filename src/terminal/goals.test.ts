import { expect, test } from 'vitest'
import { runToolHere } from '../binaryen/node.ts'
import { parseGoal } from './goals.ts'
import { startingFiles } from './lines.fixture.ts'
import { Session } from './session.ts'

/** What is reached by some lines. */
async function reached(...lines: string[]) {
  const session = new Session(await startingFiles(), runToolHere)
  let said = ''
  for (const line of lines) {
    said = ''
    await session.run(line, {
      signal: new AbortController().signal,
      onOutput: (_, bytes) => (said += new TextDecoder().decode(bytes)),
    })
  }
  return { files: session.files, said }
}

const SMALLER = 'wasm-opt fib.wasm -O3 -o small.wasm'
const MERGED =
  'wasm-as sum.wat; wasm-as log.wat; wasm-merge sum.wasm main log.wasm env -o both.wasm'

test.each([
  ['small.wasm is there', SMALLER, true],
  ['small.wasm is there', 'ls', false],
  ['small.wasm has at most 200 bytes', SMALLER, true],
  ['small.wasm has at most 20 bytes', SMALLER, false],
  ['small.wasm has at most 200 bytes', 'ls', false],
  ['small.wasm is smaller than fib.wasm', SMALLER, true],
  ['small.wasm is smaller than fib.wasm', 'cp fib.wasm small.wasm', false],
  ['small.wasm is smaller than nothing.wasm', SMALLER, false],
  ['both.wasm imports nothing', MERGED, true],
  ['sum.wasm imports nothing', MERGED, false],
  ['garbage.wasm imports nothing', 'ls', false],
  ['missing.wasm imports nothing', 'ls', false],
  ['both.wasm exports only last, log, memory, sum, tell', MERGED, true],
  ['both.wasm exports only sum', MERGED, false],
  ['it says “a new year”', 'wasm-dis sum.wasm; cat sum.wat', true],
  ['it says “No such file”', 'cat nothing', true],
  ['it says “No such file”', 'ls', false],
])('%s, after %s: %s', async (goal, line, isMet) => {
  expect(parseGoal(goal)!(await reached(line))).toBe(isMet)
})

test('a sentence that nothing can be held against is no goal', () => {
  expect(parseGoal('small.wasm is beautiful')).toBeUndefined()
})
