/** Values on their way into a program and out of it, as words. */
import { shownNumber } from '../../examplescript/host.ts'
import { F64, type Type, type ValueType } from '../../examplescript/type.ts'
import type { Local, TypedFunction } from '../../examplescript/typed.ts'
import { UsageError } from './usage.ts'

export type Operand = number | bigint | string

const INTEGER = /^[+-]?(?:\d+|0[xX][\da-fA-F]+|0[bB][01]+)$/
const FLOAT =
  /^(?:NaN|[+-]?(?:Infinity|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?))$/

/**
 * The operands of a call, from the words of a command line.
 *
 * @throws UsageError if they are too few or too many, or no values of their types
 */
export function readOperands(
  { name, parameters }: TypedFunction,
  words: readonly string[],
): Operand[] {
  if (words.length !== parameters.length) {
    const types = parameters.map((one) => `${one.name}: ${one.type.name}`)
    throw new UsageError(
      `${name}(${types.join(', ')}) takes ${counted(parameters.length)}, and there ` +
        `${words.length === 1 ? 'is' : 'are'} ${words.length} behind the file. ` +
        `Write run FILE${parameters.map((one) => ` ${one.name}`).join('')}.`,
    )
  }
  return parameters.map((one, index) => readOperand(one, words[index]!))
}

function counted(count: number): string {
  return count === 1 ? '1 value' : `${count || 'no'} values`
}

function readOperand({ name, type }: Local, word: string): Operand {
  switch (type.kind) {
    case 'string':
      return word
    case 'bool':
      if (word === 'true' || word === 'false') return Number(word === 'true')
      throw refusal(name, type, word, 'true or false')
    case 'integer':
      return readInteger(name, type, word)
    case 'float':
      return readFloat(name, type, word)
    default:
      throw new UsageError(
        `No word of a command line is a ${type.name}, and ${name} is one. Call this function from another one, which takes numbers.`,
      )
  }
}

function readInteger(name: string, type: ValueType, word: string): Operand {
  const { bits, isSigned } = type
  const least = isSigned ? -(1n << BigInt(bits - 1)) : 0n
  const most = least + (1n << BigInt(bits)) - 1n
  const value = INTEGER.test(word) ? bigInteger(word) : undefined
  if (value === undefined || value < least || value > most) {
    throw refusal(name, type, word, `an integer from ${least} to ${most}`)
  }
  return bits === 64 ? value : Number(value)
}

/** `BigInt` reads no sign before 0x. */
function bigInteger(word: string): bigint {
  const size = BigInt(word.replace(/^[+-]/, ''))
  return word.startsWith('-') ? -size : size
}

function readFloat(name: string, type: ValueType, word: string): Operand {
  const value = FLOAT.test(word) ? Number(word) : undefined
  const rounded = type === F64 ? value : value && Math.fround(value)
  const isBeyond = !Number.isFinite(rounded) && !/Infinity|NaN/.test(word)
  if (rounded !== undefined && !isBeyond) return rounded
  const most = type === F64 ? Number.MAX_VALUE : LARGEST_F32
  const range = `a number from -${most} to ${most}, Infinity or NaN`
  throw refusal(name, type, word, range)
}

const LARGEST_F32 = 3.4028235e38

function refusal(
  name: string,
  type: Type,
  word: string,
  what: string,
): UsageError {
  return new UsageError(
    `“${word}” is no ${type.name}, and ${name} is one. Write ${what}.`,
  )
}

/**
 * What a program gave, as its type has it: WebAssembly knows no signs.
 *
 * @returns nothing if there is no text for it
 */
export function shownResult(value: unknown, type: Type): string | undefined {
  if (value === null) return 'null'
  switch (type.kind) {
    case 'string':
      return value as string
    case 'bool':
      return String(value !== 0)
    case 'integer':
      return String(type.isSigned ? value : unsigned(value as number | bigint))
    case 'float':
      return shownNumber(value as number)
    default:
      return undefined
  }
}

function unsigned(value: number | bigint): number | bigint {
  return typeof value === 'bigint' ? BigInt.asUintN(64, value) : value >>> 0
}
