/** The names that can be seen from a place, the inner ones first. */
import type { Understanding } from './check.ts'
import type { Meant } from './check-notes.ts'
import type { CompletionOption } from './complete.ts'
import { declarationOf, signatureOf, typeText } from './describe-signature.ts'
import type { Name, Statement, TreeNode } from './tree.ts'

/** By what they are called; of two of one name, the inner one. */
export function namesAt(
  { notes, tree }: Understanding,
  path: readonly TreeNode[],
  at: number,
): Map<string, Meant> {
  const found = new Map<string, Meant>()
  const add = (name: Name) => {
    const meant = notes.names.get(name)
    if (meant && name.text && !found.has(name.text)) found.set(name.text, meant)
  }
  for (const node of path.toReversed()) {
    for (const name of declaredIn(node, at)) add(name)
  }
  for (const declaration of tree.declarations) {
    if (declaration.kind !== 'variables') add(declaration.name)
    else if (declaration.to <= at || !path.includes(declaration)) {
      for (const { name } of declaration.variables) add(name)
    }
  }
  return found
}

/** What a node declares for what is inside of it, and behind the declaration. */
function declaredIn(node: TreeNode, at: number): Name[] {
  switch (node.kind) {
    case 'block':
    case 'case':
      return variablesOf(node.statements, at)
    case 'for':
      return node.start ? variablesOf([node.start], at) : []
    case 'variables':
      return variablesOf([node], at)
    case 'function':
      return node.parameters.map(({ name }) => name)
    default:
      return []
  }
}

/** The variables that are there before a place, the last ones first. */
function variablesOf(statements: readonly Statement[], at: number): Name[] {
  return statements
    .filter((one) => one.kind === 'variables')
    .flatMap(({ variables }) => variables)
    .filter(({ to }) => to <= at)
    .map(({ name }) => name)
    .toReversed()
}

/** The same, as something that may be written. */
export function visibleNames(
  known: Understanding,
  path: readonly TreeNode[],
  at: number,
): CompletionOption[] {
  return [...namesAt(known, path, at)].flatMap(([label, meant]) => {
    const option = optionOf(label, meant)
    return option ? [option] : []
  })
}

function optionOf(label: string, meant: Meant): CompletionOption | undefined {
  switch (meant.kind) {
    case 'local':
    case 'global':
      return { label, kind: 'variable', detail: typeText(meant.type) }
    case 'function':
    case 'import': {
      const detail = signatureOf(meant).slice(label.length)
      return { label, kind: 'function', detail }
    }
    case 'class':
      return { label, kind: 'class', detail: declarationOf(meant) }
    default:
      return undefined
  }
}
