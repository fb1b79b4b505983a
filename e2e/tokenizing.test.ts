/** Text in tokens: cut while one types, and put together step by step. */
import { expect, open, test, type Locator, type Page } from './fixtures.ts'

const STORY = '/inference/a-bedtime-story-in-this-page/'

/** A card that cuts text, as a reader finds it. */
class Text {
  readonly group: Locator
  readonly box: Locator
  readonly tokens: Locator
  readonly joining: Locator

  constructor(page: Page, name = 'A sentence in tokens') {
    this.group = page.getByRole('group', { name, exact: true })
    this.box = this.group.getByRole('textbox', { name: 'Text' })
    this.tokens = this.group.getByRole('list', { name: 'Tokens' })
    this.joining = this.group.getByRole('table')
  }

  token(name: string | RegExp): Locator {
    return this.tokens.getByRole('button', { name }).first()
  }
}

test('tokens are there before a script, and the same when it lives', async ({
  page,
}) => {
  await open(page, STORY)
  const text = new Text(page)
  const before = await text.tokens.textContent()
  const joined = await text.joining.textContent()
  const original = await text.box.inputValue()
  await text.box.fill('a')
  await expect(text.tokens.getByRole('listitem')).toHaveCount(1)
  await text.box.fill(original)
  await expect(text.tokens).toHaveText(before!)
  await text.token(/^·lantern/).click()
  await expect(text.joining).toHaveText(joined!)
})

test('typing cuts at once, and shows the word that is typed', async ({
  page,
}) => {
  await open(page, STORY)
  const text = new Text(page)
  await text.box.fill('The kite')
  await expect(text.token('·kite 795')).toHaveAttribute('aria-pressed', 'true')
  await expect(text.joining).toHaveAccessibleName(/^·kite comes together in/)
  await expect(text.group).toContainText('8 characters, 2 tokens: 4.0')
  await text.box.press('Home')
  await expect(text.joining).toHaveAccessibleName(/^·The/)
})

test('what is no piece becomes bytes, a line end has its token', async ({
  page,
}) => {
  await open(page, STORY)
  const text = new Text(page)
  await text.box.fill('\u{1f387}\n\u{fc}')
  await expect(text.tokens.getByRole('button')).toHaveText([
    '· 1279',
    'F0 243',
    '9F 162',
    '8E 145',
    '87 138',
    '↵ 13',
    'C3 198',
    'BC 191',
  ])
  await expect(text.group).toContainText('6 tokens are single bytes')
})

test('nothing has no tokens, and too much is cut to its start', async ({
  page,
}) => {
  await open(page, STORY)
  const text = new Text(page)
  await text.box.fill('')
  await expect(text.group).toContainText('No text, no tokens.')
  await expect(text.joining).toHaveCount(0)
  await text.box.fill('the'.repeat(50_000))
  await expect(text.group).toContainText('the first 10,000 characters are cut')
  await expect(text.group).toContainText('of 10,001 characters')
})

test('a press before the script is there chooses its word', async ({
  page,
}) => {
  await open(page, STORY)
  const text = new Text(page)
  await text.token(/^·the/).dispatchEvent('click')
  await expect(text.joining).toHaveAccessibleName(/^·the comes together/)
})

test('arrow keys walk along the tokens', async ({ page }) => {
  await open(page, STORY)
  const text = new Text(page)
  const [first, second] = await text.tokens.getByRole('button').all()
  await text.token(/^·the/).click()
  await expect(text.joining).toHaveAccessibleName(/^·the comes/)
  await first!.focus()
  await page.keyboard.press('ArrowRight')
  await expect(second!).toBeFocused()
})

test('the text is there after a reload, Reset takes it away and gives it back', async ({
  page,
}) => {
  await open(page, STORY)
  const text = new Text(page)
  const original = await text.box.inputValue()
  await text.box.fill('Mine')
  await expect(text.joining).toHaveAccessibleName(/^·Mine/)
  await page.reload()
  await expect(text.box).toHaveValue('Mine')
  await expect(text.joining).toHaveAccessibleName(/^·Mine/)
  await text.group.getByRole('button', { name: 'Reset' }).click()
  await expect(text.box).toHaveValue(original)
  await text.group.getByRole('button', { name: 'Undo reset' }).click()
  await expect(text.box).toHaveValue('Mine')
})
