/** Running: programs are changed, run, kept and taken away, by key and mouse. */
import { readFile } from 'node:fs/promises'
import {
  at,
  CHAPTERS,
  expect,
  open,
  Program,
  promised,
  test,
  type Page,
} from './fixtures.ts'

const [CHAPTER, TOKENS] = CHAPTERS as [string, string]

/** Holds an island's script back. @returns what lets it come. */
async function holdBack(page: Page): Promise<() => void> {
  const held = promised()
  await page.route('**/runnable-program-*.js', async (route) => {
    await held.promise
    await route.continue()
  })
  return held.keep
}

test.beforeEach(({ page }) => open(page, CHAPTER))

test.describe('a program', () => {
  test('is changed and run with the mouse', async ({ page }) => {
    const program = new Program(page, 'The first program')
    await expect(program.output).toHaveText('add(2, 3) = 5')
    await program.write('41 + 16')
    await program.run.click()
    await expect(program.output).toHaveText('add(41, 16) = 57')
    await expect(program.group).toContainText(/compiled in [\d.]+ ms/)
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

  test('shows its module, before and after optimising', async ({ page }) => {
    const program = new Program(page, 'The same line, lid open')
    await program.write('2 * 3')
    await program.run.click()
    const written = program.group.getByRole('group', { name: 'As written' })
    const optimised = program.group.getByRole('group', { name: 'Optimised' })
    await expect(written).toContainText('(i32.mul')
    await expect(written).toContainText('$deadcode')
    await expect(optimised).toContainText('(i32.mul')
    await expect(optimised).not.toContainText('$deadcode')
  })

  test('reuses a function, and says so', async ({ page }) => {
    const program = new Program(page, 'The first program')
    await program.write('2 + 3\n\n41 + 16')
    await program.run.click()
    await expect(program.output).toContainText('add(41, 16) = 57')
    await expect(program.output).toContainText(
      'Line 3 makes no new function: add is there already',
    )
  })

  test('divides by zero as WebAssembly does', async ({ page }) => {
    const program = new Program(page, 'The first program')
    await program.write('1 / 0\n-1 / 0\n0 / 0')
    await program.run.click()
    await expect(program.output).toContainText('divide(1, 0) = Infinity')
    await expect(program.output).toContainText('divide(-1, 0) = -Infinity')
    await expect(program.output).toContainText('divide(0, 0) = NaN')
  })

  test('names each line that is no operation, and underlines it', async ({
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
  })

  test('may be empty', async ({ page }) => {
    const program = new Program(page, 'Before and after')
    await program.write('')
    await program.run.click()
    await expect(program.output).toHaveText(/the program is empty/)
    await expect(
      program.group.getByRole('group', { name: 'Optimised' }),
    ).toHaveText(/\(module\s*\)/)
  })

  test('may have 10,000 lines', async ({ page }) => {
    const program = new Program(page, 'The first program')
    const lines = Array.from({ length: 10_000 }, (_, n) => `${n} + 1`)
    await program.text.fill('')
    await program.text.fill(lines.join('\n'))
    await program.run.click()
    await expect(program.output).toContainText('add(9999, 1) = 10000')
    await expect(program.output).toContainText('9,000 lines are left out here')
  })
})

test.describe('the first touch', () => {
  test('loses no press and no key while the script loads', async ({ page }) => {
    const letCome = await holdBack(page)
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
    const letCome = await holdBack(page)
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
    ['Two sums', 390],
    ['Two sums', 1280],
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

test.describe('what the reader made', () => {
  test('is there after a reload, and its old result is dimmed', async ({
    page,
  }) => {
    const program = new Program(page, 'The first program')
    await program.write('7 - 9')
    await program.run.click()
    await expect(program.output).toHaveText('subtract(7, 9) = -2')
    await page.reload()
    await expect(program.text).toHaveText('7 - 9')
    await expect(program.group).toHaveAttribute('data-stale')
    await expect(program.output).toHaveText('add(2, 3) = 5')
    await program.run.click()
    await expect(program.output).toHaveText('subtract(7, 9) = -2')
    await expect(program.group).not.toHaveAttribute('data-stale')
  })

  test('is Reset to the original, and Reset can be undone', async ({
    page,
  }) => {
    const program = new Program(page, 'The first program')
    await program.write('7 - 9')
    await program.reset.click()
    await expect(program.text).toHaveText('2 + 3')
    await expect(program.reset).toHaveText('Undo reset')
    await program.reset.click()
    await expect(program.text).toHaveText('7 - 9')
    await program.reset.click()
    await page.reload()
    await expect(program.text).toHaveText('2 + 3')
    await expect(program.group).not.toHaveAttribute('data-stale')
  })

  test('belongs to one program, and not to its twin', async ({ page }) => {
    const program = new Program(page, 'The first program')
    await program.write('7 - 9')
    await page.reload()
    const twin = new Program(page, 'The same line, lid open')
    await expect(twin.text).toHaveText('2 + 3')
  })

  test('is copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const program = new Program(page, 'The first program')
    await program.write('7 - 9')
    await program.group.getByRole('button', { name: 'Copy' }).click()
    await expect(program.group).toContainText('Copied.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '7 - 9',
    )
  })

  test('is taken away as .wasm and .wat', async ({ page }) => {
    const program = new Program(page, 'To take away')
    const save = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        program.group.getByRole('button', { name }).click(),
      ])
      return { name: download.suggestedFilename(), path: await download.path() }
    }
    const wasm = await save('Download .wasm')
    expect(wasm.name).toBe('to-take-away.wasm')
    const { instance } = await WebAssembly.instantiate(
      new Uint8Array(await readFile(wasm.path)),
    )
    const multiply = instance.exports['multiply'] as (
      a: number,
      b: number,
    ) => number
    expect(multiply(12, 12)).toBe(144)

    const wat = await save('Download .wat')
    expect(wat.name).toBe('to-take-away.wat')
    expect(await readFile(wat.path, 'utf8')).toContain('(export "multiply"')
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
    const held = promised()
    await page.route('**/*.wasm', async (route) => {
      await held.promise
      await route.continue()
    })
    const first = new Program(page, 'The first program')
    await first.write('1 + 1')
    expect(binaries).toEqual([])
    await first.run.click()
    await expect(first.stop).toBeVisible()
    held.keep()
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

  test('is stopped while it loads, and comes at the next run', async ({
    page,
  }) => {
    const held = promised()
    await page.route('**/*.wasm', async (route) => {
      await held.promise
      await route.abort().catch(() => {})
    })
    const program = new Program(page, 'The first program')
    await program.run.click()
    await program.stop.click()
    await expect(program.group).toContainText('Stopped.')
    await expect(program.run).toBeEnabled()
    await expect(program.output).toHaveText('add(2, 3) = 5')
    held.keep()
    await page.unroute('**/*.wasm')
    await program.run.click()
    await expect(program.group).toContainText('compiled in')
  })

  test('lets a waiting program be stopped, too', async ({ page }) => {
    await page.route('**/*.wasm', () => {})
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
  })
})

test.describe('tokens', () => {
  test.beforeEach(({ page }) => open(page, TOKENS))

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
    await page.goto(at(TOKENS))
    await expect(view.text).toHaveText('kept = 1')
    await view.group.hover()
    await expect(
      view.group.getByRole('list', { name: 'Tokens' }).getByRole('listitem'),
    ).toHaveText(['keptname', '=equals', '1number'])
    await view.group.getByRole('button', { name: 'kept name' }).hover()
    await expect(view.text.locator('.lit')).toHaveText('kept')
  })
})
