/** Referring: the language on one page, where every program runs. */
import { expect, open, Program, REFERENCE, test } from './fixtures.ts'

test.beforeEach(({ page }) => open(page, REFERENCE))

test('every program gives in the page what it gave in the build', async ({
  page,
}) => {
  const cards = page.getByRole('group').filter({
    has: page.getByRole('button', { name: 'Run', exact: true }),
  })
  const names = await cards.evaluateAll((all) =>
    all.map(({ ariaLabel }) => ariaLabel!),
  )
  expect(names.length).toBeGreaterThan(8)
  for (const name of names) {
    const program = new Program(page, name)
    const baked = await program.output.innerText()
    await program.run.click()
    await expect(program.group).toContainText(/compiled in [\d.]+ ms/)
    await expect(program.output).toHaveText(baked, { useInnerText: true })
  }
})

test('a program is changed, and may be wrong', async ({ page }) => {
  const program = new Program(page, 'The smallest program')
  await program.write('export function main(): i64 { return 2 ** 40 }')
  await program.run.click()
  await expect(program.output).toHaveText('1099511627776')
  await program.write('export function main(): i64 { return 2 ** 40.5 }')
  await program.run.click()
  await expect(program.output).toHaveText(
    '** does not take i64 and f64. Convert to a signed integer: i32(…) or i64(…).',
  )
  await program.write('export function main(): i64 { return retrun }')
  await program.run.click()
  await expect(program.output).toContainText('There is no variable “retrun”')
})

test('a program may use objects, strings and the page’s own mathematics', async ({
  page,
}) => {
  const program = new Program(page, 'The smallest program')
  await program.write(`
@external("Math", "hypot") declare function hypot(x: f64, y: f64): f64
class Point {
  x: f64; y: f64
  constructor(x: f64, y: f64) { this.x = x; this.y = y }
  length(): f64 { return hypot(this.x, this.y) }
}
export function main(): f64 {
  const name = "po" + "int"
  console.log(name)
  return new Point(3, 4).length()
}`)
  await program.run.click()
  await expect(program.output).toHaveText('point\n5', { useInnerText: true })
})

test('the tables say what came of their examples', async ({ page }) => {
  const operators = page.getByRole('group', { name: 'Operators' })
  const rows = operators.getByRole('row')
  await expect(rows.filter({ hasText: '-7 / 2' })).toContainText('→ -3')
  const builtins = page.getByRole('group', { name: 'Builtins' })
  await expect(
    builtins.getByRole('row').filter({ hasText: 'reinterpret<u32>(1.0)' }),
  ).toContainText('→ 1065353216')
  await expect(page.getByText('Did you mean count?')).toBeVisible()
})

test('a link to an error leads to what it means', async ({ page }) => {
  await page.goto(`.${REFERENCE}#side-effects`)
  await expect(page.locator('#side-effects')).toBeInViewport()
})
