/** Why a program stopped, as a page shows it. */
import { expect, test } from 'vitest'
import { stopMarkup } from './stop.ts'

const message = 'An integer is divided by zero.'

test('has the line, what is marked in it, the calls and the hint', () => {
  const markup = stopMarkup({
    message,
    hint: 'Look at <b>.',
    line: 3,
    quote: { before: 'return 1 ', marked: '/', after: ' (a < b)' },
    calls: [
      { name: 'square', line: 3 },
      { name: 'main', line: 7 },
      { name: 'start' },
    ],
  })
  expect(markup.split('\n')).toEqual([
    '<span class="problem">The program stopped in line 3: An integer is divided by zero.</span>',
    '<span class="note">3</span> <code>return 1 <mark>/</mark> (a &lt; b)</code>',
    '<span class="note">In square, line 3, called from main, line 7, called from start.</span>',
    '<span class="note">Look at &lt;b&gt;.</span>',
  ])
})

test('says the function where the line is not known', () => {
  expect(stopMarkup({ message, calls: [{ name: 'square' }] })).toBe(
    `<span class="problem">The program stopped in square: ${message}</span>`,
  )
})

test('says once that a function calls itself', () => {
  const again = Array.from({ length: 9 }, () => ({ name: 'down', line: 2 }))
  const calls = [{ name: 'down', line: 1 }, ...again]
  expect(stopMarkup({ message, calls })).toContain(
    '>In down, line 1, called from down, line 2 (again and again).<',
  )
})
