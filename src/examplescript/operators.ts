/**
 * The operators with two sides: which binds tighter, and what each does. The
 * parser climbs by this table, and the language reference prints it.
 */
import type { Operator, TokenKind } from './token.ts'

export interface BinaryOperator {
  /** The higher, the tighter it binds. */
  precedence: number
  /** What it asks for, and what it gives. */
  takes: 'numbers' | 'integers' | 'comparable' | 'equal' | 'conditions'
  /** `a - b - c` is `(a - b) - c`, but `a ** b ** c` is `a ** (b ** c)`. */
  isRightToLeft?: true
  says: string
  /** An expression that uses it; the reference shows its value. */
  example: string
}

export const BINARY: Partial<Record<Operator, BinaryOperator>> = {
  orOr: {
    precedence: 3,
    takes: 'conditions',
    says: 'the right side if the left one is zero, false or null',
    example: '0 || 7',
  },
  andAnd: {
    precedence: 4,
    takes: 'conditions',
    says: 'the right side unless the left one is zero, false or null',
    example: '3 && 7',
  },
  or: {
    precedence: 5,
    takes: 'integers',
    says: 'bits set in either',
    example: '5 | 3',
  },
  xor: {
    precedence: 6,
    takes: 'integers',
    says: 'bits set in one of them',
    example: '5 ^ 3',
  },
  and: {
    precedence: 7,
    takes: 'integers',
    says: 'bits set in both',
    example: '5 & 3',
  },
  equalsEquals: {
    precedence: 8,
    takes: 'equal',
    says: 'equal',
    example: '1 == 1.0',
  },
  notEquals: {
    precedence: 8,
    takes: 'equal',
    says: 'not equal',
    example: '1 != 2',
  },
  equalsEqualsEquals: {
    precedence: 8,
    takes: 'equal',
    says: 'equal, as ==',
    example: '"a" === "a"',
  },
  notEqualsEquals: {
    precedence: 8,
    takes: 'equal',
    says: 'not equal, as !=',
    example: '1 !== 2',
  },
  less: { precedence: 9, takes: 'comparable', says: 'less', example: '1 < 2' },
  lessEquals: {
    precedence: 9,
    takes: 'comparable',
    says: 'less or equal',
    example: '2 <= 2',
  },
  greater: {
    precedence: 9,
    takes: 'comparable',
    says: 'greater',
    example: '1 > 2',
  },
  greaterEquals: {
    precedence: 9,
    takes: 'comparable',
    says: 'greater or equal',
    example: '2 >= 2',
  },
  shiftLeft: {
    precedence: 10,
    takes: 'integers',
    says: 'shifted left; zeros come in',
    example: '1 << 4',
  },
  shiftRight: {
    precedence: 10,
    takes: 'integers',
    says: 'shifted right; the sign comes in if there is one',
    example: '-8 >> 1',
  },
  shiftRightUnsigned: {
    precedence: 10,
    takes: 'integers',
    says: 'shifted right; zeros come in',
    example: '-8 >>> 1',
  },
  plus: {
    precedence: 11,
    takes: 'numbers',
    says: 'the sum; strings are joined',
    example: '2147483647 + 1',
  },
  minus: {
    precedence: 11,
    takes: 'numbers',
    says: 'the difference',
    example: '2 - 3',
  },
  star: {
    precedence: 12,
    takes: 'numbers',
    says: 'the product',
    example: '6 * 7',
  },
  slash: {
    precedence: 12,
    takes: 'numbers',
    says: 'the quotient; that of integers is cut towards zero',
    example: '-7 / 2',
  },
  percent: {
    precedence: 12,
    takes: 'numbers',
    says: 'the remainder, with the sign of the left side',
    example: '-7 % 3',
  },
  starStar: {
    precedence: 13,
    takes: 'integers',
    isRightToLeft: true,
    says: 'the power',
    example: '2 ** 3 ** 2',
  },
}

/** The operator inside of a compound assignment: `plusEquals` has `plus`. */
const COMPOUND: Partial<Record<Operator, Operator>> = {
  plusEquals: 'plus',
  minusEquals: 'minus',
  starEquals: 'star',
  slashEquals: 'slash',
  percentEquals: 'percent',
  starStarEquals: 'starStar',
  andEquals: 'and',
  orEquals: 'or',
  xorEquals: 'xor',
  shiftLeftEquals: 'shiftLeft',
  shiftRightEquals: 'shiftRight',
  shiftRightUnsignedEquals: 'shiftRightUnsigned',
}

const BY_KIND = new Map(Object.entries(BINARY))
const INSIDE = new Map(Object.entries(COMPOUND))

/** @returns the operator, if the token is one with two sides */
export function binaryOperator(
  kind: TokenKind | 'end',
): BinaryOperator | undefined {
  return BY_KIND.get(kind)
}

/** @returns the operator inside, if the token is a compound assignment */
export function operatorInside(kind: TokenKind | 'end'): Operator | undefined {
  return INSIDE.get(kind)
}
