/** Quotations of sources: found where they stand, and never wrong. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import type { Highlighter } from './highlight.ts'
import { findQuotation, parseQuotation, quotations } from './quotation.ts'

const SOURCE = `/** A source. */
export class Scanner {
  scan(): void {
    for (;;) {
      this.skip()

      if (this.end) return
    }
  }
}
`

let leave: () => void
beforeAll(() => {
  leave = openFolder({ 'src/scanner.ts': SOURCE })
})
afterAll(() => leave())

const highlighter: Highlighter = {
  listing: (code, language, marked = []) =>
    `<pre data-language="${language}" data-marked="${marked}">${code}</pre>`,
}
const md = new MarkdownIt().use(quotations, highlighter)

function quoting(lines: string, info = 'ts src/scanner.ts'): string {
  return `Words.\n\n\`\`\`${info}\n${lines}\n\`\`\`\n`
}

describe('parseQuotation', () => {
  test.each([
    ['ts src/a.ts', { language: 'ts', file: 'src/a.ts', stages: [] }],
    [' ts src/a/b.ts ', { language: 'ts', file: 'src/a/b.ts', stages: [] }],
    ['ts src/a.ts {2}', { language: 'ts', file: 'src/a.ts', stages: [[2]] }],
    [
      'css src/a.css {1,3-5,9}',
      { language: 'css', file: 'src/a.css', stages: [[1, 3, 4, 5, 9]] },
    ],
    [
      'ts src/a.ts {1|3-5,7|all}',
      { language: 'ts', file: 'src/a.ts', stages: [[1], [3, 4, 5, 7], []] },
    ],
    ['ts src/a.ts {all}', { language: 'ts', file: 'src/a.ts', stages: [[]] }],
    [
      'ts src/a.ts {4-2}',
      { language: 'ts', file: 'src/a.ts', stages: [[2, 3, 4]] },
    ],
    ['ts src/a.ts next', { language: 'ts', file: 'src/a.ts', stages: [] }],
    [
      'ts src/a.ts {1|2} next',
      { language: 'ts', file: 'src/a.ts', stages: [[1], [2]] },
    ],
    ['ts src/a.ts next {2}', undefined],
    ['ts src/a.ts {}', undefined],
    ['ts src/a.ts {1|}', undefined],
    ['ts src/a.ts {all,2}', undefined],
    ['ts src/a.ts {1 | 2}', undefined],
    ['ts', undefined],
    ['', undefined],
    ['ts {2}', undefined],
    ['ts lib/a.ts', undefined],
    ['ts title="src/a.ts"', undefined],
    ['examplescript run title="src/a"', undefined],
  ])('%j', (info, expected) => {
    expect(parseQuotation(info)).toEqual(expected)
  })
})

describe('findQuotation', () => {
  test.each([
    ['the first line', '/** A source. */', 1],
    ['lines as they stand', '    for (;;) {\n      this.skip()', 4],
    ['lines without their indentation', 'for (;;) {\n  this.skip()', 4],
    ['some of their indentation', '  this.skip()\n\n  if (this.end) return', 5],
    ['a blank line between', 'this.skip()\n\nif (this.end) return', 5],
    ['the last line', '}', 8],
    ['blank lines at its end', 'scan(): void {\n\n', 3],
    ['a line that only starts so', 'this.ski', 0],
    ['a line that only ends so', 'skip()', 0],
    ['lines in another order', 'this.skip()\nfor (;;) {', 0],
    ['a line left out', 'this.skip()\nif (this.end) return', 0],
    ['other indentation within', 'for (;;) {\nthis.skip()', 0],
    ['more lines than there are', `${SOURCE}\nmore`, 0],
  ])('%s', (_, quotation, line) => {
    expect(findQuotation(SOURCE, quotation)).toBe(line)
  })
})

describe('a quotation', () => {
  test('says where it stands, and marks its lines', () => {
    const lines = 'for (;;) {\n  this.skip()'
    expect(render(md, quoting(lines, 'ts src/scanner.ts {2}'))).toContain(
      '<figure class="quotation"><figcaption>src/scanner.ts<span class="lines"> 4–5</span></figcaption>' +
        `<pre data-language="ts" data-marked="2">${lines}\n</pre></figure>`,
    )
  })

  test('marks for readers what any of its stages marks', () => {
    const markup = render(
      md,
      quoting('for (;;) {\n  this.skip()', 'ts src/scanner.ts {1|2|all}'),
    )
    expect(markup).toContain('data-marked="1,2"')
    expect(markup).not.toContain('data-stages')
  })

  test('is a plain listing in a post, which somebody else may have written', () => {
    const inputPath = 'content/2025-post.md'
    const markup = render(md, quoting('x', 'ts src/nowhere.ts'), { inputPath })
    expect(markup).toContain('<pre><code class="language-ts">x\n</code></pre>')
  })

  test('is not every fence', () => {
    expect(render(md, quoting('x', 'ts'))).not.toContain('<figure')
  })
})

describe('stops the build', () => {
  test.each([
    [
      'a line that the source does not say',
      quoting('for (;;) {\n  this.jump()'),
      `${CHAPTER}:7: src/scanner.ts does not say this (line 2 of the quotation: “this.jump()”). Copy the lines from the source again.`,
    ],
    [
      'lines in another order',
      quoting('this.skip()\nfor (;;) {'),
      `${CHAPTER}:7: src/scanner.ts does not say this in this order. Copy the lines from the source again.`,
    ],
    [
      'words that are no quotation',
      quoting('x', 'ts src/scanner.ts {one}'),
      `${CHAPTER}:7: “ts src/scanner.ts {one}” is no quotation. Write LANGUAGE, a path below src/, and lines to mark, such as {2,4-6} or {1|3-5|all}.`,
    ],
    [
      'a marked line that it has not',
      quoting('for (;;) {\n  this.skip()', 'ts src/scanner.ts {1|2-3}'),
      `${CHAPTER}:7: line 3 of this quotation is to be marked, and it has 2. Count the marked lines anew; the first is 1.`,
    ],
    [
      'a marked line before its first',
      quoting('for (;;) {', 'ts src/scanner.ts {0}'),
      `${CHAPTER}:7: line 0 of this quotation is to be marked, and it has 1.`,
    ],
    [
      'no such file',
      quoting('x', 'ts src/nowhere.ts'),
      `${CHAPTER}:7: quotes src/nowhere.ts, and there is no such file. Mend the path, or quote another file.`,
    ],
  ])('at %s', (_, body, message) => {
    expect(() => render(md, body)).toThrow(message)
  })
})
