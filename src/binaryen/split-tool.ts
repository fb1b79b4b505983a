/**
 * Takes the source of a command-line tool, such as `binaryen/bin/wasm-opt`,
 * apart: glue and `.wasm`. As shipped, a tool is a script for Node that runs at
 * once, over Node's own files. Its glue holds all that browsers need, too:
 *
 * 1. It is no Node: every branch for it goes.
 * 2. The file system in memory stays as it is, in place of Node's, which two
 *    loops lay over it.
 * 3. Paths come from a library that runs anywhere.
 * 4. The whole becomes a factory. What it makes has the file system, the
 *    environment, and `run` with the words of a command line.
 */
import type { AnyNode, Node } from 'acorn'
import { literalText, PackageScript, type Edit } from './package-script.ts'

/**
 * @param name such as `wasm-opt`
 * @throws {Error} naming the edit, if one does not match exactly once or the
 *   binary is not valid WebAssembly
 */
export function splitTool(
  source: string,
  name: string,
): { glue: string; wasm: Uint8Array } {
  const script = new PackageScript(source.replace(/^#!/, '//'), {
    name: `binaryen/bin/${name}`,
    editedIn: 'src/binaryen/split-tool.ts',
    sourceType: 'script',
  })
  const { node, wasm } = script.binary()
  const body = script.edited([
    { node, text: 'null' },
    { node: declared(script, 'Module'), text: 'given' },
    // Every branch for Node is dead then.
    { node: declared(script, 'ENVIRONMENT_IS_NODE'), text: 'false' },
    noRefusal(script),
    ...noOverlay(script),
    ...noModules(script),
    start(script),
  ])
  const glue = `import nodePath from 'path-browserify';
export default function (given) {
var module, __filename, __dirname, process;
${body}
}
`
  return { glue, wasm }
}

/** `if (!ENVIRONMENT_IS_NODE) throw …` goes. */
function noRefusal(script: PackageScript): Edit {
  const refusals = script.find((node) =>
    node.type === 'IfStatement' &&
    node.test.type === 'UnaryExpression' &&
    named(node.test.argument, 'ENVIRONMENT_IS_NODE')
      ? node
      : null,
  )
  return { node: script.once('drop the refusal to run', refusals), text: '' }
}

/** `for (… of Object.entries(NODERAWFS…)) { FS[key] = … }` goes, twice. */
function noOverlay(script: PackageScript): Edit[] {
  return ['NODERAWFS', 'NODERAWFS_stream_funcs'].map((name) => {
    const loops = script.find((node) =>
      node.type === 'ForOfStatement' &&
      node.right.type === 'CallExpression' &&
      named(node.right.arguments[0], name)
        ? node
        : null,
    )
    const node = script.once(`leave ${name} out of the file system`, loops)
    return { node, text: '' }
  })
}

/** `nodePath` is the glue's own import; `nodeTTY` is needed by nobody. */
function noModules(script: PackageScript): Edit[] {
  return ['node:path', 'node:tty'].map((name) => {
    const statements = script.find((node) =>
      node.type === 'VariableDeclaration' &&
      node.declarations.length === 1 &&
      requires(node.declarations[0]!.init, name)
        ? node
        : null,
    )
    return { node: script.once(`drop "${name}"`, statements), text: '' }
  })
}

function requires(node: AnyNode | null | undefined, name: string): boolean {
  return (
    node?.type === 'CallExpression' &&
    named(node.callee, 'require') &&
    literalText(node.arguments[0] as AnyNode) === name
  )
}

/**
 * `createWasm().then(() => run())`, at the end: what is made is handed out, and
 * runs when it is told to.
 */
function start(script: PackageScript): Edit {
  const last = script.program.body.at(-1)!
  const calls = script.find((node) =>
    node.type === 'CallExpression' && named(node.callee, 'createWasm')
      ? node
      : null,
  )
  const call = script.once('find the start', calls)
  if (call.end > last.end || call.start !== last.start)
    throw script.changed('find the start', 'it is not the last statement')
  return {
    node: last,
    text: `return createWasm().then(() => ({
  FS,
  ENV,
  run(args) { preRun(); initRuntime(); return callMain(args); },
}));`,
  }
}

/** What a variable of this name is first set to. */
function declared(script: PackageScript, name: string): Node {
  const found = script.find((node) =>
    node.type === 'VariableDeclarator' && named(node.id, name)
      ? node.init
      : null,
  )
  return script.once(`find the variable ${name}`, found)
}

function named(node: Node | null | undefined, name: string): boolean {
  const given = node as AnyNode | null | undefined
  return given?.type === 'Identifier' && given.name === name
}
