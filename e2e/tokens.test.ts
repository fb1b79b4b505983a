/** Tokens: a text and its pieces light each other up, and follow the typing. */
import { at, CHAPTERS, expect, open, Program, test } from './fixtures.ts'

test.beforeEach(({ page }) => open(page, CHAPTERS[1]!))

test('follow the typing', async ({ page }) => {
  const view = new Program(page, 'Type here')
  const list = view.group.getByRole('list', { name: 'Tokens' })
  await view.write('a <<= 0xff')
  await expect(list.getByRole('listitem')).toHaveText([
    'aname',
    '<<=shiftLeftEquals',
    '0xffnumber',
  ])
  await view.write('')
  await expect(list.getByRole('listitem')).toHaveCount(0)
  await expect(view.group).toContainText('0 tokens')
})

test('light up with their characters, by mouse', async ({ page }) => {
  const view = new Program(page, 'Kind and place')
  const chip = view.group.getByRole('button', { name: 'price name' })
  await chip.hover()
  await expect(view.text.locator('.lit')).toHaveText('price')
  await view.text.getByText('+').hover()
  await expect(
    view.group.getByRole('list', { name: 'Tokens' }).locator('.lit'),
  ).toHaveText('+plus')
})

test('light up with their characters, by keyboard', async ({ page }) => {
  const view = new Program(page, 'Kind and place')
  await view.text.focus()
  await expect(view.editor).toBeVisible()
  await page.keyboard.press('ControlOrMeta+End')
  const list = view.group.getByRole('list', { name: 'Tokens' })
  await expect(list.locator('.lit')).toHaveText('pricename')
  await list.getByRole('button').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(list.getByRole('button').nth(1)).toBeFocused()
  await expect(view.text.locator('.lit')).toHaveText('=')
})

test('are reported where they are wrong, with a hint', async ({ page }) => {
  const view = new Program(page, 'Out of a word processor')
  const problems = view.group.getByRole('status', { name: 'Problems' })
  await expect(problems).toContainText('Write * to multiply.')
  await view.write('say("Hello")')
  await expect(problems).toBeHidden()
})

test('are kept, too', async ({ page }) => {
  const view = new Program(page, 'Type here')
  await view.write('kept = 1')
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(localStorage)))
    .toContain('kept = 1')
  await page.goto(at(CHAPTERS[1]!))
  await expect(view.text).toHaveText('kept = 1')
  await expect(
    view.group.getByRole('list', { name: 'Tokens' }).getByRole('listitem'),
  ).toHaveText(['keptname', '=equals', '1number'])
  await view.group.getByRole('button', { name: 'kept name' }).hover()
  await expect(view.text.locator('.lit')).toHaveText('kept')
})
