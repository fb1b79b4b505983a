/** Every program, in all its stages: each piece knows where it came from. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { compile, LEVELS } from '../examplescript/examplescript.ts'
import {
  moduleStages,
  NOWHERE,
  readStages,
  type ModuleStages,
  type Nodes,
} from './stages.ts'

const FOLDER = 'src/examplescript/programs'
const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.example') && !name.startsWith('error-'))
  .map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')] as const)

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

/** Optimising all takes long, and what may go wrong is the same in each. */
const optimised = sources.filter((_, index) => index % 4 === 0)

test.each(sources)('%s: all stages, as written', (_, source) => {
  const { nodes, tokens } = readStages(source)
  const stages = moduleStages(source, binaryen, '-O0')!
  expectSameModule(source, stages, '-O0')
  expectFlatIsBytes(stages)
  expectInTheirFunctions(stages, nodes)
  expectFunctionsLead(stages, nodes)
  for (const { from, to, node } of tokens) {
    const place = nodes.all[node]!
    expect(place.from <= from && to <= place.to, `token at ${from}`).toBe(true)
  }
})

test.each(optimised)('%s: all stages, optimised', (_, source) => {
  const stages = moduleStages(source, binaryen, '-O3')!
  expectSameModule(source, stages, '-O3')
  expectFlatIsBytes(stages)
})

/** Its module is the one that is compiled. */
function expectSameModule(
  source: string,
  { folded, bytes }: ModuleStages,
  level: string,
): void {
  const compiled = compile(source, binaryen, {
    level: LEVELS.get(level)!,
    text: true,
  })
  if (!('program' in compiled)) throw new Error('It has problems.')
  expect(folded.text).toBe(compiled.text!.trimEnd())
  expect(Buffer.from(bytes).equals(compiled.bytes)).toBe(true)
  expect(folded.nodes).toHaveLength(folded.text.split('\n').length)
}

/** Its flat text is its bytes, in order. */
function expectFlatIsBytes({ flat, rows }: ModuleStages): void {
  const lines = flat.text
    .split('\n')
    .filter((line) => /^ {2,}[a-z]/.test(line))
    .map((line) => line.trim().split(' ')[0])
  const words = rows
    .filter(
      ({ kind, functionIndex }) =>
        kind === 'instruction' && functionIndex !== undefined,
    )
    .map(({ says }) => says.split(' ')[0])
  expect(words).toEqual(lines)
}

/** Its instructions lead into their functions. */
function expectInTheirFunctions(
  { folded, rows }: ModuleStages,
  nodes: Nodes,
): void {
  const heads = folded.text
    .split('\n')
    .map((line, index) => ({ line, node: folded.nodes[index]! }))
    .filter(({ line }) => line.startsWith(' (func '))
  const imported = folded.text.match(/^ \(import .*\(func /gm)?.length ?? 0
  const arounds = heads.map(({ node }) => classAround(nodes, node))
  for (const { kind, functionIndex, node, from } of rows) {
    if (kind !== 'instruction' || functionIndex === undefined) continue
    // What the compiler adds of its own is nowhere, or where it is needed.
    if (heads[functionIndex - imported]!.node === NOWHERE) continue
    const around = arounds[functionIndex - imported]!
    const isInside = around <= node && node <= nodes.last[around]!
    expect(isInside, `instruction at ${from}`).toBe(true)
  }
}

/** Its functions lead to all that they became. */
function expectFunctionsLead(
  { folded, flat, rows }: ModuleStages,
  { all }: Nodes,
): void {
  const became = [folded.nodes, flat.nodes, rows.map(({ node }) => node)]
  const functions = all.flatMap(({ kind }, number) =>
    kind === 'function' ? [number] : [],
  )
  for (const stage of became) {
    expect(stage).toEqual(expect.arrayContaining(functions))
  }
}

test('what Binaryen adds of its own belongs to the function', () => {
  const source = `export function sign(x: i32): i32 {
  if (x < 0) { return 1 } else { return 2 }
}
export function never(): void { unreachable() }`
  const { nodes } = readStages(source)
  const { rows } = moduleStages(source, binaryen, '-O0')!
  const found = rows
    .filter(({ says }) => says === 'unreachable')
    .map(({ node }) => source.slice(nodes.all[node]!.from).split('\n')[0])
  expect(found).toEqual([
    'export function sign(x: i32): i32 {',
    'unreachable() }',
  ])
})

/** A constructor gives fields their values, which stand in its class. */
function classAround({ all, last }: Nodes, head: number): number {
  const around = all.findLastIndex(
    ({ kind }, number) =>
      kind === 'class' && number <= head && head <= last[number]!,
  )
  return around < 0 ? head : around
}
