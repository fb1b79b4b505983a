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
  gather,
  judge,
  needsCompiler,
  problemsIn,
  RUNNERS,
  scan,
  type Check,
  type Evidence,
  type Host,
  type Instantiate,
  type LanguageName,
  type ShownOutput,
  type Stop,
  type Verdict,
  type Work,
} from '../examplescript/examplescript.ts'
import {
  outputMarkup,
  problemsMarkup,
  sizesMarkup,
  stagesMarkup,
} from '../figures/program.ts'
import type { MemoryForm } from '../figures/memory.ts'
import type { ViewName } from '../figures/views.ts'
import { tokenListMarkup, tokenTextMarkup } from '../figures/tokens.ts'
import type { Recipe } from '../passes/passes.ts'
import { levelText, type LevelSize } from '../prices/prices.ts'
import { explainer, tracing } from '../stages/stages.ts'
import type { Place } from '../storyteller/likely-place.ts'
import { bakeFrame } from './baked-frame.ts'
import { bakeLevels } from './baked-levels.ts'
import { bakeMemory } from './baked-memory.ts'
import { bakeOdds } from './baked-odds.ts'
import { BakedRivals } from './baked-rivals.ts'
import { bakeStages, type BakedStages } from './baked-stages.ts'
import { BakedTerminals } from './baked-terminal.ts'
import { bakeTrace, type BakedTrace } from './baked-trace.ts'
import type { Canvas } from './fence.ts'
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
  /** The views of a program, those that are named. */
  stages(source: string, views: readonly ViewName[], place: string): BakedStages
  /** What a run leaves in linear memory; nothing where Node cannot run it. */
  memory(source: string, form: MemoryForm): string
  /** The first frame of a program that draws, as the address of a picture. */
  frame(source: string, canvas: Canvas, place: string): string
  tokens(source: string): BakedTokens
  /** What may follow a text, by the storyteller. @throws AuthoringError for one too long */
  odds(text: string, place: string): Place
  /** What passes make of a program. @throws AuthoringError if it has problems */
  passes(source: string, recipe: Recipe, of: string, place: string): BakedTrace
  /** How large each level leaves a program that does some work. */
  levels(source: string, work: Work, place: string): LevelSize[]
  /** The text of what a level makes of a program without problems. */
  levelText(source: string, level: string): string
  /** What came of the lines of terminals. */
  terminals: Pick<BakedTerminals, 'allIn' | 'ahead' | 'get'>
  /** What two compilers make of programs. */
  rivals: Pick<BakedRivals, 'allIn' | 'ahead' | 'get'>
  /** What expressions of ExampleScript give, each in a program of its own. */
  values(expressions: readonly string[]): string[]
  /**
   * What each check says of a program, in the order of the checks.
   *
   * @param isForTokens whether it is there for its tokens, and only scanned
   */
  judge(
    checks: readonly Check[],
    language: LanguageName,
    source: string,
    isForTokens?: boolean,
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
    stages: (source, views, place) =>
      bakeStages(source, views, binaryen, place),
    memory: (source, form) => bakeMemory(source, form, binaryen, instantiate),
    frame: (source, canvas, place) =>
      bakeFrame(source, canvas, place, binaryen, instantiate),
    tokens: bakeTokens,
    odds: bakeOdds,
    passes: (source, recipe, of, place) =>
      bakeTrace(source, recipe, of, binaryen, place),
    levels: (source, work, place) => bakeLevels(source, work, binaryen, place),
    levelText: (source, level) => levelText(level, source, binaryen),
    terminals: new BakedTerminals(binaryen),
    rivals: new BakedRivals(binaryen, instantiate),
    values: (expressions) =>
      expressions.map((expression) => valueOf(expression, binaryen)),
    judge(checks, language, source, isForTokens) {
      const evidence = evidenceOf(language, source, checks, isForTokens)
      return tracing(() => judgeAll(checks, language, evidence, binaryen))
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
    output: outputMarkup(run.shown, run.stop),
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
  if (run.stop) return `The program stopped: ${run.stop.message}`
  const [line] = run.shown.first
  if (type !== 'bool') return line!.text
  return line!.text === '1' ? 'true' : 'false'
}

/** What is drawn of a run. */
interface BakedRun {
  shown: ShownOutput
  stop?: Stop
}

/** Compiles a program and runs it. */
function runIn(language: LanguageName, source: string, binaryen: Binaryen) {
  const runner = RUNNERS[language]
  const stages = runner.stages(source, binaryen)
  const { bytes } = stages.optimised
  const isKnown = WebAssembly.validate(bytes as BufferSource)
  const run: BakedRun = isKnown
    ? tracing(() => runner.run(source, bytes, hostOf(source, binaryen)))
    : expectedRun(source)
  return { ...stages, run }
}

function hostOf(source: string, binaryen: Binaryen): Host {
  return { instantiate, explain: explainer(source, binaryen) }
}

/**
 * What a program with objects says that it prints, in `// expect:` comments,
 * where the Node that builds cannot run it. The tests run it in Chromium.
 */
function expectedRun(source: string): BakedRun {
  const first = [...source.matchAll(/\/\/ expect: (.*)/g)].map(([, text]) => ({
    text: text!,
  }))
  return { shown: { count: first.length, first, isCut: false } }
}

/** Holds a program against checks, in their order. */
function judgeAll(
  checks: readonly Check[],
  language: LanguageName,
  evidence: Evidence,
  binaryen: Binaryen,
): Verdict[] {
  const host = (text: string) => hostOf(text, binaryen)
  const gathered = needsCompiler(checks, evidence)
    ? gather(language, evidence, checks, binaryen, host)
    : evidence
  return checks.map((one) => judge(one, gathered))
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
