import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { CODES } from '../examplescript/examplescript.ts'
import { kitchen } from './kitchen.fixture.ts'
import { reference } from './reference.ts'

const md = new MarkdownIt({ html: true }).use(reference, kitchen)

function html(text: string, inputPath = 'content/1-compiling/reference.md') {
  return md.render(text, { page: { inputPath }, body: text })
}

describe('a table of the compiler', () => {
  test('has a row for each operator, the tightest first', () => {
    const rows = html('<!-- table: operators -->').match(/<tr>.*?<\/tr>/g)!
    expect(rows).toHaveLength(23)
    expect(rows[1]).toContain('<td>1</td><td><code>**</code></td>')
    expect(rows[1]).toContain('<code>value of 2 ** 3 ** 2</code>')
    expect(rows.at(-1)).toContain('<code>||</code>')
  })

  test('says what builtins take and give', () => {
    expect(html('<!-- table: builtins of memory -->')).toContain(
      '<code>load&lt;T&gt;(address, offset?): T</code>',
    )
    expect(html('<!-- table: builtins of numbers -->')).toContain(
      '<code>min(T, T): T</code></td><td>The smaller one</td>',
    )
    expect(html('<!-- table: builtins of vectors -->')).toContain(
      '<code>f32x4.replace_lane(v128, lane, f32): v128</code>',
    )
  })

  test('has each error, its program, and what is said of it', () => {
    const errors = html('<!-- table: errors -->')
    for (const code of Object.keys(CODES)) {
      expect(errors).toContain(`<dt id="${code}"><code>${code}</code></dt>`)
    }
    expect(errors).toContain(
      '<p class="problem">There is no variable “cuont”. Did you mean count?</p>',
    )
  })

  test('stops the build where there is none of the name', () => {
    expect(() => html('<!-- table: operator -->')).toThrow(
      /^content.1-compiling.reference\.md:\d+: there is no table “operator”\. Did you mean operators\?$/,
    )
  })

  test('is a comment in what others wrote', () => {
    const text = '<!-- table: operators -->'
    expect(html(text, 'content/2025-post.md')).toBe(text)
  })
})
