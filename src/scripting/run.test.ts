/** Programs in JavaScript, run and recorded as the page and the build do it. */
import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../binaryen/node.ts'
import type { Recorded } from './recorded.ts'
import { runScript } from './run.ts'
import { storyOf } from './story.ts'

const ADD = `import binaryen from 'binaryen'
const module = new binaryen.Module()
const { i32 } = binaryen
const sum = module.i32.add(module.i32.const(60), module.i32.const(24))
module.addFunction('sum', binaryen.none, i32, [], sum)
module.addFunctionExport('sum', 'sum')
`

async function run(text: string) {
  const recording: Recorded[] = []
  await runScript(text, loadLibrary, (recorded) => recording.push(recorded))
  return storyOf(recording)
}

async function said(text: string) {
  const { said: lines, stop } = await run(text)
  expect(stop).toBeUndefined()
  return lines.map((line) => line.text)
}

describe('what is shown of a module', () => {
  test('a step is its call, with the module before and after', async () => {
    const { looks, stop } = await run(`${ADD}module.runPasses(['precompute'])`)
    expect(stop).toBeUndefined()
    expect(looks).toHaveLength(1)
    const [look] = looks
    expect(look!.call).toBe("runPasses(['precompute'])")
    expect(look!.before!.text).toContain('i32.add')
    expect(look!.after.text).toContain('i32.const 84')
    expect(look!.after.size).toBeLessThan(look!.before!.size!)
  })

  test('one that no step has left as it is, is shown at its end', async () => {
    const { looks } = await run(
      `${ADD}module.optimize()\nmodule.addFunctionExport('sum', 'other')`,
    )
    expect(looks.map(({ call }) => call)).toEqual(['optimize()', undefined])
  })

  test('each is numbered, however it was made', async () => {
    const { looks, stop } = await run(`import binaryen from 'binaryen'
const a = binaryen.parseText('(module (func $a))')
const b = binaryen.readBinary(a.emitBinary())
a.dispose()
b.optimize()`)
    expect(stop).toBeUndefined()
    expect(looks.map(({ module }) => module)).toEqual([1, 2])
  })

  test('one that is not valid says why, and has no size', async () => {
    const { looks, said: lines } = await run(`import binaryen from 'binaryen'
const module = new binaryen.Module()
const wrong = module.f32.const(1)
module.addFunction('f', binaryen.none, binaryen.i32, [], wrong)`)
    expect(lines).toEqual([])
    expect(looks[0]).toMatchObject({
      after: { problem: expect.stringContaining('validator error') },
    })
    expect(looks[0]).not.toHaveProperty('after.size')
  })

  test('more steps than can be looked at are made all the same', async () => {
    const story = await run(
      `${ADD}for (let i = 0; i < 99; i++) module.runPasses(['vacuum'])
console.log('done')`,
    )
    expect(story.looks).toHaveLength(24)
    expect(story.looksCut).toBe(true)
    expect(story.said).toEqual([{ kind: 'said', by: 'log', text: 'done' }])
  })
})

test('the last binary is handed out', async () => {
  const { bytes } = await run(`${ADD}module.optimize()\nmodule.emitBinary()`)
  const { instance } = await WebAssembly.instantiate(bytes as BufferSource)
  expect((instance.exports['sum'] as () => number)()).toBe(84)
})

describe('what is said', () => {
  test('values are written as a console writes them', async () => {
    expect(
      await said(`console.log('a', 1, 2n, [1, 'b'], { c: null }, -0)
console.error(new Uint8Array([0, 97]), new TypeError('no'), undefined)
const round = {}
round.round = round
console.log(round)`),
    ).toEqual([
      'a 1 2n [1, "b"] { c: null } -0',
      'Uint8Array(2) [0, 97] TypeError: no undefined',
      '{ round: { round: { round: … } } }',
    ])
  })

  test('the library’s own words are among them', async () => {
    const lines = await said(`${ADD}module.runPasses(['metrics'])`)
    expect(lines.join('\n')).toContain('[exports]')
    const wrong = await run(`import binaryen from 'binaryen'
const module = new binaryen.Module()
module.addFunction('f', binaryen.none, binaryen.i32, [], module.nop())
console.log(module.validate())`)
    expect(wrong.said.map(({ by }) => by)).toContain('binaryen')
    expect(wrong.said.at(-1)!.text).toBe('0')
  })

  test('it is cut where it goes on and on', async () => {
    const lines = await run(`for (let i = 0; i < 1000; i++) console.log(i)`)
    expect(lines.isCut).toBe(true)
    expect(lines.said.length).toBeLessThanOrEqual(201)
    const long = await run(`console.log('x'.repeat(1e6))`)
    expect(long.isCut).toBe(true)
    expect(long.said[0]!.text.length).toBe(20_000)
  })
})

describe('a program stops', () => {
  test.each([
    [
      'by what it throws',
      `const a = 1\n\nfunction f() {\n  throw new Error('no')\n}\nf()`,
      { message: 'no', line: 4, quote: "throw new Error('no')" },
    ],
    [
      'by a name that is not there',
      `let a\na = b + 1`,
      { message: 'ReferenceError: b is not defined', line: 2 },
    ],
    [
      'by what is no error',
      `throw { a: 1 }`,
      { message: 'It threw { a: 1 }.' },
    ],
    [
      'by what the library throws',
      `import binaryen from 'binaryen'

binaryen.parseText('(module (fun))')`,
      { message: expect.stringContaining('1:'), line: 3 },
    ],
    [
      'by a pass that does not exist',
      `${ADD}module.runPasses(['no-such-pass'])`,
      { message: expect.stringContaining('no-such-pass'), line: 7 },
    ],
    [
      'by two functions of one name',
      `${ADD}module.addFunction('sum', 0, 0, [], module.nop())`,
      { message: expect.stringContaining('sum'), line: 7 },
    ],
    [
      'after it has waited',
      `await Promise.resolve()\n\nnull.x`,
      { message: expect.stringContaining('TypeError'), line: 3 },
    ],
  ])('%s', async (_, text, stop) => {
    expect((await run(text)).stop).toMatchObject(stop)
  })

  test('and what it made until then is shown', async () => {
    const { looks, stop } = await run(`${ADD}throw new Error('enough')`)
    expect(stop).toMatchObject({ line: 7 })
    expect(looks).toHaveLength(1)
  })

  test('even where the library has crashed', async () => {
    const { stop } = await run(`import binaryen from 'binaryen'
const module = new binaryen.Module()
module.addFunction('f', 0, 0, [], 12345678)
module.optimize()`)
    expect(stop).toBeDefined()
  })
})

test('each run has a library of its own', async () => {
  await said(`import binaryen from 'binaryen'
binaryen.setOptimizeLevel(4)`)
  expect(
    await said(`import b from 'binaryen'
console.log(b.getOptimizeLevel())`),
  ).toEqual(['2'])
})
