/** Passes: run one at a time, looked at, followed, and handed to wasm-opt. */
import { readFileSync } from 'node:fs'
import { runToolHere } from '../src/binaryen/node.ts'
import {
  expect,
  holdBack,
  open,
  present,
  Program,
  slideOf,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'
import { writeLargeModule } from './large-module.ts'

const MEANING = '/compiling/what-optimizing-means/'
const PASSES = '/compiling/pass-by-pass/'

/** A card with passes, as a reader finds it. */
class Passes extends Program {
  readonly passes: Locator
  readonly summary: Locator
  readonly difference: Locator
  readonly level: Locator
  readonly list: Locator

  constructor(page: Page, name: string) {
    super(page, name)
    this.passes = this.group.getByRole('group', { name: 'Passes' })
    this.summary = this.passes.getByRole('status')
    this.difference = this.passes.getByLabel(/^What changed in/)
    this.level = this.passes.getByRole('combobox', { name: 'Level' })
    this.list = this.passes.getByRole('combobox', { name: 'Passes' })
  }

  /** Points at it, as whoever presses something in it does before. */
  wake(): Promise<void> {
    return this.group.hover()
  }

  /** Runs the passes, and waits for the times that only a run has. */
  async go(): Promise<void> {
    await this.group.getByRole('button', { name: 'Run passes' }).click()
    await expect(this.row('All passes')).toContainText('ms')
  }

  row(name: string): Locator {
    return this.passes.getByRole('row', { name: new RegExp(`^${name} `) })
  }

  choose(name: string): Promise<void> {
    return this.passes
      .getByRole('button', { name, exact: true })
      .first()
      .click()
  }
}

test('are there before anything runs, and then with their times', async ({
  page,
}) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'Only what changed')
  await expect(passes.summary).toContainText(/^\d+ passes, \d+ changed/)
  await expect(passes.difference).toContainText('i32.const 1440')
  await expect(passes.row('All passes')).toContainText('changed')
  const before = await passes.summary.textContent()
  await passes.go()
  await expect(passes.summary).toHaveText(before!)
})

/** The two values that are printed first and last stand in this order. */
const IN_ORDER = `@external("env", "print") declare function print(x: f64): void
let count = 0
function next(): i32 {
  count += 1
  print(count)
  return count
}
export function main(): i32 {
  const first = next()
  print(0.5)
  return first
}`

test('the writer has the last row, with the stack before and after', async ({
  page,
}) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'The odd squares')
  await passes.wake()
  await passes.write(IN_ORDER)
  await passes.go()
  const rows = passes.passes.getByRole('row')
  await expect(rows.last()).toContainText('optimize-stack-ir')
  await expect(rows.last()).toContainText('changed')
  const counted = (await rows.count()) - 3
  await expect(passes.summary).toContainText(`${counted} passes, `)
  await passes.choose('optimize-stack-ir')
  await expect(passes.passes).toContainText('Not a pass, but the writer')
  await expect(passes.difference.locator('del').first()).toContainText(
    'local.set',
  )
})

test('one row a pass: its name, whether it changed, and both sizes', async ({
  page,
}) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'Up, then down')
  await passes.group.getByRole('button', { name: 'Skip' }).click()
  await expect(passes.row('precompute-propagate')).toHaveText(
    /precompute-propagatechanged4550/,
  )
  await expect(passes.row('vacuum')).toHaveText(/vacuumunchanged4141/)
})

test('are covered by a prediction until they run', async ({ page }) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'The odd squares')
  await expect(passes.summary).toBeHidden()
  await passes.group.getByRole('radio', { name: /80 bytes/ }).check()
  await expect(passes.summary).toBeHidden()
  await passes.group.getByRole('button', { name: 'Run passes' }).click()
  await expect(passes.summary).toContainText('109 → 80 bytes')
  await expect(passes.group).toContainText('Right.')
})

