/** A browser without WebAssembly; the switch holds for a whole browser. */
import { chromiumArguments } from '../src/commands/chromium.ts'
import { CHAPTERS, expect, open, Program, test } from './fixtures.ts'

test.use({
  launchOptions: {
    executablePath: process.env['CHROMIUM']!,
    args: [...chromiumArguments, '--js-flags=--jitless'],
  },
})

test('says so, and keeps the baked result and the text', async ({ page }) => {
  await open(page, CHAPTERS[0]!)
  expect(await page.evaluate('typeof WebAssembly')).toBe('undefined')
  const program = new Program(page, 'The first program')
  await program.write('20 + 22')
  await program.run.click()
  await expect(program.group.getByRole('alert')).toContainText(
    'This browser has no WebAssembly',
  )
  await expect(program.output).toHaveText('add(2, 3) = 5')
  await expect(program.text).toHaveText('20 + 22')
})
