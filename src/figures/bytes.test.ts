/** The hex dump and the bar: each row once, with its bytes and its meaning. */
import { describe, expect, test } from 'vitest'
import { bytesMarkup, sectionsMarkup, type BytesRow } from './bytes.ts'

const BYTES = Uint8Array.from({ length: 124 }, (_, index) => index)
const ROWS: BytesRow[] = [
  { from: 0, to: 4, depth: 0, kind: 'magic', says: 'a <b>' },
  {
    from: 4,
    to: 6,
    depth: 0,
    kind: 'section',
    says: 'section 10, code, 4 bytes',
    section: 'code',
  },
  {
    from: 6,
    to: 10,
    depth: 12,
    kind: 'instruction',
    says: 'call $f',
    node: 17,
  },
  {
    from: 10,
    to: 12,
    depth: 0,
    kind: 'section',
    says: 'section 0, custom "name", 112 bytes',
    section: 'name',
  },
  { from: 12, to: 124, depth: 1, kind: 'custom', says: 'long', node: -1 },
]

describe('the hex dump', () => {
  const markup = bytesMarkup(BYTES, ROWS)

  test('has a row for each, with its offset, bytes, meaning and node', () => {
    expect(markup.match(/class="row/g)).toHaveLength(ROWS.length)
    expect(markup).toContain(
      '<li class="row d9" tabindex="-1" data-node="17"><span>0006</span><code>06 07 08 09</code><code><span class="tok-keyword">call</span> <span class="tok-parameter">$f</span></code></li>',
    )
    expect(markup).toContain('<code>a &lt;b&gt;</code>')
    expect(markup).not.toContain('data-node="-1"')
  })

  test('has a heading for each section; names are folded', () => {
    expect(markup.match(/<summary>.*?<\/summary>/g)).toEqual([
      '<summary><span>header</span> <span class="size">4 bytes</span></summary>',
      '<summary><span>code</span> <span class="size">6 bytes</span></summary>',
      '<summary><span>name</span> <span class="size">114 bytes</span></summary>',
    ])
    expect(markup.match(/<details open>/g)).toHaveLength(2)
  })

  test('shows the start of a long run of bytes', () => {
    expect(markup).toContain('39 3a 3b … 64 more</code>')
  })

  test('has no style of its own', () => {
    expect(markup + sectionsMarkup(ROWS)).not.toContain('style=')
  })
})

test('what is unread in the module is a part of its own', () => {
  const unread = { from: 4, to: 9, depth: 0, kind: 'unread', says: 'No.' }
  const markup = bytesMarkup(BYTES, [ROWS[0]!, unread])
  expect(markup).toContain('<span>unread</span> <span class="size">5 bytes')
  expect(markup).toContain('class="row unread d0"')
})

test('the bar is as long as the module, and a list says the same', () => {
  const markup = sectionsMarkup(ROWS)
  expect(markup).toContain('124 bytes in 3 parts')
  const widths = [...markup.matchAll(/<svg x="[\d.]+%" width="([\d.]+)%"/g)]
  const whole = widths.reduce((sum, [, width]) => sum + Number(width), 0)
  expect(whole).toBeCloseTo(100, 1)
  expect(markup).toContain(
    '<li><span>code</span> <span class="size">6 bytes</span></li>',
  )
  expect(sectionsMarkup([])).toContain('0 bytes')
})

test('4 KB are drawn in less than 400 KB', () => {
  const bytes = new Uint8Array(4096)
  const rows = Array.from({ length: 2048 }, (_, index) => ({
    from: 2 * index,
    to: 2 * index + 2,
    depth: 3,
    kind: 'instruction',
    says: `local.get $x${index % 40}`,
    node: index,
  }))
  const { length } = bytesMarkup(bytes, rows)
  expect(length).toBeLessThan(400_000)
})
