/**
 * What is kept of models: shown, checked, deleted and asked for, and how quick the
 * stores of the browser are. The models are made up, and stored as WebLLM does it.
 */
import {
  expect,
  holdBack,
  open,
  present,
  slideOf,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'
import { keep, keptIn, OWN, PARTIAL, WHOLE } from './stored-models.ts'

const CHAPTER = '/inference/keeping-gigabytes/'

const SMOL = /^SmolLM2 360M/
const LLAMA = /^Llama 2 7B chat/

class Storage {
  readonly group: Locator
  readonly look: Locator
  readonly stored: Locator
  readonly trouble: Locator

  constructor(page: Page) {
    this.group = page.getByRole('group', { name: 'Stored in this browser' })
    this.look = this.button('Look')
    this.stored = this.group.getByRole('group', { name: 'Stored', exact: true })
    this.trouble = this.group.getByRole('alert')
  }

  button(name: string | RegExp): Locator {
    return this.group.getByRole('button', { name, exact: true })
  }

  row(name: RegExp): Locator {
    return this.stored.getByRole('row', { name })
  }
}

/** A page with models stored, and the table of them. */
async function look(
  page: Page,
  models = [WHOLE, PARTIAL, OWN],
): Promise<Storage> {
  await open(page, CHAPTER)
  await keep(page, ...models)
  const storage = new Storage(page)
  await storage.look.click()
  await expect(storage.group).toContainText('Up to date.')
  return storage
}

test('where nothing is stored, that is said, with the room there is', async ({
  page,
}) => {
  const storage = await look(page, [])
  await expect(storage.stored).toContainText('Nothing is stored of any model.')
  await expect(storage.stored).toContainText(
    / of [\d.]+ GB are taken, [\d.]+ GB are left/,
  )
  await expect(storage.stored.getByRole('table')).toHaveCount(0)
  await expect(storage.button('Delete all')).toHaveCount(0)
  // Looking has made no cache.
  expect(await page.evaluate(() => caches.keys())).toEqual([])
})

test('models whole, partial and of one’s own', async ({ page }) => {
  const storage = await look(page)
  await expect(storage.row(SMOL)).toContainText('Complete: 3 shards.')
  await expect(storage.row(SMOL)).toContainText(
    'from huggingface.co, since 14 January 2024',
  )
  await expect(storage.row(LLAMA)).toContainText(
    'Partial: 2 of 5 shards, and 300 KB to come.',
  )
  await expect(storage.row(/^My model/)).toContainText('from models.example')
  await expect(storage.row(/^My model/)).toContainText('Complete: 1 shard.')
})

test('one is deleted, asked for in its place, and by keys', async ({
  page,
}) => {
  const storage = await look(page)
  const remove = storage.button('Delete Llama 2 7B chat, q4f16_1')
  await remove.focus()
  await page.keyboard.press('Enter')
  await expect(storage.row(LLAMA)).toContainText(/Delete 2\d\d KB\?/)
  await expect(storage.button('Delete for good')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(remove).toBeFocused()
  const before = await keptIn(page)
  expect(before.filter((url) => url.includes('Llama'))).toHaveLength(5)
  await page.keyboard.press('Enter')
  await expect(storage.button('Delete for good')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(storage.group).toContainText(/Llama 2 7B chat.* is deleted: 2/)
  await expect(storage.row(LLAMA)).toHaveCount(0)
  expect(await keptIn(page)).toEqual(
    before.filter((url) => !url.includes('Llama')),
  )
  await expect(storage.button(/^Delete My model/)).toBeFocused()
})

test('all of them are deleted, and nothing of other caches', async ({
  page,
}) => {
  const storage = await look(page)
  await page.evaluate(() => caches.open('of-the-reader'))
  await storage.button('Delete all').click()
  await expect(storage.stored).toContainText(/Delete all \d+ KB\?/)
  await storage.button('Keep').click()
  await expect(storage.row(SMOL)).toBeVisible()
  await storage.button('Delete all').click()
  await storage.button('Delete for good').click()
  await expect(storage.stored).toContainText('Nothing is stored of any model.')
  expect(await page.evaluate(() => caches.keys())).toEqual(['of-the-reader'])
})

test('a check finds the shard that is broken, and has it fetched again', async ({
  page,
}) => {
  const storage = await look(page)
  await storage.button('Check SmolLM2 360M Instruct, q4f32_1').click()
  await expect(storage.row(SMOL)).toContainText(
    '1 shard has other bytes than the list says: params_shard_1.bin. 2 shards are byte for byte',
  )
  await storage.button('Check My model').click()
  await expect(storage.row(/^My model/)).toContainText(
    '1 shard is byte for byte what the list says.',
  )
  await storage.button('Delete what is broken').click()
  await expect(storage.row(SMOL)).toContainText(
    'Partial: 2 of 3 shards, and 100 KB to come.',
  )
  const kept = await keptIn(page)
  expect(kept).toContain(`${WHOLE.folder}params_shard_0.bin`)
  expect(kept).not.toContain(`${WHOLE.folder}params_shard_1.bin`)
})

test('a check can be stopped', async ({ page }) => {
  const storage = await look(page)
  const letCome = await holdBack(page, /webllm-checking\.worker[^/]*\.js$/)
  await storage.button('Check My model').click()
  await storage.button('Stop').click()
  await expect(storage.group).toContainText('Stopped.')
  await expect(storage.look).toBeEnabled()
  letCome()
})

test('a browser that does not agree to keep all of it is quoted', async ({
  page,
}) => {
  const storage = await look(page)
  await storage.button('Ask it to keep all').click()
  await expect(storage.group).toContainText('The browser did not agree.')
  await expect(storage.stored).toContainText('The browser may delete it')
})

test('and so is one that does', async ({ page, baseURL }) => {
  const storage = await look(page)
  const session = await page.context().newCDPSession(page)
  const { targetInfo } = await session.send('Target.getTargetInfo')
  await session.send('Browser.grantPermissions', {
    permissions: ['durableStorage'],
    origin: new URL(baseURL!).origin,
    browserContextId: targetInfo.browserContextId!,
  })
  await storage.button('Ask it to keep all').click()
  await expect(storage.group).toContainText('The browser agreed.')
  await expect(storage.stored).toContainText('agreed to keep all of it')
  await expect(storage.button('Ask it to keep all')).toHaveCount(0)
})

test('a browser that hides its storage is told as such', async ({ page }) => {
  await page.addInitScript(() => {
    CacheStorage.prototype.has = () =>
      Promise.reject(new DOMException('An error occurred.', 'SecurityError'))
  })
  await open(page, CHAPTER)
  const storage = new Storage(page)
  await storage.look.click()
  await expect(storage.trouble).toContainText(
    'The browser does not let this page see its storage',
  )
  await expect(storage.trouble.getByRole('button')).toBeVisible()
})

test('a key press looks, on a slide', async ({ page }) => {
  await open(page, CHAPTER)
  await keep(page, PARTIAL)
  await present(page, `${CHAPTER}?present#what-is-stored-and-where`)
  await page.keyboard.press('ArrowRight')
  await expect(slideOf(page).getByRole('row', { name: LLAMA })).toBeVisible()
})

class Stores {
  readonly group: Locator
  readonly measure: Locator
  readonly stop: Locator
  readonly table: Locator
  readonly trouble: Locator

  constructor(page: Page) {
    this.group = page.getByRole('group', { name: 'Four stores' })
    this.measure = this.group.getByRole('button', { name: 'Measure' })
    this.stop = this.group.getByRole('button', { name: 'Stop' })
    this.table = this.group.getByRole('table')
    this.trouble = this.group.getByRole('alert')
  }
}

/** What measuring could have left behind. */
function leftIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const files: string[] = []
    const root = await navigator.storage.getDirectory()
    for await (const name of root.keys()) files.push(name)
    const databases = await indexedDB.databases()
    return [
      ...(await caches.keys()),
      ...databases.map(({ name }) => name!),
      ...files,
    ].filter((name) => name.includes('speeds'))
  })
}

