/** Windows in step: three at once, and messages that are lost, repeated, forged or old. */
import {
  CHAPTERS,
  expect,
  headingOf,
  present,
  Program,
  test,
  type Page,
} from './fixtures.ts'

const CHAPTER = CHAPTERS[0]!
const DIVIDING = `${CHAPTER}?present#dividing-by-zero`
const NEXT = 'When 32 bits are full'

/** More windows of the same browser, at the same slide. */
async function openMore(page: Page, count: number): Promise<Page[]> {
  const more: Page[] = []
  while (more.length < count) {
    const other = await page.context().newPage()
    await present(other, DIVIDING)
    more.push(other)
  }
  return more
}

/** Posts messages as another page of the site could. */
function post(page: Page, messages: readonly unknown[]): Promise<void> {
  return page.evaluate((all) => {
    const channel = new BroadcastChannel('a-wasm-new-year:in-step')
    for (const message of all) channel.postMessage(message)
    channel.close()
  }, messages)
}

/** A message of the channel's present version. */
function said(name: string, value: unknown, at: number) {
  const stamp = { at, by: 'test' }
  return { version: 1, kind: 'said', name, value, stamp }
}

const place = (step: string) => ({ path: '', step, presses: 0 })

test.beforeEach(({ page }) => present(page, DIVIDING))

function told(page: Page) {
  return page
    .getByRole('navigation', { name: 'Slides' })
    .getByText('Another window moved')
}

test('of three that move, the last one wins, and who moved before is told', async ({
  page,
}) => {
  const [second, third] = (await openMore(page, 2)) as [Page, Page]
  await page.keyboard.press('End')
  for (const one of [second, third]) {
    await expect(headingOf(one)).toHaveText('What you take along')
  }
  await third.keyboard.press('Home')
  for (const one of [page, second]) {
    await expect(headingOf(one)).toHaveText('One line, one function')
  }
  await expect(told(page)).toBeVisible()
  await expect(told(second)).toBeHidden()
  await expect(told(third)).toBeHidden()

  // Both at once: they end where one of them went, together.
  await Promise.all([
    page.keyboard.press('End'),
    second.keyboard.press('ArrowRight'),
  ])
  await expect
    .poll(async () => {
      const all = [page, second, third].map((one) => headingOf(one).innerText())
      return new Set(await Promise.all(all)).size
    })
    .toBe(1)
})

test('a message that is lost is heard a little later', async ({ page }) => {
  const [other] = (await openMore(page, 1)) as [Page]
  const here = new Program(page, 'By zero')
  await here.write('6 / 4')
  await expect(new Program(other, 'By zero').text).toHaveText('6 / 4')
  await here.group.locator('.card-title').click()
  await page.evaluate(() => {
    const { postMessage } = BroadcastChannel.prototype
    BroadcastChannel.prototype.postMessage = function (message) {
      if (message.kind !== 'said') postMessage.call(this, message)
      else BroadcastChannel.prototype.postMessage = postMessage
    }
  })
  await page.keyboard.press('End')
  await expect(headingOf(other)).toHaveText('What you take along')
})

test('what was said before a press, and comes after it, does not undo it', async ({
  page,
}) => {
  const late = said(
    'place',
    { path: CHAPTER, step: 'dividing-by-zero', presses: 0 },
    Date.now() - 1000,
  )
  await page.evaluate(async (message) => {
    const name = 'a-wasm-new-year:in-step'
    const [from, to] = [new BroadcastChannel(name), new BroadcastChannel(name)]
    const heard = (kind: string) =>
      new Promise<void>((resolve) =>
        to.addEventListener('message', ({ data }) => {
          if (data.kind === kind) resolve()
        }),
      )
    // Whoever is greeted is there, and says where.
    const answer = heard('said')
    from.postMessage({ version: 1, kind: 'hello' })
    await answer
    const came = heard('said')
    const moved = new Promise((resolve) =>
      document.addEventListener('deck-move', resolve, { once: true }),
    )
    // The frame takes its time, and the message does not.
    const { requestAnimationFrame: frame } = window
    window.requestAnimationFrame = () => 0
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }))
    window.requestAnimationFrame = frame
    from.postMessage(message)
    await came
    await moved
  }, late)
  await expect(headingOf(page)).toHaveText('What you take along')
})

test('messages that come three times do what they say once', async ({
  page,
}) => {
  const [other] = (await openMore(page, 1)) as [Page]
  await page.evaluate(() => {
    const { postMessage } = BroadcastChannel.prototype
    BroadcastChannel.prototype.postMessage = function (message) {
      for (let time = 0; time < 3; time++) postMessage.call(this, message)
    }
  })
  await other.evaluate(() => {
    const counted = window as { moves?: string[] }
    counted.moves = []
    document.addEventListener('deck-move', (event) =>
      counted.moves!.push((event as CustomEvent<string>).detail),
    )
  })
  await page.keyboard.press('ArrowRight')
  await expect(other).toHaveURL(/#dividing-by-zero\/1$/)
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(other)).toHaveText(NEXT)
  await expect
    .poll(() => other.evaluate(() => (window as { moves?: string[] }).moves))
    .toEqual(['#dividing-by-zero/1', '#when-32-bits-are-full'])
})

test('what is no message moves nobody', async ({ page }) => {
  const path = new URL(page.url()).pathname
  const [other] = (await openMore(page, 1)) as [Page]
  const { text } = new Program(page, 'By zero')
  const original = await text.innerText()
  const key = await text.evaluate(
    (box) => box.closest<HTMLElement>('[data-key]')!.dataset['key'],
  )
  const now = Date.now()
  const island = `island ${path} ${key}`
  await post(other, [
    null,
    'next',
    [],
    { kind: 'place', mark: { path, step: 'recap', presses: 0 } },
    said('place', { ...place('recap'), path }, now + 3_600_000),
    said('place', { ...place('recap'), path: '//example.org/' }, now),
    said('place', { ...place('recap'), path: 'javascript:alert(1)' }, now),
    said('place', { ...place('recap'), path, presses: 'many' }, now),
    said('place', 'recap', now + 1),
    said('island', {}, now),
    said(`island ${path} nobody`, { version: 1, text: 'x' }, now),
    said(island, null, now),
    said(island, 'x', now + 1),
    said(island, { version: 1, text: 7, question: 'x' }, now + 2),
    said(island, { version: 0, text: 'of another version' }, now + 3),
  ])
  // Behind all of these, those that are right are heard.
  await post(other, [said('place', { ...place('recap'), path }, now + 9)])
  for (const one of [page, other]) {
    await expect(headingOf(one)).toHaveText('What you take along')
  }
  await post(other, [
    said('place', { ...place('dividing-by-zero'), path }, now + 10),
  ])
  for (const one of [page, other]) {
    await expect(new Program(one, 'By zero').text).toHaveText(original)
  }
})

test('a window of another version of the site is told of', async ({ page }) => {
  const path = new URL(page.url()).pathname
  const [other] = (await openMore(page, 1)) as [Page]
  const old = said('place', { ...place('recap'), path }, Date.now())
  await post(other, [{ ...old, version: 0 }])
  await expect(page.getByRole('alert')).toContainText('older version')
  await expect(headingOf(page)).toHaveText('Dividing by zero')
})
