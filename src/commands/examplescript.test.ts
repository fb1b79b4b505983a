/** The command as a whole: what it is called with, help, frames, and its streams. */
import { mkdir, symlink } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { folderOf, showsColours } from './examplescript/terminal.ts'
import { ending, Folder, start } from './examplescript/terminal.fixture.ts'

const folder = new Folder()

const GOOD = 'export function main(): i32 {\n  return 6 * 7\n}\n'
const BAD = 'export function main(): i32 {\n  let total = 1\n  return totl\n}\n'
const ENDLESS = `@external("env", "print") declare function print(x: f64): void
export function main(): void {
  print(1)
  while (true) print(2)
}
`
const SILENT = ENDLESS.replace('print(2)', '{ }')

const COMMANDS = ['run', 'build', 'check', 'tokens', 'tree']

describe('help', () => {
  test.each(['--help', '-h'])('%s names all commands', async (word) => {
    const { status, out, err } = await folder.call([word])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    for (const name of COMMANDS) expect(out).toContain(`\n  ${name} FILE`)
  })

  test.each(COMMANDS)('of %s', async (name) => {
    const { status, out, err } = await folder.call([name, '--help'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(new RegExp(`^Usage: ${name} FILE`))
    expect(await folder.call([name, 'a', '-h'])).toMatchObject({ out })
  })

  test('says what build does if nothing is said', async () => {
    const { out } = await folder.call(['build', '--help'])
    expect(out).toContain('-O3 is the default')
  })

  test('fits a terminal', async () => {
    for (const words of [[], ...COMMANDS.map((name) => [name])]) {
      const { out } = await folder.call([...words, '--help'])
      for (const line of out.split('\n')) {
        expect(line.length).toBeLessThanOrEqual(80)
      }
    }
  })
})

describe('a call that it does not know', () => {
  const more = '--help says more.\n'
  test.each<[string[], string]>([
    [[], `Write run, build, check, tokens, tree. ${more}`],
    [
      ['constructor'],
      `There is no command constructor. Write run, build, check, tokens, tree. ${more}`,
    ],
    [['chekc'], `There is no command chekc. Did you mean check? ${more}`],
    [['run'], 'Say which program: run FILE. A - is standard input.\n'],
    [['tree', ''], 'Say which program: tree FILE. A - is standard input.\n'],
    [
      ['check', 'a', 'b'],
      'One program at a time, and “b” is a second. Call check again for it.\n',
    ],
    [
      ['check', 'a', '--fast'],
      "Unknown option '--fast'. check --help says which there are.\n",
    ],
    [
      ['run', 'a', '-x'],
      "Unknown option '-x'. run --help says which there are.\n",
    ],
    [
      ['build', 'a', '-O'],
      "Option '-O, --optimize <value>' argument missing. build --help says which there are.\n",
    ],
    [
      ['check', 'nowhere\x1B[2J'],
      'nowhere<U+001B>[2J is not there. Look for a typing error in its name.\n',
    ],
  ])('%j', async (words, err) => {
    expect(await folder.call(words)).toMatchObject({ status: 2, out: '', err })
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['folder', 'folder is a folder. Name a file in it.\n'],
    ['good/file', 'good/file is not there. A part of its path is no folder.\n'],
    ['circle', /^circle cannot be read: ELOOP.* Name another file\.\n$/],
    ['latin', 'latin is not UTF-8: see line 2. Save it in that encoding.\n'],
    [
      'large',
      'large is larger than 16 MB, and no program is. Name another file.\n',
    ],
  ])('%s', async (name, expected) => {
    await mkdir(folder.at('folder'), { recursive: true })
    await symlink('circle', folder.at('circle')).catch(() => {})
    await folder.write('good', GOOD)
    await folder.write('latin', Buffer.from('// caf\n// caf\xE9', 'latin1'))
    await folder.write('large', Buffer.alloc(16_000_001, ' '))
    for (const command of COMMANDS) {
      const { status, out, err } = await folder.call([command, name])
      expect({ status, out }).toEqual({ status: 2, out: '' })
      if (typeof expected === 'string') expect(err).toBe(expected)
      else expect(err).toMatch(expected)
    }
  })

  test('16 MB are not too many', async () => {
    await folder.write('full', `//${' '.repeat(15_999_998)}`)
    expect(await folder.call(['check', 'full'])).toMatchObject({ status: 0 })
  })

  test('a mark of the encoding is none of the program', async () => {
    const input = `\u{FEFF}${BAD}`
    const { err } = await folder.call(['check', '-'], { input })
    expect(err).toMatch(/^<stdin>:3:10: unknown-name: /)
    const first = await folder.callWith('\u{FEFF}lett', 'check')
    expect(first.err).toMatch(/^<stdin>:1:1: /)
  })
})

describe('the errors of a program', () => {
  const frame = `  3 |   return totl
    |          ^^^^
`
  test.each(['run', 'build', 'check'])('%s shows', async (command) => {
    await folder.write('bad.example', BAD)
    const { status, out, err } = await folder.call([command, 'bad.example'])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    const [, rest] = err.split(/^bad\.example:3:10: unknown-name: .*totl.*\n/)
    expect(rest).toMatch(/^ {2}.*total.*\n$/m)
    expect(rest!.startsWith(frame)).toBe(true)
  })

  test('are all shown', async () => {
    const { err } = await folder.callWith(`${BAD}let x: i23 = 1\n`, 'check')
    const places = /^<stdin>:(\d+:\d+): ([a-z-]+): /gm
    expect(Array.from(err.matchAll(places), ([, at]) => at)).toEqual([
      '3:10',
      '5:8',
    ])
    expect(err).toContain('\n\n<stdin>:5:8')
  })

  test('have numbers of lines of one width, and a gap where some are left out', async () => {
    const { err } = await folder.callWith(
      `${'\n'.repeat(7)}export function main(): i32 {\n  return 1 +\n\n\n\n  null\n}\n`,
      'check',
    )
    const shown = err.split('\n').filter((line) => /^ +[\d…]/.test(line))
    expect(shown).toEqual([
      '   9 |   return 1 +',
      '  10 |',
      '  11 |',
      '   …',
      '  13 |   null',
    ])
  })

  test('have colours if the terminal shows them', async () => {
    const given = { input: BAD, isColoured: true }
    const { err } = await folder.call(['check', '-'], given)
    expect(err).toContain('\x1B[1m<stdin>:3:10\x1B[0m: \x1B[31munknown-name')
    expect(err).toContain('^^^^\x1B[0m')
  })

  test.each([
    [true, {}, true],
    [true, { NO_COLOR: '' }, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
    [undefined, {}, false],
  ])('on a terminal: %s, with %j: %s', (isTTY, env, expected) => {
    expect(showsColours(isTTY === undefined ? {} : { isTTY }, env)).toBe(
      expected,
    )
  })
})

test('paths begin where npm was called', () => {
  const name = 'npm_lifecycle_event'
  expect(folderOf({ [name]: 'examplescript', INIT_CWD: '/a' })).toBe('/a')
  expect(folderOf({ [name]: 'test', INIT_CWD: '/a' })).toBe(process.cwd())
  expect(folderOf({})).toBe(process.cwd())
})

describe('the real command', () => {
  test('reads standard input, prints, and says how it went', async () => {
    const good = start('run', '-')
    good.stdin.end(GOOD)
    const bad = start('check', '-')
    bad.stdin.end(BAD)
    const said: string[] = []
    good.stdout.on('data', (text) => said.push(String(text)))
    bad.stderr.on('data', (text) => said.push(String(text).slice(0, 12)))
    const [one, other] = await Promise.all([ending(good), ending(bad)])
    expect([one, other]).toEqual([0, 1])
    expect(said.sort()).toEqual(['42\n', '<stdin>:3:10'])
  })

  test('is quiet when nobody reads on', async () => {
    await folder.write('endless', ENDLESS)
    const child = start('run', folder.at('endless'))
    let err = ''
    child.stderr.on('data', (text) => (err += text))
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await ending(child)
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })

  test('prints while the program runs, and Ctrl-C ends it', async () => {
    await folder.write('silent', SILENT)
    const child = start('run', folder.at('silent'))
    const line = await new Promise((resolve) =>
      child.stdout.once('data', (text) => resolve(String(text))),
    )
    expect(line).toBe('1\n')
    child.kill('SIGINT')
    expect(await ending(child)).toBe('SIGINT')
  })
})
