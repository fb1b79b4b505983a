/** Emits statements: branches, loops and jumps become blocks with labels. */
import type { ExpressionRef } from '../binaryen/library.ts'
import {
  emitCondition,
  emitDropped,
  emitExpression,
} from './emit-expression.ts'
import type { FunctionEmission, Labels } from './emit-function.ts'
import type { Loop, TypedStatement, TypedSwitch } from './typed.ts'

export function emitStatement(
  emission: FunctionEmission,
  node: TypedStatement,
): ExpressionRef {
  return emission.from(node, () => emitNode(emission, node))
}

function emitNode(
  emission: FunctionEmission,
  node: TypedStatement,
): ExpressionRef {
  const { module } = emission
  switch (node.kind) {
    case 'block':
      return emitBlock(emission, node.statements)
    case 'expression':
      return emitDropped(emission, node.expression)
    case 'if': {
      const test = emitCondition(emission, node.test)
      const consequent = emitStatement(emission, node.consequent)
      const alternate =
        node.alternate && emitStatement(emission, node.alternate)
      return module.if(test, consequent, alternate)
    }
    case 'loop':
      return emitLoop(emission, node)
    case 'switch':
      return emitSwitch(emission, node)
    case 'break':
    case 'continue':
      return emitJump(emission, node.kind)
    case 'return':
      return emitReturn(emission, node)
  }
}

export function emitBlock(
  emission: FunctionEmission,
  statements: readonly TypedStatement[],
): ExpressionRef {
  const { module } = emission
  if (statements.length === 1) return emitStatement(emission, statements[0]!)
  return module.block(
    null,
    statements.map((one) => emitStatement(emission, one)),
  )
}

/**
 * A loop goes round only when told so, at its end; so the test is an `if` with
 * the whole turn inside. Blocks to leave it or to skip the rest of a turn are
 * there only if something does.
 */
function emitLoop(emission: FunctionEmission, node: Loop): ExpressionRef {
  const { module } = emission
  const again = emission.label('loop')
  const labels: Labels = {
    break: emission.label('break'),
    continue: emission.label('continue'),
    isLeft: false,
    isContinued: false,
  }
  const start = node.start && emitStatement(emission, node.start)
  const test = node.test && emitCondition(emission, node.test)
  emission.labels.push(labels)
  const inner = emitStatement(emission, node.body)
  emission.labels.pop()
  const turn = [
    labels.isContinued ? module.block(labels.continue!, [inner]) : inner,
  ]
  if (node.step) turn.push(emitDropped(emission, node.step))
  const isTestedLast = test !== undefined && !node.testsFirst
  const back = isTestedLast ? module.br_if(again, test) : module.br(again)
  turn.push(back)
  const round = module.block(null, turn)
  const isWhile = test !== undefined && node.testsFirst
  const body = isWhile ? module.if(test, round) : round
  const loop = module.loop(again, body)
  const whole = labels.isLeft ? module.block(labels.break, [loop]) : loop
  return start ? module.block(null, [start, whole]) : whole
}

/**
 * One block inside of the other, the first case innermost: who jumps out of a
 * block is at the beginning of its case, and falls on through the ones behind.
 */
function emitSwitch(
  emission: FunctionEmission,
  node: TypedSwitch,
): ExpressionRef {
  const { module } = emission
  const labels: Labels = {
    break: emission.label('break'),
    isLeft: true,
    isContinued: false,
  }
  const names = node.cases.map(() => emission.label('case'))
  const value = emitExpression(emission, node.value)
  const keep = module.local.set(node.temporary.index, value)
  const head = [keep]
  let otherwise = labels.break
  for (const [index, { test }] of node.cases.entries()) {
    if (!test) otherwise = names[index]!
    else {
      const holds = emitCondition(emission, test)
      head.push(emission.from(test, () => module.br_if(names[index]!, holds)))
    }
  }
  head.push(module.br(otherwise))
  emission.labels.push(labels)
  let inside = module.block(null, head)
  for (const [index, { statements }] of node.cases.entries()) {
    const block = module.block(names[index]!, [inside])
    inside = module.block(null, [
      block,
      ...statements.map((one) => emitStatement(emission, one)),
    ])
  }
  emission.labels.pop()
  return module.block(labels.break, [inside])
}

function emitJump(
  { labels, module }: FunctionEmission,
  kind: 'break' | 'continue',
): ExpressionRef {
  if (kind === 'break') {
    const left = labels.at(-1)!
    left.isLeft = true
    return module.br(left.break)
  }
  const continued = labels.findLast((one) => one.continue)!
  continued.isContinued = true
  return module.br(continued.continue!)
}

function emitReturn(
  emission: FunctionEmission,
  { value }: Extract<TypedStatement, { kind: 'return' }>,
): ExpressionRef {
  const { module, made } = emission
  if (!made.constructs)
    return module.return(value && emitExpression(emission, value))
  return module.return(module.local.get(0, emission.wasm(made.returns)))
}
