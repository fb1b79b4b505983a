/** Running: programs are changed and run, by key and mouse, and stopped. */
import {
  CHAPTERS,
  expect,
  holdBack,
  open,
  Program,
  promised,
  test,
} from './fixtures.ts'

test.beforeEach(({ page }) => open(page, CHAPTERS[0]!))

test.describe('a program', () => {
  test('is changed and run with the mouse, and again, and again', async ({
    page,
  }) => {
    const program = new Program(page, 'The first program')
    await expect(program.output).toHaveText('add(2, 3) = 5')
    await program.write('41 + 16')
    await program.run.click()
    await expect(program.output).toHaveText('add(41, 16) = 57')
    await expect(program.group).toContainText(/compiled in [\d.]+ ms/)

    await test.step('it reuses a function, and says so', async () => {
      await program.write('2 + 3\n\n41 + 16')
      await program.run.click()
      await expect(program.output).toContainText('add(41, 16) = 57')
      await expect(program.output).toContainText(
        'Line 3 makes no new function: add is there already',
      )
    })

    await test.step('it divides by zero as WebAssembly does', async () => {
      await program.write('1 / 0\n-1 / 0\n0 / 0')
      await program.run.click()
      await expect(program.output).toContainText('divide(1, 0) = Infinity')
      await expect(program.output).toContainText('divide(-1, 0) = -Infinity')
      await expect(program.output).toContainText('divide(0, 0) = NaN')
    })

    await test.step('it may have 10,000 lines', async () => {
      const lines = Array.from({ length: 10_000 }, (_, n) => `${n} + 1`)
      await program.text.fill('')
      await program.text.fill(lines.join('\n'))
      await program.run.click()
      await expect(program.output).toContainText('add(9999, 1) = 10000')
      await expect(program.output).toContainText(
        '9,499 lines are left out here',
      )
    })
  })

  test('is changed and run with the keyboard alone', async ({ page }) => {
    const program = new Program(page, 'The first program')
    const skip = page.getByRole('link', { name: 'Skip to the text' })
    await page.keyboard.press('Tab')
    await expect(skip).toBeFocused()
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab')
        return page.evaluate(
          () => document.activeElement!.closest('[role=group]')?.ariaLabel,
        )
      })
      .toBe('The first program')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('6 * 7')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(program.output).toHaveText('multiply(6, 7) = 42')
    await expect(program.text).toHaveText('6 * 7')
  })

  test('shows its module, before and after optimising, and of an empty one', async ({
    page,
  }) => {
    const program = new Program(page, 'The same line, lid open')
    await program.write('2 * 3')
    await program.run.click()
    const written = program.group.getByRole('group', { name: 'As written' })
    const optimised = program.group.getByRole('group', { name: 'Optimised' })
    await expect(written).toContainText('(i32.mul')
    await expect(written).toContainText('$deadcode')
    await expect(optimised).toContainText('(i32.mul')
    await expect(optimised).not.toContainText('$deadcode')

    const empty = new Program(page, 'Before and after')
    await empty.write('')
    await empty.run.click()
    await expect(empty.output).toHaveText(/the program is empty/)
    await expect(
      empty.group.getByRole('group', { name: 'Optimised' }),
    ).toHaveText(/\(module\s*\)/)
  })

  test('names each line that is no operation, underlines it, and saves nothing', async ({
    page,
  }) => {
    const program = new Program(page, 'Break me')
    await program.write('twenty + 22\n1 + 1\n6 x 7')
    await expect(program.group.locator('.cm-lintRange-error')).toHaveCount(2)
    await program.run.click()
    await expect(program.output).toContainText(
      'Line 1 is no operation: “twenty + 22”.',
    )
    await expect(program.output).toContainText(
      'Line 3 is no operation: “6 x 7”.',
    )
    await expect(program.output).not.toContainText('add(')
    await expect(program.group).toContainText('Nothing was run.')
    await program.group.getByRole('button', { name: 'Download .wasm' }).click()
    await expect(program.group).toContainText(
      'Not saved: Line 1 is no operation',
    )
  })
})

test.describe('Binaryen', () => {
  test('comes with the first run, with progress, and only once', async ({
    page,
  }) => {
    const binaries: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('.wasm')) binaries.push(request.url())
    })
    const letCome = await holdBack(page, '**/*.wasm')
    const first = new Program(page, 'The first program')
    await first.write('1 + 1')
    expect(binaries).toEqual([])
    await first.run.click()
    await expect(first.stop).toBeVisible()
    letCome()
    const bar = first.group.getByRole('progressbar')
    await expect(bar.or(first.output.getByText('= 2'))).toBeVisible()
    await expect(first.output).toHaveText('add(1, 1) = 2')
    await expect(bar).toBeHidden()
    const second = new Program(page, 'All four')
    await second.run.click()
    await expect(second.group).toContainText('compiled in')
    expect(binaries).toHaveLength(1)
    expect(binaries[0]).toMatch(/\/assets\/binaryen-[A-Z0-9]{8}\.wasm$/)
  })

  test('is stopped while it loads, by each that waits, and comes at the next run', async ({
    page,
  }) => {
    const held = promised()
    await page.route('**/*.wasm', async (route) => {
      await held.promise
      await route.abort().catch(() => {})
    })
    const first = new Program(page, 'The first program')
    const second = new Program(page, 'All four')
    await first.run.click()
    await expect(first.stop).toBeVisible()
    await second.run.click()
    await second.stop.click()
    await expect(second.group).toContainText('Stopped.')
    await expect(first.stop).toBeVisible()
    await first.stop.click()
    await expect(first.group).toContainText('Stopped.')
    await expect(first.run).toBeEnabled()
    await expect(first.output).toHaveText('add(2, 3) = 5')
    held.keep()
    await page.unroute('**/*.wasm')
    await first.run.click()
    await expect(first.group).toContainText('compiled in')
  })
})
