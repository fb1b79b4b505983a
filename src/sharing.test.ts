/** Sharing: what is packed comes out again, and nothing else does. */
import { deflateSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { pack, unpack, type States } from './sharing.ts'

const STATES: States = {
  'first-1a': { version: 1, text: '2 + 3\n4 - 5\n', ran: '2 + 3' },
  'second-2b': { version: 1, question: { answer: null, revealed: false } },
}

const NOT_WHOLE = 'The link is not whole: a part of it was lost on the way.'
const OTHER_VERSION = 'The link was made by another version of this site.'

/** A link that holds a text, or any bytes. */
function linkTo(content: string | Uint8Array): string {
  return `1.${deflateSync(content).toString('base64url')}`
}

function withText(text: string): States {
  return { key: { version: 1, text } }
}

/** A text that hardly gets smaller. */
const DENSE = Array.from({ length: 100_000 }, (_, n) =>
  String.fromCodePoint(0x4e_00 + ((n * n * 7919) % 20_011)),
).join('')

describe('comes out as it was', () => {
  test.each<[string, States]>([
    ['nothing', {}],
    ['two states', STATES],
    ['numbers', { key: { version: 1, a: 0, b: -1.5, c: 1e300 } }],
    ['lists', { key: { version: 1, list: [1, [null, 'x'], { y: true }] } }],
    ['odd keys', { '': { version: 1 }, 'a~b/"c"': { version: 1 } }],
    ['Unicode', withText('u\u0308nïcode 🎆 \u0000\u2028\uFEFF\uFFFF')],
    ['lone surrogates', withText('\uD83C \uDF86\uD83C')],
    ['a long text', withText('2 + 3\n'.repeat(100_000))],
    ['a dense text', withText(DENSE)],
  ])('%s', async (_, states) => {
    const packed = await pack(states)
    expect(packed).toMatch(/^1\.[\w-]+$/)
    expect(await unpack(packed)).toEqual(states)
  })

  test('up to a million bytes, and no more is packed', async () => {
    const rest = JSON.stringify(withText('')).length
    const most = withText('x'.repeat(1_000_000 - rest))
    expect(await unpack(await pack(most))).toEqual(most)
    const more = withText('x'.repeat(1_000_001 - rest))
    await expect(pack(more)).rejects.toThrow(
      'The program is too long for a link.',
    )
  })
})

test('what is no state of this version is left out', async () => {
  const none = ['{}', '{"version":2}', '{"version":"1"}', '[]', 'null', '1']
  const entries = none.map((state, index) => `"${index}":${state}`)
  const json = `{${entries},"__proto__":{"version":1},"key":{"version":1}}`
  expect(Object.entries(await unpack(linkTo(json)))).toEqual([
    ['__proto__', { version: 1 }],
    ['key', { version: 1 }],
  ])
})

describe('no link of ours', () => {
  test.each([
    ['', OTHER_VERSION],
    ['2.eJw', OTHER_VERSION],
    ['12.eJw', OTHER_VERSION],
    [linkTo('{}').slice(2), OTHER_VERSION],
    ['1.', NOT_WHOLE],
    ['1.e', NOT_WHOLE],
    ['1.AAAA', NOT_WHOLE],
    ['1.%20', NOT_WHOLE],
    ['1.ä', NOT_WHOLE],
    [`${linkTo('{}')})`, NOT_WHOLE],
    [linkTo(''), NOT_WHOLE],
    [linkTo('{"key":'), NOT_WHOLE],
    [linkTo('null'), NOT_WHOLE],
    [linkTo('[]'), NOT_WHOLE],
    [linkTo('"text"'), NOT_WHOLE],
    [linkTo('['.repeat(400_000)), NOT_WHOLE],
    [linkTo(Uint8Array.of(0x7b, 0xff, 0x7d)), NOT_WHOLE],
  ])('%.20j', async (packed, message) => {
    await expect(unpack(packed)).rejects.toThrow(message)
  })

  test('is one that was cut, wherever', async () => {
    const packed = await pack(STATES)
    for (let end = 2; end < packed.length; end++) {
      await expect(unpack(packed.slice(0, end))).rejects.toThrow(NOT_WHOLE)
    }
  })

  test('is one with another character, wherever', async () => {
    const packed = await pack(STATES)
    // The last character may hold bits that nobody reads.
    for (let at = 2; at < packed.length - 1; at++) {
      const other = packed[at] === 'A' ? 'B' : 'A'
      const damaged = packed.slice(0, at) + other + packed.slice(at + 1)
      await expect(unpack(damaged)).rejects.toThrow(NOT_WHOLE)
    }
  })

  test('is one that would fill the memory: unpacking stops', async () => {
    const read = vi.spyOn(ReadableStreamDefaultReader.prototype, 'read')
    const cancel = vi.spyOn(ReadableStreamDefaultReader.prototype, 'cancel')
    const packed = linkTo(new Uint8Array(100_000_000))
    await expect(unpack(packed)).rejects.toThrow(
      expect.objectContaining({ cause: new RangeError('too long') }),
    )
    expect(cancel).toHaveBeenCalled()
    expect(read.mock.calls.length).toBeLessThan(500)
    vi.restoreAllMocks()
  })
})
