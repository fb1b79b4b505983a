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

/** Pages nest no deeper than some 500 elements: what is below stands beside. */
const DEEPEST = 100
/** Levels that one sees at once with the root on top. */
const TALL = 14
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
  const isLarge = width > WIDE || heightOf(root) > TALL
  const size = isLarge ? 'large' : width <= NARROW ? 'small' : 'medium'
  return `<ul class="tree" role="tree" aria-label="${escape(name)}" data-size="${size}">${branchMarkup(root, '0', folded)}</ul>`
}

function branchMarkup(
  branch: TreeBranch,
  path: string,
  folded: ReadonlySet<string>,
  level = 1,
): string {
  const { node, kind, text, role, type, children } = branch
  const says = [role, text ?? kind, text && kind, type].filter(Boolean)
  const first = level === 1 ? '0' : '-1'
  const below = children
    .map((child, index) =>
      branchMarkup(child, `${path}.${index}`, folded, level + 1),
    )
    .join('')
  const own = (state: string, inside = '') =>
    `<li role="treeitem" aria-label="${escape(says.join(', '))}"${state} tabindex="${first}" data-node="${node}" data-path="${path}">${nodeMarkup(branch)}${inside}</li>`
  if (level > DEEPEST) return own(` aria-level="${level}"`) + below
  if (!below) return own('')
  const state = ` aria-expanded="${!folded.has(path)}"`
  return own(state, `<ul role="group">${below}</ul>`)
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

function heightOf({ children }: TreeBranch): number {
  let most = 0
  for (const child of children) most = Math.max(most, heightOf(child))
  return most + 1
}
