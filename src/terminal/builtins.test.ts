/** What bash has no word for, or another machine may not have. */
import { expect, test } from 'vitest'
import { Session } from './session.ts'

async function ran(line: string, files: Record<string, string> = {}) {
  const encoder = new TextEncoder()
  const given = Object.entries(files).map(
    ([name, text]) => [name, encoder.encode(text)] as const,
  )
  const session = new Session(new Map(given), () => {
    throw new Error('no tool is asked for')
  })
  const said = { out: '', err: '' }
  const status = await session.run(line, {
    signal: new AbortController().signal,
    onOutput: (stream, bytes) => {
      said[stream] += new TextDecoder().decode(bytes)
    },
  })
  return { status, ...said, names: [...session.files.keys()] }
}

test('bytes as hex, as xxd writes them', async () => {
  const { out } = await ran('xxd a', { a: '\0asm left and right' })
  expect(out).toBe(
    '00000000: 0061 736d 206c 6566 7420 616e 6420 7269  .asm left and ri\n' +
      '00000010: 6768 74                                  ght\n',
  )
})

test('only the first bytes, where that is asked for', async () => {
  const { out } = await ran('xxd -l 4 a', { a: 'left and right' })
  expect(out).toMatch(/^00000000: 6c65 6674 {32}left\n$/)
})

test('a long list has sizes', async () => {
  const { out } = await ran('ls -l', { b: 'four', a: '0123456789' })
  expect(out).toBe('10 a\n 4 b\n')
})

test('help lists every command', async () => {
  const { out } = await ran('help')
  expect(out).toMatch(/^ls \[-l\] \[FILE…\]\s+lists files$/m)
  expect(out).toMatch(/^TOOL --help/m)
})

test.each([
  ['wasm-optt x', 127, /command not found \(did you mean wasm-opt\?\)/],
  ['zzz', 127, /^zzz: command not found\n$/],
  ['wasm-reduce x', 127, /it starts other programs/],
  ['ls -z', 2, /invalid option -- 'z'/],
  ['cat nothing', 1, /cat: nothing: No such file/],
  ['cat < nothing', 1, /nothing: No such file/],
  ['echo a > b/c', 1, /b\/c: Not a name for a file here/],
  ['cp a', 1, /the name that it gets/],
  ['cp a ..', 1, /cannot create/],
  ['mv a a', 1, /are the same file/],
  ['rm', 1, /missing operand/],
  ['cmp a', 2, /two files/],
  ['cmp a nothing', 2, /cmp: nothing/],
  ['cmp a empty', 1, /EOF on empty which is empty/],
  ['head -x a', 1, /a number/],
  ['grep a.* a', 2, /plain text/],
  ['grep', 2, /give it a text/],
  ['xxd nothing', 2, /No such file/],
  ['xxd -l many a', 1, /a number of bytes/],
  ['wc nothing', 1, /No such file/],
  ['echo "', 2, /not closed/],
])('%s: %s %s', async (line, status, message) => {
  const came = await ran(line, { a: 'text', empty: '' })
  expect(came.err).toMatch(message)
  expect(came.status).toBe(status)
  expect(came.names).toEqual(['a', 'empty'])
})

test('grep finds as it is told', async () => {
  const files = { a: 'One\ntwo\nthree*\n' }
  expect((await ran('grep -i one a', files)).out).toBe('One\n')
  expect((await ran('grep -vn t a', files)).out).toBe('1:One\n')
  expect((await ran("grep -F 'e*' a", files)).out).toBe('three*\n')
})
