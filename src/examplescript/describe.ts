/**
 * Says what stands at a place of a program: the declaration of a name, the type
 * of an expression, what a builtin does. A program with problems is described,
 * too, as far as it could be understood.
 */
import { builtinNamed } from './builtin.ts'
import { understand, type Understanding } from './check.ts'
import type { Meant } from './check-notes.ts'
import {
  CONSOLE_LOG,
  builtinSays,
  builtinSignature,
  declarationOf,
  isMember,
  sentence,
  OWN_MEMBERS,
  signatureOf,
  SPACES,
  typeSays,
  typeText,
  UNKNOWN_SAYS,
  type Said,
} from './describe-signature.ts'
import { BINARY } from './operators.ts'
import {
  childrenOf,
  type Expression,
  type Name,
  type Place,
  type TreeNode,
  type TypeName,
} from './tree.ts'
import { NAMED, STRING, UNKNOWN, VOID, type Type } from './type.ts'

/** What stands at a place, for a reader; `code` is a line such as `let x: i32`, or only a type. */
export type Description = Said & Place

/**
 * @param program a source, or what is understood of it already
 * @returns nothing where there is nothing to say: in gaps, at statements
 */
export function describeAt(
  program: string | Understanding,
  offset: number,
): Description | undefined {
  const known = typeof program === 'string' ? understand(program) : program
  const path = pathTo(known.tree, offset)
  // A sign and its number are one.
  if (path.at(-1)?.kind === 'number' && path.at(-2)?.kind === 'unary')
    path.pop()
  const node = path.at(-1)!
  const said = sayNode(known, path)
  if (!said) return undefined
  const { from, to } = wholeName(known, path) ?? node
  return { from, to, ...said }
}

/** The nodes around a place, from the program in; before a name's end, it is in it. */
export function pathTo(tree: TreeNode, offset: number): TreeNode[] {
  const path = [tree]
  for (let node: TreeNode | undefined = tree; node;) {
    const around: TreeNode[] = childrenOf(node).filter(
      ({ from, to }) => from <= offset && offset <= to,
    )
    node = around.findLast(({ to }) => offset < to) ?? around.at(-1)
    if (node) path.push(node)
  }
  return path
}

function sayNode(known: Understanding, path: TreeNode[]): Said | undefined {
  const node = path.at(-1)!
  const parent = path.at(-2)
  switch (node.kind) {
    case 'name':
      return sayName(known, node, path)
    case 'type':
      return sayType(known, node)
    case 'parameter':
    case 'field':
    case 'variable':
      return undefined
    default:
      return parent && isExpression(known, node)
        ? sayExpression(known, node)
        : undefined
  }
}

/** `memory.fill` is one name, wherever in it one points. */
function wholeName(known: Understanding, path: TreeNode[]): Place | undefined {
  const parent = path.at(-2)
  return parent?.kind === 'member' && isSpace(known, parent.object)
    ? parent
    : undefined
}

function isSpace({ notes }: Understanding, object: Expression): object is Name {
  if (object.kind !== 'name' || notes.names.has(object)) return false
  return SPACES.has(object.text) || object.text === 'console'
}

function sayName(
  known: Understanding,
  node: Name,
  path: TreeNode[],
): Said | undefined {
  const parent = path.at(-2)
  const { names } = known.notes
  const meant = names.get(node)
  if (meant) return sayMeant(known, meant, path)
  if (parent?.kind === 'member') return sayMember(known, parent, node)
  return isExpression(known, node) ? sayExpression(known, node) : undefined
}

/** A member that nothing is noted of: of a string, an array, or a namespace. */
function sayMember(
  known: Understanding,
  member: Extract<TreeNode, { kind: 'member' }>,
  node: Name,
): Said | undefined {
  const { object, name } = member
  if (isSpace(known, object)) {
    const called = `${object.text}.${name.text}`
    const builtin = builtinNamed(called)
    if (builtin) {
      return { code: builtinSignature(builtin), says: builtinSays(builtin) }
    }
    if (called === 'console.log') return CONSOLE_LOG
  }
  if (node !== name) return undefined
  const type = known.notes.expressions.get(object)?.type
  return type && OWN_MEMBERS.get(`${type.kind}.${name.text}`)
}

