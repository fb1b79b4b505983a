/**
 * The host: what a module of ours imports, in JavaScript. Printing goes to a
 * function that is given, so this knows no console and no page.
 */
import { BUILTINS, TEXTS } from './emit-string.ts'

/** What `WebAssembly.Module.imports` says of each import. */
export interface ImportDescription {
  module: string
  name: string
  kind: string
}

export type HostImports = Record<string, Record<string, unknown>>

/** A module asks for a function that no host of ours has. */
export class HostError extends Error {
  override readonly name = 'HostError'
  /** What the module asks for. */
  readonly wanted: Pick<ImportDescription, 'module' | 'name'>

  constructor(message: string, wanted: HostError['wanted']) {
    super(message)
    this.wanted = wanted
  }
}

/** Compile with these, and engines do strings themselves. */
export const STRING_OPTIONS = {
  builtins: ['js-string'],
  importedStringConstants: TEXTS,
}

/**
 * Everything that a module imports: `print` and `printI64` of `env`, `console.log`
 * for strings, and the functions of JavaScript's `Math`.
 *
 * @param imports what the module asks for
 * @param print takes each line that the program prints
 * @throws HostError if the module asks for anything else
 */
export function hostImports(
  imports: readonly ImportDescription[],
  print: (line: string) => void,
): HostImports {
  const env = {
    print: (value: number) => print(shownNumber(value)),
    printI64: (value: bigint) => print(String(value)),
    'console.log': (text: string) => print(text),
  }
  const given = new Map<string, [string, unknown][]>()
  for (const { module, name } of imports) {
    const value = module === 'env' ? own(env, name) : shared(module, name)
    if (value === undefined) {
      throw new HostError(
        `Nothing brings “${name}” of “${module}” along. There are print and printI64 of “env”, and the functions of “Math”.`,
        { module, name },
      )
    }
    const values = given.get(module) ?? []
    values.push([name, value])
    given.set(module, values)
  }
  // A text may be “__proto__”: entries become properties whatever their names.
  return Object.fromEntries(
    [...given].map(([module, values]) => [module, Object.fromEntries(values)]),
  )
}

/** Strings for engines that do not know them. */
const STRINGS = {
  concat: (one: string, other: string) => one + other,
  equals: (one: string | null, other: string | null) => Number(one === other),
  length: (text: string) => text.length,
  charCodeAt: (text: string, index: number) => text.charCodeAt(index),
  fromCharCode: (code: number) => String.fromCharCode(code),
}

function shared(module: string, name: string): unknown {
  if (module === TEXTS) return name
  if (module === BUILTINS) return own(STRINGS, name)
  const value = module === 'Math' ? own(Math, name) : undefined
  return typeof value === 'function' ? value : undefined
}

/** A program may ask for any name: only an object's own ones count. */
function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name)
    ? object[name as keyof typeof object]
    : undefined
}

/** As JavaScript writes it, but for minus zero, which it writes 0. */
export function shownNumber(value: number | bigint): string {
  return Object.is(value, -0) ? '-0' : String(value)
}
