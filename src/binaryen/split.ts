/**
 * Takes the pinned `binaryen` package apart into glue and `.wasm`, at build
 * time. As shipped it is one script with the WebAssembly binary inside, written
 * as a 14.7 MB template literal: no browser can stream it, keep its compiled
 * code, or start a second instance from it.
 *
 * 1. Parse the package and find what has to change (`takeApart`). Everything is
 *    found by its shape, since names are minified, and must be there exactly
 *    once: a Binaryen that is built differently stops here, and says where.
 * 2. Decode the literal and validate the binary.
 * 3. Keep both files in a cache folder named after the package's version and
 *    file, so that this is done once (`splitBinaryen`).
 */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parse, type AnyNode, type Node, type Program } from 'acorn'

/** Raise it with every change to what `takeApart` writes: old caches expire. */
const RECIPE = 1

/** A literal at least this long, in characters, can only be the binary. */
const BINARY_LENGTH = 1_000_000

/** Where the two halves of the library lie. */
export interface SplitBinaryen {
  /** Absolute path of the ES module whose default export is the factory. */
  glue: string
  /** Absolute path of the WebAssembly binary. */
  wasm: string
  /** Size of the binary in bytes. */
  wasmBytes: number
  /** Version of the package, such as `132.0.0`. */
  version: string
}

/**
 * Splits the installed `binaryen` package, or finds it already split. The first
 * call takes about two seconds, the next ones a few milliseconds, in any
 * process; two processes may do it at once.
 *
 * @throws {Error} if the package is not built as expected (see `takeApart`)
 */
