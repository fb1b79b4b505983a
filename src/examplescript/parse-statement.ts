/** Parses statements, and blocks of them. */
import type { Cursor } from './cursor.ts'
import { insertAt, replace } from './edit.ts'
import { broken, parseAssignment, parseExpression } from './parse-expression.ts'
import { parseType } from './parse-type.ts'
import { isKeyword, type TokenKind } from './token.ts'
import type { Block, Case, Place, Statement, Variables } from './tree.ts'

export function parseBlock(cursor: Cursor): Block {
  const { from } = cursor
  const statements: Statement[] = []
  if (!cursor.expect('openBrace', '{')) {
    return { kind: 'block', statements, from, to: from }
  }
  parseStatements(cursor, statements, ['closeBrace'])
  cursor.expect('closeBrace', 'a statement or }')
  return { kind: 'block', statements, from, to: cursor.last }
}

/** Reads statements until one of the ends, or the program's; errors included. */
function parseStatements(
  cursor: Cursor,
  statements: Statement[],
  ends: readonly TokenKind[],
): void {
  while (cursor.kind !== 'end' && !ends.includes(cursor.kind)) {
    const { from } = cursor
    const statement = parseStatement(cursor)
    if (statement) statements.push(statement)
    // Whatever cannot begin a statement is passed over, so that this ends.
    if (cursor.isLost && cursor.from === from) cursor.next()
    cursor.recover()
  }
}

/** @returns the statement; nothing for a semicolon alone */
function parseStatement(cursor: Cursor): Statement | undefined {
  if (cursor.takes('semicolon')) return undefined
  if (!cursor.descend()) return undefined
  const { from } = cursor
  const statement = parseKnown(cursor)
  cursor.ascend()
  statement.from = from
  statement.to = Math.max(cursor.last, from)
  return statement
}

/** Like `parseStatement`, where there must be one. */
function parseBody(cursor: Cursor): Statement {
  const { from } = cursor
  const none = (): Block => ({
    kind: 'block',
    statements: [],
    from,
    to: cursor.last,
  })
  if (cursor.kind === 'let' || cursor.kind === 'const') {
    cursor.missing('a statement', 'Put the declaration in braces.')
  }
  return parseStatement(cursor) ?? none()
}

/** By its first token; its place is set by the caller. */
function parseKnown(cursor: Cursor): Statement {
  const nowhere = { from: 0, to: 0 }
  switch (cursor.kind) {
    case 'openBrace':
      return parseBlock(cursor)
    case 'let':
    case 'const':
      return parseVariables(cursor, false)
    case 'if':
      return parseIf(cursor, nowhere)
    case 'while': {
      cursor.next()
      const test = parseTest(cursor)
      return { kind: 'while', test, body: parseBody(cursor), ...nowhere }
    }
    case 'do':
      return parseDo(cursor, nowhere)
    case 'for':
      return parseFor(cursor, nowhere)
    case 'switch':
      return parseSwitch(cursor, nowhere)
    case 'break':
    case 'continue':
      return parseJump(cursor, cursor.kind, nowhere)
    case 'return':
      return parseReturn(cursor, nowhere)
    case 'function':
    case 'class':
      cursor.leftOut(
        `${cursor.kind} inside of others`,
        cursor,
        'Move it out, to the top of the program.',
      )
      return { kind: 'broken', ...nowhere }
    default:
      return parseExpressionStatement(cursor, nowhere)
  }
}

/** Words that begin statements that ExampleScript leaves out. */
const WORDS = new Map<string, [what: string, hint: string]>(
  Object.entries({
    var: ['var', 'Write let, whose variable lives in its block.'],
    throw: ['exceptions', 'Write unreachable(), which stops the program.'],
    try: ['exceptions', 'Return a value that says what went wrong.'],
    import: ['modules', 'Declare what the host brings with @external.'],
    enum: ['enum', 'Write constants: const RED = 0.'],
    interface: ['interface', 'Write a class.'],
    type: ['type aliases', 'Write the type itself.'],
    namespace: ['namespace', 'Write the functions at the top of the program.'],
    abstract: ['abstract classes', 'Write a class.'],
    async: ['async functions', 'A program runs from its beginning to its end.'],
    yield: ['generators', 'Write a loop.'],
    debugger: ['debugger', 'Print values instead.'],
  }),
)

/** Reports a statement that ExampleScript leaves out, if one begins here. */
export function refuseLeftOut(cursor: Cursor): boolean {
  const leftOut = cursor.kind === 'name' ? WORDS.get(cursor.text()) : undefined
  const next = cursor.peek(1)
  const begins =
    next === 'name' ||
    next === 'openBrace' ||
    next === 'string' ||
    next === 'new' ||
    next === 'class' ||
    next === 'function' ||
    next === 'star'
  if (!leftOut || !begins) return false
  const fixes = cursor.text() === 'var' ? [replace(cursor, 'let')] : []
  cursor.leftOut(leftOut[0], cursor, leftOut[1], fixes)
  return true
}

function parseExpressionStatement(cursor: Cursor, place: Place): Statement {
  if (refuseLeftOut(cursor)) return { kind: 'broken', ...place }
  if (cursor.kind === 'name' && cursor.peek(1) === 'colon') {
    cursor.leftOut('labels', cursor, 'Put the loops in a function, and return.')
  }
  const expression = parseExpression(cursor)
  endStatement(cursor)
  return { kind: 'expression', expression, ...place }
}

