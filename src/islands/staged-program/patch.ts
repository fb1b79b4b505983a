/**
 * Draws a view again, and keeps what is the same in it: a browser lays out only
 * what is new, so that a view of thousands of pieces follows each key.
 */

import { changedElement } from './changed.ts'

/** What was put into elements last: the markup, and the first node of it. */
const patched = new WeakMap<
  Element,
  { markup: string; first: ChildNode | null }
>()

/** Makes an element hold what the markup says, which is what figures write. */
export function patch(element: Element, markup: string): void {
  const last = patched.get(element)
  // Other words may have taken its place.
  const isThere = last && last.first === element.firstChild
  if (!isThere || !patchChanged(element, last.markup, markup)) {
    patchChildren(element, parsed(markup))
  }
  patched.set(element, { markup, first: element.firstChild })
}

/** @returns whether it could be done by patching one element within */
function patchChanged(
  element: Element,
  before: string,
  after: string,
): boolean {
  if (before === after) return true
  const changed = changedElement(before, after)
  if (!changed) return false
  const target = changed.path.reduce<Element | undefined>(
    (parent, index) => parent?.children[index],
    element,
  )
  const next = parsed(changed.markup)
  if (!target || next.childNodes.length !== 1) return false
  patchNode(target, next.firstChild!)
  return true
}

function parsed(markup: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = markup
  return template.content
}

/** What is more or less than before is taken to be in one place. */
function patchChildren(parent: Node, next: Node): void {
  const before = [...parent.childNodes]
  const after = [...next.childNodes]
  let at = 0
  while (at < before.length && before[at]!.isEqualNode(after[at] ?? null)) at++
  const more = after.length - before.length
  const behind = before[at] ?? null
  for (const node of after.splice(at, more)) parent.insertBefore(node, behind)
  for (const node of before.splice(at, -more)) parent.removeChild(node)
  for (; at < before.length; at++) patchNode(before[at]!, after[at]!)
}

function patchNode(node: ChildNode, next: ChildNode): void {
  if (node.isEqualNode(next)) return
  const isAlike = node.nodeName === next.nodeName
  if (isAlike && node instanceof Element && next instanceof Element) {
    patchAttributes(node, next)
    patchChildren(node, next)
  } else if (isAlike && node instanceof Text) {
    node.data = next.textContent!
  } else {
    node.replaceWith(next)
  }
}

function patchAttributes(element: Element, next: Element): void {
  for (const name of element.getAttributeNames()) {
    if (!next.hasAttribute(name)) element.removeAttribute(name)
  }
  for (const { name, value } of next.attributes) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value)
  }
}
