/** What of a view is read again: no more than what has all that differs in it. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedElement } from './changed.ts'

const list = (...items: string[]) =>
  `<ul><li>a</li><li>b</li></ul><ul class="x">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

describe('the innermost element around what differs', () => {
  test.each([
    ['other words', ['1', '2', '3'], ['1', '5', '3'], [1, 1], '<li>5</li>'],
    ['more words', ['1', '2', '3'], ['1', '2', '34'], [1, 2], '<li>34</li>'],
    [
      'one more',
      ['1'],
      ['1', '2'],
      [1],
      '<ul class="x"><li>1</li><li>2</li></ul>',
    ],
    ['one less', ['1', '2'], ['1'], [1], '<ul class="x"><li>1</li></ul>'],
    ['the same once more', ['1'], ['1', '1'], [1], undefined],
    ['something deeper', ['<b>1</b>'], ['<b>2</b>'], [1, 0, 0], '<b>2</b>'],
    [
      'another attribute',
      ['<b id="1">x</b>'],
      ['<b id="2">x</b>'],
      [1, 0, 0],
      '<b id="2">x</b>',
    ],
    ['another kind', ['<b>x</b>'], ['<i>x</i>'], [1, 0], '<li><i>x</i></li>'],
  ])('%s', (_, before, after, path, markup) => {
    const changed = changedElement(list(...before), list(...after))
    expect(changed?.path).toEqual(path)
    if (markup) expect(changed?.markup).toBe(markup)
  })

  test('there is none where the outermost differ', () => {
    expect(changedElement('<b>1</b>', '<b>1</b><b>2</b>')).toBeUndefined()
    expect(changedElement('1', '2')).toBeUndefined()
    expect(changedElement('', '<b>1</b>')).toBeUndefined()
  })
})

interface Tree {
  name: string
  children: (Tree | string)[]
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom('b', 'i', 'li', 'b id="1"'),
    children: fc.array(
      fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('', '1', '12', '21'),
        tie('tree'),
      ),
      { maxLength: 4 },
    ),
  }),
}))

function markupOf({ name, children }: Tree): string {
  const inside = children.map((child) =>
    typeof child === 'string' ? child : markupOf(child),
  )
  return `<${name}>${inside.join('')}</${name.split(' ')[0]}>`
}

/** The nodes that are outermost in a markup. */
function partsOf(markup: string): string[] {
  const parts: string[] = []
  let depth = 0
  for (const [piece] of markup.matchAll(/<[^<>]*>|[^<>]+/g)) {
    const isClosing = piece.startsWith('</')
    if (depth === 0) parts.push(piece)
    else parts[parts.length - 1] += piece
    if (isClosing) depth--
    else if (piece.startsWith('<')) depth++
  }
  return parts
}

/** Puts another markup in the place of the element at a path. */
function replaced(markup: string, path: number[], by: string): string {
  const [index, ...below] = path
  if (index === undefined) return by
  let at = -1
  const parts = partsOf(markup).map((part) => {
    if (!part.startsWith('<')) return part
    at++
    if (at !== index) return part
    if (below.length === 0) return by
    const [, head, inside, foot] = /^(<[^<>]*>)(.*)(<\/[^<>]*>)$/s.exec(part)!
    return head + replaced(inside!, below, by) + foot
  })
  return parts.join('')
}

test('putting it there gives what comes after', () => {
  fc.assert(
    fc.property(tree, tree, tree, (first, second, common) => {
      const before = markupOf({ ...common, children: [first, common] })
      const after = markupOf({ ...common, children: [second, common] })
      const changed = changedElement(before, after)
      if (!changed) return
      const { path, markup } = changed
      if (partsOf(markup).length !== 1) return
      expect(replaced(before, path, markup)).toBe(after)
    }),
    { numRuns: 2000 },
  )
})
