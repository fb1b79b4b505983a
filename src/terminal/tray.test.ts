import { expect, test } from 'vitest'
import { changesBetween, trayOf } from './tray.ts'

const one = new Uint8Array([1])

test('what changed, with both sizes', () => {
  const before = new Map([
    ['same', one],
    ['equal', one],
    ['gone', one],
    ['grown', one],
  ])
  const after = new Map([
    ['same', one],
    ['equal', new Uint8Array([1])],
    ['grown', new Uint8Array(7)],
    ['new', one],
  ])
  expect(changesBetween(before, after)).toEqual([
    { name: 'gone', before: 1 },
    { name: 'grown', before: 1, after: 7 },
    { name: 'new', after: 1 },
  ])
})

test('each file has the lines that show it', () => {
  const files = new Map([
    ['b c.wasm', new Uint8Array(5000)],
    ['a.wat', one],
  ])
  const changes = [{ name: 'a.wat', after: 1 }]
  expect(trayOf(files, changes)).toEqual([
    {
      name: 'a.wat',
      size: 1,
      isFresh: true,
      asText: 'cat a.wat',
      asHex: 'xxd a.wat',
      removal: 'rm a.wat',
    },
    {
      name: 'b c.wasm',
      size: 5000,
      isFresh: false,
      asText: String.raw`wasm-dis b\ c.wasm`,
      asHex: String.raw`xxd -l 4096 b\ c.wasm`,
      removal: String.raw`rm b\ c.wasm`,
    },
  ])
})
