/** Chats in chapters: what a fence says, and what stands in the page. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, render } from './chapter.fixture.ts'
import { parseChat } from './chat-fence.ts'
import { chats } from './chats.ts'
import { kitchen } from './kitchen.fixture.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt().use(chats, kitchen)

function page(words: string, message = 'A <story>'): string {
  return render(md, `\`\`\`chat ${words}\n${message}\n\`\`\`\n`)
}

describe('a fence', () => {
  const usual = {
    title: 'T',
    message: 'Hi',
    system: '',
    temperature: 0.7,
    topP: 0.95,
    seed: 1,
    most: 512,
    model: 'SmolLM2-360M-Instruct-q4f32_1-MLC',
  }
  test.each([
    ['chat title="T"', usual],
    [
      'chat model=a-q4f16_1.0 title="T" system="Be kind, always." seed=3 temperature=0 top-p=1 most=9',
      {
        ...usual,
        model: 'a-q4f16_1.0',
        system: 'Be kind, always.',
        seed: 3,
        temperature: 0,
        topP: 1,
        most: 9,
      },
    ],
  ])('%s', (info, fence) => {
    expect(parseChat(info, 'Hi\n', 'here')).toEqual(fence)
  })

  test.each([
    'chat',
    'chat seed=1',
    'chat title="T" seed=x',
    'chat title="T" pups=3',
    'chat title="T" system=Be kind',
  ])('%s is refused', (info) => {
    expect(() => parseChat(info, '', 'here')).toThrow(/asks for no chat/)
  })
})

describe('in the page', () => {
  test('the message, the model’s cost and its hosts stand', () => {
    const markup = page('title="Talk"')
    expect(markup).toContain('role="group" aria-label="Talk"')
    expect(markup).toMatch(/<textarea[^>]+>\nA &lt;story&gt;<\/textarea>/)
    expect(markup).toContain(
      'About 226 MB, once, from <b>weights.example</b>, and its library from <b>code.example</b>.',
    )
    expect(markup).toContain('Made up by a model')
    expect(markup).toContain('The storyteller · 1.3 MB')
  })

  test('a system prompt that is given stands open, another is folded', () => {
    const given = page('title="Given" system="Be kind."')
    expect(given).toMatch(/\nBe kind\.<\/textarea><\/label>\n<details/)
    expect(page('title="None"')).toMatch(
      /<summary>System prompt and settings<\/summary><label/,
    )
  })

  test('a model that is not among the first stops the build', () => {
    expect(() => page('title="T" model=other')).toThrow(/Those are: SmolLM2/)
  })
})
