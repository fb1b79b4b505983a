import { expect, test, vi } from 'vitest'
import { VERSION } from './door.ts'
import { Ear, Told } from './told.ts'

const LATER = Date.now() + 5 * 3_600_000

function word(name: string, value: unknown, at: number, by = 'speaker') {
  const stamp = { at, by }
  return { version: VERSION, kind: 'said', name, value, stamp }
}

test('the speaker’s stamps decide, whatever the clock here says', () => {
  const told = new Told()
  expect(told.hear(word('place', 1, LATER))).toMatchObject({ value: 1 })
  expect(told.hear(word('place', 2, LATER + 1))).toMatchObject({ value: 2 })
  expect(told.hear(word('place', 3, LATER))).toBeUndefined()
  expect(told.hear(word('place', 2, LATER + 1))).toBeUndefined()
  expect(told.known('place')).toBe(2)
})

test('what is no word is not remembered', () => {
  const told = new Told()
  for (const odd of [
    undefined,
    'place',
    { version: VERSION, kind: 'hello' },
    { version: VERSION, kind: 'beat', known: [] },
    { ...word('place', 1, 1), stamp: { at: 'now', by: 'x' } },
    { ...word('place', 1, 1), value: undefined },
  ]) {
    expect(told.hear(odd)).toBeUndefined()
  }
  expect(told.hear({ ...word('place', 1, 1), version: 0 })).toBe('older')
  expect(told.hear({ ...word('place', 1, 1), version: 2 })).toBe('newer')
  expect([...told.words]).toEqual([])
})

test('an ear hears what it is told, asks once, and says nothing to anybody', async () => {
  const asked = vi.fn()
  const moved = vi.fn()
  const heard: unknown[] = []
  const ear = new Ear(asked, moved)
  const listening = new AbortController()
  const { signal } = listening
  ear.addEventListener('message', ({ data }) => heard.push(data), { signal })
  ear.postMessage({ kind: 'hello' })
  await Promise.resolve()
  expect(asked).toHaveBeenCalledOnce()
  ear.postMessage({ kind: 'said', name: 'island x' })
  expect(moved).not.toHaveBeenCalled()
  ear.postMessage({ kind: 'said', name: 'place' })
  expect(moved).toHaveBeenCalledOnce()
  const told = new Told()
  const said = told.hear(word('screen', 'black', LATER))
  ear.hear(said as Exclude<typeof said, string | undefined>)
  expect(heard).toMatchObject([{ name: 'screen', value: 'black' }])
  listening.abort()
  ear.hear(said as Exclude<typeof said, string | undefined>)
  expect(heard).toHaveLength(1)
})
