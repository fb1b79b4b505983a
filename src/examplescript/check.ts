/**
 * The checker: finds out what a program means, or what is wrong with it. First
 * all declarations, so that functions may call one another in any order; then
 * the bodies, one by one.
 */
import { Names } from './body.ts'
import { declareClass, declareMembers } from './check-class.ts'
import { declareFunction } from './check-function.ts'
import { checkGlobals } from './check-global.ts'
import { Notes } from './check-notes.ts'
import { Declarations } from './declarations.ts'
import { parse, type Parse } from './parse.ts'
import type { Program } from './tree.ts'
import type { TypedProgram } from './typed.ts'

export interface Check extends Parse {
  /** Absent if there are problems. */
  program?: TypedProgram
  /**
   * What could be understood, also if there are problems: what is wrong is a
   * constant of the type `unknown` in it. Nobody should compile this.
   */
  typed: TypedProgram
}

/** Scans, parses and checks a program. */
export function check(source: string): Check {
  return checkNoting(source)
}

/** What the checker knows of each place in a program, for whoever asks. */
export interface Understanding extends Check {
  source: string
  notes: Notes
}

/** Checks a program, and remembers what everything in it stands for. */
export function understand(source: string): Understanding {
  const notes = new Notes()
  return { ...checkNoting(source, notes), source, notes }
}

function checkNoting(source: string, notes?: Notes): Check {
  const parsed = parse(source)
  const names = new Names(source, notes)
  const typed = checkProgram(names, parsed.tree)
  const problems = [...parsed.problems, ...told(names, parsed)]
  problems.sort((a, b) => a.from - b.from)
  const { tokens, tree } = parsed
  if (problems.length > 0) return { tokens, tree, problems, typed }
  return { tokens, tree, problems, typed, program: typed }
}

/** What is missing may stand where the parser could not read. */
function told(names: Names, { problems }: Parse) {
  if (problems.length === 0) return names.problems
  return names.problems.filter(
    ({ code }) => code !== 'unknown-name' && code !== 'missing-return',
  )
}

function checkProgram(names: Names, { declarations }: Program): TypedProgram {
  const program = new Declarations(names)
  // Types first: everything else may name them.
  const classes = declarations.filter((one) => one.kind === 'class')
  const members = classes.map((one) => declareClass(program, one))
  for (const node of declarations) {
    if (node.kind === 'function') declareFunction(program, node)
  }
  for (const [index, node] of classes.entries()) {
    declareMembers(program, node, members[index]!)
  }
  const variables = declarations.filter((one) => one.kind === 'variables')
  const startLocals = checkGlobals(program, variables)
  for (const checkBody of program.bodies) checkBody()
  const { imports, globals, functions } = program
  return {
    imports,
    globals,
    functions,
    classes: program.classes.map(({ class: made }) => made),
    arrays: names.arrays(),
    usesMemory: names.usesMemory,
    startLocals,
  }
}
