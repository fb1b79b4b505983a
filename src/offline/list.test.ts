/** What is missing of a version, and what of others is still of use. */
import { expect, test } from 'vitest'
import {
  addressOf,
  inventory,
  keyOf,
  keysOf,
  missing,
  type Listed,
  type SiteList,
} from './list.ts'

const PAGE: Listed = ['talk/index.html', 'p1', 1000]
const SCRIPT: Listed = ['assets/page-1.js', 's1', 200]
const TOOL: Listed = ['assets/tool-1.wasm', 't1', 5000]
const FIRST: SiteList = {
  version: 'first',
  prefix: '/',
  early: [SCRIPT, PAGE],
  later: [TOOL],
}
const NEW_PAGE: Listed = ['talk/index.html', 'p2', 1001]
const SECOND = { ...FIRST, version: 'second', early: [SCRIPT, NEW_PAGE] }

function keys(...files: Listed[]): Set<string> {
  return new Set(files.map(keyOf))
}

test('all of it comes first, pages before all else', () => {
  expect(missing(FIRST.early, new Set())).toEqual([PAGE, SCRIPT])
})

test('what has another content is missing, and nothing else', () => {
  expect(missing(SECOND.early, keys(PAGE, SCRIPT, TOOL))).toEqual([NEW_PAGE])
})

test('what came before an interruption does not come again', () => {
  expect(missing(FIRST.early, keys(PAGE))).toEqual([SCRIPT])
})

test('two versions need what either does', () => {
  expect(keysOf([FIRST, SECOND])).toEqual(keys(SCRIPT, PAGE, TOOL, NEW_PAGE))
})

test('only the files of a version count, and tools are no part of its text', () => {
  const other: Listed = ['old/index.html', 'o', 9]
  expect(inventory(FIRST, keys(PAGE, SCRIPT, other))).toEqual({
    bytes: 1200,
    isWhole: true,
  })
  expect(inventory(FIRST, keys(PAGE, TOOL))).toEqual({
    bytes: 6000,
    isWhole: false,
  })
})

test.each([
  ['index.html', ''],
  ['talk/chapter/index.html', 'talk/chapter/'],
  ['404.html', '404.html'],
  ['assets/page-1.js', 'assets/page-1.js'],
  ['talk/my-index.html', 'talk/my-index.html'],
])('%s is asked for at "%s"', (path, address) => {
  expect(addressOf(path)).toBe(address)
})
