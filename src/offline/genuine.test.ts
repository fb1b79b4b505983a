/** Only the file itself is stored: no failure, no login, nothing cut off or changed. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canBe, genuine, NotGenuine, type Answer } from './genuine.ts'
import type { Listed } from './list.ts'

const TEXT = 'export default 1'
const SCRIPT = listed('assets/x-1.js', TEXT)
const PAGE = listed('talk/index.html', '<!doctype html>')

function listed(path: string, text: string): Listed {
  const hash = createHash('sha256').update(text).digest('base64url')
  return [path, hash, text.length]
}

function answer(type: string, more: Partial<Answer> = {}): Answer {
  const headers = new Headers({ 'content-type': type })
  return { status: 200, type: 'basic', headers, ...more }
}

const JS = 'text/javascript; charset=utf-8'
const HTML = 'text/html; charset=utf-8'

describe('before a byte is read', () => {
  test.each<[string, Listed, Answer, boolean]>([
    ['a script', SCRIPT, answer(JS), true],
    ['a page', PAGE, answer(HTML), true],
    ['a page in place of a script', SCRIPT, answer(HTML), false],
    ['a script in place of a page', PAGE, answer(JS), false],
    ['a failure', SCRIPT, answer(JS, { status: 500 }), false],
    ['a part', SCRIPT, answer(JS, { status: 206 }), false],
    ['another site', SCRIPT, answer(JS, { type: 'opaque' }), false],
    ['a missing page', PAGE, answer(HTML, { status: 404 }), false],
    [
      'the page for missing pages',
      listed('404.html', ''),
      answer(HTML, { status: 404 }),
      true,
    ],
  ])('%s', (_, file, given, expected) => {
    expect(canBe(file, given)).toBe(expected)
  })
})

/** As a browser gives it. */
function response(text: string, headers: HeadersInit): Response {
  const made = new Response(text, { headers })
  return Object.defineProperty(made, 'type', { value: 'basic' })
}

test('what is stored has the headers that came, but for the way they came', async () => {
  const stored = await genuine(
    SCRIPT,
    response(TEXT, {
      'content-type': JS,
      'content-security-policy': "default-src 'none'",
      'content-encoding': 'br',
      'content-length': '3',
    }),
  )
  expect(await stored.text()).toBe(TEXT)
  expect(stored.url).toBe('')
  expect(Object.fromEntries(stored.headers)).toEqual({
    'content-type': JS,
    'content-security-policy': "default-src 'none'",
    'content-length': String(TEXT.length),
  })
})

test.each([
  ['cut off', TEXT.slice(0, 5)],
  ['changed', TEXT.replace('1', '2')],
  ['longer', `${TEXT} `],
])('what is %s is not stored', async (_, text) => {
  const given = response(text, { 'content-type': JS })
  await expect(genuine(SCRIPT, given)).rejects.toThrow(NotGenuine)
})
