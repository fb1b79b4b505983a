/** Helping hands: a pointer and a pen, in all windows of one browser. */
import {
  expect,
  headingOf,
  present,
  Program,
  slideOf,
  test,
} from './fixtures.ts'
import {
  barOf,
  beginLine,
  DOT,
  drawLine,
  FOUR,
  INK,
  openBeside,
  openSpeaker,
  placesOf,
  takePen,
  ZERO,
} from './hands-fixtures.ts'

const LARGE = { width: 1920, height: 1080 }

test.use({ viewport: { width: 1280, height: 720 } })

test('what is drawn lands on the same spot in all windows, while it is drawn', async ({
  page,
}) => {
  await present(page, ZERO)
  const large = await openBeside(page, LARGE)
  const speaker = await openSpeaker(page)
  await takePen(page)
  await beginLine(page, [200, 150], [300, 110], [420, 170])
  for (const other of [large, speaker]) {
    await expect(other.locator(INK)).toHaveCount(1)
  }
  await page.mouse.move(380, 600, { steps: 5 })
  await page.mouse.up()
  const path = (await page.locator(INK).getAttribute('d'))!
  const [drawn] = await placesOf(page, INK)
  // Where the mouse went: from 200 to 420 pixels of 1280, from 110 to 600.
  expect(drawn![0]).toBeCloseTo(24.2, 0)
  expect(drawn![1]).toBeCloseTo(27.7, 0)
  for (const other of [large, speaker]) {
    await expect(other.locator(INK)).toHaveAttribute('d', path)
    const [seen] = await placesOf(other, INK)
    for (const [index, place] of seen!.entries()) {
      expect(Math.abs(place - drawn![index]!)).toBeLessThan(0.3)
    }
    // The bar is where the hand is.
    await expect(barOf(other, 'Pen')).toBeHidden()
  }

  await takePen(speaker)
  await speaker.getByRole('button', { name: 'Blue' }).click()
  await drawLine(speaker, [300, 300], [400, 320])
  await expect(page.locator(INK)).toHaveCount(2)
  await expect(page.locator(INK).last()).toHaveClass(/ink-blue/)
})

