/**
 * Results baked into pages: every runnable program is compiled and run in the
 * build, by the compiler and the Binaryen that the page runs.
 */
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import {
  colouredTokens,
  compileTalk,
  parseTalk,
  runTalk,
  scan,
  type TalkExports,
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
  program(source: string, language: string, place: string): BakedProgram
  tokens(source: string): BakedTokens
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
  const { written, optimised } = compileTalk(calls, binaryen)
  const module = new WebAssembly.Module(optimised.bytes as BufferSource)
  const { exports } = new WebAssembly.Instance(module)
  return {
    output: outputMarkup(runTalk(calls, exports as TalkExports)),
    sizes: sizesMarkup(written, optimised),
    stages: stagesMarkup(written, optimised),
  }
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
