/**
 * Takes the source of `binaryen/index.js` apart: glue and `.wasm`. The glue's
 * default export is Emscripten's factory in place of an instance that is
 * already running, it takes its binary from the `instantiateWasm` hook only,
 * and nothing in it asks for Node, so that every bundler and every host may
 * run it.
 */
import type { Node } from 'acorn'
import {
  literalText,
  PackageScript,
  walk,
  type Edit,
} from './package-script.ts'

/**
 * @throws {Error} naming the edit, if one does not match exactly once or the
 *   binary is not valid WebAssembly
 */
export function splitLibrary(source: string): {
  glue: string
  wasm: Uint8Array
} {
  const script = new PackageScript(source, {
    name: 'binaryen/index.js',
    editedIn: 'src/binaryen/split-library.ts',
    sourceType: 'module',
  })
  const { node, wasm } = script.binary()
  const glue = script.edited([
    { node, text: 'null' },
    ...nodeBranch(script),
    ...singleton(script),
  ])
  return { glue, wasm }
}

/** Drops `if (isNode) { … import("node:module") … }`; `isNode` becomes false. */
function nodeBranch(script: PackageScript): Edit[] {
  const branch = script.once(
    'drop the import of "node:module"',
    script.find((node) =>
      node.type === 'IfStatement' &&
      node.test.type === 'Identifier' &&
      importsNodeModule(node.consequent)
        ? { node, test: node.test.name }
        : null,
    ),
  )
  const check = script.once(
    'set the Node check to false',
    script.find((node) =>
      node.type === 'VariableDeclarator' &&
      node.id.type === 'Identifier' &&
      node.id.name === branch.test
        ? node.init
        : null,
    ),
  )
  return [
    { node: branch.node, text: '' },
    { node: check, text: 'false' },
  ]
}

function importsNodeModule(branch: Node): boolean {
  for (const node of walk(branch))
    if (node.type === 'ImportExpression')
      return literalText(node.source) === 'node:module'
  return false
}

/** `var o = await factory(), …; export { o as default }`: export `factory`. */
function singleton(script: PackageScript): Edit[] {
  const { body } = script.program
  const awaited = body.flatMap((node) => {
    if (node.type !== 'VariableDeclaration') return []
    const init = node.declarations[0]?.init
    if (init?.type !== 'AwaitExpression') return []
    const call = init.argument
    return call.type === 'CallExpression' && call.callee.type === 'Identifier'
      ? { node, factory: call.callee.name }
      : []
  })
  const exported = body.filter((node) => node.type.startsWith('Export'))
  const { node, factory } = script.once('find the awaited instance', awaited)
  return [
    { node, text: '' },
    {
      node: script.once('find the one export', exported),
      text: `export { ${factory} as default };`,
    },
  ]
}
