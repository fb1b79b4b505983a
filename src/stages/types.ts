/**
 * The typed tree as it is drawn: what the checker knows of each expression, with
 * the conversions written out that nobody wrote.
 */
import {
  shownNumber,
  type Place,
  type TypedExpression,
  type TypedProgram,
  type TypedStatement,
} from '../examplescript/examplescript.ts'
import { roleOf, type Branch } from './branch.ts'
import type { Nodes } from './nodes.ts'
import { typedSignOf } from './sign.ts'

type TypedFunction = TypedProgram['functions'][number]
type TypedNode = TypedExpression | TypedStatement
type Parameters = TypedFunction['parameters']

/** The typed tree of a program. */
export function typesOf(typed: TypedProgram, nodes: Nodes): Branch {
  const { imports, globals, classes, functions } = typed
  const at = (place: Place) => nodes.at(place)
  const declared: (Place & { branch: Branch })[] = []
  const add = (place: Place, branch: Omit<Branch, 'node'>) => {
    const { from, to } = place
    declared.push({ from, to, branch: { node: at(place), ...branch } })
  }
  for (const one of imports) {
    const { name, parameters, returns } = one
    const type = signature(parameters, returns.name)
    add(one, { kind: 'import', text: name, type, children: [] })
  }
  for (const one of globals) {
    const { name, type, value } = one
    const children = value ? [branchOf(value, 'value', at)] : []
    add(one, { kind: 'global', text: name, type: type.name, children })
  }
  for (const one of classes) add(one, classBranch(one, at(one)))
  for (const one of functions) add(one, functionBranch(one, at))
  declared.sort((a, b) => a.from - b.from)
  const children = declared.map(({ branch }) => branch)
  return { node: 0, kind: 'program', children }
}

type At = (place: Place) => number

function signature(parameters: Parameters, returns: string): string {
  return `(${parameters.map(({ type }) => type.name).join(', ')}) → ${returns}`
}

function classBranch(
  { name, fields }: TypedProgram['classes'][number],
  node: number,
): Omit<Branch, 'node'> {
  const children = fields.map(({ name: text, type }) => ({
    node,
    kind: 'field',
    text,
    type: type.name,
    children: [],
  }))
  return { kind: 'class', text: name, children }
}

function functionBranch(made: TypedFunction, at: At): Omit<Branch, 'node'> {
  const { name, parameters, returns, body } = made
  const node = at(made)
  const given = parameters.map(({ name: text, type }) => ({
    node,
    kind: 'parameter',
    text,
    type: type.name,
    children: [],
  }))
  return {
    kind: 'function',
    text: name,
    type: signature(parameters, returns.name),
    children: [...given, ...body.map((one) => branchOf(one, '', at))],
  }
}

/** Properties that hold what is below a node; others say what it is about. */
const BELOW = new Set([
  'start',
  'test',
  'object',
  'array',
  'index',
  'length',
  'target',
  'value',
  'update',
  'operand',
  'left',
  'right',
  'consequent',
  'alternate',
  'expression',
  'text',
  'statements',
  'expressions',
  'operands',
  'cases',
  'body',
  'step',
])

function branchOf(node: TypedNode, property: string, at: At): Branch {
  const text = textOf(node)
  return {
    node: at(node),
    kind: node.kind,
    ...(text !== undefined && { text }),
    ...roleOf(property),
    ...('type' in node && { type: node.type.name }),
    children: below(node, at),
  }
}

function below(node: object, at: At): Branch[] {
  return Object.entries(node).flatMap(([name, value]) => {
    if (!BELOW.has(name) || typeof value !== 'object' || !value) return []
    const parts = (Array.isArray(value) ? value : [value]) as TypedNode[]
    return parts.map((part) =>
      // The cases of a switch have no kind of their own.
      'kind' in part
        ? branchOf(part, name, at)
        : { node: at(part), kind: 'case', children: below(part, at) },
    )
  })
}

function textOf(node: TypedNode): string | undefined {
  switch (node.kind) {
    case 'constant':
      return node.type.kind === 'bool'
        ? String(Boolean(node.value))
        : shownNumber(node.value)
    case 'text':
      return JSON.stringify(node.value)
    case 'get':
      return node.variable.name
    case 'field':
      return `.${node.field.name}`
    case 'element':
      return '[ ]'
    case 'length':
      return '.length'
    case 'set':
      return '='
    case 'negate':
      return '-'
    case 'complement':
      return '~'
    case 'not':
      return '!'
    case 'and':
      return '&&'
    case 'or':
      return '||'
    case 'conditional':
      return '? :'
    case 'binary':
      return typedSignOf(node.operator)
    case 'convert':
      return `${node.operand.type.name} → ${node.type.name}`
    case 'call':
      return node.callee.name
    case 'builtin':
      return node.builtin.name
    case 'new':
      return `new ${node.class.name}`
    default:
      return undefined
  }
}
