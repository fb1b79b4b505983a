/** Checks loops, and what is known in each turn and behind them. */
import type { Body } from './body.ts'
import { condition } from './convert.ts'
import { forgetNotNull, merge, over, type Flow } from './flow.ts'
import {
  childrenOf,
  type Expression,
  type Statement,
  type TreeNode,
} from './tree.ts'
import { VOID } from './type.ts'
import type { Local, TypedExpression, TypedStatement } from './typed.ts'

type LoopNode = Extract<Statement, { kind: 'while' | 'do' | 'for' }>

/** In a block of its own, where the variables of `for` live. */
export function checkLoop(body: Body, node: LoopNode): TypedStatement {
  let loop: TypedStatement = { kind: 'block', statements: [], from: 0, to: 0 }
  body.inBlock(() => {
    const start = node.kind === 'for' ? node.start : undefined
    const before = start && body.statement(start)
    loop = checkTurns(body, node, before)
  })
  return loop
}

function checkTurns(
  body: Body,
  node: LoopNode,
  start: TypedStatement | undefined,
): TypedStatement {
  const leavable = { continues: [] as Flow[], breaks: [] as Flow[] }
  // What a turn assigns to may be null when the next one begins.
  const entry = forgetNotNull(body.flow, assignedIn(body, node))
  body.flow = entry
  let test: TypedExpression | undefined
  let ways = { whenTrue: entry, whenFalse: entry }
  const ask = () => {
    test = node.test && condition(body, node.test)
    if (!test) return
    ways = body.fork(test)
    // AssemblyScript takes it that every `for` comes to its end.
    const isEndless = node.kind !== 'for' && isAlways(test)
    if (isEndless) ways.whenFalse = over(ways.whenFalse)
  }
  if (node.kind !== 'do') ask()
  body.flow = ways.whenTrue
  body.leavables.push(leavable)
  const inner = body.statement(node.body)
  body.leavables.pop()
  if (node.kind !== 'for' && endsWithBreak(inner)) noteBreak(body)
  body.flow = leavable.continues.reduce(merge, body.flow)
  if (node.kind === 'do') ask()
  const step = node.kind === 'for' ? checkStep(body, node.step) : undefined
  // Behind the loop, only what was known before it is known for sure.
  body.flow = leavable.breaks.reduce(merge, ways.whenFalse)
  const { from, to } = node
  const parts = {
    ...(start && { start }),
    ...(test && { test }),
    ...(step && { step }),
  }
  const testsFirst = node.kind !== 'do'
  return { kind: 'loop', ...parts, testsFirst, body: inner, from, to }
}

function endsWithBreak(node: TypedStatement): boolean {
  const last = node.kind === 'block' ? node.statements.at(-1) : undefined
  return node.kind === 'break' || last?.kind === 'break'
}

/** A loop whose body is a break leaves the outer one, too, says AssemblyScript. */
function noteBreak(body: Body): void {
  body.leavables.at(-1)?.breaks.push({ ...body.flow, isOver: false })
}

/** AssemblyScript knows nothing of what the condition said, in the step. */
function checkStep(body: Body, step: Expression | undefined) {
  if (!step) return undefined
  body.flow = forgetNotNull({ ...body.flow, isOver: false }, body.flow.notNull)
  return body.expression(step, VOID)
}

function isAlways(test: TypedExpression): boolean {
  if (test.kind === 'convert') return isAlways(test.operand)
  return test.kind === 'constant' && Number(test.value) !== 0
}

/** The variables that may be null and that a loop assigns to. */
function assignedIn(body: Body, loop: TreeNode): Local[] {
  if (body.flow.notNull.size === 0) return []
  const names = new Set<string>()
  const left = [loop]
  for (let node = left.pop(); node; node = left.pop()) {
    const target = node.kind === 'assignment' ? node.target : undefined
    if (target?.kind === 'name') names.add(target.text)
    for (const child of childrenOf(node)) left.push(child)
  }
  return [...body.flow.notNull].filter(({ name }) => names.has(name))
}
