/**
 * Results baked into pages: every runnable program is compiled and run in the
 * build, by the compiler and the Binaryen that the page runs.
 */
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import {
  colouredTokens,
  compileTalk,
  evidenceOf,
  judge,
  needsRun,
  parseTalk,
  runTalk,
  scan,
  talkRun,
  type Check,
  type Run,
  type TalkExports,
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

type TalkCalls = ReturnType<typeof parseTalk>['calls']

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
  program(source: string, language: string, place: string): BakedProgram
  tokens(source: string): BakedTokens
  /** What each check says of a program, in the order of the checks. */
  judge(
    checks: readonly Check[],
    language: string,
    source: string,
    place: string,
  ): Verdict[]
}

export async function openBakery(): Promise<Bakery> {
  const binaryen = await loadBinaryen()
  const programs = new Map<string, BakedProgram>()
  return {
    program(source, language, place) {
      const key = `${language}\n${source}`
      const baked = programs.get(key) ?? bake(source, binaryen, place)
      programs.set(key, baked)
      return baked
    },
    tokens: bakeTokens,
    judge(checks, language, source, place) {
      if (language === 'examplescript-talk') {
        const evidence = evidenceOf(language, source)
        const isRun = checks.some(needsRun) && evidence.problems.length === 0
        const run = isRun ? runOf(source, binaryen) : undefined
        return checks.map((check) => judge(check, { ...evidence, run }))
      }
      const late = checks.find(needsRun)
      if (late) {
        throw new AuthoringError(
          place,
          `“${late.text}” needs a program that runs, and ${language} is only scanned.`,
          'Check its tokens, its text or its errors.',
        )
      }
      const evidence = evidenceOf('examplescript', source)
      return checks.map((check) => judge(check, evidence))
    },
  }
}

function bake(source: string, binaryen: Binaryen, place: string): BakedProgram {
  const { calls, problems } = parseTalk(source)
  if (problems.length > 0) {
    throw new AuthoringError(
      place,
      `this program does not compile: ${problems[0]!.message}`,
      'Mend the program.',
    )
  }
  const { written, optimised, exports } = instantiate(calls, binaryen)
  return {
    output: outputMarkup(runTalk(calls, exports)),
    sizes: sizesMarkup(written, optimised),
    stages: stagesMarkup(written, optimised),
  }
}

/** What checks want to know of a program that runs. */
function runOf(source: string, binaryen: Binaryen): Run {
  const { calls } = parseTalk(source)
  return talkRun(calls, instantiate(calls, binaryen).exports)
}

function instantiate(calls: TalkCalls, binaryen: Binaryen) {
  const stages = compileTalk(calls, binaryen)
  const module = new WebAssembly.Module(stages.optimised.bytes as BufferSource)
  const { exports } = new WebAssembly.Instance(module)
  return { ...stages, exports: exports as TalkExports }
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
