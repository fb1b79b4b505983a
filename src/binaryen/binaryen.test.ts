/** The traps of the library, each sprung once, and closed. */
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  BinaryenError,
  FEATURES,
  startBinaryen,
  type Binaryen,
  type Library,
  type Module,
} from './binaryen.ts'
import { loadBinaryen } from './node.ts'

let binaryen: Binaryen
let library: Library

beforeAll(async () => {
  binaryen = await loadBinaryen()
  library = binaryen.library
})

/** What `act` throws, as long as it is a `BinaryenError`. */
function errorOf(act: () => unknown): BinaryenError {
  try {
    act()
  } catch (error) {
    if (error instanceof BinaryenError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}

function parseError(text: string): string {
  return errorOf(() => binaryen.parse(text, () => 0)).message
}

/** The library's own levels, for `optimize` and `shrink`. */
function levels(): number[] {
  return [library.getOptimizeLevel(), library.getShrinkLevel()]
}

function addNothing(module: Module, name = 'nothing') {
  module.addFunction(name, library.none, library.none, [], module.nop())
}

/** BulkMemory on its own is the shortest way to an abort. */
function abort(lost: Binaryen): BinaryenError {
  return errorOf(() =>
    lost.build((module) => {
      module.setFeatures(lost.library.Features.BulkMemory)
      module.setMemory(1, 1)
      const zero = () => module.i32.const(0)
      const fill = module.memory.fill(zero(), zero(), zero())
      module.addFunction('fill', 0, 0, [], fill)
      module.addFunctionExport('fill', 'fill')
      module.optimize()
    }),
  )
}

describe('features', () => {
  test('are explicit, and the same however the module is made', () => {
    const flags = FEATURES.map((name) => library.Features[name])
    const all = flags.reduce((a, b) => a | b, 0)
    const bytes = binaryen.build((module) => module.emitBinary())
    expect(flags).not.toContain(undefined)
    expect(binaryen.build((module) => module.getFeatures())).toBe(all)
    expect(binaryen.parse('(module)', (m) => m.getFeatures())).toBe(all)
    expect(binaryen.read(bytes, (module) => module.getFeatures())).toBe(all)
  })

  test('leave out what no browser takes', () => {
    expect(FEATURES).not.toContain('All')
    expect(FEATURES).not.toContain('CompactImports')
    const bytes = binaryen.build((module) => {
      for (const name of ['one', 'two'])
        module.addFunctionImport(name, 'host', name, 0, 0)
      return module.emitBinary()
    })
    expect(WebAssembly.validate(bytes)).toBe(true)
  })

  test('do not bring GC into modules without it', async () => {
    // Node 20 has no GC, so that it refuses a single heap type.
    const bytes = binaryen.parse(
      `(module (table 2 funcref) (elem (i32.const 0) $a $a)
        (func $a (result i32) (i32.const 7))
        (func (export "go") (param i32) (result i32)
          (call_indirect (result i32) (local.get 0))))`,
      (module) => {
        binaryen.optimize(module, { optimize: 4, shrink: 0 })
        return module.emitBinary()
      },
    )
    const { instance } = await WebAssembly.instantiate(bytes)
    expect((instance.exports.go as (at: number) => number)(1)).toBe(7)
  })
})

describe('problems', () => {
  test('are none in a valid module', () => {
    const found = binaryen.build((module) => {
      addNothing(module)
      return binaryen.problems(module)
    })
    expect(found).toEqual([])
  })

  test("are the validator's words, one text for each", () => {
    const found = binaryen.build((module) => {
      const { i32, none } = library
      const mixed = module.i32.add(module.f32.const(1), module.i32.const(1))
      module.addFunction('mixed', none, i32, [], mixed)
      module.addFunction('long', none, i32, [], module.i64.const(1n))
      return binaryen.problems(module)
    })
    for (const problem of found)
      expect(problem).toMatch(/^\[wasm-validator error in function \w+\] /)
    expect(found[0]).toMatch(/mixed\] f32 != i32.*\n\(i32\.add/)
    expect(found.at(-1)).toMatch(/long\].*\n\(i64\.const 1\)$/)
  })

  test('do not mix with those of another module', () => {
    for (const _ of 'ab') {
      const found = binaryen.build((module) => {
        module.addFunction('f', 0, library.i32, [], module.nop())
        module.validate()
        return binaryen.problems(module)
      })
      expect(found).toHaveLength(1)
    }
  })
})

describe('errors', () => {
  test('in text have line and column', () => {
    const message = parseError('(module\n (fun))')
    expect(message).toBe('2:1: error: unrecognized module field')
  })

  test('in text count columns as bytes of UTF-8', () => {
    expect(parseError('(module (;é;) (fun))')).toMatch(/^1:15: error/)
  })

  test('in a binary say what is wrong and where', () => {
    const bytes = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 9, 9)
    expect(errorOf(() => binaryen.read(bytes, () => 0)).message).toBe(
      'These bytes are not a WebAssembly module: ' +
        'Section extends beyond end of input, at byte 10.',
    )
  })

  test('thrown as raw objects get their words', () => {
    const error = errorOf(() =>
      binaryen.build((module) => {
        addNothing(module, 'same')
        addNothing(module, 'same')
      }),
    )
    expect(error).toMatchObject({
      name: 'BinaryenError',
      message: 'Module::addFunction: same already exists',
      aborted: false,
    })
    const pass = errorOf(() => binaryen.build((m) => m.runPasses(['none'])))
    expect(pass.message).toBe('Could not find pass: none')
  })

  test("of the caller's own come back as they are", () => {
    const mine = new Error('mine')
    const act = () =>
      binaryen.build(() => {
        throw mine
      })
    expect(act).toThrow(mine)
  })

  test('leave the instance usable', () => {
    parseError('(')
    expect(binaryen.parse('(module)', (m) => binaryen.problems(m))).toEqual([])
  })

  test('on the way up say that the parts do not match', async () => {
    const empty = new WebAssembly.Module(
      Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0),
    )
    const starting = startBinaryen(async (hooks) => {
      await new Promise<WebAssembly.Instance>((done) => {
        hooks.instantiateWasm({}, done)
      })
      throw new TypeError('no memory')
    }, empty)
    await expect(starting).rejects.toThrow(/did not start: .*no memory/)
  })
})

