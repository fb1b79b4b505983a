/** The lists are what `wasm-opt` says that it runs. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FEATURES } from '../binaryen/binaryen.ts'
import { runToolHere } from '../binaryen/node.ts'
import { LEVELS } from '../examplescript/examplescript.ts'
import { levelPasses } from './level-passes.ts'

const MODULE = new TextEncoder().encode('(module (func))')

async function passesSaid(flags: string[]): Promise<string[]> {
  const { err } = await runToolHere({
    tool: 'wasm-opt',
    words: ['a.wat', '--mvp-features', ...flags],
    files: new Map([['a.wat', MODULE]]),
    environment: { BINARYEN_PASS_DEBUG: '1' },
  })
  const said = new TextDecoder().decode(err)
  return [...said.matchAll(/running pass: (\S+)\.\.\./g)].map(
    ([, name]) => name!,
  )
}

const GC = ['--enable-reference-types', '--enable-gc']
const SEVERAL = ['--enable-multivalue']

test.each([
  ['neither', false, false, []],
  ['GC', true, false, GC],
  ['multivalue', false, true, SEVERAL],
  ['both', true, true, [...GC, ...SEVERAL]],
] as const)('with %s', async (_, gc, multivalue, flags) => {
  for (const [name, level] of LEVELS) {
    const said = await passesSaid([name, ...flags])
    expect(levelPasses(level, { gc, multivalue }), name).toEqual(said)
  }
})

test('chapter 10 tells each level’s numbers as they are', () => {
  const chapter = readFileSync(
    'content/1-compiling/10-levels-and-the-price.md',
    'utf8',
  )
  const told = [...chapter.matchAll(/^\| `(-O\w)` +\|(.*)\|$/gm)].map(
    ([, level, numbers]) => [level, ...numbers!.split('|').map(Number)],
  )
  const features = { gc: true, multivalue: FEATURES.includes('Multivalue') }
  expect(told).toEqual(
    [...LEVELS].map(([name, level]) => [
      name,
      level.optimize,
      level.shrink,
      levelPasses(level, features).length,
    ]),
  )
})
