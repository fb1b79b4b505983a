/**
 * The tree that the parser makes: what a program says, without what it means.
 * Every node knows where it stands, `source.slice(from, to)`. What could not be
 * read is a node, too, `broken`, so that all the rest keeps its place.
 */
import type { Operator } from './token.ts'

/** Where something stands, in UTF-16 units of the source. */
export interface Place {
  from: number
  to: number
}

/** A whole program. */
export interface Program extends Place {
  kind: 'program'
  declarations: Declaration[]
}

export type Declaration = FunctionDeclaration | ClassDeclaration | Variables

/** A name where it is declared or used. */
export interface Name extends Place {
  kind: 'name'
  text: string
}

export interface FunctionDeclaration extends Place {
  kind: 'function'
  name: Name
  parameters: Parameter[]
  /** Absent for constructors, which give what they construct. */
  returns?: TypeName
  /** Absent if the host brings the function along: then `external` says which. */
  body?: Block
  isExported: boolean
  external?: External
}

/** `@external("env", "print")`: which function of which module of the host. */
export interface External extends Place {
  module: string
  name: string
}

export interface Parameter extends Place {
  kind: 'parameter'
  name: Name
  type: TypeName
}

export interface ClassDeclaration extends Place {
  kind: 'class'
  name: Name
  fields: Field[]
  /** Its name is `constructor`. */
  constructs?: FunctionDeclaration
  methods: FunctionDeclaration[]
}

export interface Field extends Place {
  kind: 'field'
  name: Name
  type: TypeName
  value?: Expression
}

/** `i32`, `StaticArray<f64>`, `Node | null`. */
export interface TypeName extends Place {
  kind: 'type'
  name: string
  element?: TypeName
  isNullable: boolean
}

/** `let a = 1, b = 2`; a program's own ones are global. */
export interface Variables extends Place {
  kind: 'variables'
  isConstant: boolean
  isExported: boolean
  variables: Variable[]
}

export interface Variable extends Place {
  kind: 'variable'
  name: Name
  type?: TypeName
  value?: Expression
}

export type Statement =
  | Block
  | Variables
  | If
  | While
  | DoWhile
  | For
  | Switch
  | Jump
  | Return
  | ExpressionStatement
  | Broken

export interface Block extends Place {
  kind: 'block'
  statements: Statement[]
}

export interface If extends Place {
  kind: 'if'
  test: Expression
  consequent: Statement
  alternate?: Statement
}

export interface While extends Place {
  kind: 'while'
  test: Expression
  body: Statement
}

export interface DoWhile extends Place {
  kind: 'do'
  body: Statement
  test: Expression
}

export interface For extends Place {
  kind: 'for'
  start?: Statement
  test?: Expression
  step?: Expression
  body: Statement
}

export interface Switch extends Place {
  kind: 'switch'
  value: Expression
  cases: Case[]
}

export interface Case extends Place {
  kind: 'case'
  /** Absent for `default`. */
  value?: Expression
  statements: Statement[]
}

export interface Jump extends Place {
  kind: 'break' | 'continue'
}

export interface Return extends Place {
  kind: 'return'
  value?: Expression
}

export interface ExpressionStatement extends Place {
  kind: 'expression'
  expression: Expression
}

export type Expression =
  | NumberLiteral
  | StringLiteral
  | Word
  | Name
  | Group
  | Unary
  | Update
  | NotNull
  | Binary
  | Conditional
  | Assignment
  | Sequence
  | Call
  | New
  | Member
  | Element
  | Broken

export interface NumberLiteral extends Place {
  kind: 'number'
  /** Written with a dot or an exponent. */
  isFloat: boolean
  /** An integer above 2⁵³ - 1 is a bigint. */
  value: number | bigint
}

export interface StringLiteral extends Place {
  kind: 'string'
  value: string
}

export interface Word extends Place {
  kind: 'true' | 'false' | 'null' | 'this'
}

/** An expression in parentheses. */
export interface Group extends Place {
  kind: 'group'
  expression: Expression
}

export interface Unary extends Place {
  kind: 'unary'
  operator: 'plus' | 'minus' | 'not' | 'tilde'
  operand: Expression
}

/** `++x`, `x--` */
export interface Update extends Place {
  kind: 'update'
  operator: 'plusPlus' | 'minusMinus'
  isPrefix: boolean
  target: Expression
}

/** `x!`: the author knows that it is not null. */
export interface NotNull extends Place {
  kind: 'notNull'
  operand: Expression
}

export interface Binary extends Place {
  kind: 'binary'
  operator: Operator
  left: Expression
  right: Expression
  /** Where the operator itself stands. */
  sign: Place
}

export interface Conditional extends Place {
  kind: 'conditional'
  test: Expression
  consequent: Expression
  alternate: Expression
}

export interface Assignment extends Place {
  kind: 'assignment'
  /** `equals`, or that of a compound assignment. */
  operator: Operator
  target: Expression
  value: Expression
  /** Where the operator itself stands. */
  sign: Place
}

/** `a, b`: each is done, and the last is the value. */
export interface Sequence extends Place {
  kind: 'sequence'
  expressions: Expression[]
}

export interface Call extends Place {
  kind: 'call'
  callee: Expression
  typeArgument?: TypeName
  operands: Expression[]
}

export interface New extends Place {
  kind: 'new'
  type: TypeName
  operands: Expression[]
}

export interface Member extends Place {
  kind: 'member'
  object: Expression
  name: Name
}

export interface Element extends Place {
  kind: 'element'
  object: Expression
  index: Expression
}

/** What could not be read. */
export interface Broken extends Place {
  kind: 'broken'
}

/** The nodes right below a node, in the order of the source. */
export function childrenOf(node: TreeNode): TreeNode[] {
  const children: TreeNode[] = []
  for (const value of Object.values(node) as unknown[]) {
    if (isNode(value)) children.push(value)
    if (!Array.isArray(value)) continue
    // One by one: a call takes no more than some 100,000 at once.
    for (const item of value as unknown[]) {
      if (isNode(item)) children.push(item)
    }
  }
  return children.sort((a, b) => a.from - b.from)
}

export type TreeNode =
  | Program
  | Declaration
  | Parameter
  | Field
  | TypeName
  | Variable
  | Case
  | Statement
  | Expression

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value
}
