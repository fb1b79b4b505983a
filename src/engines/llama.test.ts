/** What an engine says when llama.cpp does not: its Worker is a stand-in here. */
import { afterEach, expect, test, vi } from 'vitest'
import { gguf } from './gguf.fixture.ts'
import { Llama } from './llama.ts'
import type { Library, Runtime } from './runtime.ts'

const { signal } = new AbortController()
const file = gguf()

/** @param load what the package does with a file */
function engineOf(load: () => Promise<void>, memory = 1000): Llama {
  class Wllama {
    setCompat() {}
    loadModel = load
    async exit() {}
  }
  const runtime: Runtime = {
    memory,
    load: async () => ({ Wllama }) as unknown as Library,
    fetchModel: async () => file,
  }
  const model = { name: 'a.gguf', source: file, bytes: file.size }
  return new Llama(model, runtime)
}

afterEach(() => void vi.restoreAllMocks())

test('silence is an error after a while', async () => {
  const late = new DOMException('late', 'TimeoutError')
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(late))
  const engine = engineOf(() => new Promise(() => {}))
  await expect(engine.load(() => {}, signal)).rejects.toThrow(
    'a.gguf did not start in time',
  )
})

test('what was thrown is said, with what to do', async () => {
  const engine = engineOf(() => Promise.reject(new Error('missing tensor')))
  await expect(engine.load(() => {}, signal)).rejects.toThrow(
    /^a\.gguf could not be started: missing tensor\. It may be damaged/,
  )
})

test('a load is stopped by its signal, by another load, and by disposal', async () => {
  const engine = engineOf(() => new Promise(() => {}))
  const stop = new AbortController()
  const stopped = engine.load(() => {}, stop.signal)
  stop.abort(new Error('enough'))
  await expect(stopped).rejects.toThrow('enough')

  const first = engine.load(() => {}, signal)
  const second = engine.load(() => {}, signal)
  await expect(first).rejects.toThrow('loaded anew')
  await engine.dispose()
  await expect(second).rejects.toThrow('put away')
})

test('a file beyond memory is not even fetched', async () => {
  const engine = engineOf(() => Promise.resolve(), 100)
  await expect(engine.load(() => {}, signal)).rejects.toThrow(
    /^a\.gguf has \d+ bytes, and models of up to 100 fit/,
  )
})
