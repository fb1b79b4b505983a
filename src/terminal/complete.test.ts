import { expect, test } from 'vitest'
import { complete, sharedStart } from './complete.ts'

const FILES = ['fib.wasm', 'fib3.wasm', 'sum.wat', 'two words.txt']

function texts(before: string): string[] {
  return complete(before, FILES).choices.map(({ text }) => text)
}

test('the first word is a command, behind a pipe as well', () => {
  expect(texts('wasm-o')).toEqual(['wasm-opt'])
  expect(texts('cat sum.wat | wasm-d')).toEqual(['wasm-dis'])
  expect(texts('ls && xx')).toEqual(['xxd'])
  expect(texts('BINARYEN_PASS_DEBUG=1 wasm-o')).toEqual(['wasm-opt'])
  expect(texts('')).toContain('wasm-merge')
})

test('behind a tool, a dash begins one of its options', () => {
  expect(texts('wasm-opt sum.wat --vac')).toEqual(['--vacuum'])
  expect(texts('wasm-opt --str')).toContain('--strip-debug')
  expect(texts('wasm-merge --skip')).toEqual(['--skip-export-conflicts'])
  expect(texts('wasm-dis --vac')).toEqual([])
  expect(texts('cat -')).toEqual([])
})

test('passes come with what they do', () => {
  const [choice] = complete('wasm-opt --vacuum', FILES).choices
  expect(choice!.about).toMatch(/^[A-Z].*\.$/)
})

test('everything else is a file, and its name is made a word', () => {
  expect(texts('wasm-opt f')).toEqual(['fib.wasm', 'fib3.wasm'])
  expect(texts('wasm-opt - < s')).toEqual(['sum.wat'])
  expect(texts('cat >f')).toEqual(['fib.wasm', 'fib3.wasm'])
  expect(texts('cat tw')).toEqual([String.raw`two\ words.txt`])
  expect(texts(String.raw`cat two\ w`)).toEqual([String.raw`two\ words.txt`])
})

test('says where the word starts, and what all choices share', () => {
  const { from, choices } = complete('wasm-opt fi', FILES)
  expect(from).toBe(9)
  expect(sharedStart(choices)).toBe('fib')
  expect(sharedStart([])).toBe('')
})
