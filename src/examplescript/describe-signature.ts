/** How what a program names is written in a line, and said in a sentence. */
import type { ClassNames } from './body.ts'
import { BUILTINS, type Builtin, type Family, type Shape } from './builtin.ts'
import { nameOf } from './convert.ts'
import { UNKNOWN, type Type } from './type.ts'
import type { Global, Import, Local, TypedFunction } from './typed.ts'

/** `square(x: i32): i32`; of a method without its `this`. */
export function signatureOf(made: TypedFunction | Import): string {
  const name = made.name.replace(/.*#/, '')
  if (made.kind === 'function' && made.constructs) {
    return `new ${made.constructs.name}(${parametersOf(made)})`
  }
  return `${name}(${parametersOf(made)}): ${typeText(made.returns)}`
}

function parametersOf(made: TypedFunction | Import): string {
  return made.parameters
    .filter(({ name }) => name !== 'this')
    .map(({ name, type }) => `${name}: ${typeText(type)}`)
    .join(', ')
}

/** `function square(x: i32): i32`, and how a class or an import is declared. */
export function declarationOf(
  declared: TypedFunction | Import | ClassNames | Global | Local,
): string {
  switch (declared.kind) {
    case 'class':
      return `class ${declared.class.name}`
    case 'global':
    case 'local': {
      const word = declared.isConstant ? 'const' : 'let'
      return `${word} ${declared.name}: ${typeText(declared.type)}`
    }
    case 'import':
      return `declare function ${signatureOf(declared)}`
    case 'function':
      return isMember(declared)
        ? signatureOf(declared)
        : `function ${signatureOf(declared)}`
  }
}

/** Methods and constructors are of a class, and their names say which. */
export function isMember({ name }: TypedFunction): boolean {
  return name.includes('#')
}

/** A type as a program writes it; one that nobody knows is a question mark. */
export function typeText(type: Type): string {
  return type === UNKNOWN ? '?' : nameOf(type)
}

/** What an operand of a builtin is called, where its place alone says little. */
const OPERANDS = new Map([
  ['memory.copy', ['to', 'from', 'count']],
  ['memory.fill', ['from', 'byte', 'count']],
  ['memory.grow', ['pages']],
])

const SHAPES = new Map<Shape, [name: string, type: string]>([
  ['address', ['address', 'u32']],
  ['condition', ['condition', 'bool']],
  ['offset', ['offset?', 'constant']],
  ['lane', ['lane', 'constant']],
  ['bits', ['bits', 'number']],
])

/** `sqrt(x: T): T`, or with the type that `T` is at one place. */
export function builtinSignature(
  { name, operands, result, isExplicit }: Builtin,
  of?: Type,
): string {
  const T = of ? typeText(of) : 'T'
  const own = OPERANDS.get(name)
  const plain = operands.filter((shape) => !SHAPES.has(shape))
  let letter = plain.length > 1 ? 'a' : 'x'
  const written = operands.map((shape, index) => {
    const known = SHAPES.get(shape)
    const type = known?.[1] ?? (shape === 'T' ? T : shape)
    if (own || known) return `${own?.[index] ?? known![0]}: ${type}`
    const operand = letter
    letter = String.fromCharCode(letter.charCodeAt(0) + 1)
    return `${operand}: ${type}`
  })
  const argument = isExplicit ? `<${T}>` : ''
  const returned = result === 'T' ? T : result
  return `${name}${argument}(${written.join(', ')}): ${returned}`
}

/** What stands behind `memory.`, `f32x4.` and the like. */
export const SPACES: ReadonlyMap<string, Builtin[]> = spaces()

function spaces(): Map<string, Builtin[]> {
  const found = new Map<string, Builtin[]>()
  for (const builtin of Object.values(BUILTINS).flat()) {
    const [space, member] = builtin.name.split('.')
    if (!space || !member) continue
    found.set(space, [...(found.get(space) ?? []), builtin])
  }
  return found
}

/** A piece of the language, and sentences on it. */
export interface Said {
  code: string
  says?: string
}

/** The one thing that a console has. */
export const CONSOLE_LOG: Said = {
  code: 'console.log(text: string): void',
  says: 'Prints a text.',
}

/** What strings and arrays have, by the kind of their type and its name. */
export const OWN_MEMBERS: ReadonlyMap<string, Said> = new Map([
  ['string.length', { code: 'length: i32', says: 'How many units it has.' }],
  [
    'string.charCodeAt',
    {
      code: 'charCodeAt(index: i32): i32',
      says: 'The unit at an index, or -1 if there is none.',
    },
  ],
  ['array.length', { code: 'length: i32', says: 'How many elements it has.' }],
])

const FAMILIES: Record<Family, string> = {
  integers: 'i32, u32, i64 or u64',
  floats: 'f32 or f64',
  numbers: 'a number: i32, u32, i64, u64, f32 or f64',
  memory: 'a number of memory, from i8 to f64, or v128',
  values: 'any type that variables have',
}

/** What a builtin does, and which types there may be. */
export function builtinSays({ says, takes }: Builtin): string {
  const does = sentence(says)
  return takes ? `${does} T is ${FAMILIES[takes]}.` : does
}

/** A phrase of a table, as a sentence. */
export function sentence(says: string): string {
  return `${says[0]!.toUpperCase()}${says.slice(1)}.`
}

/** What a type is, by the name that a program writes. */
export function typeSays(type: Type): string {
  switch (type.kind) {
    case 'integer': {
      const end = 1n << BigInt(type.isSigned ? type.bits - 1 : type.bits)
      const least = type.isSigned ? `-${end}` : '0'
      const where = type.bits < 32 ? ' In memory and in arrays only.' : ''
      return `An integer of ${type.bits} bits, from ${least} to ${end - 1n}.${where}`
    }
    case 'float':
      return `A number with a fraction, in ${type.bits} bits: ${type.bits === 32 ? 'about 7' : 'about 16'} digits.`
    case 'bool':
      return 'True or false.'
    case 'vector':
      return '16 bytes at once, as lanes that a builtin names.'
    case 'void':
      return 'Nothing: a function that returns no value.'
    case 'string':
      return 'A text, in units of UTF-16.'
    case 'array':
      return `An array of ${typeText(type.element)}, whose length is fixed.`
    case 'class':
      return 'An object.'
    case 'null':
      return 'No object.'
    case 'unknown':
      return UNKNOWN_SAYS
  }
}

/** Said of what has no type because of a problem. */
export const UNKNOWN_SAYS =
  'Its type is not known, because something here is wrong.'
