/** Two compilers in the page: AssemblyScript's comes with the first press. */
import { expect, open, present, promised, test, type Page } from './fixtures.ts'

const CHAPTER = '/compiling/how-the-others-do-it/'
const SCRIPT = '**/assets/rivals.worker-*.js'

/** A card with two compilers, found as a reader finds it. */
function cardOf(page: Page, name: string) {
  const group = page.getByRole('group', { name, exact: true })
  const table = group.getByRole('table')
  return {
    group,
    table,
    text: group.getByRole('textbox', { name: 'Program' }),
    compare: group.getByRole('button', { name: 'Compare', exact: true }),
    stop: group.getByRole('button', { name: 'Stop', exact: true }),
    retry: group.getByRole('button', { name: 'Try again' }),
    trouble: group.getByRole('alert'),
    status: group.locator('.bar-status'),
    level: group.getByRole('combobox', { name: 'Level' }),
    runtime: group.getByRole('combobox', { name: /runtime/ }),
    of: group.getByRole('combobox', { name: 'Text of' }),
    summary: group.getByRole('status').filter({ hasText: /makes?|Only/ }),
    row: (head: string) =>
      table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: head }) })
        .getByRole('cell'),
    side: (name_: string) => group.getByLabel(`${name_}: text`),
    /** Times stand on both sides. */
    async isMeasured() {
      await expect(this.row('Compile').first()).toContainText('ms', SLOW)
      await expect(this.row('Compile').last()).toContainText('ms')
    },
    async write(text: string) {
      await this.text.click()
      await expect(group.locator('.cm-editor')).toBeVisible()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(text)
    },
  }
}

function isTheirs(url: string): boolean {
  return url.includes('rivals.worker')
}

/** Two compilers start, and each takes its turns. */
const SLOW = { timeout: 60_000 }

test.describe.configure({ timeout: 120_000 })

test('AssemblyScript comes with the press, and both do the same, by keyboard alone', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page, CHAPTER)
  const card = cardOf(page, 'The same loop')
  await card.text.focus()
  await expect(card.group.locator('.cm-editor')).toBeVisible()
  await expect(card.row('Bytes')).toHaveText(['78', '94'])
  expect(asked.filter(isTheirs)).toEqual([])
  await card.compare.focus()
  await page.keyboard.press('Enter')
  await card.isMeasured()
  await expect(card.row('Run').first()).toContainText('ms')
  await expect(card.row('Bytes')).toHaveText(['78', '94'])
  const [ours, theirs] = await card.row('work(2000)').allTextContents()
  expect(ours).toBe(theirs)
  await expect(card.summary).toContainText('16 bytes less')
  await expect(card.summary).toContainText('gives the same')
  expect(asked.some(isTheirs)).toBe(true)
  expect(asked.filter((url) => url.endsWith('.wasm'))).toHaveLength(1)
  await card.of.focus()
  await page.keyboard.press('End')
  await expect(card.side('AssemblyScript')).toContainText('(export "memory"')
  await expect(card.of).toBeFocused()
})

test.describe('where its script does not come', () => {
  test.use({ expected: /Failed to load resource/ })

  test('it is said, and tried again, and Stop ends loading and comparing', async ({
    page,
  }) => {
    const held = promised()
    await page.route(SCRIPT, async (route) => {
      await held.promise
      await route.abort().catch(() => {})
    })
    await open(page, CHAPTER)
    const card = cardOf(page, 'The same loop')
    await card.write('export function work(n: i32): i32 { return n }')
    await card.compare.click()
    await expect(card.status).toContainText(/AssemblyScript’s compiler.*KB/)
    await card.stop.click()
    await expect(card.status).toHaveText('Stopped.')
    held.keep()
    await page.unroute(SCRIPT)
    await page.route(SCRIPT, (route) => route.fulfill({ status: 404 }))
    await card.compare.click()
    await expect(card.trouble).toContainText(/answered 404.*reload/)
    await expect(card.row('Bytes')).toHaveText(['78', '94'])
    await expect(card.text).toContainText('return n')
    await page.unroute(SCRIPT)
    await page.route(SCRIPT, (route) => route.abort())
    await card.retry.click()
    await expect(card.trouble).toContainText(/could not be loaded.*try again/)
    await expect(card.row('Bytes')).toHaveText(['78', '94'])
    await expect(card.text).toContainText('return n')
    await page.unroute(SCRIPT)
    await card.retry.click()
    await expect(card.status).toContainText('with both', SLOW)
    await card.stop.click()
    await expect(card.status).toHaveText('Stopped.')
    await expect(card.row('Bytes')).toHaveText(['78', '94'])
    await card.compare.click()
    await card.isMeasured()
    await expect(card.row('work(2000)')).toHaveText(['2000', '2000'])
  })
})

