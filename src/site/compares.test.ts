/** Comparisons in chapters: what a fence says, and what stands in the page. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, render } from './chapter.fixture.ts'
import { parseCompare } from './compare-fence.ts'
import { compares } from './compares.ts'
import { kitchen } from './kitchen.fixture.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt().use(compares, kitchen)

function page(words: string, prompt = 'words: Mila, kite'): string {
  return render(md, `\`\`\`compare ${words}\n${prompt}\n\`\`\`\n`)
}

describe('a fence', () => {
  test('says how either side is asked, of one prompt', () => {
    const { title, settings } = parseCompare(
      'compare left="seed=3 model=early" right="" title="T"',
      'Once\n',
      'here',
    )
    expect(title).toBe('T')
    expect(settings.left).toMatchObject({ seed: 3, model: 'early' })
    expect(settings.right).toMatchObject({ seed: 1, model: 'final' })
    expect([settings.left.prompt, settings.right.prompt]).toEqual([
      'Once',
      'Once',
    ])
  })

  test.each([
    ['compare left="" title="T"', /compares nothing/],
    ['compare left="" right=""', /compares nothing/],
    ['compare left="pups=3" right="" title="T"', /asks for no story/],
  ])('%s is refused', (info, why) => {
    expect(() => parseCompare(info, '', 'here')).toThrow(why)
  })

  test('of a story that nobody told stops the build', () => {
    expect(() => page('left="seed=404" right="" title="T"')).toThrow(
      /nobody has told this story yet/,
    )
  })
})

describe('in the page', () => {
  let markup: string
  beforeAll(() => {
    markup = page('left="seed=3 model=early" right="seed=3" title="Two"')
  })

  test('both stories stand, each with how it was asked, and what they share', () => {
    expect(markup).toContain('role="group" aria-label="Two"')
    expect(markup).toContain('role="log" aria-label="Left story"')
    expect(markup).toContain('role="log" aria-label="Right story"')
    expect(markup.match(/<p>Mila &lt;3 a kite/g)).toHaveLength(2)
    expect(markup).toContain('top-p 0.95 · early')
    expect(markup).toContain('top-p 0.95 · final')
    expect(markup).toContain('Word for word the same.')
  })

  test('each side has its model chosen', () => {
    const chosen = [...markup.matchAll(/value="(\w+)" selected/g)]
    expect(chosen.map(([, name]) => name)).toEqual(['early', 'final'])
  })
})
