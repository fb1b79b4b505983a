/** Stages as the build draws them: what the views say, and when it stops. */
import { beforeAll, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { VIEWS, type ViewName } from '../figures/views.ts'
import { bakeStages } from './baked-stages.ts'

let binaryen: Binaryen
beforeAll(async () => {
  binaryen = await loadBinaryen()
})

const SOURCE = 'export function main(): i32 { return 6 * 7 }'
const WRONG = 'export function main(): i32 { return six }'

function bake(source: string, ...views: ViewName[]) {
  return bakeStages(source, views, binaryen, 'here.md:5')
}

test.each<[ViewName, RegExp]>([
  [
    'tokens',
    /<ol class="tokens">.*data-node="\d+"><code class="tok-number">6</,
  ],
  ['tree', /role="tree" aria-label="Syntax tree".*<span class="kind">binary</],
  ['types', /role="tree" aria-label="Typed tree".*<span class="type">i32</],
  ['text', /data-form="folded".*i32\.mul.*data-form="flat".*i32\.mul/s],
  ['bytes', /<code>6c<\/code><code>.*i32\.mul/s],
])('the view of %s is drawn', (view, markup) => {
  const { views, problems } = bake(SOURCE, view)
  expect([...views.keys()]).toEqual([view])
  expect(views.get(view)).toMatch(markup)
  expect(problems).toBe('')
})

test('views stand in the order that is asked for, and the text is in tokens', () => {
  const views = VIEWS.toReversed()
  const baked = bake(SOURCE, ...views)
  expect([...baked.views.keys()]).toEqual(views)
  expect(baked.text.replaceAll(/<[^>]*>/g, '')).toBe(SOURCE)
  expect(baked.text).toContain('data-token="0"')
})

test('a program with a problem is drawn as far as it can be read', () => {
  const { views, problems } = bake(WRONG, 'tokens', 'tree', 'types')
  expect(views.size).toBe(3)
  expect(problems).toContain(
    'There is nothing with the name “six”.'.slice(0, 8),
  )
  expect(problems).toContain(`data-from="${WRONG.indexOf('six')}"`)
})

test.each(['text', 'bytes'] as const)(
  'where its %s is to be shown, the build stops',
  (view) => {
    expect(() => bake(WRONG, 'tokens', view)).toThrow(
      'here.md:5: this program has a problem, and a view shows its module. Mend the program, or show its tokens, tree or types.',
    )
  },
)
