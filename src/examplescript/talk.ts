/**
 * The talk's own ExampleScript, as it was shown on stage: a program is lines of
 * `integer operator integer`, one regular expression reads a line, and each
 * operator becomes one function. The numbers are no part of it: they are what
 * the function is called with.
 */
import type { Library, Module } from '../binaryen/library.ts'
import { shorten } from './character.ts'
import { shownNumber } from './host.ts'
import type { Problem } from './problem.ts'
import { buildStages, type Stages, type Workbench } from './workbench.ts'

/** A line of the program: which function it stands for, and its operands. */
export interface Call {
  /** Counted from 1. */
  line: number
  name: string
  operands: [number, number]
  /** Whether a line above has made the function already. */
  reused: boolean
}

export interface TalkProgram {
  calls: Call[]
  problems: Problem[]
}

const LINE = /^\s*(-?\d+)\s*([-+*/])\s*(-?\d+)\s*$/

/** Reads a program line by line; empty lines mean nothing. */
export function parseTalk(source: string): TalkProgram {
  const program: TalkProgram = { calls: [], problems: [] }
  const made = new Set<string>()
  let from = 0
  for (const [index, text] of source.split('\n').entries()) {
    const place = { line: index + 1, text, from }
    if (text.trim()) readLine(place, program, made)
    from += text.length + 1
  }
  return program
}

interface Place {
  line: number
  text: string
  from: number
}

function readLine(place: Place, program: TalkProgram, made: Set<string>): void {
  const match = LINE.exec(place.text)
  if (!match) {
    program.problems.push(noOperation(place))
    return
  }
  const { line } = place
  const [, left, operator, right] = match
  const { name } = OPERATIONS[operator!]!
  for (const integer of [left!, right!]) {
    if (!fits(integer)) program.problems.push(tooLarge(place, integer))
  }
  const operands: [number, number] = [Number(left), Number(right)]
  program.calls.push({ line, name, operands, reused: made.has(name) })
  made.add(name)
}

/** Whether an i32 can hold the integer that is written there. */
function fits(integer: string): boolean {
  return Number(integer) === (Number(integer) | 0)
}

function noOperation({ line, text, from }: Place): Problem {
  const start = text.trim().slice(0, 30).toWellFormed()
  const more = start.length < text.trim().length ? '…' : ''
  return {
    code: 'no-operation',
    message: `Line ${line} is no operation: “${start}${more}”.`,
    from,
    to: from + text.length,
    hint: 'Write an integer, one of + - * /, and an integer, such as 2 + 3.',
  }
}

function tooLarge({ line, text, from }: Place, integer: string): Problem {
  return {
    code: 'too-large',
    message: `Line ${line} has a number that does not fit in 32 bits: ${shorten(integer)}.`,
    from,
    to: from + text.length,
    hint: 'The smallest is -2147483648, the largest 2147483647.',
  }
}

/** What each operator becomes: a function's name, its type, its instruction. */
interface Operation {
  name: string
  type: 'i32' | 'f64'
  instruction: 'add' | 'sub' | 'mul' | 'div'
}

const OPERATIONS: Record<string, Operation> = {
  '+': { name: 'add', type: 'i32', instruction: 'add' },
  '-': { name: 'subtract', type: 'i32', instruction: 'sub' },
  '*': { name: 'multiply', type: 'i32', instruction: 'mul' },
  '/': { name: 'divide', type: 'f64', instruction: 'div' },
}

/** Builds one function for each operator that the calls use, and a dead one. */
export function emitTalk(
  calls: readonly Call[],
  binaryen: Library,
  module: Module,
): void {
  for (const operation of Object.values(OPERATIONS)) {
    if (calls.some(({ name }) => name === operation.name)) {
      emitOperation(operation, binaryen, module)
    }
  }
  emitDeadCode(binaryen, module)
}

/** `2 + 3` becomes `add(a, b)`. */
function emitOperation(
  { name, type, instruction }: Operation,
  binaryen: Library,
  module: Module,
): void {
  const number = binaryen[type]
  const parameters = binaryen.createType([number, number])
  const a = module.local.get(0, number)
  const b = module.local.get(1, number)
  const body = arithmetic(module, type)[instruction](a, b)
  module.addFunction(name, parameters, number, [], body)
  module.addFunctionExport(name, name)
}

type Arithmetic = Record<
  Operation['instruction'],
  (left: number, right: number) => number
>

/** The library's builders of `i32` or `f64`; only `f64` has a plain `div`. */
function arithmetic(module: Module, type: Operation['type']): Arithmetic {
  return module[type] as unknown as Arithmetic
}

/** A function that nobody calls or exports: the optimizer will find it. */
function emitDeadCode(binaryen: Library, module: Module): void {
  const one = module.i32.const(1)
  const two = module.i32.const(2)
  const sum = module.drop(module.i32.add(one, two))
  module.addFunction('deadcode', binaryen.none, binaryen.none, [], sum)
}

/** Compiles calls to a module, before and after optimising. */
export function compileTalk(
  calls: readonly Call[],
  binaryen: Workbench,
): Stages {
  return buildStages(binaryen, (library, module) => {
    emitTalk(calls, library, module)
  })
}

/** A line of output, and what there is to say about it. */
export interface OutputLine {
  text: string
  note?: string
}

/** The functions of an instance, as JavaScript calls them. */
export type TalkExports = Record<string, (a: number, b: number) => number>

/** Calls each function with the operands of its line: `add(2, 3) = 5`. */
export function runTalk(
  calls: readonly Call[],
  exports: TalkExports,
): OutputLine[] {
  const told = new Set<string>()
  return calls.map((call) => {
    const { name, operands } = call
    const result = exports[name]!(...operands)
    const text = `${name}(${operands.map(shownNumber).join(', ')}) = ${shownNumber(result)}`
    const note = noteOn(call, result)
    // Each thing is said once for each function, however many lines there are.
    if (!note || told.has(name + note.about)) return { text }
    told.add(name + note.about)
    return { text, note: note.words }
  })
}

function noteOn(
  { line, name, operands: [a, b], reused }: Call,
  result: number,
): { about: string; words: string } | undefined {
  if (Number.isNaN(result)) {
    return {
      about: 'zero by zero',
      words: `Zero divided by zero is no number: f64 says so with NaN, and the program goes on.`,
    }
  }
  if (name === 'divide' && b === 0) {
    return {
      about: 'zero',
      words: `Dividing f64 numbers by zero does not stop a program: the answer is ${result}.`,
    }
  }
  const exact = exactly(name, BigInt(a), BigInt(b))
  if (exact !== undefined && exact !== BigInt(result)) {
    return {
      about: 'wrap',
      words: `The exact result, ${exact}, does not fit in 32 bits; i32 keeps the lowest 32 and goes on.`,
    }
  }
  if (!reused) return undefined
  return {
    about: 'reuse',
    words: `Line ${line} makes no new function: ${name} is there already, and the numbers are what it is called with.`,
  }
}

/** What mathematics says; a product needs more digits than a number has. */
function exactly(name: string, a: bigint, b: bigint): bigint | undefined {
  if (name === 'add') return a + b
  if (name === 'subtract') return a - b
  return name === 'multiply' ? a * b : undefined
}
