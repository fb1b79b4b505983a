/** Keeping: what the reader made is there tomorrow, reset, copied and taken away. */
import { readFile } from 'node:fs/promises'
import { CHAPTERS, expect, open, Program, test } from './fixtures.ts'

test.beforeEach(({ page }) => open(page, CHAPTERS[0]!))

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

test('is Reset to the original, and Reset can be undone', async ({ page }) => {
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
  await expect(program.text).toHaveText('7 - 9')
  const twin = new Program(page, 'The same line, lid open')
  await expect(twin.text).toHaveText('2 + 3')
})

test('is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const program = new Program(page, 'The first program')
  await program.write('7 - 9')
  await program.group.getByRole('button', { name: 'Copy', exact: true }).click()
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
