/**
 * Staging: a program and what becomes of it, read and followed by keyboard and
 * by pointer, from its tokens to its bytes.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  at,
  CHAPTERS,
  expect,
  open,
  Program,
  promised,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'

const [, , THREE, , FIVE] = CHAPTERS as [string, string, string, string, string]

/** A program of each of them that runs nothing. */
const GROWING = 'It grows as you type'
const STAR = 'A star and its instruction'

/** A program with views, found as a reader finds them. */
class Staged extends Program {
  readonly tree: Locator
  readonly problems: Locator

  constructor(page: Page, name: string) {
    super(page, name)
    this.tree = this.group.getByRole('tree', { name: 'Syntax tree' })
    this.problems = this.group.getByRole('list', { name: 'Problems' })
  }

  tab(name: string): Locator {
    return this.group.getByRole('tab', { name, exact: true })
  }

  panel(name: string): Locator {
    return this.group.getByRole('tabpanel', { name, exact: true })
  }

  item(name: string): Locator {
    return this.tree.getByRole('treeitem', { name, exact: true })
  }

  /** What of the program is lit, word by word. */
  get lit(): Locator {
    return this.text.locator('.lit')
  }

  button(name: string | RegExp): Locator {
    return this.group.getByRole('button', { name, exact: true })
  }
}

/**
 * Presses Tab until something has the focus. Asked in one go: a listing that
 * has it makes room for its editor, which takes it over.
 */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = target.and(page.locator(':focus'))
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab')
      return focused.count()
    })
    .toBe(1)
}

/** Opens the text of a program, for which Binaryen has to come. */
async function opened(page: Page): Promise<[Staged, Locator]> {
  await open(page, THREE)
  const program = new Staged(page, GROWING)
  await program.tab('Text').click()
  return [program, program.panel('Text')]
}

