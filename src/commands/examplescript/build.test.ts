/** `build`: which files it writes, what is in them, and what it leaves alone. */
import { link, mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { beforeEach, describe, expect, test } from 'vitest'
import { Folder } from './terminal.fixture.ts'

const folder = new Folder()

const SOURCE = `// Grüße
function triple(x: i32): i32 {
  return x * 3
}
export function main(x: i32): i32 {
  return triple(x) / x
}
`

beforeEach(() => folder.write('my sum.example', SOURCE))

function build(...words: string[]) {
  return folder.call(['build', 'my sum.example', ...words])
}

async function run(file: string): Promise<unknown> {
  const module = new WebAssembly.Module(await readFile(folder.at(file)))
  const { main } = new WebAssembly.Instance(module).exports
  return (main as (x: number) => unknown)(5)
}

test('writes FILE.wasm to the current folder, and says so', async () => {
  await mkdir(folder.at('deep'), { recursive: true })
  await folder.write('deep/a.b.example', SOURCE)
  const { status, out, err } = await folder.call(['build', 'deep/a.b.example'])
  const { length } = await readFile(folder.at('a.b.wasm'))
  expect({ status, out }).toEqual({ status: 0, out: '' })
  expect(err).toBe(`a.b.wasm ${length} bytes\n`)
  expect(await run('a.b.wasm')).toBe(3)
})

test('writes where it is told to', async () => {
  expect((await build('-o', 'out.wasm')).status).toBe(0)
  expect((await build(`--out=${folder.at('absolute')}`)).status).toBe(0)
  expect(await run('out.wasm')).toBe(3)
  expect(await run('absolute')).toBe(3)
})

test('-o - is standard output', async () => {
  const { status, bytes, err } = await build('-o', '-')
  expect({ status, err }).toEqual({ status: 0, err: '' })
  await build('-o', 'same.wasm')
  expect(bytes).toEqual(await readFile(folder.at('same.wasm')))
})

test('optimises as much as it is told to', async () => {
  const sizes: Record<string, number> = {}
  for (const level of ['-O0', '-O1', '-O2', '-O3', '-O4', '-Os', '-Oz']) {
    const { status, bytes } = await build(level, '-o', '-')
    expect(status).toBe(0)
    sizes[level] = bytes.length
  }
  const unsaid = (await build('-o', '-')).bytes.length
  expect(unsaid).toBe(sizes['-O3'])
  expect(sizes['-O0']).toBeGreaterThan(sizes['-O2']!)
  expect(await build('-O5')).toMatchObject({
    status: 2,
    err: 'There is no level -O5. Write one of -O0 to -O4, -Os, -Oz.\n',
  })
})

test('--text writes the module as text', async () => {
  const { err } = await build('-o', 't.wasm', '--text')
  expect(err).toMatch(/^t\.wasm \d+ bytes\nt\.wat \d+ bytes\n$/)
  expect(await readFile(folder.at('t.wat'), 'utf8')).toMatch(/^\(module\n/)
})

test('--source-map writes a map that browsers can use', async () => {
  await mkdir(folder.at('maps'), { recursive: true })
  const out = 'maps/ä b.wasm'
  const { err } = await build('-O0', '-o', out, '--source-map')
  expect(err).toMatch(
    /^maps\/ä b\.wasm \d+ bytes\nmaps\/ä b\.wasm\.map \d+ bytes\n$/,
  )
  const module = new WebAssembly.Module(await readFile(folder.at(out)))
  const [section] = WebAssembly.Module.customSections(
    module,
    'sourceMappingURL',
  )
  const url = Buffer.from(section!).toString().slice(1)
  expect(url).toBe('%C3%A4%20b.wasm.map')
  const map = JSON.parse(await readFile(folder.at(`${out}.map`), 'utf8'))
  expect(map).toMatchObject({
    version: 3,
    sources: ['../my%20sum.example'],
    sourcesContent: [SOURCE],
  })
  const { length } = await readFile(folder.at(out))
  const lines = Array.from({ length }, (_, byte) => {
    const entry = new SourceMap(map).findEntry(0, byte)
    return 'originalLine' in entry ? entry.originalLine : undefined
  })
  expect(new Set(lines)).toContain(2)
})

describe('refuses', () => {
  test.each<[string, string[], string]>([
    [
      'the program itself',
      ['-o', './my sum.example'],
      './my sum.example is the program itself. Write -o and another file.\n',
    ],
    [
      'a link to it',
      ['-o', 'soft'],
      'soft is the program itself. Write -o and another file.\n',
    ],
    [
      'another name of it',
      ['-o', 'hard'],
      'hard is the program itself. Write -o and another file.\n',
    ],
    [
      'a map over it',
      ['-o', 'x', '--source-map'],
      'x.map is the program itself. Write -o and another file.\n',
    ],
    [
      'two files in one',
      ['-o', 'y.wat', '--text'],
      'y.wat is the module, too. Write -o and another file.\n',
    ],
    [
      'a folder',
      ['-o', 'new/'],
      'new/ is a folder. Write -o and a file in it.\n',
    ],
    ['the folder', ['-o', '.'], '. is a folder. Write -o and a file in it.\n'],
    [
      'a folder that is not there',
      ['-o', 'no/where.wasm'],
      'There is no folder no. Make it, or write -o and another file.\n',
    ],
    [
      'no name',
      ['-o', ''],
      'There is no name to write to. Write -o and a file.\n',
    ],
    [
      'more than a module on standard output',
      ['-o', '-', '--text'],
      'Standard output takes the module alone. Write -o and a file for more.\n',
    ],
  ])('%s', async (_, words, err) => {
    const source = folder.at('my sum.example')
    await symlink(source, folder.at('soft')).catch(() => {})
    await symlink(source, folder.at('x.map')).catch(() => {})
    await link(source, folder.at('hard')).catch(() => {})
    expect(await build(...words)).toMatchObject({ status: 2, out: '', err })
    expect(await readFile(source, 'utf8')).toBe(SOURCE)
  })

  test('standard input without a name', async () => {
    expect(await folder.callWith(SOURCE, 'build')).toMatchObject({
      status: 2,
      err: 'There is no name to write to. Write -o and a file.\n',
    })
    const told = await folder.callWith(
      SOURCE,
      'build',
      '-o',
      'in.wasm',
      '--source-map',
    )
    expect(told.status).toBe(0)
    const map = await readFile(folder.at('in.wasm.map'), 'utf8')
    expect(JSON.parse(map).sources).toEqual(['program.example'])
  })
})

test('writes all or nothing, and leaves nothing else', async () => {
  await mkdir(folder.at('all/b.wasm.map'), { recursive: true })
  const told = await build('-o', 'all/b.wasm', '--source-map')
  expect(told.status).toBe(2)
  expect(await readdir(folder.at('all'))).toEqual(['b.wasm.map'])
  await build('-o', 'all/c.wasm', '--source-map', '--text')
  expect((await readdir(folder.at('all'))).sort()).toEqual([
    'b.wasm.map',
    'c.wasm',
    'c.wasm.map',
    'c.wat',
  ])
})

test('devices stay devices, and links links', async () => {
  expect((await build('-o', '/dev/null')).status).toBe(0)
  await symlink('target.wasm', folder.at('link.wasm'))
  await folder.write('target.wasm', '')
  await build('-o', 'link.wasm')
  expect(await run('target.wasm')).toBe(3)
})

test('a program with errors writes nothing', async () => {
  await folder.write('bad.example', 'let a = b')
  expect((await folder.call(['build', 'bad.example'])).status).toBe(1)
  expect(await readdir(folder.at())).not.toContain('bad.wasm')
})
