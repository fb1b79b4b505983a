/** What a program may import: the library, whole, and nothing else. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readScript, scriptProblems } from './reading.ts'

const CHAPTER = readFileSync(
  'content/1-compiling/08-what-optimizing-means.md',
  'utf8',
)

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

describe('while it is written', () => {
  test.each([
    ['const = 1', '=', 'Unexpected token.'],
    ['let a = "x\nb()', '"x', 'Unterminated string constant.'],
    ['let x = 1\nlet x = 2', 'x', "Identifier 'x' has already been declared."],
    ['f(`a\n', '`a\n', 'Unterminated template.'],
    ['a() /* b', '/', 'Unterminated comment.'],
    ['return 1', 'return', "'return' outside of function."],
    ['log(\u{1f600})', '\u{1f600}', 'Unexpected character'],
    ['if (x) {\n\n', '{', 'ends here, and something is still missing.'],
    ['f(1,', ',', 'ends here, and something is still missing.'],
    ["a()\nimport fs from 'fs'", "import fs from 'fs'", 'Only ‘binaryen’'],
    ['export const a = 1', 'export const a = 1', 'exports nothing'],
  ])('%j: its place is %j', (text, place, message) => {
    const [problem, ...others] = scriptProblems(text)
    expect(problem!.message).toContain(message)
    expect(text.slice(problem!.from, problem!.to)).toBe(place)
    expect(others).toEqual([])
  })

  test('each import that is wrong is told', () => {
    const text = "import a from 'a'\nimport b from 'binaryen'\nimport 'c'"
    expect(scriptProblems(text)).toMatchObject([{ from: 0 }, { from: 43 }])
  })

  test.each([
    '',
    '// nothing\n',
    "import binaryen from 'binaryen'\nawait 1\nfor await (const a of []) a",
    'const module = new (await import("x")).default(import.meta)',
    'class A { static #a = 1; static { this.#a ??= 2n ** 3n } }',
    'const { a = 1, ...b } = `${await c?.d}`',
    'label: for (;;) break label',
  ])('nothing is wrong with %j', (text) => {
    expect(scriptProblems(text)).toEqual([])
  })

  test('nothing is wrong with the programs of chapter 8', () => {
    const programs = CHAPTER.matchAll(/^```js binaryen .*\n([^]*?)^```/gm)
    for (const [, text = ''] of programs) {
      expect(text).toContain('binaryen')
      expect(scriptProblems(text)).toEqual([])
    }
    expect.hasAssertions()
  })
})
