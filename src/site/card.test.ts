/** Cards: their frame, their keys, their titles and their buttons. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
  program,
  type Card,
} from './card.ts'
import { envOf, openFolder } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

function cards(...changes: Partial<Card>[]): string[] {
  const env = envOf('')
  return changes.map((change) =>
    card(kitchen, {
      name: 'token-view',
      title: 'A < b',
      source: 'x',
      env,
      attributes: { 'data-language': 'examplescript' },
      body: (key) => `<p id="${key}"></p>`,
      ...change,
    }),
  )
}

const keyOf = (markup: string) => /data-key="([^"]*)"/.exec(markup)![1]!
const keys = (...changes: Partial<Card>[]) => cards(...changes).map(keyOf)

test('a card is a labelled group in its island, and its body knows its key', () => {
  const [markup] = cards({})
  expect(markup).toMatch(
    /^<is-land [^>]*><token-view defer-hydration class="card" role="group" aria-label="A &lt; b" data-key="(token-view-[\da-f]{10}-1)" data-language="examplescript">\n<p id="\1"><\/p><\/token-view><\/is-land>\n$/,
  )
})

describe('a key', () => {
  test('is what makes the untouched island what it is, and its title is not', () => {
    const [own] = keys({})
    expect(keys({ title: 'Other' })).toEqual([own])
    expect(keys({ body: () => 'other' })).toEqual([own])
  })

  test.each<[string, Partial<Card>]>([
    ['source', { source: 'y' }],
    ['source with a question', { source: ['x', ['why', 'So?', []]] }],
    ['attribute', { attributes: { 'data-language': 'examplescript-talk' } }],
    ['island', { name: 'runnable-program' }],
  ])('is another with another %s', (_, change) => {
    const [own, other] = keys({}, change)
    expect(other).not.toBe(own)
    expect(other).toMatch(/-1$/)
  })

  test('counts among equals, on each page anew', () => {
    const found = keys({}, { source: 'y' }, {}, { title: 'Other' })
    expect(found.map((key) => key.at(-1))).toEqual(['1', '1', '2', '3'])
    expect(keys({})).toEqual([found[0]])
  })
})

test('a title is one card’s own', () => {
  const env = envOf('')
  demandOwnTitle('Sum', env, 'a.md:1')
  demandOwnTitle('sum', env, 'a.md:2')
  expect(() => demandOwnTitle('Sum', env, 'a.md:3')).toThrow(
    'a.md:3: another program of this chapter has the title “Sum”, too. Give each its own.',
  )
  expect(() => demandOwnTitle('Sum', envOf(''), 'b.md:1')).not.toThrow()
})

test.each([
  [head('a < b'), '<p class="card-title">a &lt; b</p>\n'],
  [head('a', '<b>c</b>'), '<p class="card-title">a<b>c</b></p>\n'],
  [
    program('<pre class="listing">x</pre>'),
    '<pre data-program class="listing">x</pre>',
  ],
  [
    button('copy', 'Copy'),
    '<button type="button" data-act="copy" disabled>Copy</button>',
  ],
  [
    button('download-wat', '.wat', 'Download .wat'),
    '<button type="button" data-act="download-wat" aria-label="Download .wat" disabled>.wat</button>',
  ],
  [
    primaryButton('run', 'Run'),
    '<button type="button" class="primary" data-act="run" disabled>Run</button>',
  ],
])('a piece of a card: %s', (markup, expected) => {
  expect(markup).toBe(expected)
})

test('a row of buttons has the main ones, what is said, the quiet ones, and a place for trouble', () => {
  const markup = bar('<b>main</b>', '3 tokens', '<i>quiet</i>')
  expect(markup).toMatch(
    /^<div class="bar"><b>main<\/b><span class="bar-status" aria-live="polite">3 tokens<\/span><span class="quiet"><i>quiet<\/i><button [^>]*>Copy link<\/button><\/span><\/div>\n/,
  )
  expect(markup).toContain('<p class="trouble" role="alert" hidden></p>')
})
