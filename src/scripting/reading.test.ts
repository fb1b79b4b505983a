/** What a program may import: the library, whole, and nothing else. */
import { describe, expect, test } from 'vitest'
import { readScript } from './reading.ts'

test('the import goes, and every line stays where it was', () => {
  const text = `// first\nimport b\n  from "binaryen"; b.x()\nawait 1`
  const read = readScript(text)
  expect(read).toEqual({
    code: `// first\n        \n                   b.x()\nawait 1`,
    name: 'b',
  })
})

test('without it, there is nothing to leave out', () => {
  expect(readScript('1 + 1')).toEqual({ code: '1 + 1', name: undefined })
})

test('in a text or a comment it is none', () => {
  const text = "// import x from 'y'\nconst a = `\nimport x from 'y'`"
  expect(readScript(text)).toEqual({ code: text, name: undefined })
})

describe('refused, with its line', () => {
  test.each([
    ["import fs from 'node:fs'", 'Only ‘binaryen’ can be imported here'],
    ["import 'https://example.invalid/x.js'", 'Only ‘binaryen’'],
    ["import { Module } from 'binaryen'", 'one export, the default'],
    ["import * as b from 'binaryen'", 'one export, the default'],
    ["import b, { c } from 'binaryen'", 'one export, the default'],
    ["import 'binaryen'", 'one export, the default'],
    ['export const a = 1', 'exports nothing'],
    ["export * from 'binaryen'", 'exports nothing'],
    ['const = 1', 'Unexpected token.'],
    ['return 1', "'return' outside of function."],
  ])('%s', (line, message) => {
    expect(readScript(`\n${line}`)).toEqual({
      stop: {
        message: expect.stringContaining(message),
        line: 2,
        quote: line,
      },
    })
  })

  test('a second import', () => {
    const text = "import a from 'binaryen'\nimport b from 'binaryen'"
    expect(readScript(text)).toMatchObject({
      stop: { message: 'Import it once.', line: 2 },
    })
  })
})
