import { describe, expect, test } from 'vitest'
import { EngineError } from './engine.ts'
import { gguf } from './gguf.fixture.ts'
import { readGguf } from './gguf.ts'

describe('readGguf', () => {
  test('reads what an engine has to know', async () => {
    expect(await readGguf(gguf(), 'a.gguf')).toEqual({
      architecture: 'llama',
      contextLength: 320,
      marks: ['<unk>', '<s>', '</s>'],
    })
  })

  test('takes a model without a vocabulary for one without marks', async () => {
    const { marks } = await readGguf(gguf({ tokens: [], types: [] }), 'a.gguf')
    expect(marks).toEqual([])
  })

  test.each([
    ['nothing', new Blob([]), 'is no GGUF file'],
    ['text', new Blob(['Once upon a time']), 'is no GGUF file'],
    ['an old version', gguf({ version: 1 }), 'is GGUF of version 1'],
    ['a later version', gguf({ version: 4 }), 'is GGUF of version 4'],
    ['no architecture', gguf({ architecture: null }), 'of what architecture'],
    ['fewer weights', gguf({ bytes: 31 }), 'is truncated: '],
    ['more weights than said', gguf({ numbers: 9 }), 'is truncated: '],
    ['half a header', gguf().slice(0, 200), 'within its header'],
    ['only its magic', gguf().slice(0, 4), 'within its header'],
    ['noise', new Blob([gguf().slice(0, 30), 'x'.repeat(400)]), 'its header'],
  ])('refuses %s', async (_, file, words) => {
    const refused = readGguf(file, 'a.gguf')
    await expect(refused).rejects.toThrow(EngineError)
    await expect(refused).rejects.toThrow(words)
    await expect(refused).rejects.toThrow(/^a\.gguf /)
  })
})
