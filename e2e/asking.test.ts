/** Asking: predictions, questions on why, exercises; answered, skipped, kept. */
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

const [ONE, TWO] = CHAPTERS as [string, string]

/** A card that asks: what is asked, and what it says of the answer. */
function ask(page: Page, name: string) {
  const { group, output, run } = new Program(page, name)
  return {
    group,
    output,
    run,
    radios: group.getByRole('radiogroup'),
    answer: (words: RegExp) => group.getByRole('radio', { name: words }),
    skip: group.getByRole('button', { name: 'Skip' }),
    whys: group.getByRole('definition'),
  }
}

/** A card with an exercise: what is checked, and what helps. */
function exercise(page: Page, name: string) {
  const program = new Program(page, name)
  const { group } = program
  const named = (button: string) =>
    group.getByRole('button', { name: button, exact: true })
  return {
    program,
    group,
    check: named('Check'),
    hint: group.getByRole('button', { name: /hint/i }),
    solution: named('Solution'),
    result: group.getByRole('status', { name: 'Result' }),
    hints: group.getByRole('list', { name: 'Hints' }).getByRole('listitem'),
    difference: group.getByLabel('The difference to the solution'),
  }
}

test.describe('a prediction', () => {
  test.beforeEach(({ page }) => open(page, `${ONE}#dividing-by-zero`))

  test('covers the result until a run reveals both, or Skip, by keyboard alone', async ({
    page,
  }) => {
    const asked = ask(page, 'By zero')
    await expect(asked.radios).toHaveAccessibleName(/zero divided by zero/)
    await expect(asked.output).toHaveCount(0)
    await expect(asked.whys).toHaveCount(0)
    await asked.answer(/The run stops/).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(asked.answer(/= NaN/)).toBeChecked()
    await expect(asked.group).toContainText('Now run it, and see.')
    await expect(asked.output).toHaveCount(0)
    await asked.run.focus()
    await page.keyboard.press('Enter')
    await expect(asked.output).toContainText('divide(0, 0) = NaN')
    await expect(asked.group).toContainText('Right.')
    await expect(asked.whys).toHaveText([/No number is the answer/])
    await asked.group.getByRole('button', { name: 'Reset' }).click()
    await expect(asked.output).toHaveCount(0)
    await asked.skip.focus()
    await page.keyboard.press('Enter')
    await expect(asked.output).toContainText('divide(0, 0) = NaN')
    await expect(asked.whys).toHaveText([/No number is the answer/])
    await expect(asked.group).not.toContainText('Right.')
    await expect(asked.group.locator('.whys')).toBeFocused()
  })

  test('says why a wrong answer is wrong, is kept with it, and Reset asks again', async ({
    page,
  }) => {
    const asked = ask(page, 'By zero')
    await asked.answer(/The run stops/).check()
    await asked.run.click()
    await expect(asked.group).toContainText('Not this time.')
    await expect(asked.whys).toHaveText([
      /That is what integers do/,
      /No number is the answer/,
    ])
    await asked.answer(/= 0$/).check()
    await expect(asked.whys).toHaveText([
      /Zero times anything is zero/,
      /No number is the answer/,
    ])
    await page.reload()
    await expect(asked.output).toContainText('divide(0, 0) = NaN')
    await expect(asked.answer(/= 0$/)).toBeChecked()
    await expect(asked.whys).toHaveCount(2)
    await asked.group.getByRole('button', { name: 'Reset' }).click()
    await expect(asked.output).toHaveCount(0)
    await expect(asked.answer(/= 0$/)).not.toBeChecked()
    await page.reload()
    await expect(asked.skip).toBeVisible()
    await expect(asked.output).toHaveCount(0)
  })
})

test('on tokens, an answer reveals them, and an exercise needs no Binaryen', async ({
  page,
}) => {
  const binaries: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) binaries.push(request.url())
  })
  await open(page, `${TWO}#the-longest-operator-wins`)
  const asked = ask(page, 'Five signs in a row')
  const tokens = asked.group.getByRole('list', { name: 'Tokens' })
  await expect(tokens.getByRole('listitem')).toHaveCount(0)
  await expect(asked.group.getByText('5 tokens')).toBeHidden()
  await asked.answer(/The longest first/).check()
  await expect(tokens.getByRole('listitem')).toHaveCount(5)
  await expect(asked.group).toContainText('Right.')
  const { program, group, check, result } = exercise(
    page,
    'Make it mean something',
  )
  await check.click()
  await expect(result).toContainText('Came: name plusPlus plusPlus plus name.')
  await program.write('a++ + ++b')
  await check.click()
  await expect(group).toContainText('Solved: every check passes.')
  expect(binaries).toEqual([])
})

test('a question on why explains each answer at once', async ({ page }) => {
  await open(page, `${ONE}#a-function-that-nobody-calls`)
  const asked = ask(page, 'Why?')
  const group = page
    .getByRole('group', { name: 'Why?' })
    .filter({ hasText: 'keep your function' })
  await expect(asked.radios.first()).toBeVisible()
  await group.getByRole('radio', { name: /without parameters/ }).check()
  await expect(group).toContainText('Not this time.')
  await expect(group.getByRole('definition')).toHaveText([
    /It is exported/,
    /Parameters make no difference/,
  ])
  await group.getByRole('radio', { name: /Somebody outside/ }).check()
  await expect(group).toContainText('Right.')
  await page.reload()
  await expect(
    group.getByRole('radio', { name: /Somebody outside/ }),
  ).toBeChecked()
  await expect(group.getByRole('definition')).toHaveText([/It is exported/])
})