test.describe('by keyboard alone', () => {
  test('one goes from pass to pass, and from change to change', async ({
    page,
  }) => {
    await open(page, PASSES)
    const passes = new Passes(page, 'Up, then down')
    await passes.group.getByRole('button', { name: 'Run passes' }).focus()
    await page.keyboard.press('Enter')
    await expect(passes.row('All passes')).toContainText('ms')
    const chosen = passes.passes.locator('[aria-pressed="true"]')
    await expect(chosen).toHaveText('All passes')
    await chosen.focus()
    await page.keyboard.press('ArrowDown')
    await expect(chosen).toHaveText('precompute-propagate')
    await expect(chosen).toBeFocused()
    await expect(passes.difference.getByRole('insertion').last()).toHaveText(
      /i32.const 10080/,
    )
    await page.keyboard.press('ArrowUp')
    await expect(chosen).toHaveText('All passes')
    const next = passes.passes.getByRole('button', { name: 'Next change' })
    await next.focus()
    await page.keyboard.press('Enter')
    await expect(chosen).toHaveText('precompute-propagate')
    await page.keyboard.press('Enter')
    await expect(chosen).toHaveText('simplify-locals')
    await page.keyboard.press('Enter')
    await expect(chosen).toHaveText('vacuum')
    await expect(passes.passes).toContainText('the bytes are the same')
    await page.keyboard.press('Enter')
    await expect(chosen).toHaveText('All passes')
  })
})

test('a press on the plot goes to its pass', async ({ page }) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'Only what changed')
  await passes.go()
  await passes.passes
    .getByRole('checkbox', { name: 'Only what changed' })
    .uncheck()
  const columns = passes.passes.getByRole('img').locator('.column')
  await columns.nth(4).click()
  const rows = passes.passes.getByRole('row')
  await expect(rows.nth(6)).toContainText('unchanged')
  await expect(rows.nth(6).getByRole('button')).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('a line leads to the pass that takes it away', async ({ page }) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'Up, then down')
  await passes.go()
  await passes.choose('precompute-propagate')
  await passes.difference.getByText('local.set $minutes').click()
  const chosen = passes.passes.locator('[aria-pressed="true"]')
  await expect(chosen).toHaveText('simplify-locals')
  await passes.difference.getByText('i32.const 10080').click()
  await expect(passes.group).toContainText('This line stays to the end.')
})

test('another level, list or function is run at once', async ({ page }) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'The odd squares')
  await passes.go()
  await passes.level.selectOption('-O1')
  await expect(passes.summary).toContainText('34 passes')
  await passes.list.fill('dce, vacuum')
  await passes.list.press('Enter')
  await expect(passes.summary).toContainText('2 passes')
  await passes.list.fill('')
  await passes.list.press('Enter')
  await passes.passes
    .getByRole('combobox', { name: 'Function' })
    .selectOption('square')
  await expect(passes.difference).toContainText('i32.mul')
  await passes.passes.getByRole('checkbox', { name: '--converge' }).check()
  await expect(passes.summary).toContainText('68 passes')
})

function options(page: Page): Locator {
  return page
    .getByRole('listbox', { name: 'Passes that fit' })
    .getByRole('option')
}