test('ink stays on its slide: for late windows, and after a reload of the only one', async ({
  page,
}) => {
  await present(page, ZERO)
  await takePen(page)
  await drawLine(page, [200, 150], [420, 170])
  await drawLine(page, [500, 150], [620, 300])
  await page.keyboard.press('ArrowLeft')
  await expect(headingOf(page)).not.toHaveText('Dividing by zero')
  await expect(page.locator(INK)).toHaveCount(0)
  await drawLine(page, [600, 600], [700, 620])
  await expect(page.locator(INK)).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await expect(page.locator(INK)).toHaveCount(2)

  const late = await openBeside(page, LARGE)
  await expect(late.locator(INK)).toHaveCount(2)
  expect(await placesOf(late, INK)).toEqual(await placesOf(page, INK))
  await late.reload()
  await expect(late.locator(INK)).toHaveCount(2)
  await late.close()

  await page.reload()
  await expect(page.locator(INK)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(slideOf(page)).toHaveCount(0)
  await expect(page.locator('.ink')).toHaveCount(0)
  await page.keyboard.press('p')
  await expect(page.locator(INK)).toHaveCount(2)
})

test('ink is erased, undone and cleared, everywhere', async ({ page }) => {
  await present(page, ZERO)
  const other = await openBeside(page, LARGE)
  await takePen(page)
  const bar = barOf(page, 'Pen')
  const undo = bar.getByRole('button', { name: 'Undo' })
  const clear = bar.getByRole('button', { name: 'Clear the slide' })
  await expect(undo).toBeDisabled()
  await expect(clear).toBeDisabled()
  await drawLine(page, [200, 600], [400, 600])
  await bar.getByRole('button', { name: 'Marker' }).click()
  await bar.getByRole('button', { name: 'Green' }).click()
  await drawLine(page, [500, 600], [700, 600])
  await expect(other.locator(INK)).toHaveCount(2)
  await expect(other.locator(INK).last()).toHaveClass('ink-green ink-marker')

  await bar.getByRole('button', { name: 'Eraser' }).click()
  await drawLine(page, [300, 550], [300, 640])
  await expect(other.locator(INK)).toHaveCount(1)
  await expect(other.locator(INK)).toHaveClass('ink-green ink-marker')
  await undo.click()
  await expect(other.locator(INK)).toHaveCount(2)
  // What came back lies where it lay.
  await expect(other.locator(INK).first()).toHaveClass('ink-coral ink-pen')
  await undo.click()
  await expect(other.locator(INK)).toHaveCount(1)
  await clear.click()
  await expect(other.locator(INK)).toHaveCount(0)
  await expect(clear).toBeDisabled()
  await undo.click()
  await expect(other.locator(INK)).toHaveCount(1)
  await other.reload()
  await expect(other.locator(INK)).toHaveCount(1)
})

test('the pen keeps presses from the slide, and no keys; laid down, it gives them back', async ({
  page,
}) => {
  await present(page, ZERO)
  const answer = new Program(page, 'By zero').group.getByRole('radio', {
    name: /= 0$/,
  })
  const box = (await answer.boundingBox())!
  const at = [box.x + box.width / 2, box.y + box.height / 2] as const
  await takePen(page)
  await page.mouse.click(...at)
  await expect(page.locator(INK)).toHaveCount(1)
  await expect(answer).not.toBeChecked()
  await expect(headingOf(page)).toBeFocused()
  await barOf(page, 'Pen').getByRole('button', { name: 'Blue' }).click()
  await expect(headingOf(page)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(headingOf(page)).not.toHaveText('Dividing by zero')
  await page.keyboard.press('ArrowRight')
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await page.keyboard.press('Escape')
  await expect(barOf(page, 'Pen')).toBeHidden()
  await page.mouse.click(...at)
  await expect(answer).toBeChecked()
  await expect(page.locator(INK)).toHaveCount(1)
})

test('by keyboard the pen’s bar is reached, and left with the focus on the slide', async ({
  page,
}) => {
  await present(page, ZERO)
  await takePen(page)
  const green = barOf(page, 'Pen').getByRole('button', { name: 'Green' })
  await green.focus()
  await page.keyboard.press('Enter')
  await expect(green).toHaveAttribute('aria-pressed', 'true')
  await expect(headingOf(page)).toHaveText('Dividing by zero')
  await page.keyboard.press('Escape')
  await expect(barOf(page, 'Pen')).toBeHidden()
  await expect(headingOf(page)).toBeFocused()
  await expect(page.getByText('The pen is laid down.')).toBeAttached()
})

test('the pointer is seen where it points, and nowhere once it does not', async ({
  page,
}) => {
  await present(page, FOUR)
  const large = await openBeside(page, LARGE, FOUR)
  await page.keyboard.press('l')
  await expect(page.locator('.pointing')).toBeAttached()
  await page.mouse.move(300, 300)
  await page.mouse.move(640, 360, { steps: 10 })
  const middle = [50, 28.1, expect.any(Number)]
  await expect.poll(() => placesOf(page, DOT)).toEqual([middle])
  await expect.poll(() => placesOf(large, DOT)).toEqual([middle])
  await page.keyboard.press('l')
  await expect.poll(() => placesOf(large, DOT)).toEqual([])
  await page.mouse.move(600, 300)
  expect(await placesOf(page, DOT)).toEqual([])

  await large.keyboard.press('l')
  await expect(large.locator('.pointing')).toBeAttached()
  await large.mouse.move(480, 540, { steps: 3 })
  await expect
    .poll(() => placesOf(page, DOT))
    .toEqual([[25, 28.1, expect.any(Number)]])
  await page.keyboard.press('Home')
  await expect(headingOf(large)).toHaveText('One line, one function')
  await expect.poll(() => placesOf(large, DOT)).toEqual([])
  await expect.poll(() => placesOf(page, DOT)).toEqual([])
})

test('who points presses what is pointed at; the presenter’s notes are no slide', async ({
  page,
}) => {
  await present(page, ZERO)
  const speaker = await openSpeaker(page)
  await speaker.keyboard.press('l')
  await expect(speaker.locator('.pointing')).toBeAttached()
  const program = new Program(speaker, 'By zero')
  await program.run.click()
  await expect(program.output).toContainText('= NaN')
  await expect.poll(() => placesOf(page, DOT)).toHaveLength(1)
  await speaker.getByRole('region', { name: 'Notes' }).hover()
  await expect.poll(() => placesOf(page, DOT)).toEqual([])
})

test('a pointer says where it is once a frame', async ({ page }) => {
  await present(page, FOUR)
  await page.keyboard.press('l')
  await expect(page.locator('.pointing')).toBeAttached()
  const said = await page.evaluate(async () => {
    const channel = new BroadcastChannel('a-wasm-new-year:in-step')
    const last = new Promise<number>((resolve) => {
      let count = 0
      channel.addEventListener('message', ({ data }) => {
        if (data.name !== 'pointer') return
        count++
        if (data.value.x === 50) resolve(count)
      })
    })
    for (let x = 541; x <= 640; x++) {
      document.dispatchEvent(
        new PointerEvent('pointermove', { clientX: x, clientY: 360 }),
      )
    }
    return last
  })
  expect(said).toBe(1)
})
