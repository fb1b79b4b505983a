/**
 * Stages: every program shows in the page what the commands print, and pointing
 * at a piece lights up what it came from and what it became.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { loadBinaryen } from '../src/binaryen/node.ts'
import {
  check,
  compile,
  LEVELS,
  scan,
} from '../src/examplescript/examplescript.ts'
import { childrenOf, type TreeNode } from '../src/examplescript/tree.ts'
import { expect, open, test, type Locator, type Page } from './fixtures.ts'

const FOLDER = 'src/examplescript/programs'
/** One of six: what the stages make of all of them is tested without a page. */
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.example'))
  .filter((_, index) => index % 6 === 0)

/** As many programs as one test takes. */
const BATCH = 40
const batches = Array.from(
  { length: Math.ceil(names.length / BATCH) },
  (_, index) => names.slice(index * BATCH, (index + 1) * BATCH),
)

interface Shown {
  tokens: [kind: string, text: string][]
  /** The kinds of nodes, each before what is below it. */
  tree: string[]
  text: string
  problems: string[]
  /** Pieces that light nothing up where they should. */
  dark: string[]
}

let binaryen: Awaited<ReturnType<typeof loadBinaryen>>
test.beforeAll(async () => {
  binaryen = await loadBinaryen()
})

for (const [index, batch] of batches.entries()) {
  test(`programs ${index * BATCH + 1} and on show what the commands print`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    const group = await openPlay(page)
    for (const name of batch) {
      const source = readFileSync(`${FOLDER}/${name}`, 'utf8')
      const expected = expectedOf(source)
      const shown = await group.evaluate(show, {
        program: source,
        text: expected.text,
      })
      expect(shown, name).toEqual(expected)
    }
  })
}

async function openPlay(page: Page): Promise<Locator> {
  await open(page, '/play/')
  const group = page.getByRole('group', { name: 'Your program' })
  await group.getByRole('button', { name: 'Side by side' }).click()
  await expect(group.getByRole('region', { name: 'Bytes' })).toBeVisible()
  return group
}

function expectedOf(source: string): Shown {
  const { tokens } = scan(source)
  const { tree, problems } = check(source)
  const compiled = compile(source, binaryen, {
    level: LEVELS.get('-O0')!,
    text: true,
  })
  return {
    tokens: tokens.map(({ kind, from, to }) => [kind, source.slice(from, to)]),
    tree: kindsIn(tree),
    text: 'text' in compiled ? compiled.text!.trimEnd() : '',
    problems: problems.slice(0, 20).map(({ message }) => message),
    dark: [],
  }
}

function kindsIn(node: TreeNode): string[] {
  return [node.kind, ...childrenOf(node).flatMap((child) => kindsIn(child))]
}

/**
 * Runs in the page: shows a program as a link would, and reads what the views
 * say once the text is the one that is expected. With problems there is no
 * module, and what was shown stays.
 */
async function show(
  element: Element,
  { program, text }: { program: string; text: string },
): Promise<Shown> {
  const island = element as unknown as {
    state: Record<string, unknown>
    restore(state: Record<string, unknown>): void
  }
  island.restore({ ...island.state, text: program })
  const listing = () =>
    element
      .querySelector('[data-view="text"] [data-form="folded"]')
      ?.textContent.trimEnd()
  const patience = performance.now() + 20_000
  const isShown = () => !text || listing() === text
  while (!isShown() && performance.now() < patience) {
    await new Promise(requestAnimationFrame)
  }

  const all = (selector: string) => [
    ...element.querySelectorAll<HTMLElement>(selector),
  ]
  const point = (piece: Element) => {
    const over = new PointerEvent('pointerover', { bubbles: true })
    if (element.contains(piece)) piece.dispatchEvent(over)
  }
  const isLit = (piece: Element) =>
    element.contains(piece) && piece.matches('.lit, .within')
  const dark: string[] = []
  const views = ['tokens', 'types', ...(text ? ['text', 'bytes'] : [])]
  for (const view of views) {
    const pieces = all(`[data-view="${view}"] [data-node]`).filter(
      (piece) => piece.checkVisibility() && Number(piece.dataset['node']) > 0,
    )
    // Of a long view, pieces from its beginning to its end.
    const step = Math.max(1, Math.floor(pieces.length / 6))
    for (let at = 0; at < pieces.length; at += step) {
      const piece = pieces[at]!
      point(piece)
      const item = element.querySelector('[data-view="tree"] .lit')
      // An empty place has no characters that could be lit.
      const source =
        element.querySelector('[data-program] .lit') ??
        (element.querySelector('.chip.lit, .chip.within') ? null : piece)
      if (!isLit(piece) || !item || !source) {
        dark.push(`there ${piece.outerHTML.slice(0, 99)}`)
        continue
      }
      point(item.querySelector('.node')!)
      if (!isLit(piece)) dark.push(`back ${piece.outerHTML.slice(0, 99)}`)
    }
  }
  return {
    tokens: all('[data-view="tokens"] .chip').map((chip) => [
      chip.querySelector('.kind')!.textContent!,
      chip.querySelector('code')!.textContent!,
    ]),
    tree: all('[data-view="tree"] [role="treeitem"] > .node').map((node) => {
      const kind = node.querySelector('.kind') ?? node.querySelector('code')
      return kind!.textContent!
    }),
    text: text ? listing()! : '',
    problems: all('.problems .problem .message').map(
      (message) => message.textContent!,
    ),
    dark,
  }
}
