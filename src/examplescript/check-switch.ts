/** Checks switches, whose cases may fall into one another. */
import { nothing, type Body, type Leavable } from './body.ts'
import { equality } from './check-equality.ts'
import { checkAs, nameOf } from './convert.ts'
import { merge, over } from './flow.ts'
import type { Expression, Switch } from './tree.ts'
import { isSmall, UNKNOWN } from './type.ts'
import type {
  Local,
  TypedCase,
  TypedExpression,
  TypedStatement,
} from './typed.ts'

export function checkSwitch(body: Body, node: Switch): TypedStatement {
  const value = switchValue(body, node.value)
  const temporary = body.local(value.type)
  const leavable: Leavable = { breaks: [] }
  body.leavables.push(leavable)
  const entry = body.flow
  const cases: TypedCase[] = []
  // A case is come to from the head, or from the end of the case before.
  let fallsIn = over(entry)
  let hasDefault = false
  body.inBlock(() => {
    for (const { value: label, statements, from, to } of node.cases) {
      body.flow = entry
      const test = label && checkLabel(body, label, temporary, value)
      if (!label && hasDefault) {
        const head = { from, to: from + 'default'.length }
        body.report('declared-twice', head, 'A switch has one default.')
      }
      hasDefault ||= !label
      body.flow = merge(entry, fallsIn)
      let checked: TypedStatement[] = []
      body.inBlock(() => {
        checked = body.statements(statements)
      })
      fallsIn = body.flow
      cases.push({ ...(test && { test }), statements: checked, from, to })
    }
  })
  body.leavables.pop()
  const ends = hasDefault ? [] : [entry]
  body.flow = [...leavable.breaks, ...ends].reduce(merge, fallsIn)
  const { from, to } = node
  return { kind: 'switch', value, temporary, cases, from, to }
}

function switchValue(body: Body, node: Expression): TypedExpression {
  const value = body.expression(node)
  const { type } = value
  const isNumber = type.kind === 'integer' || type.kind === 'float'
  if (isNumber && !isSmall(type)) return value
  if (type !== UNKNOWN && type.kind !== 'string') {
    const message = `switch takes a number or a string, and this is ${nameOf(type)}.`
    body.report('wrong-operand', value, message)
  }
  return type.kind === 'string' ? value : nothing(value)
}

function checkLabel(
  body: Body,
  node: Expression,
  variable: Local,
  { from, to, type }: TypedExpression,
): TypedExpression {
  const label = checkAs(body, node, type)
  const head = { kind: 'get' as const, variable, type, from, to }
  const operation = {
    operator: 'equalsEquals' as const,
    sign: node,
    from: node.from,
    to: node.to,
  }
  return equality(body, operation, head, label)
}
