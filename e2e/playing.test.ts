/** Playing: an empty program with everything, and examples to start from. */
import { expect, open, PLAY, Program, test, type Page } from './fixtures.ts'

const NAME = 'Your program'

/** The place to play, with what is there only for some programs. */
class Place extends Program {
  readonly picture
  readonly memory
  readonly problems
  readonly tree
  readonly examples

  constructor(page: Page) {
    super(page, NAME)
    const { group } = this
    this.picture = group.getByRole('img', { name: `What “${NAME}” draws` })
    this.memory = group.getByRole('group', { name: 'Memory' })
    this.problems = group.getByRole('list', { name: 'Problems' })
    this.tree = group.getByRole('tree', { name: 'Syntax tree' })
    this.examples = group.getByRole('list', { name: 'Examples' })
  }

  async startFrom(example: string): Promise<void> {
    const name = `Start from ${example}`
    await this.group.getByRole('button', { name, exact: true }).click()
    await expect(this.group).toContainText(`${example} is there.`)
  }
}

/** What each example prints, and whether it writes to memory or draws. */
const EXAMPLES: Record<string, [says: RegExp, shows?: 'memory' | 'image']> = {
  'Numbers that grow': [/^1\s1\s2\s3\s5\s.*\s987$/s],
  'How long is the way to one?': [/^0\s1\s7\s2\s.*\s18$/s],
  'A sort, write by write': [/printed nothing/, 'memory'],
  'Primes in a sieve': [/^2\s3\s5\s7\s.*\s97$/s, 'memory'],
  Plasma: [/The program draws/, 'image'],
  'Life on a torus': [/The program draws/, 'image'],
  'A list of objects': [/^25\s16\s9\s4\s1$/],
  Words: [/A happy Wasm New Year!!!\s5$/],
  'Four multiplications at once': [/^10\s40\s90\s160$/, 'memory'],
  'A trap, four calls deep': [
    /line 5.*divisor, line 5 \(again and again\).*main/s,
  ],
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the examples can be read', async ({ page }) => {
    await page.goto(`.${PLAY}`)
    const { examples, picture, memory } = new Place(page)
    const items = examples.getByRole('listitem')
    await expect(examples.locator('summary')).toHaveText(Object.keys(EXAMPLES))
    const plasma = items.filter({ hasText: 'Plasma' })
    await expect(plasma.getByText('export function draw')).toBeHidden()
    await plasma.getByText('Plasma').click()
    await expect(plasma.getByText('export function draw')).toBeVisible()
    await expect(picture).toBeHidden()
    await expect(memory).toBeHidden()
  })
})

test('it is empty, and takes whatever one writes', async ({ page }) => {
  await open(page, PLAY)
  const { text, run, output, picture, memory, problems, tree } = new Place(page)
  await expect(text).toHaveText('')
  await expect(tree.getByRole('treeitem')).toHaveText(['program'])
  for (const part of [picture, memory, problems])
    await expect(part).toBeHidden()
  await expect(output).toHaveText('')
  await run.click()
  await expect(output).not.toHaveText('')

  const place = new Place(page)
  await place.write('export function main(): i32 { return 6 * 7 }')
  await expect(tree.getByRole('treeitem', { name: '*, binary' })).toBeVisible()
  await run.click()
  await expect(output).toHaveText('42')
  for (const part of [picture, memory, problems])
    await expect(part).toBeHidden()

  await place.write(
    'export function draw(t: f64): i32 {\n  store<u32>(memory.grow(4) << 16, 9)\n  return 65536\n}',
  )
  await run.click()
  await picture.scrollIntoViewIfNeeded()
  await expect(place.group.getByRole('figure')).toContainText('A frame takes')
  await place.write('export function main(): void { store<u8>(3, 4) }')
  await run.click()
  await expect(memory).toContainText('Write 1 of 1')
  await expect(picture).toBeHidden()

  await page.reload()
  await expect(text).toHaveText(
    'export function main(): void { store<u8>(3, 4) }',
  )
})

for (const kind of ['says', 'memory', 'image'] as const) {
  test(`each example starts from its button, and runs: ${kind}`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await open(page, PLAY)
    const place = new Place(page)
    const { problems, memory, picture } = place
    for (const [title, [says, shows = 'says']] of Object.entries(EXAMPLES)) {
      if (shows !== kind) continue
      await place.startFrom(title)
      await expect(problems).toBeHidden()
      await place.run.click()
      await expect(place.group).toContainText('compiled in')
      await expect(place.output).toHaveText(says)
      // Of an image, it is what the first frame writes.
      await expect(memory).toBeVisible({ visible: kind !== 'says' })
      await expect(picture).toBeVisible({ visible: kind === 'image' })
      if (kind !== 'image') continue
      await picture.scrollIntoViewIfNeeded()
      await expect(place.group.getByRole('figure')).toContainText(
        /A frame takes|frames a second/,
      )
    }
  })
}

test('Undo brings back what was there before an example', async ({ page }) => {
  await open(page, PLAY)
  const place = new Place(page)
  await place.write('let mine = 1')
  await place.startFrom('Words')
  await expect(place.text).toContainText('A happy Wasm New Year')
  await expect(place.text).toBeInViewport()
  await place.group.getByRole('button', { name: 'Undo reset' }).click()
  await expect(place.text).toHaveText('let mine = 1')
  await place.startFrom('Plasma')
  await place.reset.click()
  await expect(place.text).toHaveText('let mine = 1')
})

test('a link brings a program and what is chosen', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, PLAY)
  const place = new Place(page)
  await place.write('export function main(): i32 { return 7 * 8 }')
  await place.group.getByRole('tab', { name: 'Types' }).click()
  await place.group.getByRole('button', { name: 'Copy link' }).click()
  await expect(place.group).toContainText('Link copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const other = await context.browser()!.newContext()
  const page2 = await other.newPage()
  await page2.goto(link)
  const theirs = new Place(page2)
  await expect(theirs.text).toContainText('return 7 * 8')
  await expect(theirs.group).toContainText('This came with the link.')
  await expect(
    theirs.group.getByRole('treeitem', { name: '*, binary, i32' }),
  ).toBeVisible()
  await expect(theirs.output).toHaveText('')
  await theirs.run.click()
  await expect(theirs.output).toHaveText('56')
  await other.close()
})
