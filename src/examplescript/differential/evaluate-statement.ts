/** Statements, as the evaluator of the tests walks them. */
import { evaluate } from './evaluate-expression.ts'
import type { Frame } from './evaluate-frame.ts'
import type { Value } from './evaluate-value.ts'
import type { Loop, TypedStatement, TypedSwitch } from '../typed.ts'

/** How a statement ended: at its end, or by a jump to somewhere outside of it. */
export type Way = 'on' | 'break' | 'continue' | { returned: Value }

export function run(frame: Frame, node: TypedStatement): Way {
  frame.machine.step()
  switch (node.kind) {
    case 'block':
      return runAll(frame, node.statements)
    case 'expression':
      evaluate(frame, node.expression)
      return 'on'
    case 'if': {
      const chosen = evaluate(frame, node.test)
        ? node.consequent
        : node.alternate
      return chosen ? run(frame, chosen) : 'on'
    }
    case 'loop':
      return runLoop(frame, node)
    case 'switch':
      return runSwitch(frame, node)
    case 'break':
    case 'continue':
      return node.kind
    case 'return':
      return { returned: node.value ? evaluate(frame, node.value) : null }
  }
}

export function runAll(
  frame: Frame,
  statements: readonly TypedStatement[],
): Way {
  for (const statement of statements) {
    const way = run(frame, statement)
    if (way !== 'on') return way
  }
  return 'on'
}

function runLoop(
  frame: Frame,
  { start, test, testsFirst, step, body }: Loop,
): Way {
  if (start) run(frame, start)
  let asks = testsFirst
  for (;;) {
    if (asks && test && !evaluate(frame, test)) return 'on'
    asks = true
    const way = run(frame, body)
    if (way === 'break') return 'on'
    if (typeof way === 'object') return way
    if (step) evaluate(frame, step)
  }
}

function runSwitch(
  frame: Frame,
  { value, temporary, cases }: TypedSwitch,
): Way {
  frame.values[temporary.index] = evaluate(frame, value)
  let from = cases.findIndex(({ test }) => test && evaluate(frame, test))
  if (from < 0) from = cases.findIndex(({ test }) => !test)
  if (from < 0) return 'on'
  for (const { statements } of cases.slice(from)) {
    const way = runAll(frame, statements)
    if (way === 'break') return 'on'
    if (way !== 'on') return way
  }
  return 'on'
}