test.describe('by keyboard alone', () => {
  test('the tree grows while one types, is walked, and leads back', async ({
    page,
  }) => {
    await open(page, `${THREE}#the-loop-that-climbs`)
    const program = new Staged(page, GROWING)
    const { tree, lit } = program
    await tabTo(page, program.text)
    await expect(program.editor).toBeVisible()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' * 3')
    await expect(program.item('*, binary')).toBeVisible()
    await expect(program.item('3, number')).toBeVisible()

    await tabTo(page, program.tab('Tree'))
    await tabTo(page, program.item('program'))
    await expect(lit).toHaveText(['let', 'n', '=', '1', '+', '2', '*', '3'])
    await page.keyboard.press('End')
    await expect(program.item('3, number')).toBeFocused()
    await expect(lit).toHaveText(['3'])
    await page.keyboard.press('ArrowLeft')
    await expect(program.item('*, binary')).toBeFocused()
    await expect(lit).toHaveText(['2', '*', '3'])
    await page.keyboard.press('ArrowUp')
    await expect(program.item('1, number')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(program.item('2, number')).toBeFocused()

    const star = program.item('*, binary')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect(star).toHaveAttribute('aria-expanded', 'false')
    await expect(program.item('2, number')).toHaveCount(0)
    await page.keyboard.press('ArrowDown')
    await expect(star).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(star).toHaveAttribute('aria-expanded', 'true')
    await expect(program.item('2, number')).toBeVisible()
    await page.keyboard.press('Space')
    await expect(star).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('Home')
    await expect(program.item('program')).toBeFocused()
    await expect(tree.locator('[tabindex="0"]')).toHaveCount(1)

    // From a node to its place in the program, where typing goes on.
    await page.keyboard.press('End')
    await expect(star).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(program.text).toBeFocused()
    await page.keyboard.type('4 / 5')
    await expect(program.text).toHaveText('let n = 1 + 4 / 5')
    await expect(program.item('/, binary')).toHaveAttribute(
      'aria-expanded',
      'false',
    )
  })

  test('arrow keys go from tab to tab, and round', async ({ page }) => {
    await open(page, FIVE)
    const program = new Staged(page, STAR)
    await program.tab('Types').focus()
    await expect(program.island).toHaveAttribute('ready')
    await expect(program.panel('Types')).toBeVisible()
    for (const [key, name] of [
      ['ArrowRight', 'Text'],
      ['ArrowRight', 'Bytes'],
      ['ArrowRight', 'Tokens'],
      ['ArrowLeft', 'Bytes'],
      ['ArrowLeft', 'Text'],
      ['ArrowLeft', 'Types'],
      ['ArrowLeft', 'Tree'],
    ] as const) {
      await page.keyboard.press(key)
      await expect(program.tab(name)).toBeFocused()
      await expect(
        program.group.getByRole('tab', { selected: true }),
      ).toHaveText(name)
      await expect(program.panel(name)).toBeVisible()
      await expect(program.group.getByRole('tabpanel')).toHaveCount(1)
    }
    await expect(program.group.locator('[role=tab][tabindex="0"]')).toHaveText(
      'Tree',
    )
  })

  test('lines of text and rows of bytes are walked, and light up', async ({
    page,
  }) => {
    await open(page, FIVE)
    const program = new Staged(page, STAR)
    const { lit } = program
    await program.text.focus()
    await expect(program.editor).toBeVisible()
    await tabTo(page, program.tab('Types'))
    await page.keyboard.press('ArrowRight')
    const line = program.panel('Text').locator('.line:focus')
    await tabTo(page, program.panel('Text').locator('pre').first())
    await page.keyboard.press('End')
    await expect(line).toHaveText(/^\s*\)\s*$/)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(line).toHaveText(/\(local\.get \$height\)/)
    await expect(lit).toHaveText(['height'])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(line).toHaveText(/\(i32\.mul/)
    await expect(line).toHaveClass(/lit/)
    await expect(lit).toHaveText(['width', '*', 'height'])
    await page.keyboard.press('ArrowDown')
    await expect(line).toHaveText(/\(local\.get \$width\)/)
    await page.keyboard.press('Home')
    await expect(line).toContainText('"area"')

    await program.tab('Text').focus()
    await page.keyboard.press('ArrowRight')
    const row = program.panel('Bytes').locator('.row:focus')
    await tabTo(page, program.panel('Bytes').locator('summary').first())
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await expect(row).toContainText('6ci32.mul')
    await expect(lit).toHaveText(['width', '*', 'height'])
    await page.keyboard.press('ArrowUp')
    await expect(row).toContainText('20 01local.get 1')
    await expect(lit).toHaveText(['height'])
    await page.keyboard.press('Enter')
    await expect(program.text).toBeFocused()
    await page.keyboard.type('width')
    await expect(program.text).toContainText('return width * width //')
  })
})

test('what a pointer is at lights up in every view, and in the program', async ({
  page,
}) => {
  await open(page, FIVE)
  const program = new Staged(page, STAR)
  await program.button('Side by side').click()
  await expect(program.group.getByRole('tabpanel')).toHaveCount(0)
  const chosen = program.group.getByRole('tab', { selected: true })
  await expect(chosen).toHaveCount(0)
  const region = (name: string) =>
    program.group.getByRole('region', { name, exact: true })
  for (const name of ['Tokens', 'Tree', 'Types', 'Text', 'Bytes']) {
    await expect(region(name)).toBeVisible()
  }
  const bytes = region('Bytes').getByRole('listitem')
  await expect(bytes.first()).toBeVisible()

  await region('Text').getByText('(i32.mul').hover()
  await expect(program.lit).toHaveText(['width', '*', 'height'])
  await expect(region('Tokens').locator('.lit')).toHaveText(['*star'])
  await expect(region('Tokens').locator('.within')).toHaveText([
    'widthname',
    'heightname',
  ])
  await expect(program.item('*, binary')).toHaveClass(/lit/)
  await expect(
    region('Types').getByRole('treeitem', { name: '*, binary, i32' }),
  ).toHaveClass(/lit/)
  await expect(region('Bytes').locator('.lit')).toContainText(['i32.mul'])

  await bytes.filter({ hasText: 'local.get 1' }).hover()
  await expect(program.lit).toHaveText(['height'])
  const lines = region('Text').locator('.line.lit').filter({ visible: true })
  await expect(lines).toHaveText([/\(local\.get \$height\)/])
  // And from the program into the views.
  await program.text.getByText('*', { exact: true }).hover()
  await expect(lines).toHaveText([/\(i32\.mul/, /\)/])
  await program.group.locator('.card-title').hover()
  await expect(program.group.locator('.lit')).toHaveCount(0)

  await program.button('Side by side').click()
  await expect(program.panel('Types')).toBeVisible()
  await expect(region('Bytes')).toHaveCount(0)
  await expect(chosen).toHaveText('Types')
})

