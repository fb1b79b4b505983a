/**
 * Parses expressions by climbing: an operator takes all to its right that binds
 * tighter than itself. `operators.ts` says how tight each one binds.
 */
import type { Cursor } from './cursor.ts'
import { insertAt, replace, shortened, wrap, type Fix } from './edit.ts'
import { decodeNumber, decodeString } from './literal.ts'
import { binaryOperator, operatorInside } from './operators.ts'
import { parseType, parseTypeArgument } from './parse-type.ts'
import { isKeyword, type Operator } from './token.ts'
import type { Broken, Expression, Place, TypeName } from './tree.ts'

/** Any expression, with commas in it. */
export function parseExpression(cursor: Cursor): Expression {
  const first = parseAssignment(cursor)
  if (cursor.kind !== 'comma') return first
  const expressions = [first]
  while (cursor.kind === 'comma') {
    refuseOpenConditional(cursor, expressions.at(-1)!)
    cursor.next()
    expressions.push(parseAssignment(cursor))
  }
  return { kind: 'sequence', expressions, from: first.from, to: cursor.last }
}

/** For AssemblyScript, `a ? b : c, d` is `a ? b : (c, d)`. */
function refuseOpenConditional(cursor: Cursor, before: Expression): void {
  let end = before
  while (end.kind === 'assignment') end = end.value
  if (end.kind !== 'conditional') return
  cursor.report({
    code: 'ambiguous-comma',
    message: 'A comma behind ? and : can be read in two ways.',
    from: end.from,
    to: cursor.to,
    hint: 'Write parentheses: (a ? b : c), d.',
    fixes: [{ label: 'Write parentheses', edits: wrap(end, '(', ')') }],
  })
}

/** An expression without commas, as an operand of a call is. */
export function parseAssignment(cursor: Cursor): Expression {
  if (!cursor.descend()) return broken(cursor)
  const target = parseConditional(cursor)
  const operator = cursor.kind
  const isAssignment = operator === 'equals' || operatorInside(operator)
  if (operator === 'arrow') noFunctionValues(cursor, target)
  if (!isAssignment) {
    cursor.ascend()
    return target
  }
  const sign = { from: cursor.from, to: cursor.to }
  cursor.next()
  const value = parseAssignment(cursor)
  cursor.ascend()
  return {
    kind: 'assignment',
    operator: operator as Operator,
    target,
    value,
    sign,
    from: target.from,
    to: value.to,
  }
}

function parseConditional(cursor: Cursor): Expression {
  const test = parseBinary(cursor, 0)
  if (!cursor.takes('question')) return test
  const consequent = parseAssignment(cursor)
  cursor.expect('colon', ': and the other value')
  const alternate = parseAssignment(cursor)
  const place = { from: test.from, to: alternate.to }
  return { kind: 'conditional', test, consequent, alternate, ...place }
}

/** Operators that bind tighter than `loosest`, and what stands between them. */
function parseBinary(cursor: Cursor, loosest: number): Expression {
  let left = parseUnary(cursor)
  let depth = 0
  for (;;) {
    const operator = cursor.kind as Operator
    const binary = binaryOperator(operator)
    if (!binary || binary.precedence <= loosest) break
    const sign = { from: cursor.from, to: cursor.to }
    // The left side grows with each turn, as deep as if it were in parentheses.
    depth++
    if (!cursor.descend()) break
    cursor.next()
    const tighter = binary.precedence - (binary.isRightToLeft ? 1 : 0)
    const right = parseBinary(cursor, tighter)
    if (operator === 'starStar') refuseSignedBase(cursor, left, sign, right)
    const place = { from: left.from, to: right.to }
    left = { kind: 'binary', operator, left, right, sign, ...place }
  }
  cursor.ascend(depth)
  return left
}

/** JavaScript refuses `-2 ** 2`, which people read in two ways. */
function refuseSignedBase(
  cursor: Cursor,
  base: Expression,
  sign: Place,
  exponent: Expression,
): void {
  if (base.kind !== 'unary') return
  const power = { from: base.operand.from, to: exponent.to }
  const text = ({ from, to }: Place) => shortened(cursor.source.slice(from, to))
  const first = cursor.source.slice(base.from, power.from)
  cursor.report({
    code: 'ambiguous-power',
    message: 'A sign before a power can be read in two ways.',
    from: base.from,
    to: sign.to,
    hint: 'Write parentheses: -(2 ** 2) or (-2) ** 2.',
    fixes: [
      {
        label: `Write ${first}(${text(power)})`,
        edits: wrap(power, '(', ')'),
      },
      {
        label: `Write (${text(base)}) ** ${text(exponent)}`,
        edits: wrap(base, '(', ')'),
      },
    ],
  })
}

