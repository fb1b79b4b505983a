/**
 * Every program, as Binaryen's own text and as our rows of its bytes: both say
 * the same instructions, and no byte is left out.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen, Level } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { check } from '../examplescript/check.ts'
import { emit } from '../examplescript/emit.ts'
import { annotate } from './bytes.ts'
import { plainly, rowModule, textModule } from './flat-text.fixture.ts'

const FOLDER = 'src/examplescript/programs'
const LEVELS: Record<string, Level> = {
  O0: { optimize: 0, shrink: 0 },
  O3: { optimize: 3, shrink: 0 },
  O4: { optimize: 4, shrink: 0 },
  Oz: { optimize: 2, shrink: 2 },
}

const programs = readdirSync(FOLDER).filter(
  (name) => name.endsWith('.example') && !name.startsWith('error-'),
)
/** Optimising takes its time: a fifth of the programs at each level. */
const cases = programs.flatMap((name, index) => [
  [name, 'O0'],
  ...['O3', 'O4', 'Oz']
    .filter((_, turn) => index % 5 === turn)
    .map((level) => [name, level]),
]) as [string, string][]

describe('the rows of', () => {
  let binaryen: Binaryen
  beforeAll(async () => {
    binaryen = await loadBinaryen()
  })

  function compiled(name: string, level: string, hasNames: boolean) {
    const { program } = check(readFileSync(`${FOLDER}/${name}`, 'utf8'))
    binaryen.library.setDebugInfo(hasNames)
    try {
      return binaryen.build((module) => {
        emit(program!, binaryen.library, module)
        binaryen.optimize(module, LEVELS[level]!)
        return { text: module.emitStackIR(), bytes: module.emitBinary() }
      })
    } finally {
      binaryen.library.setDebugInfo(false)
    }
  }

  test.each(cases)('%s at -%s', (name, level) => {
    const { text, bytes } = compiled(name, level, true)
    const rows = annotate(bytes)
    let end = 0
    for (const { from, to } of rows) {
      expect(from).toBe(end)
      expect(to).toBeGreaterThan(from)
      end = to
    }
    expect(end).toBe(bytes.length)
    expect(rows.filter(({ kind }) => kind === 'unread')).toEqual([])
    expect(rowModule(rows)).toEqual(textModule(text))
  })

  test('a module without names have indices', () => {
    const named = compiled('recursion-factorial.example', 'O0', true)
    const { bytes } = compiled('recursion-factorial.example', 'O0', false)
    const rows = annotate(bytes)
    const called = rows.filter(({ says }) => says.includes('$'))
    expect(new Set(called.map(({ says }) => says))).toEqual(
      new Set(['call $printI64']),
    )
    const shapes = (of: typeof rows) =>
      of.filter(({ kind }) => kind === 'instruction').map(plainly)
    expect(shapes(rows)).toEqual(shapes(annotate(named.bytes)))
  })
})
