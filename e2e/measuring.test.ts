/** Levels: measured, chosen, stopped, edited, and what is said when it fails. */
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

const LEVELS = '/compiling/levels-and-the-price/'
const NAMES = ['-O0', '-O1', '-O2', '-O3', '-O4', '-Os', '-Oz']
/** Measuring takes its time, and more of it on a busy machine. */
const LONG = { timeout: 60_000 }

/** A card with levels, as a reader finds it. */
class Levels extends Program {
  readonly levels: Locator
  readonly measure: Locator
  readonly summary: Locator
  readonly plot: Locator
  readonly program: Locator
  readonly alert: Locator
  readonly look: Locator
  /** The text that a level made, and what it is of. */
  readonly made: Locator

  constructor(page: Page, name: string) {
    super(page, name)
    this.levels = this.group.getByRole('group', { name: 'Levels' })
    this.measure = this.group.getByRole('button', { name: 'Measure' })
    this.summary = this.levels.getByRole('status')
    this.plot = this.levels.getByRole('img', { name: /^Size against run time/ })
    this.program = this.group.getByRole('combobox', { name: 'Program' })
    this.alert = this.group.getByRole('alert').first()
    this.look = this.levels.getByRole('group', { name: 'Text' })
    this.made = this.look.getByLabel(/^What /)
  }

  row(level: string): Locator {
    return this.levels.getByRole('row', { name: new RegExp(`^${level}\\b`) })
  }

  /** Looks at what a level made. */
  async lookAt(level: string): Promise<void> {
    const button = this.row(level).getByRole('button', { name: level })
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
  }

  chosen(name: 'Text of' | 'against'): Locator {
    return this.look.getByRole('combobox', { name })
  }

  /** Measures, and waits for what only a measurement says. */
  async go(): Promise<void> {
    await this.measure.click()
    await this.measured()
  }

  async measured(): Promise<void> {
    await expect(this.plot).toBeVisible(LONG)
    await expect(this.measure).toBeVisible(LONG)
  }
}

test.describe.configure({ timeout: 120_000 })

test('sizes are there before anybody measures, and no times', async ({
  page,
}) => {
  await open(page, LEVELS)
  const card = new Levels(page, 'Yours')
  for (const name of NAMES) {
    await expect(card.row(name)).toHaveText(/^-O\w(same as -O\w)?\d+/)
  }
  await expect(card.levels).not.toContainText(/\d ms/)
  await expect(card.levels).toContainText('Measure takes them here')
  await expect(card.plot).toHaveCount(0)
})

test('behind a prediction, each level gets its sizes and times, and all give the same', async ({
  page,
}) => {
  await open(page, LEVELS)
  const card = new Levels(page, 'Three squares')
  await expect(card.summary).toBeHidden()
  await card.group.getByRole('radio', { name: /after speed/ }).check()
  await expect(card.summary).toBeHidden()
  await card.go()
  await expect(card.summary).toContainText('Smallest: -O3 and -O4')
  await expect(card.group).toContainText('Right.')
  await expect(card.levels.getByRole('row')).toHaveCount(NAMES.length + 1)
  for (const name of NAMES) {
    const cells = card.row(name).getByRole('cell')
    await expect(cells.nth(1)).toHaveText(/^\d+/)
    await expect(cells.nth(2)).toHaveText(/^[\d.]+ ms \([\d.,]+–[\d.,]+\)/)
    await expect(cells.nth(3)).toHaveText(/^[\d.]+ ms \([\d.,]+–[\d.,]+\)/)
    await expect(card.plot).toContainText(`${name}:`)
  }
  await expect(card.levels).toContainText(
    'All levels give the same: work(2000000) is 2666664666675167000.',
  )
  await expect(card.levels).toContainText(/first compilation of all, at -O0/)
  await expect(card.levels.getByText('quickest', { exact: true })).toHaveCount(
    2,
  )
})

test('an edited program is measured anew, with what prints and calculates in the host', async ({
  page,
}) => {
  await open(page, LEVELS)
  const card = new Levels(page, 'Yours')
  await card.write(
    '@external("env", "print") declare function print(x: f64): void\n@external("Math", "cos") declare function cos(x: f64): f64\nexport function work(n: i32): f64 { print(n)\n return n + 11 + cos(0) }',
  )
  await expect(card.group).toHaveAttribute('data-stale', '')
  await card.go()
  await expect(card.group).not.toHaveAttribute('data-stale')
  await expect(card.levels).toContainText('work(10000) is 10012.')
})

test('Stop ends it in the middle, what was shown stays, and the next one is measured', async ({
  page,
}) => {
  await open(page, LEVELS)
  const card = new Levels(page, 'Yours')
  const endless = 'export function work(n: i32): i32 { while (true) n++ }'
  await card.write(endless)
  await card.measure.click()
  await expect(card.group).toContainText('Running what -O0 made …', LONG)
  await card.stop.click()
  await expect(card.group).toContainText('Stopped.')
  await expect(card.row('-Oz')).toBeVisible()
  await expect(card.plot).toHaveCount(0)
  await card.write('export function work(n: i32): void { }')
  await expect(card.group).toHaveAttribute('data-stale', '')
  await card.go()
  await expect(card.levels).toContainText(
    'work(10000) gives nothing that could be compared',
  )
})