const UNARY = new Set<string>(['plus', 'minus', 'not', 'tilde'])
type UnaryOperator = 'plus' | 'minus' | 'not' | 'tilde'

function parseUnary(cursor: Cursor): Expression {
  const { kind, from } = cursor
  const isUpdate = kind === 'plusPlus' || kind === 'minusMinus'
  if (!isUpdate && !UNARY.has(kind)) return parsePostfix(cursor)
  if (!cursor.descend()) return broken(cursor)
  cursor.next()
  const operand = parseUnary(cursor)
  cursor.ascend()
  const place = { from, to: operand.to }
  return isUpdate
    ? {
        kind: 'update',
        operator: kind,
        isPrefix: true,
        target: operand,
        ...place,
      }
    : { kind: 'unary', operator: kind as UnaryOperator, operand, ...place }
}

function parsePostfix(cursor: Cursor): Expression {
  const operand = parseChain(cursor)
  const operator = cursor.kind
  if (operator !== 'plusPlus' && operator !== 'minusMinus') return operand
  if (cursor.isOnNewLine()) {
    cursor.report({
      code: 'ambiguous-line',
      message: `It is not clear to which line this ${cursor.text()} belongs.`,
      from: cursor.from,
      to: cursor.to,
      hint: 'Put it beside its variable, or a semicolon before it.',
      fixes: [insertAt(cursor.last, ';', 'Write ; before it')],
    })
    return operand
  }
  cursor.next()
  const place = { from: operand.from, to: cursor.last }
  return {
    kind: 'update',
    operator,
    isPrefix: false,
    target: operand,
    ...place,
  }
}

/** A value and what hangs on to it: members, elements, calls and `!`. */
function parseChain(cursor: Cursor): Expression {
  let chain = parsePrimary(cursor)
  let depth = 0
  for (;;) {
    const link = parseLink(cursor, chain)
    if (!link) break
    chain = link
    depth++
    if (!cursor.descend()) break
  }
  cursor.ascend(depth)
  refuseCast(cursor, chain)
  return chain
}

function parseLink(cursor: Cursor, left: Expression): Expression | undefined {
  const { from } = left
  switch (cursor.kind) {
    case 'dot': {
      cursor.next()
      const name = parseMemberName(cursor)
      return { kind: 'member', object: left, name, from, to: name.to }
    }
    case 'openBracket': {
      cursor.next()
      const index = parseExpression(cursor)
      cursor.expect('closeBracket', ']')
      return { kind: 'element', object: left, index, from, to: cursor.last }
    }
    case 'openParen':
      return parseCall(cursor, left)
    case 'less':
      if (!isTypeArgument(cursor)) return undefined
      return parseCall(cursor, left, parseTypeArgument(cursor))
    case 'not':
      if (cursor.isOnNewLine()) return undefined
      cursor.next()
      return { kind: 'notNull', operand: left, from, to: cursor.last }
    default:
      return undefined
  }
}

/** Behind a dot, keywords are names; on the next line, they begin a statement. */
function parseMemberName(cursor: Cursor) {
  if (!isKeyword(cursor.kind) || cursor.isOnNewLine()) {
    return cursor.name('the name of a member')
  }
  const { from, to } = cursor
  const text = cursor.text()
  cursor.next()
  return { kind: 'name' as const, text, from, to }
}

function parseCall(
  cursor: Cursor,
  callee: Expression,
  typeArgument?: TypeName,
): Expression {
  const operands = parseOperands(cursor)
  const place = { from: callee.from, to: cursor.last }
  return {
    kind: 'call',
    callee,
    ...(typeArgument && { typeArgument }),
    operands,
    ...place,
  }
}

function parseOperands(cursor: Cursor): Expression[] {
  const operands: Expression[] = []
  if (!cursor.expect('openParen', '(')) return operands
  while (cursor.kind !== 'closeParen' && cursor.kind !== 'end') {
    operands.push(parseAssignment(cursor))
    if (!cursor.takes('comma')) break
  }
  cursor.expect('closeParen', ') or a comma')
  return operands
}

/** Whether `<` opens a type, as in `load<f32>(p)`, and does not compare. */
function isTypeArgument(cursor: Cursor): boolean {
  let ahead = 0
  let open = 0
  for (;;) {
    const kind = cursor.peek(ahead++)
    if (kind === 'less') open++
    else if (kind === 'greater') open--
    else if (kind === 'shiftRight') open -= 2
    else if (kind === 'shiftRightUnsigned') open -= 3
    else if (kind !== 'name' && kind !== 'or' && kind !== 'null') return false
    if (open < 0) return false
    if (open === 0) return cursor.peek(ahead) === 'openParen'
  }
}

