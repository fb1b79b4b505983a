/** What the presenter's link does in a browser, with one of the test's own. */
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { contentHash } from '../../site/headers.ts'
import { leadPage, leadPolicy } from './lead.ts'

function open(search: string, hash: string, setItem?: () => void) {
  const [, script = ''] = /<script type="module">([^]*)<\/script>/.exec(
    leadPage('a1'),
  )!
  const stored: Record<string, unknown> = {}
  const words = { textContent: '' }
  let went: string | undefined
  runInNewContext(script, {
    URLSearchParams,
    location: { search, hash, replace: (to: string) => (went = to) },
    localStorage: {
      setItem:
        setItem ??
        ((key: string, text: string) => (stored[key] = JSON.parse(text))),
    },
    document: {
      querySelector: () => words,
      documentElement: { dataset: { room: 'a1' } },
    },
  })
  return { went, stored, words: words.textContent }
}

test.each([
  ['?to=/compiling/', '/compiling/?present'],
  ['?to=/compiling/in-ten-minutes/', '/compiling/in-ten-minutes/?present'],
  ['', '/'],
])('%s keeps the secret and leads to %s', (search, to) => {
  expect(open(search, '#a-secret_of~1')).toEqual({
    went: to,
    stored: {
      'a-wasm-new-year:lead': {
        version: 1,
        room: 'a1',
        secret: 'a-secret_of~1',
      },
    },
    words: '',
  })
})

describe('leads nowhere', () => {
  test.each([
    '?to=//evil.example/',
    '?to=https://evil.example/',
    '?to=/\\evil.example/',
    '?to=javascript:alert(1)',
    '?to=/a/?b',
  ])('with %s', (search) => {
    const { went, stored, words } = open(search, '#a-secret')
    expect(went).toBeUndefined()
    expect(stored).toEqual({})
    expect(words).toContain('another site')
  })

  test('without a secret', () => {
    expect(open('?to=/a/', '')).toMatchObject({ went: undefined, stored: {} })
  })

  test('where nothing can be kept, and says so', () => {
    const { went, words } = open('?to=/a/', '#a-secret', () => {
      throw new Error('denied')
    })
    expect(went).toBeUndefined()
    expect(words).toContain('keeps nothing')
  })
})

test('runs its script under its own policy, and no other', () => {
  const [, script = ''] = /<script type="module">([^]*)<\/script>/.exec(
    leadPage('a1'),
  )!
  const [, style = ''] = /<style>([^]*)<\/style>/.exec(leadPage('a1'))!
  expect(leadPolicy).toContain(`script-src ${contentHash(script)};`)
  expect(leadPolicy).toContain(`style-src ${contentHash(style)};`)
})
