/** The sizes that chapter 8 tells of its programs in JavaScript. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadLibrary } from '../binaryen/node.ts'
import type { Recorded } from './recorded.ts'
import { runScript } from './run.ts'
import { storyOf } from './story.ts'

const CHAPTER = readFileSync(
  'content/1-compiling/08-what-optimizing-means.md',
  'utf8',
)

/** The program of a title, with some of it changed. */
function program(title: string, ...[from, to = '']: string[]): string {
  const start = CHAPTER.indexOf(`js binaryen title="${title}"\n`)
  const text = CHAPTER.slice(CHAPTER.indexOf('\n', start), CHAPTER.length)
  const own = text.slice(1, text.indexOf('\n```'))
  if (from === undefined) return own
  expect(own).toContain(from)
  return own.replace(from, to)
}

/** The size after each step of a program, and the one before all of them. */
async function sizesOf(text: string) {
  const recording: Recorded[] = []
  await runScript(text, loadLibrary, (recorded) => recording.push(recorded))
  const { looks, stop } = storyOf(recording)
  expect(stop).toBeUndefined()
  return [looks[0]!.before?.size, ...looks.map(({ after }) => after.size)]
}

test('by hand: 39 bytes, and 37', async () => {
  const title = 'A module, made by hand'
  expect(await sizesOf(program(title))).toEqual([39, 37])
})

test('three calls: it grows on the way, and ends the same in another order', async () => {
  const title = 'Three calls, one after the other'
  const last = "module.runPasses(['simplify-locals', 'vacuum'])"
  const first = "module.runPasses(['precompute'])"
  expect(await sizesOf(program(title))).toEqual([46, 44, 45, 40])
  const moved = program(title, last).replace(first, `${last}\n${first}`)
  expect(await sizesOf(moved)).toEqual([46, 42, 40, 40])
})

test('as few as can be: 56 bytes, 38 by all passes, and by five', async () => {
  const title = 'As few passes as can be'
  const list = "['vacuum']"
  const all = program(title, 'module.runPasses(passes)', 'module.optimize()')
  expect(await sizesOf(all)).toEqual([56, 38])
  const five =
    "['vacuum', 'simplify-locals', 'optimize-instructions', 'vacuum', 'reorder-locals']"
  expect(await sizesOf(program(title, list, five))).toEqual([56, 38])
})
