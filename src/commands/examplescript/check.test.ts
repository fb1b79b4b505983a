/** `check`, `tokens` and `tree`: what they print, and what they say of errors. */
import { describe, expect, test } from 'vitest'
import { Folder } from './terminal.fixture.ts'

const folder = new Folder()

const GOOD = 'export function main(): i32 {\n  return 6 * 7\n}\n'

describe('check', () => {
  test('says nothing of a good program', async () => {
    const told = await folder.callWith(GOOD, 'check')
    expect(told).toMatchObject({ status: 0, out: '', err: '' })
  })

  test('--json prints an empty array of a good one', async () => {
    const told = await folder.callWith(GOOD, 'check', '--json')
    expect(told).toMatchObject({ status: 0, out: '[]\n', err: '' })
  })

  test('--json prints places in units of UTF-16, from 1', async () => {
    const source = 'export function main(): void {\n  "😀"; totl(\n)\n}'
    const told = await folder.callWith(source, 'check', '--json')
    expect(told).toMatchObject({ status: 1, err: '' })
    const problems = JSON.parse(told.out) as Record<string, unknown>[]
    const unknown = problems.find(({ code }) => code === 'unknown-name')!
    expect(unknown).toMatchObject({
      message: expect.stringContaining('totl'),
      from: 39,
      to: 43,
      line: 2,
      column: 9,
      endLine: 2,
      endColumn: 13,
    })
    const keys =
      'code,message,from,to,line,column,endLine,endColumn,hint,fixes'.split(',')
    for (const problem of problems) {
      expect(keys).toEqual(expect.arrayContaining(Object.keys(problem)))
    }
  })

  test('--json has the hints', async () => {
    const told = await folder.callWith(
      'let a = 1\nlet b = aa',
      'check',
      '--json',
    )
    expect(JSON.parse(told.out)).toEqual([
      expect.objectContaining({ line: 2, hint: expect.any(String) }),
    ])
  })
})

test('check --json has what to write, and a terminal does not', async () => {
  const source = 'let count = 1\nlet b = cuont'
  const json = await folder.callWith(source, 'check', '--json')
  const [problem] = JSON.parse(json.out) as object[]
  expect(problem).toMatchObject({
    fixes: [
      {
        label: 'Change to count',
        edits: [{ from: 22, to: 27, insert: 'count' }],
      },
    ],
  })
  const told = await folder.callWith(source, 'check')
  expect(told.err).not.toContain('Change to')
})

describe('tokens', () => {
  test('have places and texts', async () => {
    const told = await folder.callWith('let a\n = 1', 'tokens', '--json')
    expect(told).toMatchObject({ status: 0, err: '' })
    expect(JSON.parse(told.out)).toEqual([
      { kind: 'let', from: 0, to: 3, line: 1, column: 1, text: 'let' },
      { kind: 'name', from: 4, to: 5, line: 1, column: 5, text: 'a' },
      { kind: 'equals', from: 7, to: 8, line: 2, column: 2, text: '=' },
      { kind: 'number', from: 9, to: 10, line: 2, column: 4, text: '1' },
    ])
  })

  test('are printed beside what could not be read', async () => {
    const told = await folder.callWith('1 § 2', 'tokens', '--json')
    expect(told.status).toBe(1)
    expect(told.err).toMatch(/^<stdin>:1:3: unknown-character: /)
    const tokens = JSON.parse(told.out) as { text: string }[]
    expect(tokens.map(({ text }) => text)).toEqual(['1', '2'])
  })

  test('of a long program are all there', async () => {
    const told = await folder.callWith('a '.repeat(20_000), 'tokens', '--json')
    expect(JSON.parse(told.out)).toHaveLength(20_000)
  })
})

describe('tree', () => {
  test('is the parser’s own', async () => {
    const source = 'const a = 1\nconst b: u64 = 18446744073709551615\n'
    const told = await folder.callWith(source, 'tree', '--json')
    expect(told).toMatchObject({ status: 0, err: '' })
    expect(JSON.parse(told.out)).toMatchObject({
      kind: 'program',
      from: 0,
      to: source.length,
      declarations: [
        {
          kind: 'variables',
          isConstant: true,
          variables: [{ name: { text: 'a' }, value: { value: 1 } }],
        },
        { variables: [{ value: { value: '18446744073709551615' } }] },
      ],
    })
  })

  test('has numbers that JSON has not as strings', async () => {
    const told = await folder.callWith('const a = 1e999', 'tree', '--json')
    expect(told.out).toContain('"value": "Infinity"')
  })

  test('of nothing', async () => {
    const told = await folder.callWith('', 'tree', '--json')
    expect(JSON.parse(told.out)).toEqual({
      kind: 'program',
      from: 0,
      to: 0,
      declarations: [],
    })
  })

  test('has what could be read', async () => {
    const told = await folder.callWith('let a = \nlet b = 2', 'tree', '--json')
    expect(told.status).toBe(1)
    expect(told.err).toMatch(/^<stdin>:\d:\d+: unexpected: /)
    const { declarations } = JSON.parse(told.out) as { declarations: object[] }
    expect(declarations).toHaveLength(2)
  })
})
