/** Slides and beats, notes and transitions, from the Markdown that makes them. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { questions } from './question.ts'
import { steps } from './steps.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt({ html: true }).use(questions, kitchen).use(steps)

/** What stands in the section of a step “One” with this body. */
function html(body: string): string {
  const data = { collections: { talks: [] } }
  const markup = render(md, `## One\n\n${body}`, data).replaceAll(/\n+/g, '')
  return /^<section class="step" id="one"[^>]*>(.*)<\/section>$/.exec(
    markup,
  )![1]!
}

const slide = (beats: string, attributes = '') =>
  `<div class="slide"${attributes}>${beats}</div>`

const HEAD = '<h2 tabindex="-1">One</h2>'

/** What is said is prose, which is on no slide. */
const beat = (says: string, shows = '') =>
  `<div class="beat${shows ? '' : ' spoken'}"><div class="says spoken">${says}</div>` +
  (shows && `<div class="shows"><pre><code>${shows}</code></pre></div>`) +
  '</div>'

describe('a slide', () => {
  test('is told in beats: what is said, and what is shown for it', () => {
    const body =
      'A.\n\nB.\n\n```\nx\n```\n\nC.\n\n```\ny\n```\n\n```\nz\n```\n\nD.\n'
    const beats = [
      beat('<p>A.</p><p>B.</p>', 'x'),
      beat('<p>C.</p>', 'y'),
      beat('', 'z'),
      beat('<p>D.</p>'),
    ]
    expect(html(body)).toBe(slide(HEAD + beats.join('')))
  })

  test.each(['- item', '1. item', '| a |\n| - |', '> words', '### Head'])(
    'shows of what is said what is no paragraph: %j',
    (shown) => {
      expect(html(`A.\n\n${shown}\n\nB.\n`)).toMatch(
        /<div class="beat"><div class="says"><p>A/,
      )
    },
  )

  test('shows a question, too', () => {
    const question =
      '> [!WHY] A?\n>\n> - [x] b\n>       c\n> - [ ] d\n>       e\n'
    expect(html(`Words.\n\n${question}`)).toMatch(
      /<div class="says spoken"><p>Words\.<\/p><\/div><div class="shows"><is-land .*<\/is-land><\/div><\/div><\/div>$/,
    )
  })

  test('keeps a fence in a list, and a heading in a quotation, where they are', () => {
    const markup = html(
      '- item\n\n  ```\n  x\n  ```\n\n> ## Quoted\n>\n> words\n',
    )
    expect(markup).not.toContain('class="shows"')
    expect(markup).toContain('<blockquote><h2>Quoted</h2><p>words</p>')
  })

  test.each(['---', '***', '- - -'])(
    'ends at %s, and the next has no heading',
    (line) => {
      expect(html(`A.\n\n${line}\n\n\`\`\`\nx\n\`\`\`\n`)).toBe(
        slide(HEAD + beat('<p>A.</p>')) +
          slide(beat('', 'x'), ' data-press="1"'),
      )
    },
  )

  test('does not end at a line in a quotation', () => {
    expect(html('> A.\n>\n> ---\n')).toContain(
      '<blockquote><p>A.</p><hr></blockquote>',
    )
  })

  test('may be its heading alone', () => {
    expect(html('---\n\nA.\n')).toBe(
      slide(HEAD) + slide(beat('<p>A.</p>'), ' data-press="1"'),
    )
  })
})

describe('a transition', () => {
  const marked = /<div class="slide"( data-press="\d")?( data-transition)?>/g
  test.each([
    ['<!-- transition -->\n\nA.\n\n---\n\nB.\n', [true, false]],
    ['A.\n\n---\n\nB.\n\n<!-- transition -->\n', [false, true]],
    ['A.\n\n---\n\nB.\n', [false, false]],
  ])('is the way on from its slide: %j', (body, expected) => {
    const found = [...html(body).matchAll(marked)]
    expect(found.map(([, , transition]) => Boolean(transition))).toEqual(
      expected,
    )
  })
})

const note = (text: string) => `<p class="speaker-note" hidden>${text}</p>`

describe('a note', () => {
  test.each([
    ['<!-- note: Ask the room. -->', 'Ask the room.'],
    ['<!-- note: a < b & "c" -->', 'a &lt; b &amp; &quot;c&quot;'],
    [
      '<!-- note: One line,\n  and another\n\n  and one more. -->',
      'One line, and another and one more.',
    ],
    ['<!-- note: no *Markdown* `here` -->', 'no *Markdown* `here`'],
  ])('%j is hidden, and is text', (body, text) => {
    expect(html(`${body}\n`)).toBe(slide(HEAD + beat(note(text))))
  })

  test('stands where it was written, and several may', () => {
    expect(html('A.\n\n<!-- note: b -->\n<!-- note: c -->\n\nD.\n')).toContain(
      `<p>A.</p>${note('b')}${note('c')}<p>D.</p>`,
    )
  })
})

test('a comment of the author’s own stays a comment', () => {
  expect(html('<!-- TODO: more -->\n')).toBe(
    slide(HEAD + beat('<!-- TODO: more -->')),
  )
})
