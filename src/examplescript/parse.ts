/**
 * The parser: makes a tree of a program's tokens. It reads from left to right,
 * one function for each thing that a program may have, and never goes back.
 */
import { Cursor } from './cursor.ts'
import { insertAt, replace } from './edit.ts'
import {
  endStatement,
  parseBlock,
  parseVariables,
  refuseLeftOut,
} from './parse-statement.ts'
import { parseAssignment } from './parse-expression.ts'
import { parseType } from './parse-type.ts'
import { decodeString } from './literal.ts'
import type { Problem } from './problem.ts'
import { scan } from './scan.ts'
import type { Token } from './token.ts'
import type {
  ClassDeclaration,
  Declaration,
  External,
  FunctionDeclaration,
  Parameter,
  Program,
} from './tree.ts'

export interface Parse {
  tokens: Token[]
  tree: Program
  /** What the scanner and the parser found, in the order of the source. */
  problems: Problem[]
}

/** Scans and parses a whole program; what is broken is left out of the tree. */
export function parse(source: string): Parse {
  const scanned = scan(source)
  const { tokens } = scanned
  const cursor = new Cursor(source, scanned)
  const tree = parseProgram(cursor)
  const problems = [...scanned.problems, ...cursor.problems]
  problems.sort((a, b) => a.from - b.from)
  return { tokens, tree, problems }
}

function parseProgram(cursor: Cursor): Program {
  const declarations: Declaration[] = []
  while (cursor.kind !== 'end') {
    const { from } = cursor
    const declaration = parseDeclaration(cursor)
    if (declaration) declarations.push(declaration)
    if (cursor.isLost && cursor.from === from) cursor.next()
    cursor.recover()
  }
  const to = cursor.source.length
  return { kind: 'program', declarations, from: 0, to }
}

function parseDeclaration(cursor: Cursor): Declaration | undefined {
  const { from } = cursor
  const isExported = cursor.takes('export')
  switch (cursor.kind) {
    case 'function':
      return parseFunction(cursor, from, isExported)
    case 'let':
    case 'const':
      return { ...parseVariables(cursor, isExported), from, to: cursor.last }
    case 'class':
      return parseClass(cursor, from)
    case 'at':
    case 'declare':
      return parseImport(cursor, from)
    default:
      refuseStatement(cursor)
      return undefined
  }
}

function refuseStatement(cursor: Cursor): void {
  if (cursor.takes('semicolon') || refuseLeftOut(cursor)) return
  const isStatement =
    /^(?:break|continue|do|for|if|return|switch|while|name|openBrace)$/
  if (!isStatement.test(cursor.kind)) {
    cursor.missing('function, class, let or const')
    return
  }
  cursor.fail({
    code: 'outside',
    message: 'A statement stands in a function, and this one is outside.',
    from: cursor.from,
    to: cursor.to,
    hint: 'Put it into export function main(): void { … }, which is run.',
  })
}

function parseFunction(
  cursor: Cursor,
  from: number,
  isExported: boolean,
  external?: External,
): FunctionDeclaration {
  cursor.next()
  const name = cursor.name('the name of the function')
  const signature = parseSignature(cursor, true)
  const body = external ? undefined : parseBlock(cursor)
  if (external) endStatement(cursor)
  return {
    kind: 'function',
    name,
    ...signature,
    ...(body && { body }),
    isExported,
    ...(external && { external }),
    from,
    to: Math.max(cursor.last, from),
  }
}

/** `(a: i32, b: f64): f64`; a constructor has no type behind it. */
function parseSignature(
  cursor: Cursor,
  hasReturn: boolean,
): Pick<FunctionDeclaration, 'parameters' | 'returns'> {
  if (cursor.kind === 'less') {
    cursor.leftOut(
      'generic functions',
      cursor,
      'Write one function for each type.',
    )
  }
  const parameters: Parameter[] = []
  if (cursor.expect('openParen', '(')) {
    while (cursor.kind === 'name') {
      parameters.push(parseParameter(cursor))
      if (!cursor.takes('comma')) break
    }
    cursor.expect('closeParen', 'a parameter or )')
  }
  if (!hasReturn) return { parameters }
  if (!cursor.takes('colon')) {
    const fixes = returnsNothing(cursor)
      ? [insertAt(cursor.last, ': void')]
      : []
    cursor.missing(': and what it returns', undefined, fixes)
    return { parameters }
  }
  return { parameters, returns: parseType(cursor) }
}

/** Whether a body begins here in which no return has a value. */
function returnsNothing(cursor: Cursor): boolean {
  if (cursor.kind !== 'openBrace') return false
  let braces = 0
  for (let ahead = 0; ahead < MOST_AHEAD; ahead++) {
    const kind = cursor.peek(ahead)
    if (kind === 'openBrace') braces++
    if (kind === 'closeBrace' && --braces === 0) return true
    const next = kind === 'return' ? cursor.peek(ahead + 1) : undefined
    if (next && next !== 'semicolon' && next !== 'closeBrace') return false
  }
  return false
}

/** As many tokens as are looked at, before it takes too long. */
const MOST_AHEAD = 5000

function parseParameter(cursor: Cursor): Parameter {
  const name = cursor.name('a parameter')
  if (cursor.kind === 'name') {
    cursor.leftOut(
      `${name.text} parameters`,
      name,
      'Declare a field, and assign to it in the constructor.',
    )
  }
  if (cursor.kind === 'question' || cursor.kind === 'equals') {
    refuseOptional(cursor)
  }
  cursor.expect('colon', ': and a type')
  const type = parseType(cursor)
  if (cursor.kind === 'equals') refuseOptional(cursor)
  const place = { from: name.from, to: type.to }
  return { kind: 'parameter', name, type, ...place }
}