test('what cannot be measured says why, and the table stays', async ({
  page,
}) => {
  await open(page, LEVELS)
  const card = new Levels(page, 'Yours')
  const before = await card.summary.textContent()
  for (const [what, text, said] of [
    [
      'a mistake',
      'export function work(n: i32): i32 {\n  return m\n}',
      /Nothing is measured, as the program has a problem in line 2: .*m/,
    ],
    [
      'no work',
      'export function play(n: i32): i32 { return n }',
      /Nothing is measured, as work\(10000\) is what runs/,
    ],
    [
      'work that traps',
      'export function work(n: i32): i32 {\n  n -= 10000\n  return 1 / n\n}',
      /At -O0, work\(10000\) stopped in line 3: An integer is divided by zero/,
    ],
    [
      'work that traps after a while',
      'let left = 20\nexport function work(n: i32): i32 {\n  left--\n  if (left < 0) unreachable()\n  return n\n}',
      /At -O0, work\(10000\) stopped in line 4/,
    ],
    [
      'an import that nobody brings',
      '@external("env", "tell") declare function tell(x: f64): void\nexport function work(n: i32): void { tell(n) }',
      /stopped in line 1: Nothing brings “tell” of “env” along/,
    ],
  ] as const) {
    await test.step(`a program with ${what}`, async () => {
      await card.write(text)
      await card.measure.click()
      await expect(card.alert).toContainText(said, LONG)
      await expect(card.summary).toHaveText(before!)
      await expect(card.row('-O0')).toBeVisible()
      await expect(card.text).toContainText('(n: i32)')
    })
  }
})

test.describe('the text that a level makes', () => {
  const TITLE = 'Three squares'

  async function opened(page: Page): Promise<Levels> {
    await open(page, LEVELS)
    const card = new Levels(page, TITLE)
    await expect(card.made).toBeHidden()
    await card.group.getByRole('button', { name: 'Skip' }).click()
    return card
  }

  test('is there before anybody asks, and stays', async ({ page }) => {
    await open(page, LEVELS)
    const card = new Levels(page, 'Yours')
    await expect(card.made).toHaveAccessibleName('What -Oz made of work')
    const before = await card.made.boundingBox()
    await card.text.click()
    await expect(card.editor).toBeVisible()
    await expect(card.made).toHaveAccessibleName('What -Oz made of work')
    expect((await card.made.boundingBox())!.height).toBe(before!.height)
  })

  test('is held against the level before, or any other', async ({ page }) => {
    const card = await opened(page)
    await expect(card.made.getByRole('insertion').first()).toBeVisible()
    await card.lookAt('-O4')
    await expect(card.made).toHaveAccessibleName('What -O4 made of work')
    await expect(card.chosen('against')).toHaveValue('-Oz')
    await expect(card.made.getByRole('deletion')).toContainText([
      'call $square',
    ])
    await card.chosen('against').focus()
    await card.chosen('against').selectOption('-O3')
    await expect(card.look).toContainText('Both levels make the same of it.')
    await expect(card.chosen('against')).toBeFocused()
    await card.chosen('Text of').selectOption('the whole module')
    await expect(card.made).toHaveAccessibleName('What -O4 made of the module')
    await expect(card.made).toContainText('(module')
    await card.lookAt('-Os')
    await card.chosen('Text of').selectOption('square')
    await expect(card.look).toContainText('At -O4, there is no square.')
    await expect(card.made).toContainText('f64.mul')
  })

  test('is kept as a choice, comes when asked for, and is reset', async ({
    page,
  }) => {
    await open(page, LEVELS)
    const card = new Levels(page, 'Yours')
    await card.group.hover()
    await card.lookAt('-O1')
    await expect(card.made).toHaveAccessibleName('What -O1 made of work')
    await page.reload()
    await card.group.hover()
    const show = card.look.getByRole('button', { name: 'Show it' })
    await expect(show).toBeVisible()
    await show.click()
    await expect(card.made).toHaveAccessibleName('What -O1 made of work')
    await expect(card.chosen('against')).toHaveValue('-Oz')
    await card.reset.click()
    await expect(card.made).toHaveAccessibleName('What -Oz made of work')
    await expect(card.row('-Oz').getByRole('button')).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })

  test('is that of the program that was measured', async ({ page }) => {
    await open(page, LEVELS)
    const card = new Levels(page, 'Yours')
    await card.write('export function work(n: i32): i32 { return n + 12 }')
    await card.go()
    await expect(card.made).toContainText('i32.const 12')
    await card.lookAt('-O0')
    await expect(card.made).toHaveAccessibleName('What -O0 made of work')
    await expect(card.made).toContainText('i32.const 12')
  })

  test('comes on a slide, and Back takes it away', async ({ page }) => {
    await present(page, `${LEVELS}?present#smaller-than-the-smallest`)
    const card = new Levels(page, TITLE)
    await page.keyboard.press('ArrowRight')
    await card.measured()
    await expect(card.made).toBeHidden()
    await page.keyboard.press('ArrowRight')
    await expect(card.made).toHaveAccessibleName('What -Oz made of square')
    await expect(card.plot).toBeHidden()
    await page.keyboard.press('ArrowLeft')
    await expect(card.made).toBeHidden()
    await expect(card.plot).toBeVisible()
  })

  test('stops no measurement', async ({ page }) => {
    await present(page, `${LEVELS}?present#smaller-than-the-smallest`)
    const card = new Levels(page, TITLE)
    await page.keyboard.press('ArrowRight')
    await expect(card.stop).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(card.made).toHaveAccessibleName(
      'What -Oz made of square',
      LONG,
    )
    await expect(card.levels).toContainText('All levels give the same')
  })
})

