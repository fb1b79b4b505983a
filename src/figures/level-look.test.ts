/** The text of a level, drawn: what is chosen, what differs, and what is said. */
import { expect, test } from 'vitest'
import { levelLookMarkup, unreadMarkup, type LevelLook } from './level-look.ts'

const line = (kind: 'stays' | 'goes' | 'comes', text: string) => ({
  kind,
  pieces: [{ text, isMarked: false }],
})
const LOOK: LevelLook = {
  look: '-O3',
  against: '-O0',
  of: 'a<b',
  levels: ['-O0', '-O3'],
  functions: ['work', 'a<b'],
  lines: [line('stays', '(func'), line('goes', 'nop'), line('comes', 'x < y')],
}

/** The text of markup, with a bar between elements. */
function read(look: Partial<LevelLook> = {}): string {
  const markup = levelLookMarkup({ ...LOOK, ...look })
  return markup.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|')
}

test('functions and levels to choose from, and each line', () => {
  expect(read()).toBe(
    '|Text of |work|a&lt;b|the whole module|at |-O3|against |-O0|-O3|(func\n|nop\n|x &lt; y\n|',
  )
  const markup = levelLookMarkup(LOOK)
  expect(markup).toContain('<option value="a&lt;b" selected>')
  expect(markup).toContain('<option value="-O0" selected>')
  expect(markup).toContain('aria-label="What -O3 made of a&lt;b"')
  expect(markup).toContain('<del>nop\n</del><ins>x &lt; y\n</ins>')
})

test.each([
  [{ lines: [line('stays', 'a')] }, 'Both levels make the same of it.'],
  [{ lines: [line('goes', 'a')] }, 'At -O3, there is no |a&lt;b| any more.'],
  [{ lines: [line('comes', 'a')] }, 'At -O0, there is no |a&lt;b|.'],
])('what there is to say: %#', (look, words) => {
  expect(read(look)).toContain(`|${words}|`)
})

test('a level beside itself is a text, and no more is said', () => {
  const same = read({ against: '-O3', lines: [line('stays', 'a')] })
  expect(same).not.toContain('Both')
})

test('what nobody asked for yet has a button', () => {
  expect(unreadMarkup('-Oz')).toContain('data-act="look -Oz"')
})
