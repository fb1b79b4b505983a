/** Stories in chapters: what a fence says, and what stands in the page. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { stories } from './stories.ts'
import { parseStory } from './story-fence.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt().use(stories, kitchen)

function page(words: string, prompt: string): string {
  return render(md, `\`\`\`story${words}\n${prompt}\n\`\`\`\n`)
}

describe('a fence', () => {
  const usual = {
    prompt: '',
    seed: 1,
    temperature: 0.7,
    topK: 40,
    topP: 0.95,
    model: 'final',
  }
  test.each([
    ['story title="T"', '', usual],
    [
      'story seed=3 temperature=0 top-k=5 top-p=1 model=early title="T"',
      'Once\n',
      {
        prompt: 'Once',
        seed: 3,
        temperature: 0,
        topK: 5,
        topP: 1,
        model: 'early',
      },
    ],
    ['story title="T"', 'words: a, b\n', { ...usual, prompt: 'words: a, b\n' }],
    [
      'story title="T"',
      'words: a, b\nMila\n',
      { ...usual, prompt: 'words: a, b\nMila' },
    ],
  ])('%s with %j', (info, content, settings) => {
    expect(parseStory(info, content, 'here')).toEqual({ title: 'T', settings })
  })

  test.each(['story', 'story seed=x title="T"', 'story pups=3 title="T"'])(
    '%s is refused',
    (info) => {
      expect(() => parseStory(info, '', 'here')).toThrow(/asks for no story/)
    },
  )
})

describe('in the page', () => {
  let markup: string
  beforeAll(() => {
    markup = page(' seed=3 title="Tell"', 'words: Mila, kite')
  })

  test('the story, its prompt and its settings stand', () => {
    expect(markup).toContain('role="group" aria-label="Tell"')
    expect(markup).toContain(
      '<p><span class="given">words: Mila, kite</span></p><p>Mila &lt;3 a kite.</p><p>The end.</p>',
    )
    expect(markup).toContain('seed 3 · temperature 0.7')
    expect(markup).toMatch(/<textarea[^>]+>\nwords: Mila, kite\n<\/textarea>/)
    expect(markup).toContain('Made up by a small model')
  })

  test('the checkpoints are known, with how far they came', () => {
    const [, models] = /data-models="([^"]+)"/.exec(markup)!
    const offered = JSON.parse(models!.replaceAll('&quot;', '"')) as unknown
    expect(offered).toEqual([
      { name: 'early', words: 'early: 1 million tokens, loss 0.44' },
      { name: 'final', words: 'final: 10.5 million tokens, loss 0.24' },
    ])
  })

  test('only what was cut off can be continued', () => {
    const hidden = /data-act="continue" hidden/
    expect(markup).toMatch(hidden)
    expect(page(' seed=2 title="Cut"', '')).not.toMatch(hidden)
  })

  test('what nobody told stops the build, as an unknown checkpoint does', () => {
    expect(() => page(' seed=404 title="T"', '')).toThrow(/storyteller:tell/)
    expect(() => page(' model=best title="T"', '')).toThrow(/early, final/)
  })
})
