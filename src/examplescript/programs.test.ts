/**
 * Every program in `programs/` does what its comments say: as it is, at the highest
 * level, and at another one, so that all levels are tried; in Chromium too if it has
 * objects, and the same when AssemblyScript compiles it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import {
  openChromium,
  type ChromiumRunner,
  type Outcome,
} from '../commands/in-chromium.ts'
import { compileRival, runRival } from '../rival/rival.ts'
import { compile, type Level } from './compile.ts'
import { check } from './check.ts'
import { hostImports, shownNumber } from './host.ts'
import { lineStarts, positionIn } from './position.ts'

const FOLDER = 'src/examplescript/programs'
const ALWAYS: Level[] = [
  { optimize: 0, shrink: 0 },
  { optimize: 4, shrink: 0 },
]
const IN_TURNS: Level[] = [
  { optimize: 1, shrink: 0 },
  { optimize: 2, shrink: 0 },
  { optimize: 2, shrink: 1 },
  { optimize: 2, shrink: 2 },
  { optimize: 3, shrink: 0 },
]

interface Program {
  name: string
  source: string
  /** What it prints, and what `main` returns behind it. */
  lines: string[]
  /** `code in line 3` for each error. */
  errors: string[]
  traps: boolean
}

const programs = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.example'))
  .map((name) => read(name))
const wrong = programs.filter(({ errors }) => errors.length > 0)
const right = programs.filter(({ errors }) => errors.length === 0)

function read(file: string): Program {
  const source = readFileSync(`${FOLDER}/${file}`, 'utf8')
  const found = (word: RegExp) => [...source.matchAll(word)]
  return {
    name: file.replace('.example', ''),
    source,
    lines: found(/\/\/ expect: (.*)/g).map(([, line]) => line!),
    errors: found(/\/\/ expect error: (\S+)/g).map(
      ({ index, 1: code }) => `${code} in line ${lineOf(source, index)}`,
    ),
    traps: source.includes('// expect trap'),
  }
}

function lineOf(source: string, at: number): number {
  return positionIn(lineStarts(source), at).line
}

/** What a run says that a program should have done. */
function told({ lines, value, trap }: Outcome) {
  const all = value === undefined ? lines : [...lines, value]
  return { lines: all, traps: trap !== undefined }
}

function expected({ lines, traps }: Program) {
  return { lines, traps }
}

describe('a program with an error', () => {
  test.each(wrong)('$name', ({ source, errors }) => {
    const { problems } = check(source)
    const found = problems.map(
      ({ code, from }) => `${code} in line ${lineOf(source, from)}`,
    )
    expect(found).toEqual(errors)
  })
})

describe('a program', () => {
  let binaryen: Binaryen
  let browser: ChromiumRunner
  beforeAll(async () => {
    binaryen = await loadBinaryen()
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  test.each(right)('$name', async (program) => {
    const turn = right.indexOf(program) % IN_TURNS.length
    const levels = [...ALWAYS, IN_TURNS[turn]!]
    const modules = levels.map((level) => bytesOf(program, level))
    const isForNode = WebAssembly.validate(modules[0]!)
    const outcomes = [
      ...(isForNode ? modules.map((bytes) => runHere(bytes)) : []),
      ...(isForNode && !usesStrings(modules[0]!)
        ? []
        : await browser.run(modules, 'main')),
    ]
    for (const outcome of outcomes) {
      expect(told(outcome)).toEqual(expected(program))
    }
  })

  function bytesOf({ source }: Program, level: Level) {
    const compiled = compile(source, binaryen, { level })
    expect(compiled.problems).toEqual([])
    return (compiled as { bytes: Uint8Array<ArrayBuffer> }).bytes
  }
})

/** Chromium knows strings by itself, and is strict with who asks for them. */
function usesStrings(bytes: Uint8Array<ArrayBuffer>): boolean {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes))
  return imports.some(({ module }) => module === "'")
}

describe('AssemblyScript says the same of', () => {
  test.each(right)('$name', async (program) => {
    const { bytes, messages } = await compileRival(program.source, ['-O1'])
    expect(messages).not.toContain('ERROR')
    const outcome = call((print) => runRival(bytes!, print))
    // Its numbers without a sign, and its strings, come as it keeps them.
    expect(told(outcome)).toEqual(expected(program))
  })
})

function runHere(bytes: Uint8Array<ArrayBuffer>): Outcome {
  return call((print) => {
    const module = new WebAssembly.Module(bytes)
    const imports = hostImports(WebAssembly.Module.imports(module), print)
    return new WebAssembly.Instance(module, imports as WebAssembly.Imports)
      .exports
  })
}

function call(
  start: (print: (line: string) => void) => WebAssembly.Exports,
): Outcome {
  const lines: string[] = []
  try {
    const exports = start((line) => lines.push(line))
    const value = (exports['main'] as () => number | bigint | undefined)()
    return value === undefined
      ? { lines }
      : { lines, value: shownNumber(value) }
  } catch (thrown) {
    return { lines, trap: String(thrown) }
  }
}