export async function splitBinaryen(): Promise<SplitBinaryen> {
  const main = createRequire(import.meta.url).resolve('binaryen')
  const home = path.dirname(main)
  const manifest = await readFile(path.join(home, 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const { size, mtimeMs } = await stat(main)
  const id = hash([RECIPE, size, mtimeMs])
  const cache = path.resolve(home, '../.cache/a-wasm-new-year')
  const folder = path.join(cache, `binaryen-${version}-${id}`)
  const glue = path.join(folder, 'glue.js')
  const wasm = path.join(folder, 'binaryen.wasm')
  const found = await stat(wasm).catch(() => null)
  const wasmBytes = found?.size ?? (await fill(folder, main))
  return { glue, wasm, wasmBytes, version }
}

/** Writes both files beside `folder` and moves them there in one step. */
async function fill(folder: string, main: string): Promise<number> {
  const { glue, wasm } = takeApart(await readFile(main, 'utf8'))
  await mkdir(path.dirname(folder), { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  await writeFile(path.join(draft, 'glue.js'), glue)
  await writeFile(path.join(draft, 'binaryen.wasm'), wasm)
  try {
    await rename(draft, folder)
  } catch (error) {
    // Another process may have been first; its files are the same.
    await rm(draft, { recursive: true })
    if (!(await stat(folder).catch(() => null))) throw error
  }
  return wasm.length
}

/**
 * Takes the source of `binaryen/index.js` apart. The glue's default export is
 * Emscripten's factory in place of an instance that is already running, it
 * takes its binary from the `instantiateWasm` hook only, and nothing in it asks
 * for Node, so that every bundler and every host may run it.
 *
 * @throws {Error} naming the edit, if one does not match exactly once or the
 *   binary is not valid WebAssembly
 */
export function takeApart(source: string): { glue: string; wasm: Uint8Array } {
  const program = parse(source, { ecmaVersion: 2023, sourceType: 'module' })
  const binary = findBinary(program)
  const wasm = decode(binary.text)
  if (!WebAssembly.validate(wasm))
    throw changed('decode the binary', 'what came out is not WebAssembly')
  const glue = applyEdits(source, [
    { node: binary.node, text: 'null' },
    ...findNodeBranch(program),
    ...findSingleton(program),
  ])
  return { glue, wasm }
}

/** Replaces the characters of one node. */
interface Edit {
  node: Node
  text: string
}

/** The call that decodes the binary, and the text it is given. */
function findBinary(program: Program): { node: Node; text: string } {
  const found: { node: Node; text: string }[] = []
  for (const node of walk(program)) {
    if (node.type !== 'CallExpression' || node.arguments.length !== 1) continue
    const text = literalText(node.arguments[0] as AnyNode)
    if (text && text.length > BINARY_LENGTH) found.push({ node, text })
  }
  return once('find the binary as the only argument of a call', found)
}

/** The characters of a string or template literal; `null` for other nodes. */
function literalText(node: AnyNode): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string')
    return node.value
  if (node.type !== 'TemplateLiteral' || node.expressions.length) return null
  return node.quasis[0]?.value.cooked ?? null
}

/** Drops `if (isNode) { … import("node:module") … }`; `isNode` becomes false. */
function findNodeBranch(program: Program): Edit[] {
  const branches: { node: Node; test: string }[] = []
  const checks: { name: string; node: Node }[] = []
  for (const node of walk(program)) {
    if (node.type === 'IfStatement' && node.test.type === 'Identifier')
      if (importsNodeModule(node.consequent))
        branches.push({ node, test: node.test.name })
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier')
      if (node.init) checks.push({ name: node.id.name, node: node.init })
  }
  const branch = once('drop the import of "node:module"', branches)
  const isCheck = (check: { name: string }) => check.name === branch.test
  const check = once('set the Node check to false', checks.filter(isCheck))
  return [
    { node: branch.node, text: '' },
    { node: check.node, text: 'false' },
  ]
}

function importsNodeModule(branch: Node): boolean {
  for (const node of walk(branch))
    if (node.type === 'ImportExpression')
      return literalText(node.source) === 'node:module'
  return false
}

/** `var o = await factory(), …; export { o as default }`: export `factory`. */
function findSingleton(program: Program): Edit[] {
  const awaited: { node: Node; factory: string }[] = []
  for (const node of program.body) {
    if (node.type !== 'VariableDeclaration') continue
    const init = node.declarations[0]?.init
    if (init?.type !== 'AwaitExpression') continue
    const call = init.argument
    if (call.type === 'CallExpression' && call.callee.type === 'Identifier')
      awaited.push({ node, factory: call.callee.name })
  }
  const exported = program.body.filter((node) => node.type.startsWith('Export'))
  const { node, factory } = once('find the awaited instance', awaited)
  return [
    { node, text: '' },
    {
      node: once('find the one export', exported),
      text: `export { ${factory} as default };`,
    },
  ]
}

/**
 * What Emscripten's `binaryDecode` does: one character for each byte, where
 * characters above 255 stand for the byte 0.
 */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < bytes.length; i++) {
    const code = text.charCodeAt(i)
    bytes[i] = (~code >> 8) & code
  }
  return bytes
}

function applyEdits(source: string, edits: Edit[]): string {
  let result = ''
  let end = 0
  for (const { node, text } of edits.sort(
    (a, b) => a.node.start - b.node.start,
  )) {
    result += source.slice(end, node.start) + text
    end = node.end
  }
  return result + source.slice(end)
}

/** Every node below `root`, and `root` itself, in no particular order. */
function* walk(root: Node): Generator<AnyNode> {
  const waiting: unknown[] = [root]
  while (waiting.length) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    if ('type' in value && 'start' in value) yield value as AnyNode
    waiting.push(...Object.values(value))
  }
}

/** The only element of `found`. */
function once<T>(edit: string, found: T[]): T {
  if (found.length !== 1)
    throw changed(edit, `it matched ${found.length} times instead of once`)
  return found[0]!
}

function changed(edit: string, happened: string): Error {
  return new Error(
    `Cannot ${edit} while splitting binaryen/index.js: ${happened}. ` +
      `Binaryen's build has probably changed. Install the version pinned in ` +
      `package.json, or adapt this edit in src/binaryen/split.ts.`,
  )
}

function hash(parts: readonly unknown[]): string {
  const text = JSON.stringify(parts)
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
