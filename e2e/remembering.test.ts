/**
 * Remembering: what a program writes to memory is played, gone through write by
 * write, and drawn as what its bytes may mean.
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
const FOUR = 'Four bytes you know'

/** A program with its memory, found as a reader finds them. */
class Remembering extends Program {
  readonly memory: Locator
  readonly words: Locator
  readonly slider: Locator
  readonly play: Locator
  readonly form: Locator
  readonly written: Locator

  constructor(page: Page, name: string) {
    super(page, name)
    this.memory = this.group.getByRole('group', { name: 'Memory' })
    this.words = this.memory.getByRole('status')
    this.slider = this.memory.getByRole('slider', { name: 'Write' })
    this.play = this.memory.getByRole('button', { name: /^(Play|Pause)$/ })
    this.form = this.memory.getByRole('combobox', { name: 'Memory as' })
    this.written = this.memory.locator('.written')
  }

  /** The part of the program that is lit, without its spaces. */
  async lit(): Promise<string> {
    const parts = await this.text.locator('.lit').allTextContents()
    return parts.join('').replaceAll(/\s/g, '')
  }

  /** Notes all that is said from here on. */
  async listen(): Promise<() => Promise<string[]>> {
    const heard = await this.words.evaluateHandle((element) => {
      const said: string[] = []
      new MutationObserver(() => said.push(element.textContent!)).observe(
        element,
        { childList: true, characterData: true, subtree: true },
      )
      return said
    })
    return () => heard.evaluate((said) => said)
  }
}

const BEFORE = 'Before the first of 4 writes: all is zero.'
const FIRST = 'Write 1 of 4: 1 byte at 0x0000, by line 2.'
const SECOND = 'Write 2 of 4: 1 byte at 0x0001, by line 3.'
const THIRD = 'Write 3 of 4: 1 byte at 0x0002, by line 4.'
const LAST = 'Write 4 of 4: 1 byte at 0x0003, by line 5.'

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('memory stands there as it is at the end', async ({ page }) => {
    await page.goto(`.${CHAPTER}`)
    const { memory, words, slider } = new Remembering(page, FOUR)
    await expect(words).toHaveText(LAST)
    await expect(memory).toContainText('0061736d')
    await expect(slider).toBeHidden()
  })
})

test('Run plays the writes; each lights up the line that wrote', async ({
  page,
}) => {
  await open(page, CHAPTER)
  const program = new Remembering(page, FOUR)
  const { words, play } = program
  await program.edit()
  const heard = await program.listen()
  await program.run.click()
  await expect.poll(heard).toContain(LAST)
  await expect(play).toHaveText('Play')
  const said = await heard()
  expect(said[0]).toBe(BEFORE)
  expect(new Set(said).size).toBeGreaterThan(2)
  expect(await program.lit()).toBe('store<u8>(3,0x6d)')
  // Once more from the beginning.
  await play.click()
  await expect
    .poll(async () => (await heard()).slice(said.length))
    .toContain(LAST)
  expect((await heard())[said.length]).toBe(BEFORE)
  await expect(words).toHaveText(LAST)
})

test('a second run takes the place of one that plays', async ({ page }) => {
  await open(page, CHAPTER)
  const program = new Remembering(page, 'The sieve of Eratosthenes')
  const { words, play } = program
  await program.edit()
  await program.run.click()
  await expect(play).toHaveText('Pause')
  await program.write('export function main(): void { store<u8>(9, 7) }')
  await program.run.click()
  await expect(words).toHaveText('Write 1 of 1: 1 byte at 0x0009, by line 1.')
  await expect(play).toHaveText('Play')
  await expect(program.written).toHaveText('07')
  await program.write('export function main(): i32 { return 1 }')
  await program.run.click()
  await expect(program.output).toHaveText('1')
  await expect(program.memory).toBeHidden()
  await program.reset.click()
  await expect(words).toHaveText(/^Write \d+ of \d+: 1 byte at/)
})

test('is gone through by keyboard', async ({ page }) => {
  await open(page, CHAPTER)
  const program = new Remembering(page, FOUR)
  const { memory, words, slider, written } = program
  // The first key runs the program, and shows the moment that it asks for.
  const heard = await program.listen()
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(words).toHaveText(BEFORE)
  await expect(slider).toHaveValue('0')
  await expect(written).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(words).toHaveText(SECOND)
  await expect(written).toHaveText('61')
  await expect.poll(() => program.lit()).toBe('store<u8>(1,0x61)')
  await page.keyboard.press('Tab')
  await expect(
    memory.getByRole('button', { name: 'One write on' }),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(words).toHaveText(THIRD)
  await page.keyboard.press('Space')
  await page.keyboard.press('Space')
  await expect(words).toHaveText(LAST)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(
    memory.getByRole('button', { name: 'One write back' }),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(words).toHaveText(FIRST)
  await expect(slider).toHaveValue('1')
  await expect.poll(() => program.lit()).toBe('store<u8>(0,0x00)')
  // Nothing has played by itself.
  expect(await heard()).toEqual([
    BEFORE,
    FIRST,
    SECOND,
    THIRD,
    LAST,
    LAST,
    THIRD,
    SECOND,
    FIRST,
  ])
})

test.describe('where motion is unwelcome', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing plays by itself; bytes are drawn as what they may mean', async ({
    page,
  }) => {
    await open(page, CHAPTER)
    const program = new Remembering(page, 'The same four bytes')
    const { memory, words, form, written, play } = program
    const end = 'Write 2 of 2: 8 bytes at 0x0008, by line 6.'
    const heard = await program.listen()
    await program.run.click()
    await expect(program.group).toContainText('compiled in')
    await expect(words).toHaveText(end)
    await expect(play).toHaveText('Play')
    await expect(written).toHaveText('9a 99 99 99 99 99 b9 3f'.split(' '))
    await form.selectOption('words, i32')
    await expect(memory).toContainText('0x00001065353216')
    await expect(written).toHaveCount(2)
    await form.selectOption('floats, f32')
    await expect(memory).toContainText('0x000010')
    await form.selectOption('floats, f64')
    await expect(written).toHaveText(['0.1'])
    await form.selectOption('pixels')
    const picture = memory.getByRole('img', { name: /pixels from 0x0000 on/ })
    await expect(picture).toBeVisible()
    await expect(written).toHaveCount(2)
    await form.selectOption('bytes')
    await expect(written).toHaveCount(8)
    expect(new Set(await heard())).toEqual(new Set([end]))
    await play.click()
    await expect
      .poll(heard)
      .toContain('Before the first of 2 writes: all is zero.')
    await expect(words).toHaveText(end)
  })
})