test('four stores are measured, and nothing is left in them', async ({
  page,
}) => {
  await open(page, CHAPTER)
  const stores = new Stores(page)
  await expect(stores.table.getByRole('cell', { name: '–' })).toHaveCount(8)
  await stores.measure.click()
  await expect(stores.group).toContainText('All that was written is deleted.')
  await expect(stores.table.getByRole('cell', { name: /\d ms/ })).toHaveCount(8)
  await expect(stores.group).toContainText('8 MB of random bytes, in 2 parts.')
  expect(await leftIn(page)).toEqual([])
  // The times stay, and are not those of another size.
  await page.reload()
  await expect(stores.table.getByRole('cell', { name: /\d ms/ })).toHaveCount(8)
  await stores.group.getByRole('combobox', { name: 'Size' }).focus()
  await stores.group
    .getByRole('combobox', { name: 'Size' })
    .selectOption('32 MB')
  await expect(stores.group).toHaveAttribute('data-stale', '')
  await stores.group.getByRole('button', { name: 'Reset' }).click()
  await expect(stores.table.getByRole('cell', { name: '–' })).toHaveCount(8)
})

test('measuring stops, and nothing is left behind', async ({ page }) => {
  await open(page, CHAPTER)
  const stores = new Stores(page)
  await stores.group.getByRole('combobox', { name: 'Size' }).focus()
  await stores.group
    .getByRole('combobox', { name: 'Size' })
    .selectOption('128 MB')
  await stores.measure.click()
  await expect(stores.group).toContainText('Warming up')
  await stores.stop.click()
  await expect(stores.group).toContainText('Stopped.')
  await expect(stores.measure).toBeVisible()
  expect(await leftIn(page)).toEqual([])
})

test.describe('without room', () => {
  test('nothing is measured', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.storage.estimate = async () => ({ usage: 2e6, quota: 14e6 })
    })
    await open(page, CHAPTER)
    const stores = new Stores(page)
    await stores.measure.click()
    await expect(stores.trouble).toContainText(
      'There is no room to measure: it needs 40 MB, and 12 MB are left.',
    )
    await expect(stores.trouble.getByRole('button')).toBeVisible()
  })

  test('where the browser knew no better, all is deleted', async ({
    page,
    baseURL,
  }) => {
    await open(page, CHAPTER)
    const session = await page.context().newCDPSession(page)
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(baseURL!).origin,
      quotaSize: 12e6,
    })
    const stores = new Stores(page)
    await stores.measure.click()
    await expect(stores.trouble).toContainText(
      'There is no room to measure: it went beyond what the browser gives',
    )
    expect(await leftIn(page)).toEqual([])
  })
})
