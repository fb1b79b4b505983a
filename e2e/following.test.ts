/** Following over the network: other devices see what the speaker shows, and move nobody. */
import { expectNoFaults } from './axe.ts'
import { CHAPTERS, headingOf, Program, slideOf, type Page } from './fixtures.ts'
import { INK, drawLine, takePen } from './hands-fixtures.ts'
import { ELSEWHERE, expect, SECRET, test } from './open-stage.ts'

const CHAPTER = CHAPTERS[0]!
const LEADING = `${CHAPTER}?present#dividing-by-zero`
const FOLLOWING = `${CHAPTER}?follow`
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [`--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`]
    await use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), ...args],
    })
  },
})

/** The bar of one who follows. */
function barOf(page: Page) {
  return page.getByRole('complementary', { name: 'Following' })
}

async function expectToFollow(page: Page): Promise<void> {
  await expect(barOf(page).getByRole('status')).toHaveText(
    'Following the speaker',
  )
}

function back(page: Page, words = 'Back to the speaker') {
  return barOf(page).getByRole('button', { name: words })
}

/** A word, as the speaker’s page says it. */
function said(name: string, value: unknown, at = Date.now() + 1): string {
  const stamp = { at, by: 'x' }
  return JSON.stringify({ version: 1, kind: 'said', name, value, stamp })
}

test('devices come along, early and late, to other chapters, with programs, ink and a black screen', async ({
  stage,
  device,
}) => {
  const [speaker, early, late] = [
    await device(),
    await device(PHONE),
    await device(),
  ]
  await stage.show(early, FOLLOWING)
  await expect(barOf(early)).toContainText('The speaker is not there yet')
  await stage.lead(speaker, LEADING)
  await expect(headingOf(early)).toHaveText('Dividing by zero')
  await expectToFollow(early)

  const told = new Program(speaker, 'By zero')
  await told.write('6 / 4')
  await expect(new Program(early, 'By zero').text).toHaveText('6 / 4')
  await told.run.click()
  await stage.show(late, FOLLOWING)
  for (const page of [early, late]) {
    const { text, output } = new Program(page, 'By zero')
    await expect(headingOf(page)).toHaveText('Dividing by zero')
    await expect(text).toHaveText('6 / 4')
    await expect(output).toHaveText('divide(6, 4) = 1.5')
  }
  await told.group.locator('.card-title').click()
  await takePen(speaker)
  await drawLine(speaker, [200, 150], [420, 170])
  await expect(late.locator(INK)).toHaveCount(1)
  await speaker.keyboard.press('b')
  await expect(late.getByText('The speaker’s screen is black.')).toBeAttached()
  await speaker.keyboard.press('b')
  await expect(early.getByText('The speaker’s screen is black.')).toBeHidden()

  await speaker.keyboard.press('End')
  await expect(headingOf(early)).toHaveText('What you take along')
  await speaker.keyboard.press('ArrowRight')
  for (const page of [early, late]) {
    await expect(headingOf(page)).toHaveText('From text to tokens')
    await expect(page).toHaveURL(/from-text-to-tokens\/\?follow/)
    await expectToFollow(page)
  }
  await speaker.keyboard.press('ArrowRight')
  await expect(headingOf(early)).toHaveText('Characters say nothing')
})

