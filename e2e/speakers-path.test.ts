/**
 * A speaker's path, from end to end: by keyboard, by mouse, and by touch.
 * Presenting from the middle of a chapter, into the next one and back (by
 * keyboard, through all of it); typing, running and reloading on a slide; and
 * the presenter's window, where an edit is seen in the other.
 */
import {
  CHAPTERS,
  expect,
  headingOf,
  OFTEN,
  open,
  Program,
  slideOf,
  test,
  type Page,
} from './fixtures.ts'

/** What a speaker does, in one of the ways to do it. */
interface Hand {
  begin(page: Page): Promise<void>
  next(page: Page): Promise<void>
  back(page: Page): Promise<void>
  /** Puts the caret into a program, at the end of its text. */
  enter(page: Page, program: Program): Promise<void>
  run(page: Page, program: Program): Promise<void>
  openSpeaker(page: Page): Promise<void>
}

const button = (page: Page, name: string) => page.getByRole('button', { name })

const keyboard: Hand = {
  begin: (page) => page.keyboard.press('p'),
  next: (page) => page.keyboard.press('ArrowRight'),
  back: (page) => page.keyboard.press('ArrowLeft'),
  async enter(page, program) {
    await program.text.focus()
    await expect(program.editor).toBeVisible()
    await page.keyboard.press('ControlOrMeta+End')
  },
  async run(page) {
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.keyboard.press('Escape')
  },
  openSpeaker: (page) => page.keyboard.press('s'),
}

const mouse: Hand = {
  begin: (page) => button(page, 'Present').click(),
  next: (page) => button(page, 'Next slide').click(),
  back: (page) => button(page, 'Previous slide').click(),
  enter: async (page, program) => {
    await program.edit()
    await page.keyboard.press('ControlOrMeta+End')
  },
  run: (_, program) => program.run.click(),
  openSpeaker: (page) => button(page, 'Presenter’s window').click(),
}

const touch: Hand = {
  begin: (page) => button(page, 'Present').tap(),
  next: (page) => button(page, 'Next slide').tap(),
  back: (page) => button(page, 'Previous slide').tap(),
  enter: async (page, program) => {
    await program.text.tap()
    await expect(program.editor).toBeVisible()
    await page.keyboard.press('ControlOrMeta+End')
  },
  run: (_, program) => program.run.tap(),
  openSpeaker: (page) => button(page, 'Presenter’s window').tap(),
}

function address(page: Page): string {
  const { pathname, hash } = new URL(page.url())
  return pathname + hash
}

/** Goes one press on or back, and waits until the address says so. */
async function move(page: Page, go: (page: Page) => Promise<void>) {
  const before = address(page)
  await go(page)
  await expect.poll(() => address(page), OFTEN).not.toBe(before)
  await expect(slideOf(page)).toBeVisible()
}

for (const [name, hand] of Object.entries({ keyboard, mouse, touch })) {
  test.describe(`by ${name}`, () => {
    test.use({ hasTouch: hand === touch })

    test('a speaker’s path', async ({ page }) => {
      await open(page, `${CHAPTERS[0]}#when-32-bits-are-full`)
      await hand.begin(page)
      await expect(headingOf(page)).toHaveText('When 32 bits are full')

      const [end, least] = hand === keyboard ? ['#recap', 40] : ['#opening', 10]
      const places = [address(page)]
      while (!places.at(-1)!.endsWith(`from-text-to-tokens/${end}`)) {
        await move(page, hand.next)
        places.push(address(page))
      }
      expect(new Set(places).size).toBe(places.length)
      expect(places.length).toBeGreaterThan(least)
      for (const place of places.toReversed().slice(1)) {
        await move(page, hand.back)
        expect(address(page)).toBe(place)
      }

      await move(page, hand.back)
      await expect(headingOf(page)).toHaveText('Dividing by zero')
      const program = new Program(page, 'By zero')
      await hand.enter(page, program)
      await page.keyboard.type('\n6 / 4f ')
      await expect(program.text).toHaveText(/6 \/ 4f $/)
      await page.keyboard.press('Backspace')
      await page.keyboard.press('Backspace')
      await hand.run(page, program)
      await expect(program.output).toContainText('divide(6, 4) = 1.5')
      await expect(headingOf(page)).toHaveText('Dividing by zero')
      await page.reload()
      await expect(headingOf(page)).toHaveText('Dividing by zero')
      await expect(program.text).toHaveText(/6 \/ 4$/)

      const [speaker] = await Promise.all([
        page.context().waitForEvent('page'),
        hand.openSpeaker(page),
      ])
      await expect(headingOf(speaker)).toHaveText('Dividing by zero')
      const there = new Program(speaker, 'By zero')
      await expect(there.text).toHaveText(/6 \/ 4$/)
      await hand.enter(speaker, there)
      await speaker.keyboard.type('\n9 / 2')
      await expect(program.text).toHaveText(/9 \/ 2$/)
      await hand.run(speaker, there)
      await expect(program.output).toContainText('divide(9, 2) = 4.5')
      await move(speaker, hand.next)
      await expect.poll(() => address(page)).toBe(address(speaker))
    })
  })
}
