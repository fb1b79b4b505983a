/**
 * Results baked into pages: every runnable program is compiled and run in the
 * build, by the compiler and the Binaryen that the page runs.
 */
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import {
  check,
  colouredTokens,
  evidenceOf,
  judge,
  needsRun,
  problemsIn,
  RUNNERS,
  scan,
  type Check,
  type Instantiate,
  type LanguageName,
  type ProgramRun,
  type Verdict,
} from '../examplescript/examplescript.ts'
import {
  outputMarkup,
  problemsMarkup,
  sizesMarkup,
  stagesMarkup,
} from '../figures/program.ts'
import { tokenListMarkup, tokenTextMarkup } from '../figures/tokens.ts'
import { AuthoringError } from './place.ts'

export interface BakedProgram {
  output: string
  sizes: string
  stages: string
}

export interface BakedTokens {
  text: string
  list: string
  count: string
  problems: string
}

export interface Bakery {
  program(source: string, language: LanguageName, place: string): BakedProgram
  tokens(source: string): BakedTokens
  /** What expressions of ExampleScript give, each in a program of its own. */
  values(expressions: readonly string[]): string[]
  /** What each check says of a program, in the order of the checks. */
  judge(
    checks: readonly Check[],
    language: LanguageName,
    source: string,
  ): Verdict[]
}

export async function openBakery(): Promise<Bakery> {
  const binaryen = await loadBinaryen()
  const programs = new Map<string, BakedProgram>()
  return {
    program(source, language, place) {
      const key = `${language}\n${source}`
      const baked = programs.get(key) ?? bake(source, language, binaryen, place)
      programs.set(key, baked)
      return baked
    },
    tokens: bakeTokens,
    values: (expressions) =>
      expressions.map((expression) => valueOf(expression, binaryen)),
    judge(checks, language, source) {
      const evidence = evidenceOf(language, source, checks)
      const isRun = checks.some(needsRun) && evidence.problems.length === 0
      const run = isRun ? runIn(language, source, binaryen).run : undefined
      return checks.map((one) => judge(one, { ...evidence, run }))
    },
  }
}

function bake(
  source: string,
  language: LanguageName,
  binaryen: Binaryen,
  place: string,
): BakedProgram {
  const [problem] = problemsIn(language, source)
  if (problem) {
    throw new AuthoringError(
      place,
      `this program does not compile: ${problem.message}`,
      'Mend the program.',
    )
  }
  const { run, written, optimised } = runIn(language, source, binaryen)
  return {
    output: outputMarkup(run.lines),
    sizes: sizesMarkup(written, optimised),
    stages: stagesMarkup(written, optimised),
  }
}

/** The value of an expression, or why there is none. */
function valueOf(expression: string, binaryen: Binaryen): string {
  const whole = (type: string) =>
    `export function main(): ${type} { ${type === 'void' ? '' : 'return '}${expression} }`
  const { program } = check(`let value = ${expression}`)
  const type = program?.globals[0]?.type.name ?? 'void'
  const { run } = runIn('examplescript', whole(type), binaryen)
  const [line] = run.lines
  if (type !== 'bool') return line!.text
  return line!.text === '1' ? 'true' : 'false'
}

/** Compiles a program and runs it. */
function runIn(language: LanguageName, source: string, binaryen: Binaryen) {
  const runner = RUNNERS[language]
  const stages = runner.stages(source, binaryen)
  const { bytes } = stages.optimised
  const isKnown = WebAssembly.validate(bytes as BufferSource)
  const run = isKnown
    ? runner.run(source, bytes, instantiate)
    : expectedRun(source)
  return { ...stages, run }
}

/**
 * What a program with objects says that it prints, in `// expect:` comments,
 * where the Node that builds cannot run it. The tests run it in Chromium.
 */
function expectedRun(source: string): ProgramRun {
  const output = [...source.matchAll(/\/\/ expect: (.*)/g)].map(
    ([, line]) => line!,
  )
  return {
    lines: output.map((text) => ({ text })),
    output,
    functions: [],
    call: () => Number.NaN,
  }
}

const instantiate: Instantiate = (bytes, bring) => {
  const module = new WebAssembly.Module(bytes as BufferSource)
  const imports = bring(WebAssembly.Module.imports(module))
  return new WebAssembly.Instance(module, imports as WebAssembly.Imports)
    .exports
}

function bakeTokens(source: string): BakedTokens {
  const { problems } = scan(source)
  const tokens = colouredTokens(source)
  return {
    text: tokenTextMarkup(source, tokens),
    list: tokenListMarkup(source, tokens),
    count: `${tokens.length} tokens`,
    problems: problemsMarkup(problems),
  }
}
