/** The first touch: it loses nothing, moves nothing, and lets an island take over. */
import { CHAPTERS, expect, holdBack, open, Program, test } from './fixtures.ts'

const SCRIPT = '**/runnable-program-*.js'

test.beforeEach(({ page }) => open(page, CHAPTERS[0]!))

test.describe('the first touch', () => {
  test('loses no press and no key while the script loads', async ({ page }) => {
    const letCome = await holdBack(page, SCRIPT)
    const program = new Program(page, 'The first program')
    await program.text.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('20 + 22\n6 * 7')
    await program.run.click()
    await expect(program.output).toHaveText('add(2, 3) = 5')
    letCome()
    await expect(program.output).toHaveText(
      /^add\(20, 22\) = 42\s+multiply\(6, 7\) = 42$/,
    )
  })

  test('takes what is pasted as text', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const letCome = await holdBack(page, SCRIPT)
    await page.evaluate(() => {
      const html = new Blob(['<b>3 + 4</b><br>5 * 6'], { type: 'text/html' })
      const text = new Blob(['3 + 4\n5 * 6'], { type: 'text/plain' })
      const both = { 'text/html': html, 'text/plain': text }
      return navigator.clipboard.write([new ClipboardItem(both)])
    })
    const program = new Program(page, 'The first program')
    await program.text.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+v')
    await expect(program.text.locator('b, br')).toHaveCount(0)
    await program.run.click()
    letCome()
    await expect(program.output).toHaveText(
      /^add\(3, 4\) = 7\s+multiply\(5, 6\) = 30$/,
    )
  })

  test('leaves the caret where it was', async ({ page }) => {
    const program = new Program(page, 'The first program')
    await program.text.focus()
    await page.keyboard.press('ControlOrMeta+End')
    await expect(program.editor).toBeVisible()
    await page.keyboard.type('0')
    await expect(program.text).toHaveText('2 + 30')
  })

  for (const [name, width] of [
    ['The first program', 390],
    ['The first program', 1280],
    ['Change the operator', 390],
    ['Change the operator', 1280],
  ] as const) {
    test(`moves nothing of “${name}” on ${width} pixels, nor does a run`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      const program = new Program(page, name)
      await program.group.scrollIntoViewIfNeeded()
      const pieces = program.group.locator('.bar, .result, .stage-title')
      const places = () =>
        pieces.evaluateAll((all) =>
          [...all, document.body].map((piece) => {
            const { top, height } = piece.getBoundingClientRect()
            return [Math.round(top + scrollY), Math.round(height)]
          }),
        )
      const before = await places()
      await program.edit()
      expect(await places()).toEqual(before)
      await page.keyboard.type(' ')
      await expect(program.group).toHaveAttribute('data-stale')
      expect(await places()).toEqual(before)
      await program.run.click()
      await expect(program.group).toContainText('compiled in')
      expect(await places()).toEqual(before)
    })
  }
})
