/** The policy, and `_headers` written and read back. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  contentHash,
  contentPolicy,
  headersFile,
  headersFor,
  outwardPolicy,
  sandboxPolicy,
} from './headers.ts'

const HASHES = [contentHash('body{}'), contentHash('p{}')]

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

describe('the policy of the sandbox', () => {
  const policy = directives(sandboxPolicy('go()'))

  test('lets in one script, what it makes of text, and nothing of a site', () => {
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('connect-src')).toEqual(["'none'"])
    expect(policy.get('worker-src')).toEqual(['blob:'])
    expect(policy.get('script-src')).toEqual([
      contentHash('go()'),
      "'unsafe-eval'",
      "'wasm-unsafe-eval'",
    ])
  })

  test.each(["'self'", "'unsafe-inline'", '*', 'https:', 'data:'])(
    'says %s nowhere',
    (source) => {
      expect([...policy.values()].flat()).not.toContain(source)
    },
  )
})

test('only one folder reaches other hosts, and makes no script of what comes', () => {
  const policy = directives(outwardPolicy())
  expect(policy.get('connect-src')).toEqual(["'self'", 'https:'])
  expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
  expect(policy.get('default-src')).toEqual(["'none'"])
})

test('the hash of a style sheet is that of its text', () => {
  const digest = createHash('sha256').update('p{color:red}').digest('base64')
  expect(contentHash('p{color:red}')).toBe(`'sha256-${digest}'`)
})

describe('_headers', () => {
  const ENTRIES = [
    '404.html',
    'assets/',
    'feed.xml',
    'outward/',
    'sandbox/',
    'service-worker.js',
    'talk/',
  ]
  const file = headersFile(HASHES, ENTRIES, sandboxPolicy('go()'))
  const all = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
  }
  const common = {
    'Content-Security-Policy': `${contentPolicy(HASHES)}; frame-ancestors 'self'`,
    ...all,
  }
  const immutable = { 'Cache-Control': 'public, max-age=31536000, immutable' }

  test.each([
    ['/', common],
    ['/talk/chapter/', common],
    ['/feed.xml', common],
    ['/404.html', common],
    ['/feed.xml.of-mine', all],
    ['/assets-of-mine/', all],
    ['/talk/assets/x.js', common],
    ['/assets/page-1.js', { ...common, ...immutable }],
    ['/assets/binaryen-1.wasm', { ...common, ...immutable }],
    ['/service-worker.js', { ...common, 'Cache-Control': 'no-cache' }],
    [
      '/outward/webllm.worker-1.js',
      { 'Content-Security-Policy': outwardPolicy(), ...all, ...immutable },
    ],
  ])('%s', (path, expected) => {
    expect(Object.fromEntries(headersFor(file, path))).toEqual(expected)
  })

  test.each([
    '/',
    '/talk/',
    '/assets/page-1.js',
    '/service-worker.js',
    '/sandbox/',
    '/outward/',
  ])('%s has one policy: two would forbid what either does', (path) => {
    const names = headersFor(file, path).map(([name]) => name)
    expect(names).toEqual([...new Set(names)])
    expect(names).toContain('Content-Security-Policy')
  })

  test('the frame has a policy of its own, and all else that others have', () => {
    expect(Object.fromEntries(headersFor(file, '/sandbox/'))).toEqual({
      'Content-Security-Policy': `${sandboxPolicy('go()')}; sandbox allow-scripts; frame-ancestors 'self'`,
      ...all,
      ...immutable,
    })
  })

  test('each line below a path is one header', () => {
    for (const line of file.split('\n').filter(Boolean)) {
      expect(line).toMatch(
        /^(?:\/(?:[\w.-]+|(?:\w+\/)?\*)?| {2}[A-Z][A-Za-z-]+: \S.*)$/,
      )
    }
  })
})
