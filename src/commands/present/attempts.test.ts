/** How long wrong secrets wait, on a clock of the test's own. */
import { describe, expect, test } from 'vitest'
import { addressFrom, Attempts } from './attempts.ts'

const MINUTE = 60_000

/** Tries as fast as it may. @returns when the last was looked at; milliseconds */
function tryTimes(attempts: Attempts, times: number, from: () => string) {
  let now = 0
  for (let time = 0; time < times; time++) {
    const address = from()
    now += attempts.wait(address, now)!
    attempts.failed(address, now)
  }
  return now
}

describe('a secret tried 1,000 times', () => {
  test('from one address takes hours', () => {
    const took = tryTimes(new Attempts(), 1000, () => '10.0.0.9')
    expect(took).toBeGreaterThan(2.7 * 60 * MINUTE)
  })

  test('from a thousand addresses takes half an hour', () => {
    let last = 0
    const took = tryTimes(new Attempts(), 1000, () => `10.0.${last++}.9`)
    expect(took).toBeGreaterThan(30 * MINUTE)
  })

  test('at once is not looked at, but for a few', () => {
    const attempts = new Attempts()
    const waits = Array.from({ length: 1000 }, () => {
      const wait = attempts.wait('10.0.0.9', 0)
      if (wait === 0) attempts.failed('10.0.0.9', 0)
      return wait
    })
    const looked = waits.filter((wait) => wait !== undefined)
    expect(looked.length).toBeLessThan(100)
    expect(waits.at(-1)).toBeUndefined()
  })
})

test('who has shown the right one comes in at once, whatever others try', () => {
  const attempts = new Attempts()
  expect(attempts.wait('10.0.0.1', 0)).toBe(0)
  attempts.passed('10.0.0.1')
  let last = 0
  const now = tryTimes(attempts, 200, () => `10.0.${last++}.9`)
  expect(attempts.wait('10.0.1.1', now)).toBeGreaterThan(1000)
  expect(attempts.wait('10.0.0.1', now)).toBe(0)
  expect(attempts.wait('127.0.0.1', now)).toBe(0)
})

test('who mistook it waits no longer once it was right, or after a while', () => {
  const attempts = new Attempts()
  const now = tryTimes(attempts, 10, () => '10.0.0.9')
  expect(attempts.wait('10.0.0.9', now)).toBeGreaterThan(5000)
  attempts.passed('10.0.0.9')
  expect(attempts.wait('10.0.0.9', now)).toBe(0)
  const other = new Attempts()
  const later = tryTimes(other, 10, () => '10.0.0.9') + 11 * MINUTE
  expect(other.wait('10.0.0.9', later)).toBe(0)
})

test.each([
  ['::ffff:192.168.1.7', '192.168.1.7'],
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '::1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:9:9:9:9', '2001:db8:1:2::/64'],
  ['fe80::1', 'fe80::/64'],
])('%s is %s', (remote, address) => {
  expect(addressFrom(remote)).toBe(address)
})