test.describe('the list of passes suggests', () => {
  const TITLE = 'A list of your own'

  test('what begins like the word, with what it does', async ({ page }) => {
    await open(page, PASSES)
    const passes = new Passes(page, TITLE)
    await passes.list.fill('')
    await passes.list.press('-')
    await page.keyboard.type('-simplify-l')
    await expect(passes.list).toHaveAttribute('aria-expanded', 'true')
    await expect(options(page)).toHaveCount(5)
    await expect(options(page).first()).toHaveText(
      /^--simplify-locals Moves a value .+\.$/,
    )
    const active = options(page).and(page.locator('[aria-selected="true"]'))
    await expect(active).toHaveText(/^--simplify-locals /)
    await page.keyboard.press('ArrowUp')
    await expect(active).toHaveText(/^--simplify-locals-notee-nostructure /)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(active).toHaveText(/^--simplify-locals-nonesting /)
    await page.keyboard.press('ArrowDown')
    await expect(active).toHaveText(/^--simplify-locals-nostructure /)
    const id = await active.getAttribute('id')
    await expect(passes.list).toHaveAttribute('aria-activedescendant', id!)
    await page.keyboard.press('Enter')
    await expect(passes.list).toHaveValue('--simplify-locals-nostructure')
    await expect(passes.list).toBeFocused()
    await expect(options(page)).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(passes.passes).toContainText(
      /simplify-locals-nostructure Does what/,
    )
  })

  test('for each word of it: Tab takes one, and a click', async ({ page }) => {
    await open(page, PASSES)
    const passes = new Passes(page, TITLE)
    await passes.list.fill('')
    await page.keyboard.type('precompute-')
    await expect(options(page)).toHaveCount(1)
    await page.keyboard.press('Tab')
    await expect(passes.list).toHaveValue('precompute-propagate')
    await page.keyboard.type(', locals')
    await options(page).filter({ hasText: 'tee' }).first().click()
    await expect(passes.list).toHaveValue(
      'precompute-propagate, simplify-locals-notee',
    )
    await page.keyboard.type(', vacuum')
    await page.keyboard.press('Enter')
    await expect(passes.summary).toContainText('3 passes')
    await page.keyboard.press('Tab')
    await expect(passes.list).not.toBeFocused()
  })

  test('what was typed before the script is there, too', async ({ page }) => {
    const letCome = await holdBack(page, /pass-by-pass-.*\.js/)
    await open(page, PASSES)
    const passes = new Passes(page, TITLE)
    await passes.list.fill('vacu')
    letCome()
    await expect(options(page)).toHaveText([/^vacuum /])
    await expect(passes.passes).not.toContainText('refused')
  })

  test('and Enter counts before the script is there', async ({ page }) => {
    const letCome = await holdBack(page, /pass-by-pass-.*\.js/)
    await open(page, PASSES)
    const passes = new Passes(page, TITLE)
    await passes.list.fill('dce, vacuum')
    await passes.list.press('Enter')
    letCome()
    await expect(passes.summary).toContainText('2 passes')
    await expect(passes.list).toBeFocused()
  })

  test('nothing behind Escape, and all when asked', async ({ page }) => {
    await present(page, `${PASSES}?present#your-own-list`)
    const passes = new Passes(page, TITLE)
    await passes.list.fill('no such pass')
    await expect(options(page)).toHaveCount(0)
    await passes.list.fill('dc')
    await expect(options(page).first()).toHaveText(/^dce /)
    await page.keyboard.press('Escape')
    await expect(options(page)).toHaveCount(0)
    await expect(passes.list).toBeFocused()
    await passes.list.fill('')
    await page.keyboard.press('ArrowDown')
    await expect(options(page)).toHaveCount(171)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect(passes.list).not.toBeFocused()
  })
})

test('only those are listed that changed something', async ({ page }) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'Only what changed')
  await passes.wake()
  await expect(passes.row('memory-packing')).toBeHidden()
  await passes.passes
    .getByRole('checkbox', { name: 'Only what changed' })
    .uncheck()
  await expect(passes.row('memory-packing')).toBeVisible()
})

test('what was chosen before the script is there counts', async ({ page }) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'Only what changed')
  await passes.passes
    .getByRole('checkbox', { name: 'Only what changed' })
    .evaluate((box: HTMLInputElement) => (box.checked = false))
  await passes.level.evaluate((box: HTMLSelectElement) => (box.value = '-O1'))
  await passes.wake()
  await expect(passes.summary).toContainText('34 passes')
  await expect(passes.row('memory-packing')).toBeVisible()
})

test('a pass says what it is for', async ({ page }) => {
  await open(page, MEANING)
  const passes = new Passes(page, 'The same sum')
  await expect(passes.passes).toContainText(/local-cse \w+/)
})

test('what is chosen is kept, and Reset takes it back', async ({ page }) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'Yours')
  await passes.wake()
  await passes.level.selectOption('-O1')
  await expect(passes.row('All passes')).toContainText('ms')
  await page.reload()
  await passes.text.focus()
  await expect(passes.level).toHaveValue('-O1')
  await passes.reset.click()
  await expect(passes.level).toHaveValue('-Oz')
})

test('the command makes the same bytes in wasm-opt', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, PASSES)
  const passes = new Passes(page, 'Yours')
  const text =
    '(module (func (export "f") (result i32) (i32.add (i32.const 1) (i32.const 2))))'
  await passes.write(text)
  await passes.go()
  await passes.group.getByRole('button', { name: /wasm-opt command/ }).click()
  await expect(passes.group).toContainText('Copied.')
  const command = await page.evaluate(() => navigator.clipboard.readText())
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    passes.group.getByRole('button', { name: 'Download .wasm' }).click(),
  ])
  const [tool, ...words] = command.split(' ')
  expect(tool).toBe('wasm-opt')
  const { status, files } = await runToolHere({
    tool: 'wasm-opt',
    words,
    files: new Map([['in.wat', new TextEncoder().encode(text)]]),
  })
  expect(status).toBe(0)
  const saved = readFileSync(await download.path())
  expect(Buffer.compare(saved, files.get('out.wasm')!)).toBe(0)
})

