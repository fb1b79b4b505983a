/**
 * Draws a view again, and keeps what is the same in it: a browser lays out only
 * what is new, so that a view of thousands of pieces follows each key.
 */

/** Makes an element hold what the markup says. */
export function patch(element: Element, markup: string): void {
  const template = document.createElement('template')
  template.innerHTML = markup
  patchChildren(element, template.content)
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