/** A statement ends with a semicolon, its line, its block or the program. */
export function endStatement(cursor: Cursor): void {
  if (cursor.takes('semicolon')) return
  if (cursor.kind === 'closeBrace' || cursor.kind === 'end') return
  if (cursor.isOnNewLine()) return
  const begins = cursor.kind === 'name' || isKeyword(cursor.kind)
  const fixes = begins ? [insertAt(cursor.last, ';')] : []
  cursor.missing('a new line or ;', undefined, fixes)
}

/** `let a = 1, b: f64 = 2`, from its first word. */
export function parseVariables(cursor: Cursor, isExported: boolean): Variables {
  const variables = parseDeclared(cursor, isExported)
  endStatement(cursor)
  return variables
}

function parseDeclared(cursor: Cursor, isExported: boolean): Variables {
  const { from } = cursor
  const isConstant = cursor.kind === 'const'
  cursor.next()
  const variables: Variables['variables'] = []
  do {
    const name = cursor.name('the name of a variable')
    const type = cursor.takes('colon') ? parseType(cursor) : undefined
    const value = cursor.takes('equals') ? parseAssignment(cursor) : undefined
    variables.push({
      kind: 'variable',
      name,
      ...(type && { type }),
      ...(value && { value }),
      from: name.from,
      to: Math.max(cursor.last, name.from),
    })
  } while (cursor.takes('comma'))
  const place = { from, to: cursor.last }
  return { kind: 'variables', isConstant, isExported, variables, ...place }
}

function parseTest(cursor: Cursor) {
  cursor.expect('openParen', '( and a condition')
  const test = parseExpression(cursor)
  cursor.expect('closeParen', ')')
  return test
}

function parseIf(cursor: Cursor, place: Place): Statement {
  cursor.next()
  const test = parseTest(cursor)
  const consequent = parseBody(cursor)
  const alternate = cursor.takes('else') ? parseBody(cursor) : undefined
  return {
    kind: 'if',
    test,
    consequent,
    ...(alternate && { alternate }),
    ...place,
  }
}

function parseDo(cursor: Cursor, place: Place): Statement {
  cursor.next()
  const body = parseBody(cursor)
  cursor.expect('while', 'while and a condition')
  const test = parseTest(cursor)
  cursor.takes('semicolon')
  return { kind: 'do', body, test, ...place }
}

function parseFor(cursor: Cursor, place: Place): Statement {
  cursor.next()
  cursor.expect('openParen', '(')
  const start = parseForStart(cursor)
  cursor.expect('semicolon', ';')
  const test = cursor.kind === 'semicolon' ? undefined : parseExpression(cursor)
  cursor.expect('semicolon', ';')
  const step =
    cursor.kind === 'closeParen' ? undefined : parseExpression(cursor)
  cursor.expect('closeParen', ')')
  const body = parseBody(cursor)
  return {
    kind: 'for',
    ...(start && { start }),
    ...(test && { test }),
    ...(step && { step }),
    body,
    ...place,
  }
}

function parseForStart(cursor: Cursor): Statement | undefined {
  if (cursor.kind === 'semicolon') return undefined
  if (cursor.kind !== 'let' && cursor.kind !== 'const') {
    const expression = parseExpression(cursor)
    const { from, to } = expression
    return { kind: 'expression', expression, from, to }
  }
  const variables = parseDeclared(cursor, false)
  const word = cursor.text()
  if (word === 'of' || word === 'in') {
    cursor.leftOut(`for … ${word}`, cursor, 'Count with an index up to length.')
    for (const variable of variables.variables) variable.value = broken(cursor)
  }
  return variables
}

function parseSwitch(cursor: Cursor, place: Place): Statement {
  cursor.next()
  const value = parseTest(cursor)
  const cases: Case[] = []
  if (cursor.expect('openBrace', '{')) {
    while (cursor.kind === 'case' || cursor.kind === 'default') {
      if (cases.length === MOST_CASES) refuseMoreCases(cursor)
      cases.push(parseCase(cursor))
    }
    cursor.expect('closeBrace', 'case, default or }')
  }
  return { kind: 'switch', value, cases, ...place }
}

/** Each case is a block around all cases before it: they are nested, too. */
const MOST_CASES = 1000

function refuseMoreCases(cursor: Cursor): void {
  cursor.report({
    code: 'too-deep',
    message: `A switch has at most ${MOST_CASES} cases.`,
    from: cursor.from,
    to: cursor.to,
    hint: 'Look the value up in memory, or split the switch.',
  })
}

function parseCase(cursor: Cursor): Case {
  const { from } = cursor
  const isDefault = cursor.kind === 'default'
  cursor.next()
  const value = isDefault ? undefined : parseExpression(cursor)
  cursor.expect('colon', ':')
  cursor.recover()
  const statements: Statement[] = []
  parseStatements(cursor, statements, ['case', 'default', 'closeBrace'])
  const place = { from, to: Math.max(cursor.last, from) }
  return { kind: 'case', ...(value && { value }), statements, ...place }
}

function parseJump(
  cursor: Cursor,
  kind: 'break' | 'continue',
  place: Place,
): Statement {
  cursor.next()
  if (cursor.kind === 'name' && !cursor.isOnNewLine()) {
    cursor.leftOut('labels', cursor, 'Put the loops in a function, and return.')
  }
  endStatement(cursor)
  return { kind, ...place }
}

function parseReturn(cursor: Cursor, place: Place): Statement {
  cursor.next()
  const isAlone =
    cursor.kind === 'semicolon' ||
    cursor.kind === 'closeBrace' ||
    cursor.kind === 'end' ||
    cursor.isOnNewLine()
  const value = isAlone ? undefined : parseExpression(cursor)
  endStatement(cursor)
  return { kind: 'return', ...(value && { value }), ...place }
}