test.describe('an exercise', () => {
  const NAME = 'Three lines, two functions'
  test.beforeEach(({ page }) =>
    open(page, `${ONE}#the-numbers-are-thrown-away`),
  )

  test('says what was expected and what came, until it is solved, by key too', async ({
    page,
  }) => {
    const { program, group, check, result } = exercise(page, NAME)
    await expect(result).toContainText('3 lines')
    await check.click()
    await expect(result).toContainText('expected: 3 lines. Came: 2 lines.')
    await expect(result).toContainText('Came: 1 function: add.')
    await expect(group).toContainText('1 of 3 checks pass.')
    await program.write('2 + 3\ntwo times three')
    await check.click()
    await expect(result).toContainText(
      'Came: Line 2 is no operation: “two times three”.',
    )
    await program.write('2 + 3\n9 - 4\n7 - 2')
    await expect(group).toHaveAttribute('data-stale')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(group).toContainText('Solved: every check passes.')
    await expect(group.locator('.card-title')).toContainText('Solved')
    await expect(result).not.toContainText('Came')
    await page.reload()
    await expect(program.text).toHaveText(/9 - 4/)
    await expect(group.locator('.card-title')).toContainText('Solved')
  })

  test('gives hints one by one, and goes back to its start, and from there to what was', async ({
    page,
  }) => {
    const { program, group, check, hint, hints, result } = exercise(page, NAME)
    await expect(hints).toHaveCount(0)
    await program.write('1 + 1')
    await hint.click()
    await expect(hints).toHaveText([/An operator makes a function/])
    await check.click()
    await expect(result).toContainText('Came')
    await program.reset.click()
    await expect(program.text).toHaveText(/2 \+ 3\s*41 \+ 16/)
    await expect(hints).toHaveCount(0)
    await expect(result).not.toContainText('Came')
    await program.reset.click()
    await expect(program.text).toHaveText('1 + 1')
    await expect(hints).toHaveCount(1)
    await expect(group).not.toHaveAttribute('data-passed')
    await hint.click()
    await expect(hints).toHaveCount(2)
    await expect(hint).toBeDisabled()
    await page.reload()
    await expect(hints).toHaveCount(2)
  })

  test('shows the solution as the difference to what is there, and only when asked', async ({
    page,
  }) => {
    const { program, check, hint, solution, difference } = exercise(page, NAME)
    await program.write('2 + 3\n8 / 2')
    await check.click()
    await hint.click()
    await expect(difference).toBeHidden()
    await solution.click()
    await expect(difference.getByRole('deletion')).toHaveText('8 / 2')
    await expect(difference.getByRole('insertion')).toHaveText([
      '41 + 16',
      '6 * 7',
    ])
    await program.append('\n6 * 7')
    await expect(difference.getByRole('insertion')).toHaveText(['41 + 16'])
    await page.reload()
    await expect(program.text).toHaveText(/8 \/ 2/)
    await expect(difference).toBeHidden()
    await solution.click()
    await solution.click()
    await expect(difference).toBeHidden()
  })

  test('survives a program that never ends, is stopped while it loads, and checks again', async ({
    page,
  }) => {
    await page.clock.install()
    const { program, group, check, result } = exercise(page, NAME)
    await program.write('1 + 1\n1 * 1\n2 * 2')
    await page.route('**/workshop.worker-*.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `addEventListener('message', () => {
          postMessage({ kind: 'ready' })
          for (;;);
        })`,
      }),
    )
    await check.click()
    await expect(group).toContainText('Running …')
    await page.clock.fastForward(10_000)
    await expect(group.getByRole('alert')).toContainText(
      'Stopped after 10 seconds',
    )
    await expect(result).not.toContainText('Came')
    await expect(program.text).toHaveText(/1 \* 1/)
    await page.unrouteAll()
    const held = promised()
    await page.route('**/*.wasm', async (route) => {
      await held.promise
      await route.abort().catch(() => {})
    })
    await check.click()
    await program.stop.click()
    await expect(group).toContainText('Stopped.')
    held.keep()
    await page.unroute('**/*.wasm')
    await check.click()
    await expect(group).toContainText('Solved: every check passes.')
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('questions read as question, answers and explanations', async ({
    page,
  }) => {
    await page.goto(at(`${ONE}#dividing-by-zero`))
    const asked = ask(page, 'By zero')
    await expect(asked.group).toContainText('What becomes of zero divided')
    await expect(asked.output).toContainText('divide(0, 0) = NaN')
    await expect(asked.group.getByRole('radio')).toHaveCount(0)
    await expect(asked.skip).toHaveCount(0)
    await expect(asked.group.getByText('= NaN').first()).toBeVisible()
    await expect(asked.whys).toHaveCount(0)
    await asked.group.getByText('The answer', { exact: true }).click()
    await expect(asked.whys).toHaveCount(3)
  })

  test('exercises read with checks, and hints and solution folded', async ({
    page,
  }) => {
    await page.goto(at(`${ONE}#the-numbers-are-thrown-away`))
    const group = page.getByRole('group', {
      name: 'Three lines, two functions',
    })
    await expect(group).toContainText('3 lines')
    await expect(group.getByRole('button')).toHaveCount(0)
    const difference = group.getByLabel('The difference to the solution')
    await expect(difference).toBeHidden()
    await group.locator('summary', { hasText: 'Solution' }).click()
    await expect(difference.getByRole('insertion')).toHaveText('6 * 7')
    await group.locator('summary', { hasText: 'Hints' }).click()
    await expect(group.getByText('So you need two operators')).toBeVisible()
  })
})
