/** Turns: one after the other, and who hears what of it. */
import { expect, test } from 'vitest'
import { Turns, UNWATCHED } from './turns.ts'
import type { Watcher } from './working.ts'

function watch() {
  const heard: string[] = []
  const stop = new AbortController()
  const watcher: Watcher = {
    signal: stop.signal,
    onProgress: (loaded, total, what) =>
      heard.push(`${what} ${loaded}/${total}`),
    onReady: () => heard.push('ready'),
  }
  return { heard, stop, watcher }
}

function held() {
  let keep!: (value: string) => void
  const promise = new Promise<string>((resolve) => (keep = resolve))
  return { promise, keep }
}

test('the second waits for the first, and sees how far that is', async () => {
  const turns = new Turns()
  const [first, second] = [held(), watch()]
  const log: string[] = []
  const ahead = turns.take(UNWATCHED, async ({ onProgress, onReady }) => {
    await Promise.resolve()
    onProgress(1, 2, 'tool')
    onReady()
    return first.promise
  })
  const behind = turns.take(second.watcher, async ({ onReady }) => {
    log.push('second')
    onReady()
    return 'b'
  })
  await Promise.resolve()
  expect(log).toEqual([])
  first.keep('a')
  expect(await Promise.all([ahead, behind])).toEqual(['a', 'b'])
  expect(second.heard).toEqual(['tool 1/2', 'ready'])
})

test('one that is stopped is told so at once, and hears no more', async () => {
  const turns = new Turns()
  const [first, second] = [held(), watch()]
  let tell!: Watcher['onProgress']
  void turns.take(UNWATCHED, async ({ onProgress }) => {
    tell = onProgress
    return first.promise
  })
  const behind = turns.take(second.watcher, async () => 'never')
  await Promise.resolve()
  second.stop.abort(new Error('Stopped.'))
  await expect(behind).rejects.toThrow('Stopped.')
  tell(1, 2, 'tool')
  expect(second.heard).toEqual([])
  first.keep('a')
  expect(await turns.take(UNWATCHED, async () => 'c')).toBe('c')
})

test('one that fails leaves the way free', async () => {
  const turns = new Turns()
  const failing = turns.take(UNWATCHED, async () => {
    throw new Error('No.')
  })
  const next = turns.take(UNWATCHED, async () => 'next')
  await expect(failing).rejects.toThrow('No.')
  expect(await next).toBe('next')
})
