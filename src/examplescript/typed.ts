/**
 * The typed tree that the checker makes: what a program means. Names have
 * become the variables and functions that they stand for, every conversion is
 * written out, and every expression has its type. What is emitted, and what an
 * evaluator in the tests walks, is this.
 */
import type { Builtin } from './builtin.ts'
import type { Place } from './tree.ts'
import type { ArrayType, ClassType, Type } from './type.ts'

/** A whole program without problems. */
export interface TypedProgram {
  /** Those that the host brings along, in the order of the source. */
  imports: Import[]
  globals: Global[]
  functions: TypedFunction[]
  classes: Class[]
  /** Every type of array that there is. */
  arrays: ArrayType[]
  /** Whether it reads, writes or grows linear memory. */
  usesMemory: boolean
  /** Variables of the function that gives globals their values. */
  startLocals: Local[]
}

export interface Import extends Place {
  kind: 'import'
  name: string
  module: string
  /** Its name in the module of the host. */
  external: string
  parameters: Local[]
  returns: Type
}

export interface Global extends Place {
  kind: 'global'
  name: string
  type: Type
  isConstant: boolean
  isExported: boolean
  /** What it begins with; zero or null if nothing is written. */
  value?: TypedExpression
}

export interface TypedFunction extends Place {
  kind: 'function'
  /** `Class#method` and `Class#constructor` for those of classes. */
  name: string
  /** Methods begin with `this`; a constructor has it, too, and returns it. */
  parameters: Local[]
  /** Variables of its blocks, and unnamed ones for values in between. */
  locals: Local[]
  returns: Type
  body: TypedStatement[]
  isExported: boolean
  /** The class that it constructs. */
  constructs?: Class
}

/** A parameter or a variable; `index` counts in its function. */
export interface Local {
  kind: 'local'
  /** Empty for values in between. */
  name: string
  type: Type
  index: number
  isConstant: boolean
}

export interface Class extends Place {
  kind: 'class'
  name: string
  type: ClassType
  fields: TypedField[]
}

export interface TypedField {
  kind: 'field'
  name: string
  type: Type
  index: number
}

export type TypedStatement =
  | (Place & { kind: 'block'; statements: TypedStatement[] })
  | (Place & { kind: 'expression'; expression: TypedExpression })
  | (Place & {
      kind: 'if'
      test: TypedExpression
      consequent: TypedStatement
      alternate?: TypedStatement
    })
  | Loop
  | TypedSwitch
  | (Place & { kind: 'break' | 'continue' })
  | (Place & { kind: 'return'; value?: TypedExpression })

/** `while`, `do` and `for`, told apart by what they have. */
export interface Loop extends Place {
  kind: 'loop'
  /** Done once, before. */
  start?: TypedStatement
  /** Without it, only a jump or a return ends the loop. */
  test?: TypedExpression
  /** False for `do`, whose test comes after each turn. */
  testsFirst: boolean
  /** Done after each turn, and after `continue`. */
  step?: TypedExpression
  body: TypedStatement
}

/** Compares with each case in order, jumps to the first that is equal. */
export interface TypedSwitch extends Place {
  kind: 'switch'
  value: TypedExpression
  /** Holds the value while it is compared. */
  temporary: Local
  cases: TypedCase[]
}

export interface TypedCase extends Place {
  /** Compares the temporary; absent for `default`. */
  test?: TypedExpression
  statements: TypedStatement[]
}

export type TypedExpression = Place & { type: Type } & Meaning

export type Meaning =
  /** A number; bool is 0 or 1; i64 and u64 are bigints, signed and unsigned. */
  | { kind: 'constant'; value: number | bigint }
  | { kind: 'text'; value: string }
  | { kind: 'null' }
  | { kind: 'get'; variable: Variable }
  | { kind: 'field'; object: TypedExpression; field: TypedField }
  | { kind: 'element'; array: TypedExpression; index: TypedExpression }
  | { kind: 'length'; array: TypedExpression }
  /** Gives the value that it has set. */
  | { kind: 'set'; target: Target; value: TypedExpression }
  /** `x++` where x is wanted: `temporary = x, x = update, temporary`. */
  | {
      kind: 'postfix'
      temporary: Local
      target: Target
      update: TypedExpression
    }
  | { kind: 'negate' | 'complement' | 'not'; operand: TypedExpression }
  | {
      kind: 'binary'
      operator: TypedOperator
      /** Where the operator itself stands. */
      at: number
      /** Both of the same type, which a comparison's own type is not. */
      left: TypedExpression
      right: TypedExpression
    }
  /** `&&` and `||` of two bools: the right side only if it decides. */
  | {
      kind: 'and' | 'or'
      left: TypedExpression
      right: TypedExpression
    }
  | {
      kind: 'conditional'
      test: TypedExpression
      consequent: TypedExpression
      alternate: TypedExpression
    }
  /** All but the last for what they do, the last one for its value. */
  | { kind: 'sequence'; expressions: TypedExpression[] }
  /** From the operand's type to its own. */
  | { kind: 'convert'; operand: TypedExpression }
  /** The operand, which stops the program if it is null. */
  | { kind: 'notNull'; operand: TypedExpression }
  /** A method's first operand is its object. */
  | {
      kind: 'call'
      callee: TypedFunction | Import
      operands: TypedExpression[]
    }
  | {
      kind: 'builtin'
      builtin: Builtin
      /** What stands in angle brackets, or what the operands have in common. */
      of: Type
      operands: TypedExpression[]
      /** Offsets and lanes, which are part of the instruction. */
      immediates: number[]
    }
  | {
      kind: 'new'
      class: Class
      constructor: TypedFunction
      operands: TypedExpression[]
    }
  | { kind: 'newArray'; length: TypedExpression }
  | {
      kind: 'strings'
      does: 'concat' | 'equals' | 'length' | 'charCodeAt'
      operands: TypedExpression[]
    }
  | { kind: 'log'; text: TypedExpression }

export type Variable = Local | Global

export type Target = Extract<
  TypedExpression,
  { kind: 'get' | 'field' | 'element' }
>

export type TypedOperator =
  | 'plus'
  | 'minus'
  | 'star'
  | 'slash'
  | 'percent'
  | 'starStar'
  | 'and'
  | 'or'
  | 'xor'
  | 'shiftLeft'
  | 'shiftRight'
  | 'shiftRightUnsigned'
  | 'less'
  | 'lessEquals'
  | 'greater'
  | 'greaterEquals'
  /** Of references, whether they are the same object. */
  | 'equals'
  | 'notEquals'
