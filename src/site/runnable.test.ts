/** Runnable blocks: their words, their markup, and the key of their state. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { runnables } from './runnable.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt().use(runnables, kitchen)

function html(...fences: [info: string, source: string][]): string {
  const body = fences.map(
    ([info, source]) => `\`\`\`${info}\n${source}\n\`\`\`\n`,
  )
  return render(md, body.join('\n'))
}

const RUN = 'examplescript run title="Sum"'
const TOKENS = 'examplescript tokens title="Words"'

describe('a program', () => {
  test('is a labelled group that loads its island from beside the page', () => {
    expect(html([RUN, '1'])).toMatch(
      /^<is-land on:interaction="focusin,pointerover,pointerdown,click" import="\.\.\/\.\.\/assets\/runnable-program-1\.js"><runnable-program defer-hydration class="card" role="group" aria-label="Sum" data-key="runnable-program-[\da-f]{10}-1" data-language="examplescript">\n.*<\/runnable-program><\/is-land>\n$/s,
    )
  })

  test('shows its listing, its output and its sizes without a script', () => {
    const markup = html(['examplescript-talk run title="S"', 'a < b'])
    expect(markup).toContain(
      '<pre data-program class="listing" data-language="examplescript-talk"><code>a &lt; b</code></pre>',
    )
    expect(markup).toContain(
      `<output aria-label="Output"><samp>ran a &lt; b as examplescript-talk of ${CHAPTER}:5</samp></output>`,
    )
    expect(markup).toContain(
      '<p class="measures"><span>60 bytes as written, 50 optimised</span></p>',
    )
  })

  test.each([
    ['examplescript run title="S"', false],
    ['examplescript run module title="S"', true],
  ])('%s: shows its module, %s', (info, shown) => {
    expect(html([info, '1']).includes('<section>stages</section>')).toBe(shown)
  })

  test('has buttons that do nothing until the script is there', () => {
    const buttons = html([RUN, '1']).match(/<button.*?<\/button>/g)!
    const acts = buttons.map((button) => /data-act="([^"]+)"/.exec(button)![1])
    expect(acts).toEqual([
      'run',
      'reset',
      'copy',
      'download-wasm',
      'download-wat',
      'copy-link',
    ])
    for (const button of buttons) {
      expect(button).toMatch(/<button type="button"[^>]* disabled>/)
    }
  })

  test('has a title that may hold anything but a quotation mark', () => {
    const markup = html(['examplescript run title="a < b & c"', '1'])
    expect(markup).toContain('aria-label="a &lt; b &amp; c"')
    expect(markup).toContain('<p class="card-title">a &lt; b &amp; c</p>')
  })
})

describe('a text and its tokens', () => {
  test('is a labelled group with both, and the number of tokens', () => {
    const markup = html([TOKENS, 'x'])
    expect(markup).toMatch(
      /import="\.\.\/\.\.\/assets\/token-view-1\.js"><token-view [^>]*role="group" aria-label="Words"/,
    )
    expect(markup).toContain('<code><span data-token="0">x</span></code>')
    expect(markup).toContain('<ol class="tokens" aria-label="Tokens"><li>')
    expect(markup).toContain('aria-live="polite">1 tokens</span>')
  })

  test.each([
    ['x', 'class="problems" aria-label="Problems" hidden></'],
    ['?', 'class="problems" aria-label="Problems"><li>problem</li></'],
  ])('says what is wrong with %s, if anything', (source, list) => {
    expect(html([TOKENS, source])).toContain(list)
  })
})

/** The keys of programs, each of which gets a title of its own. */
function keys(...fences: [info: string, source: string][]): string[] {
  const titled = fences.map(([info, source], index): [string, string] => [
    info.replace(/"$/, ` ${index}"`),
    source,
  ])
  const found = html(...titled).matchAll(/data-key="([^"]+)"/g)
  return [...found].map(([, key]) => key!)
}

test('two programs of one title stop the build', () => {
  expect(() => html([RUN, '1'], [TOKENS, '1'], [RUN, '2'])).toThrow(
    `${CHAPTER}:13: another program of this chapter has the title “Sum”, too. Give each its own.`,
  )
})

describe('a key', () => {
  test('is the same in every build, whatever the title', () => {
    const [first] = keys([RUN, '1'])
    expect(first).toMatch(/^runnable-program-[\da-f]{10}-1$/)
    expect(keys([RUN, '1'])).toEqual([first])
    expect(keys(['examplescript run title="Other"', '1'])).toEqual([first])
    expect(keys([TOKENS, '2'], [RUN, '1'])[1]).toBe(first)
  })

  test('is another for another text, language or island', () => {
    const found = keys(
      [RUN, '1'],
      [RUN, '2'],
      ['examplescript-talk run title="S"', '1'],
      [TOKENS, '1'],
    )
    expect(new Set(found).size).toBe(4)
    for (const one of found) expect(one).toMatch(/-1$/)
  })

  test('counts among equals', () => {
    const [a, b, c] = keys([RUN, '1'], [RUN, '2'], [RUN, '1'])
    expect(c).toBe(a!.replace(/1$/, '2'))
    expect(b).toMatch(/-1$/)
  })
})

describe('other fences', () => {
  test.each(['', 'ts', 'ts run', 'examplescript', 'examplescript-talk'])(
    '%j is only to be read',
    (info) => {
      expect(html([info, '1'])).toMatch(/^<pre>/)
    },
  )

  test('in a post, whoever wrote it, none runs', () => {
    const body = '```examplescript run with care\n1\n```\n'
    const inputPath = 'content/2025-post.md'
    expect(render(md, body, { inputPath })).toMatch(/^<pre>/)
  })

  test.each([
    'examplescript run',
    'examplescript walk title="A"',
    'examplescript-speech run title="A"',
    'examplescript tokens run title="A"',
  ])('%s stops the build', (info) => {
    expect(() => html(['ts', 'x'], [info, '1'])).toThrow(
      `${CHAPTER}:9: “${info}” is no runnable block. Write LANGUAGE, then run, stages, tokens or exercise and what is shown of it, then title="…".`,
    )
  })
})
