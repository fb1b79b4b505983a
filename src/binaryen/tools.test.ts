/** The tools in memory do byte for byte what the package's own programs do. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runToolHere } from './node.ts'
import { splitTool } from './split-tool.ts'
import { TOOLS, type ToolName } from './tools.ts'

const BIN = path.join(
  path.dirname(createRequire(import.meta.url).resolve('binaryen')),
  'bin',
)

const FILES = {
  'sum.wat': `(module
    (import "env" "log" (func $log (param i32)))
    (func $sum (export "sum") (param i32 i32) (result i32)
      (i32.add (i32.add (local.get 0) (local.get 1)) (i32.const 0)))
    (func (export "tell") (call $log (call $sum (i32.const 40) (i32.const 2))))
    (func $unused (result i32) (i32.const 7)))`,
  'log.wat': `(module (func (export "log") (param i32)))`,
  'wrong.wat': '(module (func (result i32) (i64.const 1)))',
  'broken.wat': '(module (fun))',
  'garbage.wasm': 'no module at all',
  'roots.json': '[{"name": "out", "root": true, "export": "sum"}]',
  'script.wast':
    '(module (func (export "f") (result i32) (i32.const 1)))\n' +
    '(assert_return (invoke "f") (i32.const 1))\n',
}

/** One for each tool; `e2e/commanding.test.ts` has many, in the page. */
const COMMANDS: [tool: ToolName, ...words: string[]][] = [
  ['wasm-as', 'sum.wat', '-o', 'sum.wasm'],
  ['wasm-opt', 'wrong.wat', '-O'],
  ['wasm-dis', 'garbage.wasm'],
  ['wasm-merge', 'sum.wat', 'main', 'log.wat', 'env', '-o', 'both.wasm'],
  ['wasm-metadce', 'sum.wat', '-f', 'roots.json', '-S', '-o', 'less.wat'],
  ['wasm-ctor-eval', 'log.wat', '--ctors=log', '-S', '-o', 'done.wat'],
  ['wasm2js', 'sum.wat'],
  ['wasm-shell', 'script.wast'],
]

test.each(COMMANDS)('%s %s %s %s', async (tool, ...words) => {
  const files = new Map(
    Object.entries(FILES).map(([name, text]) => [name, encoded(text)]),
  )
  const here = await runToolHere({ tool, words, files })
  expect({
    status: here.status,
    out: decoded(here.out),
    err: decoded(here.err),
    files: listed(here.files),
  }).toEqual(await runProcess(tool, words))
})

test('reads standard input, and the environment', async () => {
  const { status, out, err } = await runToolHere({
    tool: 'wasm-opt',
    words: ['-', '-O1', '-S', '-o', '-'],
    files: new Map(),
    input: encoded('(module (func (export "f")))'),
    environment: { BINARYEN_PASS_DEBUG: '1' },
  })
  expect(status).toBe(0)
  expect(decoded(out)).toContain('(export "f"')
  expect(decoded(err)).toContain('running pass: vacuum')
})

test('tells each line as it comes, and makes folders', async () => {
  const heard: string[] = []
  const { files } = await runToolHere({
    tool: 'wasm-as',
    words: ['in/a.wat', '-o', 'in/a.wasm'],
    files: new Map([['in/a.wat', encoded('(module)')]]),
    onOutput: (stream, bytes) => heard.push(stream + decoded(bytes)),
  })
  expect([...files.keys()].sort()).toEqual(['in/a.wasm', 'in/a.wat'])
  expect(heard).toEqual([])
  await runToolHere({
    tool: 'wasm-opt',
    words: ['a.wat', '--print'],
    files: new Map([['a.wat', encoded('(module (func))')]]),
    onOutput: (stream, bytes) => heard.push(stream + decoded(bytes)),
  })
  expect(heard[0]).toBe('out(module\n')
})

test('gives back what was not written to as the array that it was', async () => {
  const [kept, over] = [encoded('(module (func))'), encoded('(module)')]
  const { files } = await runToolHere({
    tool: 'wasm-as',
    words: ['kept.wat', '-o', 'over.wat'],
    files: new Map([
      ['kept.wat', kept],
      ['over.wat', over],
    ]),
  })
  expect(files.get('kept.wat')).toBe(kept)
  expect(decoded(files.get('over.wat')!)).toMatch(/^\0asm/)
  expect(decoded(over)).toBe('(module)')
})

test('all tools can be split', () => {
  const commanded = new Set(COMMANDS.map(([tool]) => tool))
  expect(TOOLS.filter((tool) => !commanded.has(tool))).toEqual([])
})

describe('splitTool', () => {
  /** What the real tool has, as each of the edits has to find it. */
  const PARTS: [part: string, RegExp][] = [
    ['module', /var Module=[^;]+;/],
    ['Node check', /var ENVIRONMENT_IS_NODE=[^;]+;/],
    ['paths', /var nodePath=[^;]+;/],
    ['refusal', /if\(!ENVIRONMENT_IS_NODE\)\{[^}]*\}/],
    ['terminal', /var nodeTTY=[^;]+;/],
    ['files', /for\([^)]*Object\.entries\(NODERAWFS\)\)\{[^}]*\}/],
    ['streams', /for\([^)]*entries\(NODERAWFS_stream_funcs\)\)\{[^}]*\}/],
    ['start', /createWasm\(\)\.then\([^;]*/],
  ]

  test.each(PARTS)('refuses a tool without its %s', async (_, part) => {
    const tool = await readFile(path.join(BIN, 'wasm-as'), 'utf8')
    const wanting = tool.replace(part, '')
    expect(wanting.length).toBeLessThan(tool.length)
    expect(() => splitTool(wanting, 'wasm-as')).toThrow(
      /splitting binaryen\/bin\/wasm-as: .*src\/binaryen\/split-tool\.ts/,
    )
  })
})

/** What the package's own program says and writes, in a folder of its own. */
async function runProcess(tool: ToolName, words: string[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'tool-'))
  try {
    for (const [name, text] of Object.entries(FILES))
      await writeFile(path.join(folder, name), text)
    const { status, out, err } = await new Promise<{
      status: number
      out: string
      err: string
    }>((resolve) => {
      const options = { cwd: folder, maxBuffer: 2 ** 26 }
      execFile(
        process.execPath,
        // Nothing here runs for long enough to be worth optimising.
        ['--liftoff-only', path.join(BIN, tool), ...words],
        options,
        (error, stdout, stderr) => {
          const code = error ? Number(error.code) : 0
          resolve({ status: code, out: stdout, err: stderr })
        },
      )
    })
    const files = new Map<string, Uint8Array>()
    for (const name of await readdir(folder))
      files.set(name, await readFile(path.join(folder, name)))
    return { status, out, err, files: listed(files) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Files by name, as text that can be compared and read. */
function listed(files: ReadonlyMap<string, Uint8Array>): string[] {
  return [...files]
    .map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('latin1')}`)
    .sort()
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