test('who follows looks around alone, leaves, tries a program, and comes back; nobody is moved', async ({
  stage,
  device,
}) => {
  const [speaker, one, other] = [
    await device(),
    await device(PHONE),
    await device(),
  ]
  await stage.lead(speaker, LEADING)
  for (const page of [one, other]) {
    await stage.show(page, FOLLOWING)
    await expect(headingOf(page)).toHaveText('Dividing by zero')
  }
  await expectNoFaults(one, slideOf(one), barOf(one))
  const words = await stage.words()
  await expect
    .poll(() => words.get('place')?.value)
    .toMatchObject({ step: 'dividing-by-zero' })

  await one.keyboard.press('End')
  await expect(barOf(one)).toContainText('You are looking around by yourself.')
  await expect(barOf(one)).toContainText(/The speaker is at slide \d+\./)
  await expect(headingOf(one)).toHaveText('What you take along')
  await other.keyboard.press('Escape')
  await expect(slideOf(other)).toHaveCount(0)
  await expect(back(other, 'Back to the slides')).toBeVisible()
  const own = new Program(other, 'By zero')
  await own.write('9 / 2')
  await own.run.click()
  await expect(own.output).toHaveText('divide(9, 2) = 4.5')
  await expectNoFaults(other, barOf(other))

  await speaker.keyboard.press('ArrowRight')
  await speaker.keyboard.press('ArrowRight')
  await expect(headingOf(speaker)).toHaveText('When 32 bits are full')
  await expect(barOf(other)).toContainText('The speaker is at slide')
  await expect(headingOf(one)).toHaveText('What you take along')
  await expect(slideOf(other)).toHaveCount(0)
  await expect(own.text).toHaveText('9 / 2')

  await one.keyboard.press('r')
  await expectToFollow(one)
  await expect(headingOf(one)).toHaveText('When 32 bits are full')
  await back(other, 'Back to the slides').click()
  await expect(headingOf(other)).toHaveText('When 32 bits are full')
  await expectToFollow(other)
  await speaker.keyboard.press('ArrowLeft')
  for (const page of [one, other]) {
    await expect(headingOf(page)).toHaveText('Dividing by zero')
    await expect(new Program(page, 'By zero').output).toContainText('= NaN')
  }

  // A touch in a program is enough.
  await new Program(one, 'By zero').group
    .getByRole('radio', { name: /= 0$/ })
    .tap()
  await speaker.keyboard.press('End')
  await expect(headingOf(other)).toHaveText('What you take along')
  await expect(headingOf(one)).toHaveText('Dividing by zero')
  await back(one).tap()
  await expect(headingOf(one)).toHaveText('What you take along')

  await expect
    .poll(() => words.get('place')?.value)
    .toMatchObject({ step: 'recap' })
  expect(JSON.stringify([...words])).toContain('island ')
  expect(JSON.stringify([...words])).not.toContain('9 / 2')
})

test('a broker dies and comes back: all are told, keep the slide, and catch up', async ({
  stage,
  device,
}) => {
  const [speaker, page, late] = [await device(), await device(), await device()]
  await stage.lead(speaker, LEADING)
  await stage.show(page, FOLLOWING)
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await stage.kill()
  await expect(barOf(page)).toContainText(
    'Connection lost. You see the last slide the speaker showed; reconnecting…',
  )
  await speaker.keyboard.press('End')
  await expect(headingOf(speaker)).toHaveText('What you take along')
  await expect(
    speaker.getByRole('alert').filter({ hasText: 'Followers do not hear you' }),
  ).toBeVisible()
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await stage.revive()
  await stage.show(late, FOLLOWING)
  for (const one of [page, late]) {
    await expect(headingOf(one)).toHaveText('What you take along')
    await expectToFollow(one)
  }
  await expect(speaker.getByRole('alert')).toHaveCount(0)

  // A server that is started anew has another room, and another secret.
  await stage.kill()
  stage.room = 'another'
  await stage.revive()
  await expect(
    speaker.getByRole('alert').filter({ hasText: 'was started anew' }),
  ).toBeVisible()
  await stage.lead(speaker, LEADING)
  for (const one of [page, late]) {
    await expect(headingOf(one)).toHaveText('Dividing by zero')
  }
})

test('forged and odd words move nobody, and a clock that is hours wrong matters to nobody', async ({
  stage,
  device,
}) => {
  const [speaker, page] = [await device(), await device()]
  await page.clock.install({ time: Date.now() - 5 * 3_600_000 })
  await stage.lead(speaker, LEADING)
  await stage.show(page, FOLLOWING)
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  const place = { path: CHAPTER, step: 'recap', presses: 0 }
  // Without the secret, the broker hangs up.
  await stage.say([['place', said('place', place)]])
  // With it, anything may be in a payload.
  await stage.say(
    [
      ['place', 'no JSON'],
      ['place', '[]'],
      ['place', said('place', { ...place, path: '//example.org/' })],
      ['place', said('place', { ...place, presses: 'many' })],
      ['place', said('place', 'recap')],
      ['screen', said('screen', 'pink')],
      ['island', said(`island ${CHAPTER} nobody`, { version: 1 })],
      ['place', said('place', { ...place, path: '/no-such-page/' })],
    ],
    SECRET,
  )
  await expect(barOf(page)).toContainText('a page that is not here')
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await stage.say([['place', said('place', place)]], SECRET)
  await expect(headingOf(page)).toHaveText('What you take along')
  await expectToFollow(page)
  const old = said('screen', 'black').replace('"version":1', '"version":0')
  await stage.say([['screen', old]], SECRET)
  await expect(barOf(page)).toContainText('an older version of this site')
})

