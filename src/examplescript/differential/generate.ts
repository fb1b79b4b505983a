/**
 * The generator of the tests: writes random programs that the checker accepts,
 * the same ones again for the same seed. Floats whose bits may be seen are made
 * canonical in the program itself: engines and optimizers may choose among the
 * bits of NaN.
 */
import type { Chance } from './chance.ts'
import { callOf } from './generate-call.ts'
import { write } from './generate-expression.ts'
import { classLines, functionLines } from './generate-function.ts'
import { spaced } from './generate-gap.ts'
import { block, joined, type Lines } from './generate-line.ts'
import { literal } from './generate-literal.ts'
import { fitting } from './generate-operator.ts'
import { within } from './generate-piece.ts'
import {
  Draft,
  type Callable,
  type Aid,
  type GenerateOptions,
} from './generate-draft.ts'
import { Scene } from './generate-scene.ts'
import { returned } from './generate-simple.ts'
import { statements } from './generate-statement.ts'
import { anyType, SCALARS, scalarType } from './generate-type.ts'
import { I32, isReference, VOID, type Type } from '../type.ts'

export type { GenerateOptions } from './generate-draft.ts'

/** A program whose `main` prints what came of everything. */
export function generate(chance: Chance, options: GenerateOptions): string {
  const draft = new Draft(chance, options)
  const parts: Lines[] = []
  const repeat = (least: number, most: number, act: () => Lines) => {
    for (let left = chance.between(least, most); left > 0; left--) {
      parts.push(act())
    }
  }
  repeat(1, 4, () => constantLines(draft))
  if (options.objects) repeat(1, 3, () => classLines(draft))
  repeat(2, options.size, () => functionLines(draft))
  repeat(0, 2, () => computedLines(draft))
  repeat(0, 1, () => functionLines(draft))
  parts.push(mainLines(draft))
  const all = [...importLines(draft), ...aidLines(draft), ...parts]
  const source = `${all.map((lines) => lines.join('\n')).join('\n\n')}\n`
  return chance.happens(0.1) ? spaced(source, chance) : source
}

/** A global that begins with a literal. */
function constantLines(draft: Draft): Lines {
  const { chance } = draft
  const type = scalarType(chance)
  const isConstant = chance.happens(0.3)
  const isInferred = chance.happens(0.3)
  const value = literal(chance, type, isInferred ? undefined : type)
  const name = draft.name('g')
  const canAssign = !isConstant
  draft.globals.push({ name, type, canAssign, isConstant, isLocal: false })
  const word = isConstant ? 'const' : 'let'
  const written = isInferred ? name : `${name}: ${type.name}`
  if (isConstant && type === I32) return offsetLines(draft, name)
  const isEmpty = !isConstant && !isInferred && chance.happens(0.2)
  const own = isEmpty ? written : `${written} = ${value.text}`
  return [`${chance.happens(0.15) ? 'export ' : ''}${word} ${own}`]
}

/** A constant that may be an offset in memory, too. */
function offsetLines(draft: Draft, name: string): Lines {
  draft.offsets.push(name)
  return [`const ${name} = ${draft.chance.below(500)}`]
}

/** A global whose value is computed when the module starts. */
function computedLines(draft: Draft): Lines {
  const { chance } = draft
  const type = anyType(draft)
  const scene = new Scene(draft, VOID, write)
  const value = within(fitting(scene, type, 3), 1)
  const isConstant = chance.happens(0.3)
  const name = draft.name('g')
  const canAssign = !isConstant
  draft.globals.push({ name, type, canAssign, isConstant, isLocal: false })
  return [`${isConstant ? 'const' : 'let'} ${name}: ${type.name} = ${value}`]
}

function mainLines(draft: Draft): Lines {
  const { chance } = draft
  const returns = chance.happens(0.2) ? VOID : scalarType(chance)
  const scene = new Scene(draft, returns, write)
  const made = statements(scene, chance.between(2, draft.options.size + 2))
  const calls = draft.functions.flatMap((callee) => calledLines(scene, callee))
  const shown = draft.globals.flatMap(({ name, type }) =>
    shownLines(name, type),
  )
  const end = returns === VOID ? [] : [returned(scene, 4)]
  const rest = [...calls, ...shown].map((line) => [line])
  const lines = joined(chance, [made, ...rest, end])
  return block(`export function main(): ${returns.name}`, lines)
}

/** Calls a function, as most are called nowhere, and prints what it gives. */
function calledLines(scene: Scene, callee: Callable): Lines {
  if (!scene.canAfford(callee.cost)) return []
  const { text, type } = callOf(scene, callee, 1)
  const isLong = type.kind === 'integer' && type.bits === 64
  if (isLong) return [`printI64(i64(${text}))`]
  return SCALARS.some((one) => one === type) ? [`print(${text})`] : [text]
}

/** Prints a global, down to the fields of no object. */
function shownLines(name: string, type: Type): Lines {
  if (type.kind === 'vector') {
    return [0, 1, 2, 3].map(
      (lane) => `print(i32x4.extract_lane(${name}, ${lane}))`,
    )
  }
  if (type.kind === 'integer' && type.bits === 64) {
    return [`printI64(${type.isSigned ? name : `i64(${name})`})`]
  }
  if (!isReference(type)) return [`print(${name})`]
  if (type.kind === 'string' && !type.isNullable)
    return [`console.log(${name})`]
  return type.isNullable ? [`print(${name} == null)`] : []
}

const IMPORTS = new Map(
  Object.entries({
    hostFloor: ['floor', 'x: f64'],
    hostAbs: ['abs', 'x: f64'],
    hostMax: ['max', 'x: f64, y: f64'],
  }),
)

function importLines({ imports }: Draft): Lines[] {
  const own = [...imports].map((name) => {
    const [external, parameters] = IMPORTS.get(name)!
    return `@external("Math", "${external}") declare function ${name}(${parameters}): f64`
  })
  return [
    [
      '@external("env", "print") declare function print(x: f64): void',
      '@external("env", "printI64") declare function printI64(x: i64): void',
      ...own,
    ],
  ]
}

const AIDS: Record<Aid, Lines> = {
  canonical: block('function canonical(x: f64): f64', [
    'return x != x ? NaN : x',
  ]),
  canonical32: block('function canonical32(x: f32): f32', [
    'return x != x ? NaN : x',
  ]),
  canonical4: block('function canonical4(v: v128): v128', [
    ...[0, 1, 2, 3].flatMap((lane) => [
      `const x${lane} = f32x4.extract_lane(v, ${lane})`,
      `if (x${lane} != x${lane}) v = f32x4.replace_lane(v, ${lane}, NaN)`,
    ]),
    'return v',
  ]),
  grow: block('function grow(pages: i32): i32', [
    'return memory.size() < 4 ? memory.grow(pages & 1) : -1',
  ]),
  join: block('function join(one: string, other: string): string', [
    'return one.length + other.length < 60 ? one + other : other',
  ]),
}

function aidLines({ aids, echoes }: Draft): Lines[] {
  const own = [...aids].map((name) => AIDS[name])
  const given = [...echoes].map(([{ name: type }, name]) =>
    block(`function ${name}(x: ${type}): ${type}`, ['return x']),
  )
  return [...own, ...given]
}