test.describe('another program', () => {
  const TITLE = 'Five bodies'

  test('comes with its text and sizes, loses nothing of what was written, and is kept', async ({
    page,
  }) => {
    await open(page, LEVELS)
    const card = new Levels(page, TITLE)
    const before = await card.row('-O0').textContent()
    // Whoever chooses points at it before.
    await card.group.hover()
    await card.program.selectOption('sieve')
    await expect(card.text).toContainText('The sieve of Eratosthenes')
    await expect(card.row('-O0')).not.toHaveText(before!)
    await expect(card.group).not.toHaveAttribute('data-stale')
    await card.program.selectOption('n-body')
    await expect(card.text).toContainText('The sun and its four')
    await expect(card.row('-O0')).toHaveText(before!)
    const mine = 'export function work(n: i32): i32 { return 1 }'
    await card.write(mine)
    await card.program.selectOption('sieve')
    await card.write('// Mine, too.')
    await card.program.selectOption('n-body')
    await expect(card.text).toHaveText(mine)
    await card.program.selectOption('sieve')
    await expect(card.text).toHaveText('// Mine, too.')
    await page.reload()
    await expect(card.program).toHaveValue('sieve')
    await expect(card.text).toHaveText('// Mine, too.')
    await card.program.selectOption('n-body')
    await expect(card.text).toHaveText(mine)
    await card.reset.click()
    await expect(card.text).toContainText('The sun and its four')
    await card.reset.click()
    await expect(card.text).toHaveText(mine)
  })

  test('ends measuring when it is chosen, and is measured, by keyboard alone', async ({
    page,
  }) => {
    await open(page, LEVELS)
    const card = new Levels(page, TITLE)
    const before = await card.row('-O0').textContent()
    await card.measure.focus()
    await page.keyboard.press('Enter')
    await expect(card.stop).toBeFocused()
    await card.program.focus()
    await page.keyboard.press('ArrowDown')
    await expect(card.program).toHaveValue('mandelbrot')
    await expect(card.text).toContainText('The Mandelbrot set')
    await expect(card.measure).toBeVisible()
    await expect(card.plot).toHaveCount(0)
    await page.keyboard.press('ArrowDown')
    await expect(card.program).toHaveValue('sieve')
    const bytes = await card.row('-O3').getByRole('cell').first().textContent()
    await card.measure.focus()
    await page.keyboard.press('Enter')
    await expect(card.stop).toBeFocused()
    await card.measured()
    await expect(card.measure).toBeFocused()
    await expect(card.row('-O3').getByRole('cell').first()).toHaveText(bytes!)
    await expect(card.levels).toContainText('All levels give the same')
    await expect(card.levels).toContainText('work(1000000) is 78498.')
    await card.program.selectOption('n-body')
    await expect(card.text).toContainText('The sun and its four')
    await expect(card.row('-O0')).toHaveText(before!)
  })
})

test('Back from a measurement that is not through ends it', async ({
  page,
}) => {
  const letCome = await holdBack(page, /workshop\.worker[^/]*\.js$/)
  await present(page, `${LEVELS}?present#smaller-than-the-smallest`)
  const card = new Levels(page, 'Three squares')
  await page.keyboard.press('ArrowRight')
  await expect(card.stop).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(card.measure).toBeVisible()
  letCome()
  await page.keyboard.press('ArrowRight')
  await card.measured()
})

test('a slide chooses a program and measures it, and Back undoes that', async ({
  page,
}) => {
  await present(page, `${LEVELS}?present#the-engine-optimizes-too`)
  const card = new Levels(page, 'Five bodies')
  await page.keyboard.press('ArrowRight')
  await card.measured()
  await expect(card.levels).toContainText('work(20000) is')
  await page.keyboard.press('ArrowRight')
  await expect(card.program).toHaveValue('sieve')
  await expect(card.text).toContainText('The sieve of Eratosthenes')
  await expect(card.levels).toContainText('work(1000000) is 78498.', LONG)
  await page.keyboard.press('ArrowLeft')
  await expect(card.program).toHaveValue('n-body')
  await expect(card.levels).toContainText('work(20000) is')
  await expect(slideOf(page)).toBeVisible()
})