function parsePrimary(cursor: Cursor): Expression {
  const { kind, from, to } = cursor
  switch (kind) {
    case 'name':
      return parseName(cursor)
    case 'number': {
      const number = decodeNumber(cursor.text())
      cursor.next()
      return { kind, ...number, from, to }
    }
    case 'string': {
      const value = decodeString(cursor.text())
      cursor.next()
      return { kind, value, from, to }
    }
    case 'true':
    case 'false':
    case 'null':
    case 'this':
      cursor.next()
      return { kind, from, to }
    case 'openParen':
      return parseGroup(cursor)
    case 'new':
      return parseNew(cursor)
    default:
      return parseOther(cursor)
  }
}

/** Words that begin what ExampleScript leaves out, and what to write instead. */
const WORDS = new Map<string, [what: string, hint: string]>(
  Object.entries({
    typeof: ['typeof', 'The type of everything is known where it is written.'],
    void: ['void operator', 'Write the expression alone.'],
    delete: ['delete', 'Memory of objects comes back by itself.'],
    await: ['await', 'A program runs from its beginning to its end.'],
    super: ['inheritance', 'Put what classes share into functions.'],
  }),
)

function parseName(cursor: Cursor): Expression {
  const { from, to } = cursor
  const text = cursor.text()
  const leftOut = WORDS.get(text)
  const next = cursor.peek(1)
  if (leftOut && (next === 'name' || next === 'number' || text === 'super')) {
    cursor.leftOut(leftOut[0], cursor, leftOut[1])
  }
  cursor.next()
  return { kind: 'name', text, from, to }
}

function parseGroup(cursor: Cursor): Expression {
  const { from } = cursor
  cursor.next()
  const next = cursor.peek(1)
  const isEmpty = cursor.kind === 'closeParen' && next === 'arrow'
  if (isEmpty || (cursor.kind === 'name' && next === 'colon')) {
    noFunctionValues(cursor, { from, to: from })
  }
  const expression = parseExpression(cursor)
  cursor.expect('closeParen', ')')
  return { kind: 'group', expression, from, to: cursor.last }
}

function parseNew(cursor: Cursor): Expression {
  const { from } = cursor
  cursor.next()
  const type = parseType(cursor)
  const operands = parseOperands(cursor)
  return { kind: 'new', type, operands, from, to: cursor.last }
}

/** What no expression begins with; the usual suspects get an answer. */
function parseOther(cursor: Cursor): Expression {
  switch (cursor.kind) {
    case 'openBracket':
      cursor.leftOut(
        'array literals',
        cursor,
        'Make a new StaticArray<T>(length), and set its elements.',
      )
      break
    case 'openBrace':
      cursor.leftOut('object literals', cursor, 'Write a class, and new.')
      break
    case 'function':
      noFunctionValues(cursor, cursor)
      break
    case 'less':
      cursor.leftOut(
        'casts in angle brackets',
        cursor,
        'Convert by calling the type: f64(x).',
      )
      break
    default:
      cursor.missing('an expression')
  }
  return broken(cursor)
}

function refuseCast(cursor: Cursor, { from }: Expression): void {
  if (cursor.kind !== 'name' || cursor.isOnNewLine()) return
  const word = cursor.text()
  if (word === 'as') {
    const hint = 'Convert by calling the type: f64(x).'
    cursor.leftOut(
      'as',
      { from, to: cursor.to },
      hint,
      fixesOfCast(cursor, from),
    )
  } else if (word === 'instanceof' || word === 'in') {
    cursor.leftOut(word, cursor, 'A value is of the class it is declared with.')
  }
}

/** `x as f64` is `f64(x)`, if the type is one that converts. */
function fixesOfCast(cursor: Cursor, from: number): Fix[] {
  const type = cursor.text(1)
  const place = cursor.place(1)
  const isScalar = /^(?:[iu](?:8|16|32|64)|f(?:32|64)|bool)$/.test(type)
  if (!place || !isScalar) return []
  const operand = cursor.source.slice(from, cursor.last)
  return [replace({ from, to: place.to }, `${type}(${operand})`)]
}

function noFunctionValues(cursor: Cursor, { from }: Place): void {
  cursor.leftOut(
    'functions as values',
    { from, to: cursor.to },
    'Declare it with function, outside of all others, and call it by name.',
  )
}

/** Stands for what could not be read; takes no token. */
export function broken(cursor: Cursor): Broken {
  return { kind: 'broken', from: cursor.from, to: cursor.from }
}
