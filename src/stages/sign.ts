/** Operators as programs write them. */
import {
  OPERATORS,
  type TypedExpression,
} from '../examplescript/examplescript.ts'

type TypedOperator = Extract<TypedExpression, { kind: 'binary' }>['operator']

const SIGNS = new Map(
  Object.entries(OPERATORS).map(([text, kind]) => [kind as string, text]),
)

/** @param operator its kind of token, such as `plus` */
export function signOf(operator: string): string {
  return SIGNS.get(operator) ?? operator
}

/** @param operator as the typed tree has it, where `equals` compares */
export function typedSignOf(operator: TypedOperator): string {
  return operator === 'equals' ? '==' : signOf(operator)
}
