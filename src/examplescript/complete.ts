/**
 * Says what may be written at a place of a program, which may be half written:
 * the names that can be seen from there, members behind a dot, types where a
 * type stands, keywords where something begins.
 */
import { understand, type Understanding } from './check.ts'
import { describedMembers } from './complete-member.ts'
import { placeBefore, type PlaceBefore } from './complete-place.ts'
import { visibleNames } from './complete-scope.ts'
import { builtinOptions, keywordOptions, typeOptions } from './complete-word.ts'
import { pathTo } from './describe.ts'
import { BUILTINS } from './builtin.ts'
import type { TreeNode } from './tree.ts'

/** Something that may be written. */
export interface CompletionOption {
  label: string
  kind:
    | 'variable'
    | 'function'
    | 'type'
    | 'keyword'
    | 'builtin'
    | 'class'
    | 'field'
    | 'method'
  /** Its type, or what it takes and gives. */
  detail?: string
  /** Sentences on it. */
  says?: string
}

/** What may stand in the place of the word that is begun at `from`. */
export interface Completions {
  from: number
  options: CompletionOption[]
}

/** @returns nothing in comments, strings and numbers, and where a name is made up */
export function completionsAt(
  source: string,
  offset: number,
): Completions | undefined {
  const place = placeBefore(source, offset)
  if (!place) return undefined
  const { from } = place
  // The word becomes a name that is none yet, and has a place in the tree.
  const known = understand(`${source.slice(0, from)}_${source.slice(from)}`)
  const options = optionsAt(known, place)
  return options.length > 0 ? { from, options } : undefined
}

function optionsAt(
  known: Understanding,
  place: PlaceBefore,
): CompletionOption[] {
  const path = pathTo(known.tree, place.from)
  const node = path.at(-1)!
  const parent = path.at(-2)
  if (place.isMember) return describedMembers(known, place, path)
  const type = path.findLast(({ kind }) => kind === 'type')
  if (type?.from === place.from || isTypeArgument(place)) {
    return typeOptions(known, parent?.kind === 'new')
  }
  if (parent?.kind === 'field' && parent.name === node) {
    return keywordOptions(['constructor'])
  }
  if (isMadeUp(node, parent)) return []
  if (!isInside(path)) return keywordOptions(OUTSIDE)
  if (!place.beginsValue && !place.beginsStatement) return []
  const beginsStatement = place.beginsStatement && parent?.kind !== 'for'
  return [
    ...visibleNames(known, path, place.from),
    ...builtinOptions(),
    ...keywordOptions(VALUES),
    ...(beginsStatement ? keywordOptions(STATEMENTS) : []),
  ]
}

const OUTSIDE = ['class', 'const', 'declare', 'export', 'function', 'let']
const VALUES = ['false', 'new', 'null', 'this', 'true']
const STATEMENTS =
  'break case const continue default do else for if let return switch while'.split(
    ' ',
  )

const GENERIC = new Set([
  'StaticArray',
  ...Object.values(BUILTINS)
    .flat()
    .filter(({ takes }) => takes)
    .map(({ name }) => name),
])

/** `load<` of which nothing more is written yet. */
function isTypeArgument({ before }: PlaceBefore): boolean {
  return before.at(-1) === '<' && GENERIC.has(before.at(-2) ?? '')
}

/** A name that is about to be declared: nobody knows which one. */
function isMadeUp(node: TreeNode, parent: TreeNode | undefined): boolean {
  if (node.kind !== 'name' || !parent) return false
  return 'name' in parent && parent.name === node
}

/** Whether it is in a function, or in the value of a variable. */
function isInside(path: readonly TreeNode[]): boolean {
  return path.some(({ kind }) => kind === 'function' || kind === 'variables')
}
