/** Expressions, as the evaluator of the tests walks them. */
import { evaluateBuiltin } from './evaluate-builtin.ts'
import { converted } from './evaluate-convert.ts'
import type { Frame } from './evaluate-frame.ts'
import { complemented, negated, operate } from './evaluate-number.ts'
import {
  emptyOf,
  indexIn,
  newObject,
  Trap,
  type ArrayValue,
  type ObjectValue,
  type Value,
} from './evaluate-value.ts'
import {
  isReference,
  type ArrayType,
  type Type,
  type ValueType,
} from '../type.ts'
import type { Target, TypedExpression } from '../typed.ts'

/** The value of an expression; null for one that gives nothing. */
export function evaluate(frame: Frame, node: TypedExpression): Value {
  switch (node.kind) {
    case 'constant':
    case 'text':
      return node.value
    case 'null':
      return null
    case 'get':
    case 'field':
    case 'element':
      return get(frame, node)
    case 'length':
      return (evaluate(frame, node.array) as ArrayValue).elements.length
    case 'set':
      return set(frame, node.target, () => evaluate(frame, node.value))
    case 'postfix': {
      const before = get(frame, node.target)
      frame.values[node.temporary.index] = before
      set(frame, node.target, () => evaluate(frame, node.update))
      return before
    }
    case 'sequence':
      return evaluateAll(frame, node.expressions).at(-1)!
    case 'conditional':
      return evaluate(
        frame,
        evaluate(frame, node.test) ? node.consequent : node.alternate,
      )
    default:
      return evaluateOperation(frame, node)
  }
}

function evaluateAll(frame: Frame, nodes: readonly TypedExpression[]): Value[] {
  return nodes.map((node) => evaluate(frame, node))
}

type Operation = Exclude<
  TypedExpression,
  {
    kind:
      | ('constant' | 'text' | 'null' | 'get' | 'field' | 'element')
      | ('length' | 'set' | 'postfix' | 'sequence' | 'conditional')
  }
>

function evaluateOperation(frame: Frame, node: Operation): Value {
  switch (node.kind) {
    case 'negate':
    case 'complement': {
      const act = node.kind === 'negate' ? negated : complemented
      return act(evaluate(frame, node.operand) as number, numeric(node.type))
    }
    case 'not':
      return evaluate(frame, node.operand) ? 0 : 1
    case 'binary':
      return evaluateBinary(frame, node)
    case 'and':
      return evaluate(frame, node.left) ? evaluate(frame, node.right) : 0
    case 'or':
      return evaluate(frame, node.left) ? 1 : evaluate(frame, node.right)
    case 'convert':
      return converted(
        evaluate(frame, node.operand),
        node.operand.type,
        node.type,
      )
    case 'notNull':
      return notNull(evaluate(frame, node.operand))
    default:
      return evaluateCall(frame, node)
  }
}

type CallNode = Extract<
  Operation,
  { kind: 'call' | 'builtin' | 'new' | 'newArray' | 'strings' | 'log' }
> & { type: Type }

function evaluateCall(frame: Frame, node: CallNode): Value {
  const { machine } = frame
  switch (node.kind) {
    case 'call':
      return machine.call(node.callee, evaluateAll(frame, node.operands))
    case 'builtin':
      return evaluateBuiltin(
        node,
        evaluateAll(frame, node.operands),
        machine.memory,
      )
    case 'new': {
      const object = newObject(node.class.fields)
      const operands = evaluateAll(frame, node.operands)
      machine.call(node.constructor, [object, ...operands])
      return object
    }
    case 'newArray':
      return newArray(node.type, evaluate(frame, node.length) as number)
    case 'strings':
      return evaluateString(node.does, evaluateAll(frame, node.operands))
    case 'log':
      machine.print(evaluate(frame, node.text) as string)
      return null
  }
}

function numeric(type: Type): ValueType {
  return type as ValueType
}

function evaluateBinary(
  frame: Frame,
  { operator, left, right }: Extract<TypedExpression, { kind: 'binary' }>,
): Value {
  const one = evaluate(frame, left)
  const other = evaluate(frame, right)
  if (isReference(left.type)) {
    return Number((one === other) === (operator === 'equals'))
  }
  return operate(operator, numeric(left.type), one as number, other as number)
}

function notNull(value: Value): Value {
  if (value === null) throw new Trap('null')
  return value
}

function get(frame: Frame, node: Target): Value {
  if (node.kind === 'get') {
    const { variable } = node
    return variable.kind === 'local'
      ? frame.values[variable.index]!
      : frame.machine.globals.get(variable)!
  }
  if (node.kind === 'field') {
    const object = evaluate(frame, node.object) as ObjectValue
    return object.fields[node.field.index]!
  }
  const array = evaluate(frame, node.array) as ArrayValue
  const index = indexIn(array, evaluate(frame, node.index))
  const value = array.elements[index]!
  // A new array is full of nulls, also of what is never null.
  const { type } = node
  return isReference(type) && !type.isNullable ? notNull(value) : value
}

/** First where, then what; whether there is such an element is asked last. */
function set(frame: Frame, target: Target, evaluateValue: () => Value): Value {
  if (target.kind === 'get') {
    const value = evaluateValue()
    const { variable } = target
    if (variable.kind === 'local') frame.values[variable.index] = value
    else frame.machine.globals.set(variable, value)
    return value
  }
  if (target.kind === 'field') {
    const object = evaluate(frame, target.object) as ObjectValue
    return (object.fields[target.field.index] = evaluateValue())
  }
  const array = evaluate(frame, target.array) as ArrayValue
  const at = evaluate(frame, target.index)
  const value = evaluateValue()
  return (array.elements[indexIn(array, at)] = value)
}

function newArray(type: Type, length: number): ArrayValue {
  if (length < 0) throw new Trap(`an array of ${length} elements`)
  const empty = emptyOf((type as ArrayType).element)
  return { kind: 'array', elements: Array(length).fill(empty) as Value[] }
}

function evaluateString(
  does: Extract<TypedExpression, { kind: 'strings' }>['does'],
  [first, second]: Value[],
): Value {
  const text = first as string
  if (does === 'equals') return Number(first === second)
  if (does === 'length') return text.length
  if (does === 'concat') return text + (second as string)
  const at = second as number
  return at >= 0 && at < text.length ? text.charCodeAt(at) : -1
}
