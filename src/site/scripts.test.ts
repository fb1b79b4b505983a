/** Fences of JavaScript: what stands in the page for them, and what stops it. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BakedScripts } from './baked-scripts.ts'
import { CHAPTER, openFolder, render, write } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { questions } from './question.ts'
import { scripts } from './scripts.ts'
import { steps } from './steps.ts'

const PROGRAM = `import binaryen from 'binaryen'
const module = binaryen.parseText('(module (func (nop)))')
module.runPasses(['vacuum', 'remove-unused-module-elements'])
console.log('<done>')`

function fence(text: string, info = 'js binaryen title="T"'): string {
  return `\`\`\`${info}\n${text}\n\`\`\`\n`
}

const baked = new BakedScripts()
const md = new MarkdownIt({ html: true })
const real = { ...kitchen, scripts: baked }
md.use(scripts, real).use(questions, real).use(steps)

let leave: () => void
beforeAll(async () => {
  leave = openFolder()
  write(
    CHAPTER,
    [PROGRAM, "const a = 1\nthrow new Error('no')", '\n1']
      .map((text) => fence(text))
      .join('\n'),
  )
  await baked.bake('content')
})
afterAll(() => leave())

function html(body: string): string {
  return render(md, `## One\n\n${body}`, { collections: { talks: [] } })
}

test('the program has run in the build', () => {
  const page = html(fence(PROGRAM))
  expect(page).toContain('<binaryen-program defer-hydration class="card"')
  expect(page).toContain('<samp>&lt;done&gt;</samp>')
  expect(page).toContain('1 module made')
  expect(page).toMatch(/<del>.*\(func /)
  expect(page).toMatch(
    /<pre data-program class="listing"[^>]* data-language="js"/,
  )
})

test('a slide drives it', () => {
  const page = html(`${fence(PROGRAM)}\n<!-- do: text="1 + 1", run -->\n`)
  expect(page).toContain(
    '[[&quot;text&quot;,&quot;1 + 1&quot;],[&quot;run&quot;]]',
  )
})

describe('the build stops', () => {
  test.each([
    [
      'for a program that does',
      fence("const a = 1\nthrow new Error('no')"),
      /02-here\.md:7: this program stops in its line 2: no Mend the program\./,
    ],
    [
      'for one without a title',
      fence(PROGRAM, 'js binaryen'),
      /has no title\. Write js binaryen title="…"/,
    ],
    ['for one that has not been run', fence('2 + 2'), /has not been run/],
    [
      'for a prediction that is wrong',
      `> [!PREDICT] A?\n>\n> - [x] \`9 bytes\`\n>       b\n> - [ ] \`8 bytes\`\n>       c\n\n${fence(PROGRAM)}`,
      /“`9 bytes`” is ticked, and out comes: 8 bytes/,
    ],
  ])('%s', (_, body, words) => {
    expect(() => html(body)).toThrow(words)
  })
})