test('the text has two forms, and Binaryen’s levels', async ({ page }) => {
  await open(page, FIVE)
  const program = new Staged(page, STAR)
  const text = program.panel('Text')
  await program.tab('Text').click()
  const form = program.button(/^Form of the text/)
  const shown = text.locator('pre').filter({ visible: true })
  await expect(shown).toContainText('(i32.mul')
  await form.click()
  await expect(form).toHaveText('Flat')
  await expect(form).toHaveAccessibleName('Form of the text: Flat')
  await expect(shown).toContainText('i32.mul')
  await expect(shown).not.toContainText('(i32.mul')
  await form.click()
  await expect(form).toHaveText('Folded')
  await expect(shown).toContainText('(i32.mul')

  await program.write('export function f(a: i32): i32 {\n  return a * 8\n}')
  await expect(shown).toContainText('i32.const 8')
  const level = program.group.getByRole('combobox', { name: 'Optimise' })
  await level.selectOption('-O3')
  await expect(shown).toContainText('(i32.shl')
  await level.selectOption('-O0')
  await expect(shown).toContainText('(i32.mul')
})

test('a problem is told and leads to its place; what can follow, does', async ({
  page,
}) => {
  await open(page, FIVE)
  const program = new Staged(page, STAR)
  const right = `export function f(a: i32): i32 {\n  return a + 1\n}`
  await program.write(right)
  await program.tab('Text').click()
  await expect(program.panel('Text')).toContainText('(i32.add')
  await program.write(right.replace('a + 1', 'b - 7'))
  const problem = program.problems.getByRole('listitem')
  await expect(problem).toHaveText(/^Line 2 .*b/)
  // The module stays, and says of what it is.
  await expect(program.panel('Text')).toContainText('(i32.add')
  await expect(program.panel('Text')).toHaveAttribute('data-held')
  await program.tab('Tree').click()
  await expect(program.item('-, binary')).toBeVisible()
  await program.tab('Tokens').click()
  await expect(
    program.panel('Tokens').getByRole('button', { name: 'b name' }),
  ).toBeVisible()
  await problem.getByRole('button', { name: 'Line 2' }).click()
  await expect(program.text).toBeFocused()
  await page.keyboard.type('a')
  await expect(program.problems).toBeHidden()
  await expect(program.text).toContainText('return a - 7')
  await program.tab('Text').click()
  await expect(program.panel('Text')).toContainText('(i32.sub')
  await expect(program.panel('Text')).not.toHaveAttribute('data-held')
})

test('there is no module of a program that began with a problem', async ({
  page,
}) => {
  await open(page, THREE)
  const program = new Staged(page, 'Two good readings')
  await program.tab('Text').click()
  await expect(program.panel('Text')).toContainText(
    'There is a module when no problem is left.',
  )
  await program.write('let n = (-2) ** 2')
  await expect(program.problems).toBeHidden()
  await expect(program.panel('Text')).toContainText('(module')
  await program.tab('Bytes').click()
  await expect(program.panel('Bytes')).toContainText('this is WebAssembly')
})

