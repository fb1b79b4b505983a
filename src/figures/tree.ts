/**
 * A tree, drawn: a list of lists that screen readers know as a tree. A small one
 * stands with its root on top, a large one is indented; the sheet decides by the
 * width that it would take.
 */
import { escape } from './escape.ts'

/** What stands at a node, and what is below it. */
export interface TreeBranch {
  /** Its number, by which the views of a program light each other up. */
  node: number
  kind: string
  text?: string
  role?: string
  type?: string
  children: readonly TreeBranch[]
}

/** Columns of text that fit side by side on a phone, and in a card. */
const NARROW = 34
const WIDE = 86

/**
 * @param name what the tree is called
 * @param folded the paths of branches that are folded, such as `0.1`
 */
export function treeMarkup(
  root: TreeBranch,
  name: string,
  folded: ReadonlySet<string> = new Set(),
): string {
  const width = widthOf(root)
  const size = width <= NARROW ? 'small' : width <= WIDE ? 'medium' : 'large'
  return `<ul class="tree" role="tree" aria-label="${escape(name)}" data-size="${size}">${branchMarkup(root, '0', folded)}</ul>`
}

function branchMarkup(
  branch: TreeBranch,
  path: string,
  folded: ReadonlySet<string>,
): string {
  const { node, kind, text, role, type, children } = branch
  const says = [role, text ?? kind, text && kind, type].filter(Boolean)
  const open = !folded.has(path)
  const state = children.length > 0 ? ` aria-expanded="${open}"` : ''
  const first = path === '0' ? '0' : '-1'
  const below = children
    .map((child, index) => branchMarkup(child, `${path}.${index}`, folded))
    .join('')
  const group = below && `<ul role="group">${below}</ul>`
  return `<li role="treeitem" aria-label="${escape(says.join(', '))}"${state} tabindex="${first}" data-node="${node}" data-path="${path}">${nodeMarkup(branch)}${group}</li>`
}

function nodeMarkup({ kind, text, role, type }: TreeBranch): string {
  const before = role ? `<span class="role">${role}</span>` : ''
  const main = text === undefined ? kind : text
  const below = text === undefined ? '' : `<span class="kind">${kind}</span>`
  const chip = type ? `<span class="type">${escape(type)}</span>` : ''
  const named = text === undefined ? ' node-kind' : ''
  return `<span class="node${named}">${before}<code>${escape(main)}</code>${below}${chip}</span>`
}

/** How many columns a branch takes with its root on top. */
function widthOf({ kind, text, role, type, children }: TreeBranch): number {
  const own = Math.max(
    (text ?? kind).length,
    kind.length * 0.8,
    type?.length ?? 0,
  )
  const below = children.reduce((sum, child) => sum + widthOf(child), 0)
  return Math.max(own + (role?.length ?? 0) + 3, below)
}
