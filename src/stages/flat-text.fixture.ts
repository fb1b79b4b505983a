/**
 * What Binaryen's stack text and our rows have in common: types, and functions
 * with their locals and instructions, written alike.
 */
import type { ByteRow } from './bytes.ts'

export interface FlatModule {
  types: string[]
  functions: FlatFunction[]
}

interface FlatFunction {
  name: string
  /** The types of its locals without its parameters, in no order. */
  locals: string[]
  instructions: string[]
}

const OPENING = new Set(['block', 'loop', 'if', 'try', 'try_table'])

/** A module in a text as `emitStackIR` prints it. */
export function textModule(text: string): FlatModule {
  const types: string[] = []
  const functions: FlatFunction[] = []
  const labels: string[] = []
  for (const line of text.split('\n')) {
    const type = /^ +\(type (?:\$"[^"]*"|\$\S+) (.*)\)$/.exec(line)
    if (type) types.push(numbered(type[1]!))
    const head = /^ \(func (\$\S+)/.exec(line)
    if (head) functions.push({ name: head[1]!, locals: [], instructions: [] })
    const local = /^ {2}\(local \S+ (.*)\)$/.exec(line)
    if (local) functions.at(-1)!.locals.push(numbered(local[1]!))
    if (/^ {2,}[a-z]/.test(line))
      functions.at(-1)!.instructions.push(textInstruction(line, labels))
  }
  const imports = textImports(text)
  return { types, functions: functions.map((one) => alike(one, imports)) }
}

/** What is imported, by its kind and its name in the text. */
function textImports(text: string): Map<string, string> {
  const imports = new Map<string, string>()
  const counts = new Map<string, number>()
  const lines = text.matchAll(
    /^ \(import ".*" \((?<kind>\w+) (?<name>\$"[^"]*"|\$[^\s)]+)/gm,
  )
  for (const { groups } of lines) {
    const { kind, name } = groups as { kind: string; name: string }
    const count = counts.get(kind) ?? 0
    imports.set(`${kind} ${name}`, `import ${count}`)
    counts.set(kind, count + 1)
  }
  return imports
}

/**
 * Texts name the block that a branch leaves; bytes count outwards to it.
 *
 * @param labels of the blocks around, the innermost first; kept up to date
 */
function textInstruction(line: string, labels: string[]): string {
  const [word = '', ...rest] = line.trim().split(' ')
  const isLabelled = OPENING.has(word) && rest[0]?.startsWith('$')
  const label = isLabelled ? rest.shift()! : ''
  const said = rest.map((part) => counted(part, word, labels))
  if (OPENING.has(word)) labels.unshift(label)
  if (word === 'end') labels.shift()
  return [word, ...said].join(' ')
}

function counted(part: string, word: string, labels: string[]): string {
  if (!word.startsWith('br') && word !== 'try_table') return part
  const label = part.replace(/\)$/, '')
  return part.replace(label, (name) =>
    labels.includes(name) ? String(labels.indexOf(name)) : name,
  )
}

/** The module that rows are about. */
export function rowModule(rows: readonly ByteRow[]): FlatModule {
  const types: string[] = []
  const functions: FlatFunction[] = []
  const imports = new Map<string, string>()
  for (const { kind, says, functionIndex } of rows) {
    const type = /^type \d+(?:, \$.+)?: (\(.*)$/s.exec(says)
    if (kind === 'entry' && type) types.push(numbered(type[1]!))
    const brought = /^import "[^"]*" "(.*)", (\w+) (\d+): /s.exec(says)
    if (brought) {
      const [, name, what, index] = brought
      for (const known of [`$${name}`, `$"${name}"`, index])
        imports.set(`${what} ${known}`, `import ${index}`)
    }
    if (kind === 'function') {
      const name = /\$[^\s,]+/.exec(says)![0]
      functions.push({ name, locals: [], instructions: [] })
    }
    if (kind === 'locals') functions.at(-1)!.locals.push(...localsIn(says))
    if (kind === 'instruction' && functionIndex !== undefined)
      functions.at(-1)!.instructions.push(says)
  }
  return { types, functions: functions.map((one) => alike(one, imports)) }
}

function localsIn(says: string): string[] {
  return [...says.matchAll(/(\d+) × ([^,]+)/g)].flatMap(([, count, type]) =>
    Array.from({ length: Number(count) }, () => numbered(type!)),
  )
}

/**
 * A number that is a name in the text, `$2`, is an index in the bytes. That a type
 * is exactly this one is known to Binaryen, and no browser reads it yet.
 */
function numbered(text: string): string {
  return text
    .replaceAll(/\$(?=\d+(?:[\s)]|$))/g, '')
    .replaceAll(/\(exact (\$(?:"[^"]*"|[^\s)]+))\)/g, '$1')
}

/**
 * Binaryen numbers a local without a name as its tree does, and puts those of one
 * type together in the bytes: here they are numbered by their first use. What is
 * imported has a name of the compiler's in the text, and none in the bytes.
 */
function alike(
  { name, locals, instructions }: FlatFunction,
  imports: ReadonlyMap<string, string>,
): FlatFunction {
  const nameless: string[] = []
  const written = instructions.map((instruction) => {
    const [word = '', ...rest] = instruction.split(' ')
    const operand = rest.join(' ')
    const local = /^\$?(\d+)$/.exec(operand)?.[1]
    if (word.startsWith('local.') && local) {
      if (!nameless.includes(local)) nameless.push(local)
      return `${word} nameless ${nameless.indexOf(local)}`
    }
    const what = { call: 'func', 'global.get': 'global' }[word]
    const brought = imports.get(`${what} ${operand}`)
    if (brought) return `${word} ${brought}`
    if (/^f\d\d\.const$/.test(word)) return `${word} ${number(word, operand)}`
    return numbered(instruction)
  })
  return { name, locals: [...locals].sort(), instructions: written }
}

/** The number itself, whichever of its many texts it was. */
function number(word: string, text: string): string {
  const value = Number(text)
  if (Number.isNaN(value))
    return text.replace(/:0x(?:400000|8000000000000)$/, '')
  const nearest = word === 'f32.const' ? Math.fround(value) : value
  return Object.is(nearest, -0) ? '-0' : String(nearest)
}

/** An instruction without the names in it. */
export function plainly({ says }: ByteRow): string {
  return says.replaceAll(/ (?:\$\S+|\d+)/g, ' _')
}