async function expectChosen(program: Staged): Promise<void> {
  await expect(program.panel('Text')).toBeVisible()
  await expect(program.button(/^Form of the text/)).toHaveText('Flat')
  await expect(program.group.getByRole('combobox')).toHaveValue('-O2')
  await expect(program.text).toHaveText('let one = 1')
}

test('what is chosen is kept, goes along in a link, and Reset takes it back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, FIVE)
  const program = new Staged(page, STAR)
  const level = program.group.getByRole('combobox', { name: 'Optimise' })
  await program.write('let one = 1')
  await program.tab('Text').click()
  await program.button(/^Form of the text/).click()
  await level.selectOption('-O2')
  await expectChosen(program)
  await program.button('Copy link').click()
  await expect(program.group).toContainText('Link copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())

  await page.goto(at(FIVE))
  await expectChosen(program)
  await program.reset.click()
  await expect(program.text).not.toHaveText('let one = 1')
  await expect(program.panel('Types')).toBeVisible()
  await program.tab('Text').click()
  await expect(program.button(/^Form of the text/)).toHaveText('Folded')
  await expect(level).toHaveValue('-O0')
  await expect(program.panel('Text')).toContainText('(i32.mul')
  await program.tab('Types').click()
  await program.button('Undo reset').click()
  await expectChosen(program)

  const other = await context.browser()!.newContext()
  const theirs = await other.newPage()
  await theirs.goto(link)
  await expectChosen(new Staged(theirs, STAR))
  await other.close()
})

test.describe('Binaryen', () => {
  // The browser itself reports what is made to fail here.
  test.use({ expected: /Failed to load resource/ })

  test('comes for the text, with progress; stopped, it goes on', async ({
    page,
  }) => {
    const held = promised()
    const server = createServer(async ({ url }, response) => {
      const whole = await page.request.get(decodeURIComponent(url!.slice(1)))
      const body = await whole.body()
      const head = {
        'content-type': 'application/wasm',
        'content-length': body.length,
      }
      response.writeHead(200, head).write(body.subarray(0, 2_000_000))
      await held.promise
      response.end(body.subarray(2_000_000))
    })
    server.listen(0)
    const { port } = server.address() as AddressInfo
    await page.route('**/*.wasm', (route) => {
      const address = encodeURIComponent(route.request().url())
      return route.continue({ url: `http://localhost:${port}/${address}` })
    })
    const [program, text] = await opened(page)
    const bar = text.getByRole('progressbar', { name: 'Loading Binaryen' })
    await expect(bar).toHaveAttribute('value', '2000000')
    await text.getByRole('button', { name: 'Stop' }).click()
    await expect(text).toContainText('Stopped.')
    await page.unroute('**/*.wasm')
    held.keep()
    server.close()
    await text.getByRole('button', { name: 'Go on' }).click()
    await expect(text).toContainText('(module')
    await program.tab('Bytes').click()
    await expect(program.panel('Bytes')).toContainText('this is WebAssembly')
  })

  test('is not there, and is tried again', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }))
    const [, text] = await opened(page)
    await expect(text).toContainText('The server answered 404')
    await page.unroute('**/*.wasm')
    await text.getByRole('button', { name: 'Try again' }).click()
    await expect(text).toContainText('(module')
  })

  test('cannot be reached, and Reset brings back what was shown', async ({
    page,
    context,
  }) => {
    await open(page, FIVE)
    const program = new Staged(page, 'A tree and a row')
    const text = program.panel('Text')
    await program.edit()
    await expect(text).toContainText('(module')
    await context.setOffline(true)
    await program.append(' let n = 1')
    const again = text.getByRole('button', { name: 'Try again' })
    await expect(again).toBeVisible()
    await expect(text).toContainText('Check the connection')
    await expect(text).not.toHaveAttribute('data-held')
    await context.setOffline(false)
    await program.reset.click()
    await expect(text).toContainText('(module')
    await expect(again).toHaveCount(0)
  })
})
