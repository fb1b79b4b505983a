/** The policy, and `_headers` written and read back. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { contentPolicy, headersFile, headersFor, styleHash } from './headers.ts'

const HASHES = [styleHash('body{}'), styleHash('p{}')]

/** Directives by name. */
function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name, ...sources] = directive.split(' ')
      return [name!, sources]
    }),
  )
}

describe('the policy', () => {
  const policy = directives(contentPolicy(HASHES))

  test('lets in this site’s own files and the named styles, no more', () => {
    const allowed = new Set([
      "'none'",
      "'self'",
      "'wasm-unsafe-eval'",
      ...HASHES,
    ])
    expect(policy.get('default-src')).toEqual(["'none'"])
    for (const source of [...policy.values()].flat()) {
      expect(allowed).toContain(source)
    }
  })

  test.each(["'unsafe-inline'", "'unsafe-eval'", '*', 'https:', 'data:'])(
    'says %s nowhere',
    (source) => {
      expect([...policy.values()].flat()).not.toContain(source)
    },
  )

  test('compiles WebAssembly in scripts only', () => {
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
    expect(policy.get('style-src')).toEqual(["'self'", ...HASHES])
  })
})

test('the hash of a style sheet is that of its text', () => {
  const digest = createHash('sha256').update('p{color:red}').digest('base64')
  expect(styleHash('p{color:red}')).toBe(`'sha256-${digest}'`)
})

describe('_headers', () => {
  const file = headersFile(HASHES)
  const common = {
    'Content-Security-Policy': `${contentPolicy(HASHES)}; frame-ancestors 'self'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
  }
  const immutable = { 'Cache-Control': 'public, max-age=31536000, immutable' }

  test.each([
    ['/', common],
    ['/talk/chapter/', common],
    ['/feed.xml', common],
    ['/assets-of-mine/', common],
    ['/talk/assets/x.js', common],
    ['/assets/page-1.js', { ...common, ...immutable }],
    ['/assets/binaryen-1.wasm', { ...common, ...immutable }],
  ])('%s', (path, expected) => {
    expect(Object.fromEntries(headersFor(file, path))).toEqual(expected)
  })

  test('each line below a path is one header', () => {
    for (const line of file.split('\n').filter(Boolean)) {
      expect(line).toMatch(/^(?:\/(?:\w+\/)?\*| {2}[A-Z][A-Za-z-]+: \S.*)$/)
    }
  })
})
