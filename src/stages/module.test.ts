/** Every program, in all its stages: each piece knows where it came from. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { compile, LEVELS } from '../examplescript/examplescript.ts'
import { moduleStages, NOWHERE, readStages, type Nodes } from './stages.ts'

const FOLDER = 'src/examplescript/programs'
const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.example') && !name.startsWith('error-'))
  .map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')] as const)

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

describe.each(['-O0', '-O3'])('at %s', (level) => {
  test.each(sources)(
    '%s: its module is the one that is compiled',
    (_, source) => {
      const stages = moduleStages(source, binaryen, level)!
      const compiled = compile(source, binaryen, {
        level: LEVELS.get(level)!,
        text: true,
      })
      if (!('program' in compiled)) throw new Error('It has problems.')
      expect(stages.folded.text).toBe(compiled.text!.trimEnd())
      expect(Buffer.from(stages.bytes).equals(compiled.bytes)).toBe(true)
      expect(stages.folded.nodes).toHaveLength(
        stages.folded.text.split('\n').length,
      )
    },
  )

  test.each(sources)(
    '%s: its flat text is its bytes, in order',
    (_, source) => {
      const { flat, rows } = moduleStages(source, binaryen, level)!
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
    },
  )
})

describe('pointing', () => {
  test.each(sources)(
    '%s: instructions lead into their function',
    (_, source) => {
      const { nodes } = readStages(source)
      const { folded, rows } = moduleStages(source, binaryen, '-O0')!
      const heads = folded.text
        .split('\n')
        .map((line, index) => ({ line, node: folded.nodes[index]! }))
        .filter(({ line }) => line.startsWith(' (func '))
      const imported = folded.text.match(/^ \(import .*\(func /gm)?.length ?? 0
      for (const { kind, functionIndex, node } of rows) {
        if (kind !== 'instruction' || functionIndex === undefined) continue
        const head = heads[functionIndex - imported]!.node
        // What the compiler adds of its own is nowhere, or where it is needed.
        if (head === NOWHERE) continue
        const around = classAround(nodes, head)
        expect(node).toBeGreaterThanOrEqual(around)
        expect(node).toBeLessThanOrEqual(nodes.last[around]!)
      }
    },
  )

  test.each(sources)(
    '%s: functions lead to all that they became',
    (_, source) => {
      const { nodes } = readStages(source)
      const { folded, flat, rows } = moduleStages(source, binaryen, '-O0')!
      const became = [folded.nodes, flat.nodes, rows.map(({ node }) => node)]
      for (const [number, node] of nodes.all.entries()) {
        if (node.kind !== 'function') continue
        for (const stage of became) expect(stage).toContain(number)
      }
    },
  )

  test.each(sources)(
    '%s: each token leads to a node around it',
    (_, source) => {
      const { tokens, nodes } = readStages(source)
      for (const { from, to, node } of tokens) {
        expect(nodes.all[node]!.from).toBeLessThanOrEqual(from)
        expect(nodes.all[node]!.to).toBeGreaterThanOrEqual(to)
      }
    },
  )
})

/** A constructor gives fields their values, which stand in its class. */
function classAround({ all, last }: Nodes, head: number): number {
  const around = all.findLastIndex(
    ({ kind }, number) =>
      kind === 'class' && number <= head && head <= last[number]!,
  )
  return around < 0 ? head : around
}