/** What a declaration says; at a use, also what became of it there. */
function sayMeant(
  known: Understanding,
  meant: Meant,
  path: TreeNode[],
): Said | undefined {
  switch (meant.kind) {
    case 'builtin':
      return sayBuiltin(known, meant.builtin.name, path)
    case 'conversion': {
      const { name } = meant.type
      const code = `${name}(x): ${name}`
      return { code, says: `Makes ${name} of another number, or of a bool.` }
    }
    case 'field': {
      const code = `${meant.name}: ${typeText(meant.type)}`
      return { code, says: 'A field.' }
    }
    case 'function':
      return {
        code: declarationOf(meant),
        ...(isMember(meant) && { says: memberSays(meant.name) }),
      }
    case 'import': {
      const { module, external } = meant
      const says = `The host brings it along, as ${external} of ${module}.`
      return { code: declarationOf(meant), says }
    }
    case 'class':
      return { code: declarationOf(meant), says: 'A class.' }
    case 'local':
    case 'global':
      return sayVariable(known, meant, path)
  }
}

function memberSays(name: string): string {
  const [owner, member] = name.split('#')
  return member === 'constructor'
    ? `Makes an object of ${owner}.`
    : `A method of ${owner}.`
}

function sayVariable(
  known: Understanding,
  variable: Extract<Meant, { kind: 'local' | 'global' }>,
  path: TreeNode[],
): Said {
  const node = path.at(-1) as Name
  const owner = path.findLast(({ kind }) => kind === 'function')
  const isParameter =
    owner?.kind === 'function' &&
    owner.parameters.some(
      ({ name }) => known.notes.names.get(name) === variable,
    )
  const code = isParameter
    ? `${variable.name}: ${typeText(variable.type)}`
    : declarationOf(variable)
  const here = isExpression(known, node) ? becomes(known, node) : undefined
  const says = [
    isParameter && 'A parameter.',
    variable.kind === 'global' && 'A global variable.',
    variable.type === UNKNOWN && UNKNOWN_SAYS,
    here ?? narrowed(known, node, variable.type),
  ]
  const said = says.filter(Boolean).join(' ')
  return { code, ...(said && { says: said }) }
}

/** What is known not to be null at one place is of another type there. */
function narrowed(
  { notes }: Understanding,
  node: Name,
  type: Type,
): string | undefined {
  const own = notes.expressions.get(node)?.type
  const isOther = own && own !== type && own !== UNKNOWN
  return isOther ? `Here it is ${typeText(own)}.` : undefined
}

function sayBuiltin(
  known: Understanding,
  name: string,
  path: TreeNode[],
): Said {
  const builtin = builtinNamed(name)!
  const call = path.findLast(({ kind }) => kind === 'call')
  const typed = call && known.notes.expressions.get(call as Expression)
  const of =
    typed?.kind === 'builtin' && builtin.takes && typed.builtin === builtin
      ? typed.of
      : undefined
  const says = of ? sentence(builtin.says) : builtinSays(builtin)
  return { code: builtinSignature(builtin, of), says }
}

function sayType(known: Understanding, node: TypeName): Said | undefined {
  const { name } = node
  const type = NAMED.get(name) ?? (name === 'string' ? STRING : undefined)
  if (type) return { code: typeWritten(node), says: typeSays(type) }
  if (name === 'StaticArray') {
    const says = 'An array, whose length is fixed.'
    return { code: typeWritten(node), says }
  }
  const made = known.notes.classes.find(({ class: one }) => one.name === name)
  if (!made) return undefined
  const says = `Objects are made by ${signatureOf(made.constructs)}.`
  const code = node.isNullable ? typeWritten(node) : declarationOf(made)
  return { code, says }
}

function typeWritten({ name, element, isNullable }: TypeName): string {
  const inner = element ? `<${typeWritten(element)}>` : ''
  return `${name}${inner}${isNullable ? ' | null' : ''}`
}

function isExpression(
  { notes }: Understanding,
  node: TreeNode,
): node is Expression {
  return notes.expressions.has(node as Expression)
}

/** The type of an expression, and what it becomes. */
function sayExpression(
  known: Understanding,
  node: Expression,
): Said | undefined {
  const { type } = known.notes.expressions.get(node)!
  const isDone = type === VOID && node.kind !== 'call'
  if (type === UNKNOWN || isDone) return undefined
  const operator = node.kind === 'binary' ? BINARY[node.operator] : undefined
  const says = [
    operator && sentence(operator.says),
    node.kind === 'this' && 'The object that the method is called on.',
    becomes(known, node),
  ]
  const said = says.filter(Boolean).join(' ')
  const name = node.kind === 'this' ? 'this: ' : ''
  return { code: `${name}${typeText(type)}`, ...(said && { says: said }) }
}

/** “i32, which becomes f64 here”, if the program does not say it. */
function becomes(
  { notes }: Understanding,
  node: Expression,
): string | undefined {
  const typed = notes.expressions.get(node)
  const type = typed && notes.conversions.get(typed)
  return (
    type && `${typeText(typed.type)}, which becomes ${typeText(type)} here.`
  )
}
