/** Problems as a list: lines, places, hints, and no more than one reads. */
import { expect, test } from 'vitest'
import { problemListMarkup } from './problems.ts'

const SOURCE = 'one\ntwo\nthree'

test('an item leads to its place, and says what to do', () => {
  const problem = { message: 'No <b>.', hint: 'Write "c".', from: 8, to: 13 }
  expect(problemListMarkup(SOURCE, [problem])).toBe(
    '<li class="problem"><button type="button" class="place" data-from="8" data-to="13">Line 3</button> <span><span class="message">No &lt;b&gt;.</span> <span class="hint">Write &quot;c&quot;.</span></span></li>',
  )
})

test.each([
  [0, 1],
  [3, 1],
  [4, 2],
  [13, 3],
])('offset %i is in line %i', (from, line) => {
  const markup = problemListMarkup(SOURCE, [{ message: 'No.', from, to: from }])
  expect(markup).toContain(`>Line ${line}<`)
  expect(markup).not.toContain('hint')
})

test.each([
  [0, 0, undefined],
  [20, 20, undefined],
  [21, 20, '… and 1 more.'],
  [100, 20, '… and 80 more.'],
])('of %i, %i are told', (count, told, note) => {
  const problem = { message: 'No.', from: 0, to: 1 }
  const problems = Array.from({ length: count }, () => problem)
  const markup = problemListMarkup(SOURCE, problems)
  expect(markup.match(/class="problem"/g) ?? []).toHaveLength(told)
  expect(/<li class="note">(.*?)<\/li>/.exec(markup)?.[1]).toBe(note)
})
