/** Staged programs on slides: shown, driven by a key press, and in step. */
import {
  CHAPTERS,
  expect,
  present,
  Program,
  slideOf,
  test,
} from './fixtures.ts'

const CHAPTER = CHAPTERS[2]!

test('a press chooses a view, and Back takes it back', async ({ page }) => {
  await present(page, `${CHAPTER}?present#parentheses-shape-the-tree`)
  const { group } = new Program(page, 'In parentheses')
  const typed = group.getByRole('tree', { name: 'Typed tree' })
  const tree = group.getByRole('tree', { name: 'Syntax tree' })
  await expect(tree.getByRole('treeitem', { name: 'group' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(typed).toBeVisible()
  await expect(tree).toBeHidden()
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('treeitem', { name: 'group' })).toBeVisible()
  await expect(typed).toBeHidden()
})

test('a press writes, the tree follows, and Back shrinks it', async ({
  page,
}) => {
  await present(page, `${CHAPTER}?present#the-loop-that-climbs/1`)
  const { group, text } = new Program(page, 'It grows as you type')
  const item = (name: string) =>
    group.getByRole('treeitem', { name, exact: true })
  await expect(item('+, binary')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(text).toHaveText('let n = 1 + 2 *')
  await expect(item('*, binary')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(item('3, number')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(item('3, number')).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(item('*, binary')).toHaveCount(0)
  await expect(text).toHaveText('let n = 1 + 2')
})

test('what is chosen in one window is seen in the other', async ({ page }) => {
  await present(page, `${CHAPTER}?present#a-tree-says-it`)
  const [speaker] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('s'),
  ])
  await expect(slideOf(speaker)).toBeVisible()
  const here = new Program(page, 'What belongs together').group
  const there = new Program(speaker, 'What belongs together').group
  await there.getByRole('tab', { name: 'Tokens' }).click()
  await expect(here.getByRole('tab', { selected: true })).toHaveText('Tokens')
  await expect(here.getByRole('tabpanel', { name: 'Tokens' })).toBeVisible()
  await here.getByRole('button', { name: 'Side by side' }).click()
  await expect(there.getByRole('region', { name: 'Types' })).toBeVisible()
  await expect(there.getByRole('region', { name: 'Text' })).toContainText(
    '(module',
  )
  await there.getByRole('button', { name: 'Form of the text' }).click()
  await expect(
    here.getByRole('button', { name: 'Form of the text' }),
  ).toHaveText('Flat')
})
