/**
 * One file of a talk, opened from a disk with the network off: it asks for
 * nothing, runs programs, tells stories and presents.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { deadLinks } from '../src/site/dead-links.ts'
import { oneFile } from '../src/commands/one-file/one-file.ts'
import { bodyOf, readPages } from '../src/commands/one-file/pages.ts'
import { expect, headingOf, OFTEN, Program, slideOf, test } from './fixtures.ts'

let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'one-file-'))
})

test.afterAll(() => rm(folder, { recursive: true }))

interface Opened {
  /** Makes the file, and opens it without a network. */
  openFile: (talk: string) => Promise<string>
}

const inFile = test.extend<Opened>({
  openFile: async ({ page, context }, use) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    let url = ''
    await use(async (talk) => {
      const file = path.join(folder, 'a talk (1).html')
      await oneFile(talk, file)
      url = pathToFileURL(file).href
      await context.setOffline(true)
      await page.goto(url)
      await expect(page.locator('html[data-ready]')).toBeAttached()
      return url
    })
    const others = asked.filter(
      (one) => !/^(?:data|blob):/.test(one) && one.split(/[?#]/)[0] !== url,
    )
    expect(others).toEqual([])
  },
})

inFile(
  'a path in a file runs programs and presents',
  async ({ page, openFile }) => {
    const url = await openFile('compiling/in-ten-minutes')
    await inFile.step('a link leads to its step', async () => {
      await page.getByText('Contents', { exact: true }).click()
      await page.getByRole('link', { name: 'A program is one line' }).click()
      await expect(page).toHaveURL(`${url}#a-program-is-one-line`)
      await expect(
        page.getByRole('heading', { name: 'A program is one line' }),
      ).toBeInViewport()
    })
    await inFile.step('a program is changed and run', async () => {
      const program = new Program(page, 'The first program')
      await program.write('41 + 16')
      await program.run.click()
      await expect(program.output).toHaveText('add(41, 16) = 57')
    })
    await inFile.step('keys present, and a reload stays there', async () => {
      await page.locator('h1').click()
      await page.keyboard.press('p')
      await expect(slideOf(page)).toBeVisible()
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowRight')
      await expect(headingOf(page)).toHaveText(
        'The Mandelbrot set, pixel by pixel',
      )
      await expect(page).toHaveURL(`${url}#the-mandelbrot-set-pixel-by-pixel`)
      await page.reload()
      await expect(headingOf(page)).toHaveText(
        'The Mandelbrot set, pixel by pixel',
      )
      await page.goBack()
      await expect(headingOf(page)).toHaveText('A compiler in ten minutes')
    })
    await inFile.step('the overview leads to any slide', async () => {
      await page.keyboard.press('o')
      await page.getByRole('button', { name: /^Slide 3:/ }).click()
      await expect(headingOf(page)).toHaveText('A program is one line')
    })
    await inFile.step('the presenter’s window is in step', async () => {
      const [speaker] = await Promise.all([
        page.waitForEvent('popup'),
        page.keyboard.press('s'),
      ])
      await expect(speaker.getByText('since the start')).toBeVisible()
      await speaker.keyboard.press('End')
      await expect(headingOf(page)).toHaveText('What you take along')
      await speaker.close()
    })
    await inFile.step('Escape leads back to the text', async () => {
      await page.keyboard.press('Escape')
      await expect(slideOf(page)).toHaveCount(0)
      await expect(page).toHaveURL(`${url}#recap`)
    })
  },
)

inFile(
  'a path with a model tells a story in a file',
  async ({ page, openFile }) => {
    await openFile('inference/in-forty-minutes')
    const group = page.getByRole('group', { name: 'A hot one', exact: true })
    const story = group.getByRole('log', { name: 'Story' })
    const recorded = (await story.textContent())!
    await group.getByRole('button', { name: 'Tell', exact: true }).click()
    await expect(async () => {
      const told = (await story.textContent())!
      expect(recorded.startsWith(told)).toBe(true)
      expect(told.length).toBeGreaterThan(100)
      expect(told.length).toBeLessThan(recorded.length)
    }).toPass(OFTEN)
    await group.getByRole('button', { name: 'Stop', exact: true }).click()
    await expect(group).toContainText(/\d tokens?, /)
    const chat = page.getByText('This one runs on the site.').first()
    await expect(chat).toBeVisible()
  },
)

for (const talk of ['compiling', 'inference']) {
  test(`all of ${talk} in a file has no dead link, and no name twice`, async () => {
    const pages = await readPages(talk)
    const content = bodyOf(pages, { site: '', picture: () => 'data:,' })
    // Islands name no files there.
    const text = content.replaceAll(/ import="[a-z-]+"/g, '')
    const found = { inputPath: talk, url: '/', content: text }
    expect(deadLinks([found], '/', () => false)).toEqual([])
    const names = [...content.matchAll(/\s(?:id|data-key)="([^"]+)"/g)].map(
      ([, name]) => name,
    )
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(content.match(/<h1\b(?![^>]* aria-level)/g)).toHaveLength(1)
    // Said by what is missing, as the whole text is long.
    const missing = pages.articles
      .slice(1)
      .map(({ title }) => `data-chapter>${title}</a>`)
      .filter((entry) => !content.includes(entry))
    expect(missing).toEqual([])
    expect(content.includes('rel="next"')).toBe(false)
  })
}
