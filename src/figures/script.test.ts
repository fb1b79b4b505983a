/** What a program in JavaScript said and made, drawn. */
import { describe, expect, test } from 'vitest'
import {
  looksMarkup,
  madeWords,
  saidMarkup,
  type ShownLook,
  type ShownStory,
} from './script.ts'

const NOTHING: ShownStory = {
  said: [],
  isCut: false,
  looks: [],
  looksCut: false,
}
const STEP: ShownLook = {
  module: 1,
  call: "runPasses(['a<b'])",
  before: { size: 1200 },
  after: { size: 38 },
  lines: [
    { kind: 'goes', pieces: [{ text: '(nop)', isMarked: false }] },
    { kind: 'comes', pieces: [{ text: '(drop)', isMarked: true }] },
  ],
}
const STAYS: ShownLook['lines'] = [
  { kind: 'stays', pieces: [{ text: '(module)', isMarked: false }] },
]

/** The text of markup, with a bar between elements. */
function read(markup: string): string {
  return markup.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|')
}

describe('what is said', () => {
  test('each speaker looks another way, and all is text', () => {
    const said = [
      { by: 'log', text: '<b>' },
      { by: 'error', text: 'no' },
      { by: 'binaryen', text: 'metrics' },
    ] as const
    expect(saidMarkup({ ...NOTHING, said })).toBe(
      '<samp>&lt;b&gt;</samp>\n<span class="problem">no</span>\n<samp class="said-binaryen">metrics</samp>',
    )
  })

  test('nothing is said in words', () => {
    expect(read(saidMarkup(NOTHING))).toBe('|The program says nothing.|')
  })

  test('what is cut and what stopped it come last', () => {
    const stop = { message: 'no', line: 3, quote: 'f()' }
    const shown = read(saidMarkup({ ...NOTHING, isCut: true, stop }))
    expect(shown).toContain('left out here')
    expect(shown).toContain('stopped in line 3: no')
    expect(shown).toContain('|f()|')
  })
})

test.each([
  [NOTHING, 'no modules made'],
  [{ ...NOTHING, looks: [STEP, STEP] }, '1 module made'],
  [{ ...NOTHING, looks: [STEP, { ...STEP, module: 2 }] }, '2 modules made'],
  [
    { ...NOTHING, looks: [STEP], bytes: new Uint8Array(1) },
    '1 module made, 1 byte emitted',
  ],
])('in a few words', (story, words) => {
  expect(madeWords(story)).toBe(words)
})

describe('what is looked at', () => {
  test('a call is named, with its sizes and its difference', () => {
    const markup = looksMarkup({ ...NOTHING, looks: [STEP] })
    expect(markup).toContain(`aria-label="runPasses(['a&lt;b'])"`)
    expect(read(markup)).toContain('| |1,200 → 38 bytes|')
    expect(markup).toContain('<del>(nop)\n</del><ins><b>(drop)</b>\n</ins>')
  })

  test('of several modules, each has its number', () => {
    const markup = looksMarkup({
      ...NOTHING,
      looks: [STEP, { module: 2, after: { size: 8 }, lines: STAYS }],
    })
    expect(markup).toContain(`aria-label="Module 1, runPasses`)
    expect(markup).toContain('aria-label="Module 2"')
    expect(markup).toContain('8 bytes')
  })

  test('a call that changed nothing says so', () => {
    const look = { ...STEP, lines: STAYS }
    expect(looksMarkup({ ...NOTHING, looks: [look] })).toContain(
      'left the module’s text as it was',
    )
  })

  test('a module that is not valid says why', () => {
    const after = { problem: '[wasm-validator error] <f>' }
    const look = { ...STEP, after }
    const markup = read(looksMarkup({ ...NOTHING, looks: [look] }))
    expect(markup).toContain('1,200 bytes → not valid')
    expect(markup).toContain('error] &lt;f&gt;')
  })

  test('more than is shown is told', () => {
    expect(looksMarkup({ ...NOTHING, looksCut: true })).toContain('More was')
  })

  test('a size that is none is text, too', () => {
    const size = '<img>' as unknown as number
    const look = { ...STEP, after: { size } }
    const markup = looksMarkup({ ...NOTHING, looks: [look] })
    expect(markup).not.toContain('<img>')
  })
})
