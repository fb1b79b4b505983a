import { expect, test, vi } from 'vitest'
import { EngineError } from './engine.ts'
import { Line } from './webllm-line.ts'
import type { Ask, Said } from './webllm-wire.ts'

const never = new AbortController().signal
const TELL = {
  kind: 'tell',
  wish: { prompt: '', maxTokens: 1, temperature: 0, topP: 1, seed: 1 },
} as const

class FakeWorker extends EventTarget {
  asked: Ask[] = []
  terminate = vi.fn<() => void>()
  postMessage(ask: Ask): void {
    this.asked.push(ask)
  }
  say(data: Said): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

function open() {
  const worker = new FakeWorker()
  const line = new Line(worker as unknown as Worker, {
    failed: ({ message }, at) => new EngineError(`${at}: ${message}`),
    lost: ({ reason }) => new EngineError(`lost: ${reason}`),
    crashed: (message) => new EngineError(`crashed: ${message}`),
  })
  return { worker, line }
}

async function all(said: AsyncIterable<Said>): Promise<string[]> {
  const kinds: string[] = []
  for await (const { kind } of said) kinds.push(kind)
  return kinds
}

test('what is asked is answered up to its end', async () => {
  const { worker, line } = open()
  const answer = all(line.ask(TELL, never))
  worker.say({ kind: 'piece', text: 'Once' })
  worker.say({ kind: 'told', isWhole: true })
  worker.say({ kind: 'piece', text: 'nobody asked' })
  expect(await answer).toEqual(['piece', 'told'])
  expect(worker.asked).toEqual([TELL])
})

test('a stopped one ends at once, and is answered when the Worker is done', async () => {
  const { worker, line } = open()
  const stop = new AbortController()
  const answer = all(line.ask(TELL, stop.signal))
  stop.abort()
  await expect(answer).rejects.toThrow(/abort/i)
  const answered = vi.fn<() => void>()
  void line.answered.then(answered)
  worker.say({ kind: 'piece', text: 'late' })
  await Promise.resolve()
  expect(answered).not.toHaveBeenCalled()
  worker.say({ kind: 'told', isWhole: false })
  await line.answered
})

test('a failure is said in words, and the line goes on', async () => {
  const { worker, line } = open()
  const first = all(line.ask(TELL, never))
  worker.say({ kind: 'failed', name: 'Error', message: 'no' })
  await expect(first).rejects.toThrow('tell: no')
  const second = all(line.ask(TELL, never))
  worker.say({ kind: 'told', isWhole: true })
  expect(await second).toEqual(['told'])
})

test.each([
  [
    'lost: unknown',
    (worker: FakeWorker) =>
      worker.say({ kind: 'lost', reason: 'unknown', message: '' }),
  ],
  [
    'crashed: boom',
    (worker: FakeWorker) =>
      worker.dispatchEvent(
        Object.assign(new Event('error'), { message: 'boom' }),
      ),
  ],
])(
  'a Worker that is %s ends what is asked, and all after it',
  async (words, end) => {
    const { worker, line } = open()
    const answer = all(line.ask(TELL, never))
    end(worker)
    await expect(answer).rejects.toThrow(words)
    await line.answered
    expect(worker.terminate).toHaveBeenCalled()
    expect(line.end.aborted).toBe(true)
    await expect(all(line.ask(TELL, never))).rejects.toThrow(words)
  },
)
