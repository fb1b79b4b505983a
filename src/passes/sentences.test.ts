/** Each pass has a sentence, and does on a small module what it says. */
import { expect, test } from 'vitest'
import { loadBinaryen, runToolHere } from '../binaryen/node.ts'
import { EXAMPLES, type PassExample } from './pass-examples.fixture.ts'
import { PASSES, passesIn } from './sentences.ts'

const O3 = { optimize: 3, shrink: 0 } as const
const binaryen = await loadBinaryen()

test('all passes that wasm-opt has', async () => {
  const { out } = await runToolHere({
    tool: 'wasm-opt',
    words: ['--help'],
    files: new Map(),
  })
  const help = new TextDecoder().decode(out)
  const [, passes = ''] = /Optimization passes:\n([^]*?)\n\w/.exec(help) ?? []
  const names = passes.match(/(?<=^ {2}--)[\w-]+/gm)
  expect(names).toHaveLength(171)
  expect(Object.keys(PASSES)).toEqual(names)
})

test.each(Object.entries(PASSES))('%s: a sentence', (_, says) => {
  expect(says).toMatch(/^[A-Z].{10,108}\.$/)
})

test.each(Object.entries(EXAMPLES))('%s', (pass, example) => {
  expect(PASSES).toHaveProperty(pass)
  const { before, after, printed, refused } = tried(pass, example)
  const { gone = [], comes = [], prints = [], same, refuses } = example
  if (refuses !== undefined) {
    expect(refused).toContain(refuses)
    return
  }
  expect(refused).toBeUndefined()
  for (const part of gone) {
    expect(before).toContain(part)
    expect(after).not.toContain(part)
  }
  for (const part of comes) {
    expect(before).not.toContain(part)
    expect(after).toContain(part)
  }
  for (const part of prints) expect(printed).toContain(part)
  if (same) expect(after).toBe(before)
  else expect([...gone, ...comes, ...prints]).not.toEqual([])
})

test('no pass is without an example', () => {
  expect(Object.keys(EXAMPLES)).toEqual(Object.keys(PASSES))
})

test.each([
  ['dce, vacuum', ['dce', 'vacuum']],
  ['--dce --vacuum', ['dce', 'vacuum']],
  [' dce\n,,vacuum ', ['dce', 'vacuum']],
  ['', []],
])('%j is a list of passes', (list, passes) => {
  expect(passesIn(list)).toEqual(passes)
})

/** What a pass made of an example, as text. */
interface Tried {
  before: string
  after: string
  printed: string
  refused?: string
}

function tried(
  pass: string,
  { module: text, features = [], first = [], closed = false }: PassExample,
): Tried {
  const { library } = binaryen
  return binaryen.parse(text, (module) =>
    binaryen.at(O3, () => {
      const flags = library.Features as Record<string, number>
      for (const name of features) {
        module.setFeatures(module.getFeatures() | flags[name]!)
      }
      expect(binaryen.problems(module)).toEqual([])
      for (const name of first) binaryen.runPass(module, name)
      const before = module.emitText()
      library.setClosedWorld(closed)
      try {
        const printed = binaryen.printed(() => binaryen.runPass(module, pass))
        return { before, after: module.emitText(), printed }
      } catch (error) {
        const { message } = error as Error
        return { before, after: before, printed: '', refused: message }
      } finally {
        library.setClosedWorld(false)
      }
    }),
  )
}
