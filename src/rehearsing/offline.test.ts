/** Cutting the network: what is asked of the service worker, and what it says. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cutNetwork } from './offline.ts'

interface Asked {
  kind: string
  until: number
}

beforeEach(() =>
  vi.useFakeTimers({
    toFake: [
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
      'Date',
    ],
  }),
)
afterEach(() => vi.useRealTimers())

/** A worker that answers, unless it does not know the question. */
function worker(answer: unknown = { kind: 'rehearsing' }) {
  const asked: Asked[] = []
  const postMessage = (message: Asked, [port]: MessagePort[] = []) => {
    asked.push(message)
    if (answer) port?.postMessage(answer)
    port?.close()
  }
  return {
    asked,
    controller: { postMessage } as Pick<ServiceWorker, 'postMessage'>,
  }
}

test('asks for ten seconds, again and again, until it is over', async () => {
  const { asked, controller } = worker()
  const over = new AbortController()
  expect(await cutNetwork({ controller }, over.signal)).toBe('')
  expect(asked).toEqual([{ kind: 'rehearse', until: Date.now() + 10_000 }])
  await vi.advanceTimersByTimeAsync(9000)
  expect(asked).toHaveLength(4)
  expect(asked.at(-1)!.until).toBe(Date.now() + 10_000)
  over.abort()
  expect(asked.at(-1)).toEqual({ kind: 'rehearse', until: 0 })
  await vi.advanceTimersByTimeAsync(9000)
  expect(asked).toHaveLength(5)
})

test.each([
  ['a browser without one', undefined],
  ['a page that none takes care of', { controller: null }],
])('%s stores nothing', async (_name, container) => {
  const words = await cutNetwork(container, new AbortController().signal)
  expect(words).toMatch(/^This browser stores nothing here: /)
})

test.each([
  ['says nothing', null],
  ['says something else', { kind: 'other' }],
])('one that %s is not believed', async (_name, answer) => {
  const { controller } = worker(answer)
  const cut = cutNetwork({ controller }, new AbortController().signal)
  await vi.advanceTimersByTimeAsync(3000)
  expect(await cut).toContain('did not answer')
})