describe('an abort', () => {
  test('says so, and the instance refuses to go on', async () => {
    const lost = await loadBinaryen()
    const first = abort(lost)
    expect(first.aborted).toBe(true)
    expect(first.message).toMatch(/Assertion failed: .*start a new one/)
    expect(errorOf(() => lost.build(() => 0))).toBe(first)
  })

  test('leaves other instances alone, and a new one works', async () => {
    abort(await loadBinaryen())
    const fresh = await loadBinaryen()
    expect(fresh.build((m) => m.emitText())).toContain('(module')
    expect(binaryen.build((m) => m.emitText())).toContain('(module')
  })

  test('is what too deep a module ends in', async () => {
    const lost = await loadBinaryen()
    const deep = '(block '.repeat(50_000) + ')'.repeat(50_000)
    const error = errorOf(() => lost.parse(`(module (func ${deep}))`, () => 0))
    expect(error.aborted).toBe(true)
    expect(error.message).toContain('nests too deeply')
  })
})

describe('text', () => {
  test('may hold any character', () => {
    const text = '(module (memory 1) (data (i32.const 0) "né→🎉"))'
    const data = binaryen.parse(text, (module) => {
      const segment = module.getDataSegmentByIndex(0)
      return new Uint8Array(module.getDataSegmentInfo(segment).data)
    })
    expect(new TextDecoder().decode(data)).toBe('né→🎉')
  })
})

describe('optimize', () => {
  test('does what the level says, and restores the levels', () => {
    const before = levels()
    const text = `(module (func (export "f") (result i32)
      (i32.add (i32.const 40) (i32.const 2))))`
    const [none, some] = ([0, 3] as const).map((optimize) =>
      binaryen.parse(text, (module) => {
        binaryen.optimize(module, { optimize, shrink: 0 })
        return module.emitText()
      }),
    )
    expect(none).toContain('i32.add')
    expect(some).toContain('(i32.const 42)')
    expect(levels()).toEqual(before)
  })

  test('restores the levels if the library throws', () => {
    const before = levels()
    const broken = {
      optimize() {
        throw new Error('broken')
      },
    } as unknown as Module
    const act = () => binaryen.optimize(broken, { optimize: 4, shrink: 2 })
    expect(act).toThrow('broken')
    expect(levels()).toEqual(before)
  })
})

describe('the console', () => {
  beforeEach(() => {
    vi.restoreAllMocks()
  })

  test('stays silent, and print passes can be heard', async () => {
    const said = (['log', 'error', 'warn'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => {}),
    )
    const heard = binaryen.build((module) => {
      addNothing(module)
      module.addFunction('bad', 0, library.i32, [], module.nop())
      module.validate()
      module.runPasses(['metrics'])
      return binaryen.printed(() => module.runPasses(['metrics']))
    })
    abort(await loadBinaryen())
    expect(heard.match(/\[funcs\] +: 2/g)).toHaveLength(1)
    for (const spy of said) expect(spy).not.toHaveBeenCalled()
  })
})

describe('modules', () => {
  test('are disposed of, whether `use` returns or throws', () => {
    const disposed: string[] = []
    const watch = (how: string) => (module: Module) => {
      const dispose = module.dispose.bind(module)
      module.dispose = () => {
        disposed.push(how)
        dispose()
      }
      if (how.endsWith('throws')) throw new Error(how)
    }
    const bytes = binaryen.build((module) => module.emitBinary())
    for (const how of ['returns', 'throws']) {
      const makers = [
        () => binaryen.build(watch(`build ${how}`)),
        () => binaryen.parse('(module)', watch(`parse ${how}`)),
        () => binaryen.read(bytes, watch(`read ${how}`)),
      ]
      for (const make of makers)
        if (how === 'throws') expect(make).toThrow(how)
        else make()
    }
    expect(disposed).toEqual([
      'build returns',
      'parse returns',
      'read returns',
      'build throws',
      'parse throws',
      'read throws',
    ])
  })

  test('leave no memory behind, 2,000 of them', async () => {
    const memories: WebAssembly.Memory[] = []
    const spy = vi.spyOn(WebAssembly, 'instantiate')
    const fresh = await loadBinaryen()
    for (const { value } of spy.mock.results)
      for (const part of Object.values((await value).exports))
        if (part instanceof WebAssembly.Memory) memories.push(part)
    expect(memories).toHaveLength(1)
    const size = () => memories[0]!.buffer.byteLength
    const build = () =>
      fresh.build((module) => {
        addNothing(module)
        module.addFunctionExport('nothing', 'nothing')
        fresh.optimize(module, { optimize: 1, shrink: 0 })
        module.emitBinary()
      })
    for (let i = 0; i < 200; i++) build()
    const before = size()
    for (let i = 0; i < 2000; i++) build()
    expect(size() - before).toBeLessThan(2 ** 20)
  })
})
