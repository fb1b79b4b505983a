import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { packageParts, write } from './package.ts'

const HOME = 'node_modules/@wllama'
let source: string
let texts: string
let glue: string

beforeAll(async () => {
  ;[source, texts, glue] = await Promise.all([
    readFile(`${HOME}/wllama/esm/index.js`, 'utf8'),
    readFile(`${HOME}/wllama/src/workers-code/generated.ts`, 'utf8'),
    readFile(`${HOME}/wllama-compat/wasm/wllama.js`, 'utf8'),
  ])
})

test('nothing is left that starts from a blob or asks another host for code', () => {
  const files = write(source, texts, glue)
  expect(files['client.js']).not.toMatch(/createObjectURL\(\s*isString/)
  for (const text of Object.values(files)) {
    expect(text).not.toContain('cdn.jsdelivr.net')
  }
})

test.each([
  [
    'client',
    () => write(source.replaceAll('new Worker(', 'open('), texts, glue),
  ],
  ['glue', () => write(source, texts, glue.replaceAll('var Module', 'let M'))],
  ['Worker', () => write(source, texts.replaceAll('outputPtr', 'out'), glue)],
  ['texts', () => write(source, texts.replaceAll('EMSCRIPTEN', 'C'), glue)],
])('another %s than the pinned one stops the build', (_, act) => {
  expect(act).toThrow(/^Cannot take @wllama\/wllama apart: .*package\.ts\.$/)
})

test('the files are there', async () => {
  const { client, plain, compat, node } = await packageParts()
  const files = [client, ...[plain, compat, node].flatMap(Object.values)]
  for (const file of files as string[]) {
    expect((await readFile(file)).length).toBeGreaterThan(10_000)
  }
})
