/** Each way in which a download can fail, and what the reader is told. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fetchBytes, fetchWasm, LoadError, type Progress } from './fetching.ts'

/** An empty module with a custom section, 64 bytes in all. */
const WASM = new Uint8Array(64)
WASM.set([0, 97, 115, 109, 1, 0, 0, 0, 0, 54, 1, 120])

/** The answer of a host: `bytes` in pieces, after which `end` is called. */
function answer(
  bytes: Uint8Array,
  {
    type = 'application/wasm',
    status = 200,
    end = (body: ReadableStreamDefaultController) => body.close(),
  } = {},
): Response {
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 10)
        controller.enqueue(bytes.slice(at, at + 10))
      end(controller)
    },
  })
  return new Response(body, { status, headers: { 'content-type': type } })
}

function host(answering: () => Response | Promise<Response>) {
  vi.stubGlobal('fetch', async () => answering())
}

async function failure(total = WASM.length): Promise<LoadError> {
  const error: unknown = await fetchWasm('/binaryen.wasm', total).catch(
    (thrown: unknown) => thrown,
  )
  if (error instanceof LoadError) return error
  throw error
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('fetchWasm', () => {
  test('compiles, and tells how far it is', async () => {
    host(() => answer(WASM))
    const steps: Progress[] = []
    const onProgress = (step: Progress) => void steps.push(step)
    const compiled = await fetchWasm('/a.wasm', WASM.length, { onProgress })
    expect(WebAssembly.Module.customSections(compiled, 'x')).toHaveLength(1)
    expect(steps.map((step) => step.loaded)).toEqual([
      0, 10, 20, 30, 40, 50, 60, 64,
    ])
    for (const step of steps) expect(step.total).toBe(64)
  })

  test.each(['application/octet-stream', 'text/html', ''])(
    'compiles the right bytes of type "%s"',
    async (type) => {
      host(() => answer(WASM, { type }))
      const compiled = await fetchWasm('/a.wasm', WASM.length)
      expect(compiled).toBeInstanceOf(WebAssembly.Module)
    },
  )

  test('gives the browser its own response, for its code cache', async () => {
    const response = answer(WASM)
    const compile = vi.spyOn(WebAssembly, 'compileStreaming')
    host(() => response)
    await fetchWasm('/a.wasm', WASM.length)
    expect(compile).toHaveBeenCalledWith(response)
  })
})

describe('fetchBytes', () => {
  test('gives the bytes, and tells how far it is', async () => {
    host(() => answer(WASM))
    const steps: number[] = []
    const onProgress = ({ loaded }: Progress) => void steps.push(loaded)
    const bytes = await fetchBytes('/a.wasm', WASM.length, { onProgress })
    expect(bytes).toEqual(WASM)
    expect(steps).toEqual([0, 10, 20, 30, 40, 50, 60, 64])
  })

  test.each([
    [60, 'broken'],
    [70, 'truncated'],
  ])('fails where %i bytes are meant to come', async (total, reason) => {
    host(() => answer(WASM))
    await expect(fetchBytes('/a.wasm', total)).rejects.toMatchObject({ reason })
  })
})

describe('LoadError', () => {
  test('no answer', async () => {
    host(() => Promise.reject(new TypeError('Failed to fetch')))
    const error = await failure()
    expect(error.reason).toBe('offline')
    expect(error.message).toMatch(/\/binaryen\.wasm.*Check the connection/)
    expect(error.cause).toBeInstanceOf(TypeError)
  })

  test.each([
    [404, 'missing'],
    [410, 'missing'],
    [403, 'refused'],
    [503, 'refused'],
  ])('status %i', async (status, reason) => {
    host(() => answer(WASM, { status }))
    const error = await failure()
    expect(error.reason).toBe(reason)
    expect(error.message).toContain(` ${status} `)
  })

  test('an HTML page', async () => {
    const page = new TextEncoder().encode('<!doctype html><title>Home</title>')
    host(() => answer(page, { type: 'text/html; charset=utf-8' }))
    const error = await failure()
    expect(error.reason).toBe('wrong-type')
    expect(error.message).toContain('HTML page')
  })

  test('other bytes', async () => {
    host(() => answer(new Uint8Array(64).fill(1)))
    expect((await failure()).reason).toBe('broken')
  })

  test('another version', async () => {
    host(() => answer(WASM))
    const error = await failure(60)
    expect(error.reason).toBe('broken')
    expect(error.message).toContain('64 bytes where the compiler has 60')
  })

  test('a body that ends too early', async () => {
    host(() => answer(WASM.subarray(0, 30)))
    const error = await failure()
    expect(error.reason).toBe('truncated')
    expect(error.message).toContain('after 30 of the 64 bytes of the compiler')
  })

  test('no body', async () => {
    host(() => new Response(null, { status: 200 }))
    expect((await failure()).reason).toBe('truncated')
  })

  test('a connection that breaks', async () => {
    host(() =>
      answer(WASM.subarray(0, 20), {
        end(body) {
          setTimeout(() => body.error(new TypeError('network error')))
        },
      }),
    )
    const error = await failure()
    expect(error.reason).toBe('truncated')
    expect(error.cause).toBeInstanceOf(TypeError)
  })

  test('bytes that begin well and do not compile', async () => {
    const bytes = WASM.slice().fill(0xff, 8)
    host(() => answer(bytes))
    const error = await failure()
    expect(error.reason).toBe('broken')
    expect(error.cause).toBeInstanceOf(WebAssembly.CompileError)
  })

  test('no WebAssembly', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    expect((await failure()).reason).toBe('unsupported')
  })

  test('WebAssembly forbidden by the page', async () => {
    const words =
      'Refused to compile or instantiate WebAssembly module because ' +
      "'unsafe-eval' is not an allowed source of script"
    const refused = new WebAssembly.CompileError(words)
    vi.spyOn(WebAssembly, 'compileStreaming').mockRejectedValue(refused)
    host(() => answer(WASM))
    const error = await failure()
    expect(error.reason).toBe('unsupported')
    expect(error.message).toContain("'wasm-unsafe-eval'")
  })
})

describe('cancelling', () => {
  test('before the answer', async () => {
    const stop = new AbortController()
    host(() => {
      stop.abort()
      throw stop.signal.reason
    })
    const options = { signal: stop.signal }
    await expect(fetchWasm('/a.wasm', 64, options)).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  test.each([fetchWasm, fetchBytes])('in the middle of %o', async (load) => {
    const stop = new AbortController()
    const end = (body: ReadableStreamDefaultController) => {
      stop.signal.addEventListener('abort', () => {
        body.error(stop.signal.reason)
      })
    }
    host(() => answer(WASM.subarray(0, 30), { end }))
    const onProgress = ({ loaded }: Progress) => {
      if (loaded > 20) stop.abort()
    }
    const options = { signal: stop.signal, onProgress }
    await expect(load('/a.wasm', 64, options)).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
