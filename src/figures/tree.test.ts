/** Trees as markup: what screen readers hear, what is folded, what is too deep. */
import { describe, expect, test } from 'vitest'
import { treeMarkup, type TreeBranch } from './tree.ts'

function branch(
  kind: string,
  more: Partial<TreeBranch> = {},
  ...children: TreeBranch[]
): TreeBranch {
  return { node: 0, kind, children, ...more }
}

const SUM = branch(
  'binary',
  { node: 4, text: '+', type: 'i32' },
  branch('number', { node: 5, text: '1' }),
  branch('name', { node: 6, text: 'a', role: 'test' }),
)

function wide(count: number): TreeBranch {
  const leaf = branch('number', { text: '100' })
  return branch('sequence', {}, ...Array.from({ length: count }, () => leaf))
}

function deep(levels: number): TreeBranch {
  return levels === 0 ? branch('leaf') : branch('group', {}, deep(levels - 1))
}

test('each node is an item that says all that is seen', () => {
  const markup = treeMarkup(SUM, 'Typed tree')
  const labels = [...markup.matchAll(/aria-label="([^"]*)"/g)].map(
    ([, label]) => label,
  )
  expect(labels).toEqual([
    'Typed tree',
    '+, binary, i32',
    '1, number',
    'test, a, name',
  ])
  expect(markup.match(/data-node="\d"/g)).toEqual([
    'data-node="4"',
    'data-node="5"',
    'data-node="6"',
  ])
})

test('one item can be reached by Tab, the others from it', () => {
  expect(treeMarkup(SUM, 'T').match(/tabindex="[^"]*"/g)).toEqual([
    'tabindex="0"',
    'tabindex="-1"',
    'tabindex="-1"',
  ])
})

test('a folded branch says so, and a leaf says nothing of it', () => {
  expect(treeMarkup(SUM, 'T')).toContain('aria-expanded="true"')
  const folded = treeMarkup(SUM, 'T', new Set(['0']))
  expect(folded.match(/aria-expanded="false"/g)).toHaveLength(1)
})

test('what programs say is escaped', () => {
  const markup = treeMarkup(branch('string', { text: '"<b>"' }), 'T')
  expect(markup).toContain('<code>&quot;&lt;b&gt;&quot;</code>')
  expect(markup).not.toContain('<b>')
})

describe('the shape', () => {
  test.each([
    [wide(2), 'small'],
    [wide(8), 'medium'],
    [wide(40), 'large'],
    [deep(10), 'small'],
    [deep(20), 'large'],
  ])('follows from how wide and how tall it is', (tree, size) => {
    expect(treeMarkup(tree, 'T')).toContain(`data-size="${size}"`)
  })

  test('does not nest deeper than pages do', () => {
    const markup = treeMarkup(deep(400), 'T')
    expect(markup.match(/role="treeitem"/g)).toHaveLength(401)
    expect(markup.match(/<ul role="group">/g)).toHaveLength(100)
    expect(markup).toContain('aria-level="401"')
  })
})
