/** A tree as it is drawn: what stands at each node, and what is below it. */
export interface Branch {
  /** The number of its node in the tree of the source. */
  node: number
  /** What kind of node it is, in the compiler's own word. */
  kind: string
  /** What it says: an operator, a name, a value; its kind says it for the rest. */
  text?: string
  /** What it is to the node above, where the kinds leave that open. */
  role?: string
  /** The type of its value. */
  type?: string
  children: Branch[]
}

/** How people say what a part is to the whole, where it is not plain to see. */
const ROLES = new Map([
  ['test', 'test'],
  ['consequent', 'then'],
  ['alternate', 'else'],
  ['start', 'start'],
  ['step', 'step'],
  ['body', 'body'],
  ['returns', 'returns'],
  ['element', 'of'],
])

/** @param property by which the node above knows it */
export function roleOf(property: string): { role?: string } {
  const role = ROLES.get(property)
  return role ? { role } : {}
}
