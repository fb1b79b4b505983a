/** What is asked of an export, as words say it. */
import { expect, test } from 'vitest'
import { parseOptions } from './options.ts'

test('without options there are slides, a handout and one file, in their folder', () => {
  expect(parseOptions(['compiling'])).toEqual({
    talk: 'compiling',
    slides: true,
    fragments: false,
    handout: true,
    png: false,
    html: true,
    out: 'export',
    size: '16:9',
    dark: false,
  })
})

test.each([
  ['--slides', 'slides'],
  ['--fragments', 'fragments'],
  ['--handout', 'handout'],
  ['--png', 'png'],
  ['--png --fragments', 'fragments png'],
  ['--png --fragments --slides', 'slides fragments png'],
  ['--html', 'html'],
  ['--dark', 'slides handout html dark'],
  ['--slides --handout', 'slides handout'],
])('%s makes %s', (words, made) => {
  const options = parseOptions(['compiling', ...words.split(' ')])
  const on = Object.entries(options)
    .filter(([, value]) => value === true)
    .map(([name]) => name)
  expect(on.join(' ')).toBe(made)
})

test('folder, size and the talk may come in any order, with slashes around', () => {
  expect(
    parseOptions(['--size', '4:3', '/inference/webllm/', '--out', 'a b']),
  ).toMatchObject({ talk: 'inference/webllm', size: '4:3', out: 'a b' })
})

test.each([
  [[], 'Which talk?'],
  [['a', 'b'], 'One talk at a time, and not b as well.'],
  [['a', '--pdf'], 'There is no --pdf.'],
  [['a', '--out'], '--out wants a value.'],
  [['a', '--out', '--png'], '--out wants a value.'],
  [['a', '--size', '5:4'], 'A size is 16:9 or 4:3.'],
])('%j is refused: %s', (words, problem) => {
  expect(parseOptions(words)).toBe(problem)
})