/** A file as the reader’s disk has it. */
function fileOf(buffer: Buffer) {
  return { name: 'mine.wasm', mimeType: 'application/wasm', buffer }
}

test.describe('a file from the reader’s disk', () => {
  const MODULE = Buffer.from(
    '0061736d01000000010401600000030201000707010366756e00000a040102000b',
    'hex',
  )

  test('goes through the passes, and back to the program', async ({ page }) => {
    await open(page, PASSES)
    const passes = new Passes(page, 'Yours')
    await passes.wake()
    const input = passes.passes.getByLabel('Open a .wasm or .wat')
    await input.setInputFiles(fileOf(MODULE))
    await expect(passes.row('All passes')).toContainText('ms')
    await expect(passes.summary).toContainText('33 →')
    await expect(passes.passes).toContainText('mine.wasm, 33 bytes')
    await passes.group
      .getByRole('button', { name: 'Back to the program' })
      .click()
    await expect(passes.passes).toContainText('Open a .wasm')
    await expect(passes.summary).not.toContainText('33 →')
  })

  test('may have 50 MB', async ({ page }, testInfo) => {
    const file = writeLargeModule(testInfo.outputPath('large.wasm'))
    await open(page, PASSES)
    const passes = new Passes(page, 'A list of your own')
    await passes.wake()
    await passes.list.fill('vacuum, dce')
    await passes.list.press('Enter')
    await expect(passes.summary).toContainText('2 passes')
    await passes.passes.getByLabel('Open a .wasm or .wat').setInputFiles(file)
    await expect(passes.summary).toContainText(/→ 52,428,\d+ bytes/)
    await expect(passes.passes).toContainText('too large to be printed')
    await passes.choose('dce')
    await expect(passes.row('dce')).toContainText('unchanged')
  })

  for (const [what, buffer, said] of [
    ['garbage', Buffer.from('no module at all'), /not a WebAssembly module/],
    ['half a module', MODULE.subarray(0, 20), /not a WebAssembly module/],
    ['nothing', Buffer.alloc(0), /not a WebAssembly module/],
  ] as const) {
    test(`${what} is refused, and the page goes on`, async ({ page }) => {
      await open(page, PASSES)
      const passes = new Passes(page, 'Yours')
      await passes.wake()
      const input = passes.passes.getByLabel('Open a .wasm or .wat')
      await input.setInputFiles(fileOf(buffer))
      await expect(passes.group.getByRole('alert')).toContainText(said)
      await passes.group
        .getByRole('button', { name: 'Back to the program' })
        .click()
      await expect(passes.row('All passes')).toContainText('ms')
    })
  }
})

for (const [what, text, said] of [
  [
    'a program with a problem',
    'export function main(',
    /should be a parameter/,
  ],
  ['WebAssembly’s text with a mistake', '(module (fun))', /1:\d+: error/],
  [
    'a module that is not valid',
    '(module (func (result i32) (i64.const 1)))',
    /validator/,
  ],
] as const) {
  test(`${what} is told, and what was shown stays`, async ({ page }) => {
    await open(page, PASSES)
    const passes = new Passes(page, 'Yours')
    const before = await passes.summary.textContent()
    await passes.write(text)
    await passes.group.getByRole('button', { name: 'Run passes' }).click()
    await expect(passes.group.getByRole('alert')).toContainText(said)
    await expect(passes.summary).toHaveText(before!)
  })
}

test('an unknown pass is refused in Binaryen’s words', async ({ page }) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'Yours')
  await passes.wake()
  await passes.list.fill('dce, no-such-pass, vacuum')
  await passes.list.press('Enter')
  await expect(passes.passes).toContainText('Could not find pass: no-such-pass')
  await expect(passes.summary).toContainText('1 pass')
})

test('what needs GC is refused without it', async ({ page }) => {
  await open(page, PASSES)
  const passes = new Passes(page, 'Without GC')
  await passes.write(
    'class P { x: i32 = 1 }\nexport function main(): i32 { return new P().x }',
  )
  await passes.group.getByRole('button', { name: 'Run passes' }).click()
  await expect(passes.group.getByRole('alert')).toContainText(/gc/i)
})

test('a slide drives them', async ({ page }) => {
  await present(page, `${PASSES}?present#larger-so-that-it-gets-smaller`)
  const passes = new Passes(page, 'Up, then down')
  await expect(passes.summary).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(passes.row('All passes')).toContainText('ms')
  await expect(slideOf(page)).toBeVisible()
})
