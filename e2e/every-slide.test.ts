/**
 * Every chapter and path, slide by slide: each key press leads on, each back to what was
 * there, and each slide fits the window.
 */
import { CHAPTERS, expect, PATHS, present, slideOf, test } from './fixtures.ts'

/** What a person sees of a presentation, and where it is. */
interface Seen {
  address: string
  slide: number
  shown: number
  heading: string | null
}

interface Walk {
  /** What was seen on the way there, and then on the way back. */
  there: Seen[]
  back: Seen[]
  /** The presses that drove no island. */
  idle: string[]
}

/**
 * Runs in the page, where a key press costs no more than what it does: presses
 * through all slides and back.
 */
async function walk(): Promise<Walk> {
  const slides = [...document.querySelectorAll('.slide')]
  const seen = (): Seen => {
    const slide = document.querySelector<HTMLElement>('[data-shown]')!
    const parts = [...slide.querySelectorAll<HTMLElement>('.fragment')]
    return {
      address: location.pathname + location.hash,
      slide: slides.indexOf(slide),
      shown: parts.filter((part) =>
        part.checkVisibility({ visibilityProperty: true }),
      ).length,
      heading: document.activeElement!.textContent,
    }
  }
  const press = async (key: string, isThere: (now: Seen) => boolean) => {
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
    let now = seen()
    for (let frames = 0; frames < 600 && !isThere(now); frames++) {
      await new Promise(requestAnimationFrame)
      now = seen()
    }
    return now
  }

  const there = [seen()]
  for (;;) {
    const { address } = there.at(-1)!
    if (address.endsWith('#recap')) break
    const now = await press('ArrowRight', (one) => one.address !== address)
    if (now.address === address) break
    there.push(now)
  }
  // An island may have to load before a press can drive it. What it showed
  // before is remembered with the history's entry, for the way back.
  const names = [...document.querySelectorAll<HTMLElement>('[data-do]')].map(
    (orders) => `${orders.closest('section')!.id}/${orders.dataset['press']}`,
  )
  const undone = () => names.filter((name) => !(name in (history.state ?? {})))
  for (let frames = 0; frames < 600 && undone().length > 0; frames++) {
    await new Promise(requestAnimationFrame)
  }
  const idle = undone()

  const back: Seen[] = []
  for (const was of there.toReversed().slice(1)) {
    const wanted = JSON.stringify(was)
    back.push(await press('ArrowLeft', (now) => JSON.stringify(now) === wanted))
  }
  return { there, back, idle }
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

// A path has the steps of these chapters again: a short one stands for all.
for (const talk of [...CHAPTERS, PATHS[0]!]) {
  test(`through every press of ${talk} and back, and every slide fits`, async ({
    page,
  }) => {
    // A transition shows its slide later than the address names it.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1280, height: 720 })
    await present(page, `${talk}?present#opening`)
    const { there, back, idle } = await page.evaluate(walk)
    const addresses = there.map(({ address }) => address)
    expect(addresses.at(-1)).toMatch(/#recap$/)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(there.length).toBeGreaterThan(await page.locator('.slide').count())
    expect(idle).toEqual([])
    expect(back).toEqual(there.toReversed().slice(1))
    // All that was driven is as it was.
    const driven = page.locator('[role="group"]', {
      has: page.locator('[data-program], .editor'),
    })
    await expect(
      driven.and(page.locator('[data-stale], [data-revealed]')),
    ).toHaveCount(0)

    // Slides fit as the build made them, before anything is driven.
    await page.reload()
    await expect(slideOf(page)).toBeVisible()
    for (const [width, height] of [
      [1280, 720],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await page.evaluate(slidesTooHigh), `${width}`).toEqual([])
    }
  })
}
