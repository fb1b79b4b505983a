/**
 * Pieces of generated programs: expressions as text, with what a larger one has
 * to know of them.
 */
import { BINARY } from '../operators.ts'
import { OPERATORS, type Operator } from '../token.ts'
import { I32, type Type } from '../type.ts'

export interface Piece {
  text: string
  type: Type
  /** How tight it holds together; what binds tighter needs parentheses around. */
  binds: number
  /** Whether the checker takes its value for known while compiling. */
  isKnown: boolean
  /** Digits alone, whose type a sign before them would change. */
  isNumber: boolean
}

/** Precedences beside those of `operators.ts`. */
export const SEQUENCE = 0
export const ASSIGNMENT = 1
export const CONDITIONAL = 2
export const UNARY = 14
export const POSTFIX = 15
const PRIMARY = 16

type Traits = Partial<Pick<Piece, 'binds' | 'isKnown' | 'isNumber'>>

export function piece(text: string, type: Type, traits: Traits = {}): Piece {
  return {
    text,
    type,
    binds: PRIMARY,
    isKnown: false,
    isNumber: false,
    ...traits,
  }
}

/** A small number that is an i32 wherever it stands. */
export function digits(text: string): Piece {
  return piece(text, I32, { isKnown: true, isNumber: true })
}

/** The text of a piece, in parentheses if it binds less tight than is asked. */
export function within({ text, binds }: Piece, level: number): string {
  return binds < level ? `(${text})` : text
}

/** An operand of a call. */
export function operand(one: Piece): string {
  return within(one, ASSIGNMENT)
}

/** A call of a function, of which nobody knows what it gives. */
export function call(
  name: string,
  operands: readonly Piece[],
  type: Type,
): Piece {
  return piece(`${name}(${operands.map(operand).join(', ')})`, type)
}

/** A call of a builtin, whose value is known if its operands are. */
export function instruction(
  name: string,
  operands: readonly Piece[],
  type: Type,
): Piece {
  const isKnown = operands.every((one) => one.isKnown)
  return { ...call(name, operands, type), isKnown }
}

/** Whether something in it is assigned to. */
export function assigns({ text }: Piece): boolean {
  return /\+\+|--|[^=!<>]=[^=]|<<=|>>=/.test(text)
}

const SIGNS = new Map<string, string>(
  Object.entries(OPERATORS).map(([sign, name]) => [name, sign]),
)

/** `plus` is `+`. */
export function signOf(operator: Operator): string {
  return SIGNS.get(operator)!
}

/** Two sides and an operator between them. */
export function infix(
  left: Piece,
  operator: Operator,
  right: Piece,
  type: Type,
): Piece {
  const { precedence, isRightToLeft, takes } = BINARY[operator]!
  const isPower = operator === 'starStar'
  // `a < b | c > (d)` could be read as a call with a type in angle brackets.
  const least = takes === 'comparable' || operator === 'or' ? 10 : precedence
  const leftLevel = isPower ? POSTFIX : Math.max(least, precedence)
  const rightLevel = Math.max(
    least,
    isRightToLeft ? precedence : precedence + 1,
  )
  const sides = [within(left, leftLevel), within(right, rightLevel)]
  return piece(sides.join(` ${signOf(operator)} `), type, {
    binds: precedence,
    isKnown: left.isKnown && (takes === 'conditions' || right.isKnown),
  })
}

/** The same for two sides that were made together. */
export function joined(
  operator: Operator,
  [left, right]: readonly [Piece, Piece],
  type: Type,
): Piece {
  return infix(left, operator, right, type)
}

export function unary(sign: '+' | '-' | '!' | '~', one: Piece, type: Type) {
  const text = one.isNumber ? `(${one.text})` : within(one, UNARY)
  const gap = text.startsWith(sign) ? ' ' : ''
  const { isKnown } = one
  return piece(sign + gap + text, type, { binds: UNARY, isKnown })
}

/** The same in parentheses, which mean nothing. */
export function grouped(one: Piece): Piece {
  const { type, isKnown } = one
  return piece(`(${one.text})`, type, { isKnown })
}
