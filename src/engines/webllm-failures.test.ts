import { expect, test } from 'vitest'
import { failuresOf, refused } from './webllm-failures.ts'
import { model } from './webllm.fixture.ts'
import type { FileFailure } from './webllm-wire.ts'

const failures = failuresOf(model)

function say(words: string, at: 'load' | 'tell' = 'load') {
  const colon = words.indexOf(': ')
  const [name, message] = [words.slice(0, colon), words.slice(colon + 2)]
  return failures.failed({ kind: 'failed', name, message }, at)
}

/** What the library, its runtime and browsers say, and what a reader is told. */
test.each([
  [
    'QuotaExceededError: Quota exceeded.',
    /no room left for Tale/,
    'free-storage smaller-model',
  ],
  ['ReferenceError: caches is not defined', /store nothing/, ''],
  ['SecurityError: The operation is insecure.', /private window/, ''],
  [
    'LinkError: WebAssembly.instantiate(): Import #0 "env"',
    /does not fit this version/,
    'delete-model smaller-model',
  ],
  [
    'CompileError: expected magic word',
    /does not fit this version/,
    'delete-model smaller-model',
  ],
  [
    'TypeError: undefined is not an object',
    /does not fit this version/,
    'delete-model smaller-model',
  ],
  [
    'Error: Cannot find required VM function `prefill`. Available',
    /does not fit/,
    'delete-model smaller-model',
  ],
  [
    'RangeError: Array buffer allocation failed',
    /not enough memory for Tale/,
    'smaller-model',
  ],
  [
    'RangeError: WebAssembly.Memory(): could not allocate memory',
    /not enough memory/,
    'smaller-model',
  ],
  [
    'DeviceLostError: The WebGPU device was lost while loading the model.',
    /card has not enough memory/,
    'smaller-model',
  ],
  [
    'ShaderF16SupportError: This model requires WebGPU extension shader-f16',
    /f32 in its name/,
    'smaller-model',
  ],
  [
    'WebGPUNotAvailableError: WebGPU is not supported',
    /lends no graphics card/,
    'smaller-model',
  ],
  [
    'Error: Unable to find a compatible GPU. This issue',
    /lends no graphics card/,
    'smaller-model',
  ],
  [
    'Error: Cannot initialize runtime because of requested maxBufferSize exceeds limit. requested=256MB, limit=128MB. Consider upgrading your browser.',
    /maxBufferSize of 256MB, where it has 128MB/,
    'smaller-model',
  ],
  [
    'Error: Cannot initialize runtime because of requested maxStorageBuffersPerShaderStage exceeds limit. requested=10, limit=8. ',
    /PerShaderStage of 10, where it has 8\./,
    'smaller-model',
  ],
  [
    'UnsupportedTokenizerFilesError: Cannot handle tokenizer files vocab.txt',
    /tokenizer of a kind/,
    'smaller-model',
  ],
  [
    'SyntaxError: Unexpected token',
    /not what it has to be \(SyntaxError: Unexpected token\)/,
    'delete-model smaller-model',
  ],
  [
    'Error: Tensor-cache record range [0, 9) exceeds shard size 3',
    /not what it has to be/,
    'delete-model smaller-model',
  ],
  [
    'RuntimeError: unreachable',
    /not what it has to be/,
    'delete-model smaller-model',
  ],
  [
    'Error: something new\nand more',
    /Tale 1B, q4f32_1 failed \(Error: something new\)\. Try/,
    'smaller-model',
  ],
])('loading: %s', (words, told, help) => {
  const error = say(words)
  expect(error.message).toMatch(told)
  expect(error.message).toMatch(/^[A-Z].*\.$/s)
  expect(error.help.join(' ')).toBe(help)
})

test.each([
  [
    'ContextWindowSizeExceededError: Prompt tokens exceed context window size: number of prompt tokens: 5000; context window size: 4096\nConsider',
    /5000 tokens, and Tale.* room for 4096/,
  ],
  [
    'GrammarMatcherInitError: Failed to initialize the grammar matcher for response format `grammar`: EBNF parser error at line 1: Expect rule name',
    /The grammar is not one that WebLLM can follow: EBNF parser error at line 1/,
  ],
  [
    'GrammarMatcherInitError: Failed to initialize the grammar matcher for response format `json_object`: 63440',
    /The schema is not one that WebLLM can follow\. Correct/,
  ],
  ['SystemMessageOrderError: System prompt should', /first of a conversation/],
  [
    'MessageOrderError: Last message should be from either `user` or `tool`.',
    /last message has to be yours/,
  ],
  ['Error: Prompt must contain at least one token', /Write something first/],
])('telling: %s', (words, told) => {
  const error = say(words, 'tell')
  expect(error.message).toMatch(told)
  expect(error.help).toEqual([])
})

test('what is undefined while telling is no matter of the library', () => {
  expect(say('TypeError: x is undefined', 'tell').message).not.toMatch(/fit/)
})

test('a card that WebLLM gave up had too little memory; another was lost', () => {
  const lost = { kind: 'lost', message: 'Device was reset.' } as const
  const { message } = failures.lost({ ...lost, reason: 'unknown' })
  expect(failures.lost({ ...lost, reason: 'destroyed' }).message).toMatch(
    /not enough memory/,
  )
  expect(message).toMatch(/stopped working.*\(Device was reset\.\)/)
})

test('a Worker that ends says so', () => {
  expect(failures.crashed('').message).toMatch(/ended by itself\. There/)
  expect(failures.crashed('boom').message).toMatch(/ended by itself: boom\./)
})

test('what is refused before says why, and what helps', () => {
  expect(refused(model, 'No card.').help).toEqual(['smaller-model'])
  expect(refused(model, 'Delete one that is stored.').help).toContain(
    'free-storage',
  )
})

test.each<[Partial<FileFailure>, RegExp]>([
  [
    { why: 'refused', status: 410 },
    /hub\.test has no part of the weights.*410/,
  ],
  [{ why: 'refused', status: 403 }, /not give part of the weights.*403/],
  [{ why: 'refused', status: 429 }, /answered 429.*wait a little/],
  [{ why: 'unreachable' }, /could not be reached.*goes on from there/],
  [{ why: 'page', status: 200 }, /HTML page in place/],
  [{ why: 'cut', loaded: 5e6 }, /ended after 5\.0 MB of part of the weights/],
  [{ why: 'size', loaded: 12 }, /sent 12 bytes of part.*not stored/],
])('a file that does not come: %o', (failure, told) => {
  const url = 'https://hub.test/tale/params_shard_3.bin'
  const file = { url, status: 0, loaded: 0, ...failure } as FileFailure
  const said = { kind: 'failed', name: 'FileError', message: '', file } as const
  const { message } = failures.failed(said, 'load')
  expect(message).toMatch(told)
  expect(message).toContain('params_shard_3.bin')
})