test('a device that slept for an hour is awake at once', async ({
  stage,
  device,
}) => {
  const [speaker, page] = [await device(), await device()]
  await page.clock.install()
  let isAsleep = false
  await page.routeWebSocket('**/mqtt', (line) => {
    const wasAsleep = isAsleep
    const server = line.connectToServer()
    server.onMessage((message) => {
      // What was opened before is dead, and nobody hears of that.
      if (!isAsleep || wasAsleep) line.send(message)
    })
  })
  await stage.lead(speaker, LEADING)
  await stage.show(page, FOLLOWING)
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  isAsleep = true
  await speaker.keyboard.press('End')
  await expect(headingOf(speaker)).toHaveText('What you take along')
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await page.clock.fastForward('01:00:00')
  await expect(headingOf(page)).toHaveText('What you take along')
})

test('over plain http from another device all works, and what is missing is said', async ({
  stage,
  device,
}) => {
  const [speaker, page] = [await device(), await device(PHONE)]
  await stage.show(page, FOLLOWING, ELSEWHERE)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await stage.lead(speaker, LEADING)
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await barOf(page).getByLabel('About following').tap()
  await expect(barOf(page)).toContainText('This address is plain http')
  await page.keyboard.press('End')
  await back(page).tap()
  await expect(headingOf(page)).toHaveText('Dividing by zero')
})

test('the speaker shows the link and its code, hears how it stands, and stops leading', async ({
  stage,
  device,
}) => {
  const [speaker, page] = [await device(), await device()]
  await stage.lead(speaker, LEADING)
  await stage.show(page, FOLLOWING)
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  // What is too large for a broker is said, and goes nowhere.
  await speaker.evaluate(() => {
    const island = document.querySelector('[data-shown] [data-key]')!
    const state = { version: 1, text: 'x'.repeat(300_000) }
    Object.defineProperty(island, 'state', { value: state })
    const change = new CustomEvent('island-change', { bubbles: true })
    island.dispatchEvent(change)
  })
  await expect(
    speaker.getByRole('alert').filter({ hasText: 'it has 294 KB' }),
  ).toBeVisible()
  await speaker.keyboard.press('q')
  const sheet = speaker.getByRole('dialog', {
    name: 'Follow on your own device',
  })
  await expect(sheet).toContainText('/compiling/?follow')
  await expect(sheet.getByRole('img')).toBeVisible()
  await expect(sheet.getByRole('status')).toContainText('Connected')
  await expectNoFaults(speaker, sheet)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await speaker.keyboard.press('PageDown')
  await expect(sheet).toBeHidden()
  // From the presenter’s window it is shown to the room.
  const [window] = await Promise.all([
    speaker.context().waitForEvent('page'),
    speaker.keyboard.press('s'),
  ])
  await expect(slideOf(window)).toBeVisible()
  await window.keyboard.press('q')
  await expect(sheet.getByRole('img')).toBeVisible()
  await window.close()
  await sheet.getByRole('button', { name: 'Stop leading' }).click()
  await expect(sheet.getByRole('status')).toContainText('Stopped')
  await speaker.keyboard.press('Escape')
  await speaker.keyboard.press('End')
  await expect(headingOf(speaker)).toHaveText('What you take along')

  await stage.lead(speaker, LEADING, 'a guess')
  await expect(
    speaker.getByRole('alert').filter({ hasText: 'refused the secret' }),
  ).toBeVisible()
  await speaker.keyboard.press('End')
  await expect(headingOf(speaker)).toHaveText('What you take along')
  await expect(headingOf(page)).toHaveText('Dividing by zero')
})
