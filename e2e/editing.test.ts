/**
 * Editing: what the editor knows of a program. What is wrong is underlined, said
 * and fixed; what stands at a place is told; what may be written is offered. All
 * of it by pointer and by keyboard.
 */
import {
  CHAPTERS,
  expect,
  open,
  Program,
  REFERENCE,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'

const NAME = 'The smallest program'

/** A whole program around some lines; the caret is behind its last brace. */
function inMain(...lines: string[]): string {
  return ['export function main(): void {', ...lines, '}'].join('\n')
}

const WRONG = inMain('  let width = 2.5', '  let whole: i32 = width')
const RIGHT = inMain('  let width = 2.5', '  let whole: i32 = i32(width)')

/** The text without the way in which lines are drawn. */
function linesOf(program: Program): Locator {
  return program.group.locator('.cm-line')
}

/** A word of the text, where a pointer can rest on it. */
function wordOf(program: Program, word: string): Locator {
  return program.group.locator('.cm-line span').getByText(word, { exact: true })
}

function tipOf(page: Page): Locator {
  return page.getByRole('tooltip')
}

test('what is wrong', async ({ page }) => {
  await open(page, REFERENCE)

  await test.step('is underlined, told by key, and fixed by key', async () => {
    const program = new Program(page, NAME)
    await program.write(WRONG)
    const underlined = program.group.locator('.cm-lintRange-error')
    await expect(underlined).toHaveText('width')
    await page.keyboard.press('F8')
    const tip = tipOf(page)
    await expect(tip).toContainText('Here should be i32, and this is f64.')
    await expect(tip).toContainText('Add a conversion: i32(…).')
    await expect(tip.getByRole('button')).toHaveText(
      'Add a conversion: i32(width)',
    )
    await page.keyboard.press('ControlOrMeta+.')
    await expect(linesOf(program)).toHaveText(RIGHT.split('\n'))
    await expect(underlined).toHaveCount(0)
    await expect(tip).toBeHidden()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(linesOf(program)).toHaveText(WRONG.split('\n'))
  })

  await test.step('is told and fixed by pointer', async () => {
    const program = new Program(page, NAME)
    await program.write(WRONG)
    const underlined = program.group.locator('.cm-lintRange-error')
    await underlined.hover()
    const fix = tipOf(page).getByRole('button', {
      name: 'Add a conversion: i32(width)',
    })
    await fix.click()
    await expect(linesOf(program)).toHaveText(RIGHT.split('\n'))
    await expect(underlined).toHaveCount(0)
    await expect(program.text).toBeFocused()
  })

  await test.step('has its fix among what Tab reaches', async () => {
    const program = new Program(page, NAME)
    await program.write(WRONG)
    await page.keyboard.press('F8')
    const fix = tipOf(page).getByRole('button')
    await expect(fix).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(fix).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(linesOf(program)).toHaveText(RIGHT.split('\n'))
    await expect(program.text).toBeFocused()
  })

  await test.step('may be several things: F8 goes round', async () => {
    const program = new Program(page, NAME)
    await program.write(inMain('  let a = coutn', '  let b = 2.5 & 1'))
    const tip = tipOf(page)
    for (const words of ['There is no', '& does not take', 'There is no']) {
      await page.keyboard.press('F8')
      await expect(tip).toContainText(words)
    }
    await page.keyboard.press('Escape')
    await expect(tip).toBeHidden()
    await expect(program.text).toBeFocused()
  })

  await test.step('is told in chapter 1’s language, too', async () => {
    await open(page, CHAPTERS[0]!)
    const program = new Program(page, 'The first program')
    await program.write('2 + 3\n6 x 7')
    await page.keyboard.press('F8')
    await expect(tipOf(page)).toContainText('Line 2 is no operation')
  })
})

test('what stands at a place', async ({ page }) => {
  await open(page, REFERENCE)
  await new Program(page, NAME).write(
    inMain('  let width: i64 = 7', '  let root = sqrt(2.0)'),
  )

  await test.step('is told where the pointer rests', async () => {
    const program = new Program(page, NAME)
    await wordOf(program, 'width').hover()
    await expect(tipOf(page)).toHaveText('let width: i64')
    await wordOf(program, 'sqrt').hover()
    await expect(tipOf(page)).toContainText('sqrt(x: f64): f64')
    await expect(tipOf(page)).toContainText('The square root.')
  })

  await test.step('is told at the caret, until Escape or the caret goes', async () => {
    const program = new Program(page, NAME)
    const tip = tipOf(page)
    await wordOf(program, 'width').click()
    await page.keyboard.press('ControlOrMeta+i')
    await expect(tip).toHaveText('let width: i64')
    await page.keyboard.press('Escape')
    await expect(tip).toBeHidden()
    await expect(program.text).toBeFocused()
    await page.keyboard.press('ControlOrMeta+i')
    await expect(tip).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(tip).toBeHidden()
  })
})

test('an exercise has the same help', async ({ page }) => {
  await open(page, CHAPTERS[3]!)
  const program = new Program(page, 'Degrees')
  await program.write('export function degrees(): f64 { return sqr')
  await page.keyboard.press('Control+Space')
  await expect(
    page.getByRole('option', { name: 'sqrt', selected: true }),
  ).toBeVisible()
})

test('what may be written', async ({ page }) => {
  await open(page, REFERENCE)
  const begin = () =>
    new Program(page, NAME).write(
      'export function main(): void {\n  let distance = 7.5\n  let a = ',
    )

  await test.step('is offered while typing, and taken with Enter', async () => {
    await begin()
    const program = new Program(page, NAME)
    const list = page.getByRole('listbox')
    await page.keyboard.type('dist')
    const option = list.getByRole('option', { name: 'distance' })
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await expect(option).toContainText('f64')
    // Keys that come before anybody has seen the list are not the list’s.
    const now = () => page.evaluate(() => performance.now())
    const shown = await now()
    await expect.poll(now).toBeGreaterThan(shown + 75)
    await page.keyboard.press('Enter')
    await expect(list).toBeHidden()
    await expect(linesOf(program).last()).toHaveText('  let a = distance')
  })

  await test.step('is offered when asked, with what it does', async () => {
    await begin()
    const program = new Program(page, NAME)
    const list = page.getByRole('listbox')
    await page.keyboard.press('Control+Space')
    await expect(list).toBeVisible()
    await page.keyboard.type('sqr')
    await expect(
      list.getByRole('option', { name: 'sqrt', selected: true }),
    ).toBeVisible()
    await expect(
      program.group.getByText('The square root. T is f32 or f64.'),
    ).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await expect(program.text).toBeFocused()
    await expect(linesOf(program).last()).toHaveText('  let a = sqr')
  })

  await test.step('is what a namespace has, behind its dot', async () => {
    await begin()
    const program = new Program(page, NAME)
    await page.keyboard.type('f32x4.')
    const list = page.getByRole('listbox')
    await list.getByRole('option', { name: /^splat/ }).click()
    await expect(linesOf(program).last()).toHaveText('  let a = f32x4.splat')
  })

  await test.step('keeps nobody in: Tab leaves the editor', async () => {
    await begin()
    const program = new Program(page, NAME)
    await expect(program.text).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(program.text).not.toBeFocused()
    await expect(program.group.locator(':focus')).toHaveCount(1)
    await expect(linesOf(program).last()).toHaveText('  let a = ')
  })

  await test.step('is nothing in chapter 1’s language', async () => {
    await open(page, CHAPTERS[0]!)
    const program = new Program(page, 'The first program')
    await program.write('2 + 3')
    await page.keyboard.press('Control+Space')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(program.output).toHaveText('add(2, 3) = 5')
    await expect(page.getByRole('listbox')).toHaveCount(0)
  })
})