function refuseOptional(cursor: Cursor): void {
  cursor.leftOut(
    'optional parameters',
    cursor,
    'Pass each value, or write a second function.',
  )
}

/** `@external("env", "print") declare function print(x: f64): void` */
function parseImport(
  cursor: Cursor,
  from: number,
): FunctionDeclaration | undefined {
  const external = cursor.kind === 'at' ? parseExternal(cursor) : undefined
  const isExported = cursor.takes('export')
  if (external && cursor.kind !== 'declare') {
    cursor.missing('declare function')
    return undefined
  }
  cursor.takes('declare')
  if (cursor.kind !== 'function') {
    cursor.missing('function')
    return undefined
  }
  if (!external) {
    const written = `@external("env", "${cursor.text(1)}")`
    const isClear = !isExported && cursor.peek(1) === 'name'
    cursor.report({
      code: 'no-external',
      message: 'This does not say where the function comes from.',
      from,
      to: cursor.to,
      hint: 'Write @external("env", "print") before declare.',
      ...(isClear && { fixes: [insertAt(from, `${written} `)] }),
    })
  }
  const somewhere = external ?? { module: '', name: '', from, to: from }
  return parseFunction(cursor, from, isExported, somewhere)
}

function parseExternal(cursor: Cursor): External | undefined {
  const { from } = cursor
  cursor.next()
  if (cursor.text() !== 'external') {
    cursor.leftOut(
      'decorators but @external',
      { from, to: cursor.to },
      'Leave it out.',
    )
    return undefined
  }
  cursor.next()
  cursor.expect('openParen', '(')
  const module = parseText(cursor, 'the module, in quotes')
  cursor.expect('comma', ', and the name of the function')
  const name = parseText(cursor, 'the name of the function, in quotes')
  cursor.expect('closeParen', ')')
  return { module, name, from, to: cursor.last }
}

function parseText(cursor: Cursor, what: string): string {
  const { from, to } = cursor
  const text = decodeString(cursor.text())
  if (!cursor.expect('string', what)) return ''
  if (text.isWellFormed() && !text.includes('\0')) return text
  cursor.report({
    code: 'unknown-character',
    message:
      'A name of the host has no zeros in it, and no halves of characters.',
    from,
    to,
  })
  return ''
}

function parseClass(cursor: Cursor, from: number): ClassDeclaration {
  cursor.next()
  const name = cursor.name('the name of the class')
  if (cursor.kind === 'less') {
    cursor.leftOut('generic classes', cursor, 'Write one class for each type.')
  }
  if (cursor.kind === 'extends' || cursor.text() === 'implements') {
    cursor.leftOut(
      'inheritance',
      cursor,
      'Put an object of the other class into a field.',
    )
  }
  const declaration: ClassDeclaration = {
    kind: 'class',
    name,
    fields: [],
    methods: [],
    from,
    to: from,
  }
  if (cursor.expect('openBrace', '{')) parseMembers(cursor, declaration)
  declaration.to = Math.max(cursor.last, from)
  return declaration
}

function parseMembers(cursor: Cursor, declaration: ClassDeclaration): void {
  while (cursor.kind !== 'closeBrace' && cursor.kind !== 'end') {
    const { from } = cursor
    parseMember(cursor, declaration)
    if (cursor.isLost && cursor.from === from) cursor.next()
    cursor.recover()
  }
  cursor.expect('closeBrace', 'a member or }')
}

const MODIFIERS =
  /^(?:public|private|protected|readonly|static|abstract|override|get|set|async|declare)$/

function parseMember(cursor: Cursor, declaration: ClassDeclaration): void {
  if (cursor.takes('semicolon')) return
  const { from } = cursor
  const word = cursor.text()
  const next = cursor.peek(1)
  if (MODIFIERS.test(word) && (next === 'name' || next === 'constructor')) {
    const isNoMatter = /^(?:public|private|protected|readonly|override)$/
    const gap = { from, to: cursor.place(1)!.from }
    const hint = `Leave ${word} out.`
    const fixes = [replace(gap, '', hint.slice(0, -1))]
    const known = isNoMatter.test(word) ? fixes : []
    cursor.leftOut(`${word} members`, cursor, hint, known)
    return
  }
  if (cursor.kind === 'constructor') {
    const constructs = parseMethod(cursor, from, false)
    if (declaration.constructs) {
      const { to } = constructs.name
      cursor.report({
        code: 'declared-twice',
        message: 'A class has one constructor, and this is the second.',
        from,
        to,
      })
    }
    declaration.constructs = constructs
  } else if (next === 'openParen' || next === 'less') {
    declaration.methods.push(parseMethod(cursor, from, true))
  } else parseField(cursor, from, declaration)
}

function parseMethod(
  cursor: Cursor,
  from: number,
  hasReturn: boolean,
): FunctionDeclaration {
  const name = hasReturn
    ? cursor.name('the name of a member')
    : {
        kind: 'name' as const,
        text: 'constructor',
        from: cursor.from,
        to: cursor.to,
      }
  if (!hasReturn) cursor.next()
  const signature = parseSignature(cursor, hasReturn)
  const body = parseBlock(cursor)
  const place = { from, to: Math.max(cursor.last, from) }
  return {
    kind: 'function',
    name,
    ...signature,
    body,
    isExported: false,
    ...place,
  }
}

function parseField(
  cursor: Cursor,
  from: number,
  { fields }: ClassDeclaration,
): void {
  const name = cursor.name('the name of a member')
  cursor.expect('colon', ': and a type')
  const type = parseType(cursor)
  const value = cursor.takes('equals') ? parseAssignment(cursor) : undefined
  endStatement(cursor)
  const place = { from, to: Math.max(cursor.last, from) }
  fields.push({ kind: 'field', name, type, ...(value && { value }), ...place })
}