test('without a run, there is the text of a function, or of all of it; what is chosen is kept', async ({
  page,
}) => {
  await open(page, CHAPTER)
  const skipped = cardOf(page, 'Twice, and one more')
  await skipped.group.getByRole('button', { name: 'Skip' }).click()
  await expect(skipped.side('AssemblyScript')).toContainText('(memory')
  await expect(skipped.side('ExampleScript')).not.toContainText('(memory')
  await skipped.of.selectOption('work')
  await expect(skipped.group).toContainText('Both say the same.')
  await expect(skipped.side('AssemblyScript')).not.toContainText('(memory')
  const card = cardOf(page, 'As they write it')
  await card.text.focus()
  await expect(card.group.locator('.cm-editor')).toBeVisible()
  await card.level.selectOption('-O2')
  await page.reload()
  await card.text.focus()
  await expect(card.level).toHaveValue('-O2')
  await card.group.getByRole('button', { name: 'Reset' }).click()
  await expect(card.level).toHaveValue('-O0')
})

test('a slide drives it, and what is changed there is compared again, another runtime at once', async ({
  page,
}) => {
  await present(page, `${CHAPTER}?present#sixteen-bytes`)
  const card = cardOf(page, 'Twice, and one more')
  await expect(card.table).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await card.isMeasured()
  await expect(card.summary).toBeVisible()
  await card.write(
    'class A { x: i32 = 1 }\nlet a = new A()\nexport function work(n: i32): i32 { a.x = n\nreturn a.x }',
  )
  await expect(page.locator('two-compilers[data-stale]')).toHaveCount(1)
  await card.compare.click()
  await expect(page.locator('two-compilers[data-stale]')).toHaveCount(0, SLOW)
  await card.isMeasured()
  await expect(card.row('work(20)')).toHaveText(['20', '20'])
  const before = await card.row('Bytes').last().textContent()
  await card.runtime.selectOption('minimal')
  await expect(card.row('Bytes').last()).not.toHaveText(before!, SLOW)
})

test.describe('below a path', () => {
  test.use({ baseURL: process.env['SITE_BELOW']! })

  test('both compilers are found, each says what it refuses, and another level is compared at once', async ({
    page,
  }) => {
    await open(page, CHAPTER)
    const card = cardOf(page, 'The same loop')
    await card.write('export function work(n: i32): i32 { return missing }')
    await card.compare.click()
    await expect(card.group).toContainText('AssemblyScript refuses', SLOW)
    await expect(card.group).toContainText('ExampleScript refuses')
    await expect(card.group).toContainText("Cannot find name 'missing'")
    await card.write(
      'function twice<T>(x: T): T { return x + x }\nexport function work(n: i32): i32 { return twice<i32>(n) }',
    )
    await card.compare.click()
    await expect(card.summary).toHaveText(
      'Only AssemblyScript takes this program.',
      SLOW,
    )
    await expect(card.group).toContainText('ExampleScript refuses')
    await expect(card.group).toContainText('no generic functions')
    await expect(card.row('Bytes').first()).toHaveText('–')
    await expect(card.row('Bytes').last()).toHaveText(/\d+/)
    await expect(card.row('Compile').last()).toContainText('ms')
    await expect(card.side('AssemblyScript')).toContainText('i32.add')
    const before = await card.row('Bytes').last().textContent()
    await card.level.selectOption('-O0')
    await expect(card.row('Bytes').last()).not.toHaveText(before!, SLOW)
  })
})
