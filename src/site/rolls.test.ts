/** Roll calls in chapters: the card that the build writes, and what stops it. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { rolls } from './rolls.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt().use(rolls, kitchen)

function rendered(info: string): string {
  return render(md, `\`\`\`${info}\nthe team:\n\`\`\`\n`)
}

describe('a roll call', () => {
  test('shows its last run, each name marked, and all runs counted', () => {
    const html = rendered(
      'roll remedies=as-is,grammar count=20 answer=3 title="Who?"',
    )
    expect(html).toContain('aria-label="Who?"')
    expect(html).toMatch(/class="named named-invented">.*?Karim/)
    expect(html).toContain('&lt;b&gt;')
    expect(html).toContain('seed 3</span>')
    expect(html).toContain(
      '2 of 6 named; made up: Karim; missing: Fennel, Juniper, Puddle, Quill.',
    )
    expect(html.match(/class="roll-run"/g)).toHaveLength(2)
    expect(html).toContain('final · temperature 1.2 · seeds 1 to 20')
    expect(html).toContain(
      '<option value="grammar" selected>A grammar</option>',
    )
    expect(html).toContain('<option value="20" selected>20 times</option>')
  })

  test.each([
    ['roll', 'calls no roll'],
    ['roll remedies=prayer title="A"', 'calls no roll'],
    ['roll count=1000 title="A"', 'calls no roll'],
    ['roll count=0 title="A"', 'calls no roll'],
    ['roll answer=2 title="A"', 'calls no roll'],
    ['roll colour=red title="A"', 'calls no roll'],
    ['roll temperature=hot title="A"', 'calls no roll'],
    ['roll seed=404 title="A"', 'nobody has answered this yet'],
  ])('%s stops the build', (info, said) => {
    expect(() => rendered(info)).toThrow(said)
  })
})
