/**
 * Drawing: an image that a program computes stands still, moves, and says what
 * is wrong with it.
 */
import {
  CHAPTERS,
  expect,
  open,
  Program,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'

const CHAPTER = CHAPTERS[5]!
const LIFE = 'Life on a torus'

/** A program with its image, found as a reader finds them. */
class Drawing extends Program {
  readonly picture: Locator
  readonly caption: Locator
  readonly animate: Locator
  readonly pause: Locator

  constructor(page: Page, name: string) {
    super(page, name)
    const figure = this.group.getByRole('figure')
    this.picture = figure.getByRole('img', { name: `What “${name}” draws` })
    this.caption = figure.getByRole('status')
    this.animate = figure.getByRole('button', { name: 'Animate' })
    this.pause = figure.getByRole('button', { name: 'Pause' })
  }

  /** All bytes of the image, in one string. */
  pixels(): Promise<string> {
    return this.picture.evaluate((element) => {
      const canvas = element as HTMLCanvasElement
      const { width, height } = canvas
      const image = canvas.getContext('2d')!.getImageData(0, 0, width, height)
      return image.data.join()
    })
  }

  /** How many cells of a Game of Life live. */
  async alive(): Promise<number> {
    return (await this.pixels()).split('1,224,64,255').length - 1
  }

  async expectMoving(): Promise<void> {
    await expect(this.picture).toHaveJSProperty('localName', 'canvas')
    const before = await this.pixels()
    await expect.poll(() => this.pixels()).not.toBe(before)
  }

  async runText(text: string): Promise<void> {
    await this.write(text)
    await this.run.click()
  }
}

/** A program whose draw gives an address. */
function giving(address: string): string {
  return `export function draw(t: f64): i32 { store<u8>(0, 1); return ${address} }`
}

/** Waits until the browser has painted so many times. */
function paint(page: Page, times: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let time = 0; time < count; time++) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }, times)
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the first frame stands in the page', async ({ page }) => {
    await page.goto(`.${CHAPTER}`)
    for (const [name, width, height] of [
      ['A gradient', 64, 64],
      ['Sixty questions a pixel', 320, 200],
    ] as const) {
      const { picture, caption, animate } = new Drawing(page, name)
      await expect(picture).toHaveAccessibleName(
        `What “${name}” draws, ${width} × ${height} pixels`,
      )
      await picture.scrollIntoViewIfNeeded()
      await expect(picture).toHaveJSProperty('complete', true)
      await expect(picture).toHaveJSProperty('naturalWidth', width)
      await expect(picture).toHaveJSProperty('naturalHeight', height)
      await expect(caption).toHaveText('The first frame.')
      await expect(animate).toBeHidden()
    }
  })
})

test('Run moves it while somebody sees it, Pause stops it, Animate goes on where it was', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype
    Object.assign(globalThis, { frames: 0 })
    Worker.prototype.postMessage = function (message: unknown) {
      const { job } = message as { job?: { kind: string } }
      const counted = globalThis as unknown as { frames: number }
      if (job?.kind === 'frame') counted.frames++
      postMessage.call(this, message)
    }
  })
  await open(page, CHAPTER)
  const frames = () =>
    page.evaluate(() => (globalThis as unknown as { frames: number }).frames)
  const life = new Drawing(page, LIFE)
  await life.run.click()
  await expect(life.pause).toBeVisible()
  await expect(life.output).toHaveText('The program draws, and prints nothing.')
  await expect(life.caption).toHaveText(
    /^\d+ frames a second, \d+\.\d ms each\.$/,
  )
  await life.expectMoving()
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await expect(life.picture).not.toBeInViewport()
  await expect
    .poll(async () => {
      const before = await frames()
      await paint(page, 20)
      return (await frames()) - before
    })
    .toBe(0)
  await life.picture.scrollIntoViewIfNeeded()
  await life.expectMoving()
  await life.pause.click()
  await expect(life.animate).toBeVisible()
  const still = await life.pixels()
  await paint(page, 20)
  expect(await life.pixels()).toBe(still)
  // Noise comes only in the first half second: all that lives was kept.
  await life.animate.click()
  await life.expectMoving()
  expect(await life.alive()).toBeGreaterThan(0)
  await life.reset.click()
  await expect(life.caption).toHaveText('The first frame.')
  await expect(life.picture).toHaveJSProperty('localName', 'img')
})

test('two that move keep what each remembers', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 2400 })
  await open(page, CHAPTER)
  const rings = new Drawing(page, 'Rings')
  const counter = new Drawing(page, 'A gradient')
  await rings.run.click()
  await rings.expectMoving()
  await counter.runText(
    'export function draw(t: f64): i32 {\n  store<u32>(0, 0xff000000 | (load<u32>(0) + 1 & 0xffffff))\n  return 0\n}',
  )
  await counter.expectMoving()
  const step = page.locator('#a-picture-is-memory-too')
  await step.evaluate((element) => element.scrollIntoView())
  await expect(rings.picture).toBeInViewport()
  await expect(counter.picture).toBeInViewport()
  await rings.expectMoving()
  // Its first pixel counts the frames.
  const count = async () => {
    const [low, high] = (await counter.pixels()).split(',', 2).map(Number)
    return low! + 256 * high!
  }
  const before = await count()
  await expect.poll(count).toBeGreaterThan(before + 5)
  await rings.expectMoving()
})

test('says what is wrong, and draws again', async ({ page }) => {
  await open(page, CHAPTER)
  const program = new Drawing(page, 'A gradient')
  const { caption, animate, pause } = program
  await program.runText(
    'export function draw(t: f64): i32 {\n  store<i32>(-1, 7)\n  return 0\n}',
  )
  await expect(caption).toContainText('Stopped in line 2: ')
  await expect(animate).toBeVisible()
  await program.runText(giving('65532'))
  await expect(caption).toContainText(
    'draw gives the address 65532, and 64 × 64 pixels from there end behind the memory of 65536 bytes.',
  )
  await program.runText(giving('-1'))
  await expect(caption).toContainText('draw gives the address 4294967295')
  await program.runText('export function main(): i32 { return 1 }')
  await expect(caption).toContainText('There is nothing to draw')
  await program.runText('export function draw(t: f64): i32 { return 1 +')
  await expect(program.output).toContainText('Here should be an expression')
  await expect(animate).toBeVisible()
  await program.runText(
    'export function draw(t: f64): i32 {\n  store<u32>(0, 0xff000000 | u32(t * 1000))\n  return 0\n}',
  )
  await expect(pause).toBeVisible()
  await program.expectMoving()
  await expect(caption).toContainText(/A frame takes|frames a second/)
})

test.describe('where motion is unwelcome', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('Run draws one frame, and Animate moves it', async ({ page }) => {
    await open(page, CHAPTER)
    const rings = new Drawing(page, 'Rings')
    await rings.run.click()
    await expect(rings.caption).toHaveText(/^A frame takes \d+\.\d ms\.$/)
    await expect(rings.animate).toBeVisible()
    const still = await rings.pixels()
    await paint(page, 20)
    expect(await rings.pixels()).toBe(still)
    await rings.animate.click()
    await rings.expectMoving()
    await rings.pause.click()
    // Whoever asks for it at once gets it at once.
    const life = new Drawing(page, LIFE)
    await life.animate.click()
    await expect(life.caption).toContainText('frames a second')
    await life.expectMoving()
  })
})
