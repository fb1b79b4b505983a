/**
 * Every chapter, slide by slide: each key press leads on, each back to what was
 * there, and each slide fits the window.
 */
import { CHAPTERS, expect, present, test } from './fixtures.ts'

/** What a person sees of a presentation, and where it is. */
interface Seen {
  address: string
  slide: number
  shown: number
  heading: string | null
}

/**
 * Runs in the page, where a key press costs no more than what it does: presses
 * through the chapter and back.
 * @returns what was seen after each press forth, and then after each one back
 */
async function walk(): Promise<[there: Seen[], back: Seen[]]> {
  const seen = (): Seen => {
    const slide = document.querySelector<HTMLElement>('[data-shown]')!
    const parts = [...slide.querySelectorAll<HTMLElement>('.fragment')]
    return {
      address: location.pathname + location.hash,
      slide: [...document.querySelectorAll('.slide')].indexOf(slide),
      shown: parts.filter((part) =>
        part.checkVisibility({ visibilityProperty: true }),
      ).length,
      heading: document.activeElement!.textContent,
    }
  }
  const until = async (isDone: () => boolean) => {
    for (let frames = 0; frames < 600 && !isDone(); frames++) {
      await new Promise(requestAnimationFrame)
    }
  }
  const press = (key: string) =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
  const addressOf = () => location.pathname + location.hash

  const there = [seen()]
  let before = ''
  while (before !== addressOf() && !location.hash.endsWith('#recap')) {
    before = addressOf()
    press('ArrowRight')
    await until(() => addressOf() !== before)
    there.push(seen())
  }
  // An island may have to load before a press can drive it. What it showed
  // before is remembered with the history's entry, for the way back.
  const orders = [...document.querySelectorAll<HTMLElement>('[data-do]')]
  const names = orders.map(
    (order) => `${order.closest('section')!.id}/${order.dataset['press']}`,
  )
  await until(() => names.every((name) => name in (history.state ?? {})))
  const back: Seen[] = []
  for (const was of there.toReversed().slice(1)) {
    press('ArrowLeft')
    await until(() => JSON.stringify(seen()) === JSON.stringify(was))
    back.push(seen())
  }
  return [there, back]
}

/**
 * Runs in the page: shows every slide, with no question left on it.
 * @returns the slides that are higher than the window, and by how many pixels
 */
async function slidesTooHigh(): Promise<string[]> {
  const found: string[] = []
  for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
    const { press = '0' } = slide.dataset
    const place = `${slide.closest('section')!.id}/${press}`
    location.hash = place
    const isShown = () => slide.role === 'region'
    for (let frames = 0; frames < 120 && !isShown(); frames++) {
      await new Promise(requestAnimationFrame)
    }
    for (const skip of slide.querySelectorAll<HTMLElement>(
      'button[data-act="skip"]',
    )) {
      skip.click()
    }
    // A slide that shows more than before is made to fit some frames later.
    const overflow = () => slide.scrollHeight - slide.clientHeight
    for (let frames = 0; frames < 120 && overflow() > 0; frames++) {
      await new Promise(requestAnimationFrame)
    }
    if (!isShown() || overflow() > 0) found.push(`${place}: ${overflow()}`)
  }
  return found
}

for (const chapter of CHAPTERS) {
  test(`through every press of ${chapter} and back, and every slide fits`, async ({
    page,
  }) => {
    // A transition shows its slide later than the address names it.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1280, height: 720 })
    await present(page, `${chapter}?present#opening`)
    const [there, back] = await page.evaluate(walk)
    const addresses = there.map(({ address }) => address)
    expect(addresses.at(-1)).toMatch(/#recap$/)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(there.length).toBeGreaterThan(await page.locator('.slide').count())
    expect(back).toEqual(there.toReversed().slice(1))
    // All that was driven is as it was.
    const driven = page.locator('[role="group"]', {
      has: page.locator('[data-program], .editor'),
    })
    await expect(
      driven.and(page.locator('[data-stale], [data-revealed]')),
    ).toHaveCount(0)

    for (const [width, height] of [
      [1280, 720],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await page.evaluate(slidesTooHigh), `${width}`).toEqual([])
    }
  })
}
