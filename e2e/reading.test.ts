/**
 * Reading: with scripts and without. What a page says, shows and leads to must
 * not depend on a script.
 */
import {
  at,
  CHAPTERS,
  expect,
  PAGES,
  REPORT,
  test,
  type Page,
} from './fixtures.ts'

/** What each page has: one title, one text and the site's links. */
async function expectOutline(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.getByRole('main')).toBeVisible()
  const links = page.getByRole('navigation', { name: 'Site' })
  await expect(links.getByRole('link')).toHaveText([
    'Compiling',
    'Inference',
    'Observations',
    'Trip report',
    'Play',
  ])
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('the report shows its picture and leads into the chapters', async ({
      page,
    }) => {
      await page.goto(at(REPORT))
      const picture = page.getByRole('img', { name: /fireworks/ })
      await picture.scrollIntoViewIfNeeded()
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => img.complete))
        .toBe(true)
      expect(
        await picture.evaluate((img: HTMLImageElement) => img.naturalWidth),
      ).toBeGreaterThan(400)
      const main = page.getByRole('main')
      await expect(main.getByText('WasmGC coming')).toBeVisible()
      await main.getByRole('link', { name: 'text becomes tokens' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'From text to tokens',
      )
    })

    test('an address leads to its step; programs have what came of them', async ({
      page,
    }) => {
      await page.goto(at(`${CHAPTERS[0]}#dividing-by-zero`))
      await expect(
        page.getByRole('heading', { name: 'Dividing by zero' }),
      ).toBeInViewport()
      const program = page.getByRole('group', { name: 'Before and after' })
      await expect(program.locator('[data-program]')).toHaveText('4 - 9')
      await expect(program.getByRole('status', { name: 'Output' })).toHaveText(
        'subtract(4, 9) = -5',
      )
      await expect(program).toContainText('59 bytes as written, 46 optimised')
      const written = program.getByRole('group', { name: 'As written' })
      await expect(written).toContainText('(func $deadcode')
      const optimised = program.getByRole('group', { name: 'Optimised' })
      await expect(optimised).toContainText('(i32.sub')
      await expect(optimised).not.toContainText('deadcode')
    })

    test('a text has its tokens, a source file and line, the strip its stage', async ({
      page,
    }) => {
      await page.goto(at(CHAPTERS[1]!))
      const view = page.getByRole('group', { name: 'Type here' })
      await expect(
        view.getByRole('list', { name: 'Tokens' }).getByRole('listitem'),
      ).toHaveText(['onename', 'twoname', 'threename'])

      const quotation = page.getByRole('figure', {
        name: /src\/examplescript\/scan\.ts/,
      })
      await expect(quotation.first()).toContainText('this.#skip()')

      const strip = page.getByRole('list', { name: 'Stages' }).first()
      await expect(strip.locator('[aria-current="step"]')).toHaveText('tokens')
      await strip.getByRole('link', { name: 'source' }).click()
      await expect(page).toHaveURL(new RegExp(`${CHAPTERS[0]}$`))
    })

    test('chapters have neighbours and contents', async ({ page }) => {
      await page.goto(at(CHAPTERS[0]!))
      await page
        .getByRole('navigation', { name: 'Chapters' })
        .getByRole('link', { name: /Next/ })
        .click()
      await expect(page).toHaveURL(new RegExp(`${CHAPTERS[1]}$`))
      await page.getByText('Contents', { exact: true }).click()
      const contents = page.getByRole('navigation', { name: 'Contents' })
      await contents.getByRole('link', { name: 'The longest operator' }).click()
      await expect(page).toHaveURL(/#the-longest-operator-wins$/)
      await expect(
        page.getByRole('heading', { name: 'The longest operator wins' }),
      ).toBeInViewport()
    })

    test.describe('a wrong address', () => {
      test.use({ expected: /status of 404/ })

      test('says so, at any depth', async ({ page }) => {
        const answer = await page.goto(at('/compiling/nowhere/at/all/'))
        expect(answer!.status()).toBe(404)
        await page.getByRole('link', { name: 'Go to the first page' }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(
          'A Wasm New Year',
        )
      })
    })
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('every page has one title, one text and the site’s links, and no button that does nothing', async ({
    page,
  }) => {
    for (const path of PAGES) {
      await page.goto(at(path))
      await expectOutline(page)
      await expect(
        page.getByRole('button', {
          name: /^(Run|Check|Hint|Solution|Skip|Reset|Copy|Present|Dark)/,
        }),
      ).toHaveCount(0)
    }
  })

  test('the home page leads to the report and to every chapter', async ({
    page,
  }) => {
    for (const path of [REPORT, ...CHAPTERS]) {
      await page.goto(at('/'))
      const main = page.getByRole('main')
      await main.locator(`a[href="${path.slice(1)}"]`).click()
      await expect(page).toHaveURL(new RegExp(`${path}$`))
    }
  })
})

test.describe('with scripts', () => {
  for (const path of PAGES) {
    test(`${path} has its title, text and links, and the width of a phone`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 390, height: 800 })
      await page.goto(at(path))
      await expectOutline(page)
      for (const width of [390, 360]) {
        await page.setViewportSize({ width, height: 800 })
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth,
        )
        expect(wide).toBe(width)
      }
    })
  }
})

test.describe('wide screens', () => {
  test.use({ viewport: { width: 1920, height: 1080 } })

  test('have the contents beside the text, without a press', async ({
    page,
  }) => {
    await page.goto(at(CHAPTERS[0]!))
    const contents = page.getByRole('navigation', { name: 'Contents' })
    await contents.getByRole('link', { name: 'Dividing by zero' }).click()
    await expect(page).toHaveURL(/#dividing-by-zero$/)
  })
})

test.describe('light and dark', () => {
  const paper = 'getComputedStyle(document.body).backgroundColor'

  test('follow the system, until the switch says otherwise', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(at(CHAPTERS[0]!))
    const light = await page.evaluate(paper)
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await page.evaluate(paper)
    expect(dark).not.toBe(light)

    const dial = page.getByRole('button', { name: 'Dark theme' })
    await expect(dial).toHaveAttribute('aria-pressed', 'true')
    await dial.click()
    await expect(dial).toHaveAttribute('aria-pressed', 'false')
    expect(await page.evaluate(paper)).toBe(light)

    await page.goto(at(CHAPTERS[1]!))
    expect(await page.evaluate(paper)).toBe(light)
    await expect(dial).toHaveAttribute('aria-pressed', 'false')
  })
})
