/** Memory as markup: numbers, what was written, pixels, and the words for it. */
import { describe, expect, test } from 'vitest'
import {
  FORMS,
  hex,
  memoryMarkup,
  memoryViewMarkup,
  momentWords,
  type MemoryForm,
  type ShownMemory,
} from './memory.ts'

function shown(bytes: number[], more: Partial<ShownMemory> = {}): ShownMemory {
  const all = Uint8Array.from(bytes)
  return { moment: 0, count: 3, isCut: false, bytes: all, from: 0, ...more }
}

function bytesOf(value: Float32Array | Float64Array | Int32Array): number[] {
  return [...new Uint8Array(value.buffer)]
}

/** The words of each piece, with its class. */
function pieces(markup: string): string[] {
  const found = markup.matchAll(/<span(?: class="(\w+)")?>([^<]*)<\/span>/g)
  return [...found].map(([, name, words]) =>
    name ? `${name}:${words}` : words!,
  )
}

const NUMBERS: [MemoryForm, number[], string[]][] = [
  [
    'bytes',
    [0, 1, 255, 16, 0, 0, 0, 0],
    ['zero:00', '01', 'ff', '10', 'zero:00', 'zero:00', 'zero:00', 'zero:00'],
  ],
  ['i32', bytesOf(Int32Array.of(-2, 0)), ['-2', 'zero:0']],
  ['f32', bytesOf(Float32Array.of(1.5, 0.1)), ['1.5', '0.10000']],
  ['f64', bytesOf(Float64Array.of(1 / 3)), ['0.33333']],
  ['f64', bytesOf(Float64Array.of(1e-300)), ['1e-300']],
  // Its bytes are not all zero.
  ['f64', bytesOf(Float64Array.of(-0)), ['0']],
  ['f32', bytesOf(Float32Array.of(NaN, 0)), ['NaN', 'zero:0']],
]

test.each(NUMBERS)('%s of %j', (form, bytes, expected) => {
  const markup = memoryMarkup(shown(bytes), form)
  expect(markup).toContain(`class="memory memory-${form}"`)
  expect(pieces(markup)).toEqual(['address:0x0000', ...expected])
})

test('eight bytes stand behind each address', () => {
  const bytes = Array.from({ length: 24 }, () => 1)
  const markup = memoryMarkup(shown(bytes, { from: 65_528 }), 'bytes')
  expect(markup.match(/class="group"/g)).toHaveLength(3)
  expect(markup.match(/0x[\da-f]+/g)).toEqual(['0xfff8', '0x10000', '0x10008'])
})

test.each([
  ['bytes', { address: 10, size: 2 }, [2, 3]],
  ['bytes', { address: 6, size: 3 }, [0]],
  ['bytes', { address: 6, size: 2 }, []],
  ['bytes', { address: 10, size: 0 }, []],
  ['i32', { address: 11, size: 2 }, [0, 1]],
  ['f64', { address: 15, size: 1 }, [0]],
] as const)('%s: what %j wrote is marked', (form, place, marked) => {
  const memory = shown(
    Array.from({ length: 8 }, () => 1),
    { from: 8, write: { ...place, line: 1 } },
  )
  const [, ...values] = pieces(memoryMarkup(memory, form))
  const found = values.flatMap((value, index) =>
    value.startsWith('written:') ? [index] : [],
  )
  expect(found).toEqual(marked)
})

test('pixels are squares, sixteen in a row', () => {
  const bytes = Array.from({ length: 17 * 4 }, (_, index) =>
    index < 4 ? [1, 2, 3, 255][index]! : 128,
  )
  const write = { address: 4, size: 1, line: 1 }
  const markup = memoryMarkup(shown(bytes, { write }), 'pixels')
  expect(markup).toContain('viewBox="0 0 16 2"')
  expect(markup).toContain('aria-label="17 pixels from 0x0000 on"')
  const squares = markup.match(/<rect [^>]*>/g)!
  expect(squares).toHaveLength(17)
  expect(squares[0]).toBe(
    '<rect x="0" y="0" width="1" height="1" fill="rgb(1,2,3)"/>',
  )
  expect(squares[1]).toBe(
    '<rect x="1" y="0" width="1" height="1" fill="rgb(128,128,128)" fill-opacity="0.50" class="written"/>',
  )
  expect(squares[16]).toContain('x="0" y="1"')
})

test.each([
  [0, '0x0000'],
  [255, '0x00ff'],
  [65_536, '0x10000'],
])('the address %i is written %s', (address, text) => {
  expect(hex(address)).toBe(text)
})

test.each<[Partial<ShownMemory>, string]>([
  [{ count: 0 }, 'The program writes nothing to memory.'],
  [{ count: 1200 }, 'Before the first of 1,200 writes: all is zero.'],
  [
    { moment: 2, write: { address: 16, size: 4, line: 7 } },
    'Write 2 of 3: 4 bytes at 0x0010, by line 7.',
  ],
  [
    {
      moment: 1000,
      count: 10_000,
      isCut: true,
      write: { address: 0, size: 1, line: 1 },
    },
    'Write 1,000 of the first 10,000: 1 byte at 0x0000, by line 1.',
  ],
])('a moment %j in words', (more, words) => {
  expect(momentWords(shown([], more))).toBe(words)
})

describe('the view', () => {
  const memory = shown([1, 0, 0, 0, 0, 0, 0, 0], { moment: 2 })

  test.each(FORMS)('shows %s, and offers all forms', (form) => {
    const markup = memoryViewMarkup(memory, form)
    expect(markup).toContain(`data-memory="${form}"`)
    expect(markup).toContain(memoryMarkup(memory, form))
    const values = [...markup.matchAll(/<option value="(\w+)"/g)]
    expect(values.map(([, value]) => value)).toEqual(FORMS)
    expect(markup.match(/<option value="(\w+)" selected>/)![1]).toBe(form)
  })

  test('has a slider that stands at the moment, and works with a script only', () => {
    const markup = memoryViewMarkup(memory, 'bytes')
    expect(markup).toContain('min="0" max="3" value="2"')
    const controls = markup.match(/<(?:button|select|input) [^>]*>/g)!
    expect(controls).toHaveLength(5)
    for (const control of controls) expect(control).toContain(' disabled>')
  })

  test.each([
    [0, true],
    [1, false],
  ])('of %i writes is hidden: %s', (count, isHidden) => {
    const [head] = memoryViewMarkup(shown([], { count }), 'i32').split('>')
    expect(head!.endsWith(' hidden')).toBe(isHidden)
  })
})
