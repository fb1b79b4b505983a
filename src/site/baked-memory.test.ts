/** Memory as a run leaves it: the last moment, in the form that is asked for. */
import { beforeAll, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { bakeMemory } from './baked-memory.ts'
import { instantiate } from './instantiate.fixture.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

const SOURCE = `export function main(): void {
  store<i32>(0, 258)
  store<i32>(4, -1)
}`

test('the last moment of a run is drawn', () => {
  const markup = bakeMemory(SOURCE, 'i32', binaryen, instantiate)
  expect(markup).toContain('data-memory="i32"')
  expect(markup).toContain('<span>258</span><span class="written">-1</span>')
  expect(markup).toContain('Write 2 of 2: 4 bytes at 0x0004, by line 3.')
  expect(markup).toContain('max="2" value="2"')
})

test.each([
  ['that writes nothing', 'export function main(): void { }'],
  ['with a problem', 'export function main(): void { store<i32>(0, six) }'],
  ['that is empty', ''],
])('a program %s has a view that is hidden', (_, source) => {
  const markup = bakeMemory(source, 'bytes', binaryen, instantiate)
  expect(markup).toMatch(/^<div class="memory-view"[^>]* hidden>/)
})
