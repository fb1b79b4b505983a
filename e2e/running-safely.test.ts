/**
 * Running safely: programs that never end, want all memory, call themselves
 * without end, or print a flood. The page stays smooth, and says what happened.
 */
import { readFile } from 'node:fs/promises'
import { CATEGORIES, tasksOf } from '../src/commands/main-thread.ts'
import {
  expect,
  open,
  Program,
  REFERENCE,
  test,
  type Page,
} from './fixtures.ts'

const PRINT = '@external("env", "print") declare function print(x: f64): void\n'
const ENDLESS = `export function main(): i32 {
  let turns = 0
  while (true) turns++
  return turns
}`
const ALL_MEMORY = `${PRINT}
export function main(): void {
  print(memory.grow(65535))
  for (;;) if (memory.grow(256) < 0) break
  print(memory.size())
}`
const DEEP = `function down(depth: i32): i32 {
  return depth + down(depth + 1) * 2
}
export function main(): i32 {
  return down(0)
}`
const FLOOD = `${PRINT}
export function main(): void {
  for (let i = 0; i < 1000000; i++) print(i)
}`
const WITHOUT_END =
  'export function main(): void { while (true) console.log("again and again") }'

/**
 * Milliseconds of work. A task above 50 keeps a key press or a frame waiting; ours
 * take 35 at the most, and on a core that is half as fast twice as long.
 */
const LONGEST = 100

let program: Program
test.beforeEach(async ({ page }) => {
  await open(page, REFERENCE)
  program = new Program(page, 'The smallest program')
  // Binaryen and the editor come once, and are not what is measured.
  await program.edit()
  await program.run.click()
  await expect(program.group).toContainText('compiled in')
})

/**
 * Presses Run, and waits until what came of it is drawn. It waits inside the
 * page: whoever looks for things by their roles keeps the page busy.
 */
async function runWhole(): Promise<void> {
  const button = (await program.run.elementHandle())!
  await button.evaluate(async (run) => {
    const done = new Promise<void>((resolve) => {
      const changes = new MutationObserver(() => {
        if (run.textContent === 'Run') resolve()
      })
      changes.observe(run, { childList: true })
    })
    ;(run as HTMLElement).click()
    await done
    await new Promise(requestAnimationFrame)
    await new Promise((resolve) => setTimeout(resolve))
  })
}

/**
 * The long tasks of the page's main thread while something is done, in
 * milliseconds of work. (A PerformanceObserver tells the time that passed, and on
 * two cores that four threads share, much of it belongs to others.)
 */
async function longTasks(
  page: Page,
  use: () => Promise<void>,
): Promise<number[]> {
  const browser = page.context().browser()!
  await browser.startTracing(page, { categories: CATEGORIES })
  await use()
  const tasks = tasksOf(await browser.stopTracing())
  expect(tasks.length).toBeGreaterThan(0)
  return tasks.filter((task) => task > LONGEST)
}

test('a loop without end is stopped, and the editor takes a key meanwhile', async ({
  page,
}) => {
  await program.write(ENDLESS)
  await page.keyboard.press('ControlOrMeta+End')
  const button = (await program.run.elementHandle())!
  const text = (await program.text.elementHandle())!
  const tasks = await longTasks(page, async () => {
    await button.click()
    await page.waitForFunction((run) => run.textContent === 'Stop', button)
    await text.focus()
    await page.keyboard.press('!')
    await page.waitForFunction((box) => box.textContent!.endsWith('}!'), text)
    await button.click()
    await page.waitForFunction((run) => run.textContent === 'Run', button)
  })
  expect(tasks).toEqual([])
  await expect(program.group).toContainText('Stopped.')
  await program.write('export function main(): i32 { return 6 * 7 }')
  await program.run.click()
  await expect(program.output).toHaveText('42')
})

test('a loop without end is stopped after ten seconds', async ({ page }) => {
  await program.write(ENDLESS)
  expect(await longTasks(page, runWhole)).toEqual([])
  await expect(program.group.getByRole('alert')).toContainText(
    'Stopped after 10 seconds: the program took too long.',
  )
})

test('a program that wants all memory gets what there is', async ({ page }) => {
  await program.write(ALL_MEMORY)
  expect(await longTasks(page, runWhole)).toEqual([])
  await expect(program.output).toHaveText('-1\n3841', { useInnerText: true })
})

test('a function that calls itself without end says so', async ({ page }) => {
  await program.write(DEEP)
  expect(await longTasks(page, runWhole)).toEqual([])
  await expect(program.output).toContainText(
    'The program stopped in line 2: The stack is full: too many functions wait for one another.',
  )
  await expect(program.output.locator('mark')).toHaveText(/^down\(depth \+ 1\)/)
  await expect(program.output).toContainText('down, line 2 (again and again)')
})

test('a flood of lines is shown in part, and saved whole', async ({ page }) => {
  await program.write(FLOOD)
  expect(await longTasks(page, runWhole)).toEqual([])
  await expect(program.output).toContainText('999,499 lines are left out here')
  await expect(program.output).toContainText('999999')
  const saved = page.waitForEvent('download')
  await program.group
    .getByRole('button', { name: 'Download all 1,000,000 lines' })
    .click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('the-smallest-program.txt')
  const text = await readFile(await download.path(), 'utf8')
  const lines = text.trimEnd().split('\n')
  expect(lines).toHaveLength(1_000_000)
  expect(lines[500_000]).toBe('500000')
})

test('a program that prints without end is stopped', async ({ page }) => {
  await program.write(WITHOUT_END)
  expect(await longTasks(page, runWhole)).toEqual([])
  await expect(program.output).toContainText(
    'The program stopped in line 1: It printed more than 64 MB of text.',
  )
  const whole = program.group.getByRole('button', { name: /^Download all/ })
  await expect(whole).toHaveText('Download all 4,000,000 lines')
  await program.reset.click()
  await expect(whole).toBeHidden()
})

test('a trap says its line, and how the program came there', async ({
  page,
}) => {
  const trap = new Program(page, 'The line behind never runs')
  const baked = await trap.output.innerText()
  expect(baked).toContain(
    'The program stopped in line 8: An integer is divided by zero.',
  )
  await trap.run.click()
  await expect(trap.group).toContainText('compiled in')
  await expect(trap.output).toHaveText(baked, { useInnerText: true })
  await expect(trap.output.locator('mark')).toHaveText('7 / zero')
})
