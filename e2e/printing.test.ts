/** Printing: a chapter on paper is a handout, whole, with results and no chrome. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import {
  CHAPTERS,
  expect,
  open,
  PATHS,
  present,
  Program,
  test,
  type Page,
} from './fixtures.ts'

/** The text of each page of what the browser prints. */
async function printed(page: Page): Promise<string[]> {
  const data = new Uint8Array(await page.pdf({ format: 'A4' }))
  const paper = await getDocument({ data, verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= paper.numPages; number++) {
    const { items } = await (await paper.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
    pages.push(spaced(text))
  }
  await paper.destroy()
  return pages
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function squeezed(text: string): string {
  // Paper has another sign for the apostrophe than the page.
  return text.replaceAll(/\s+/g, '').replaceAll('ʼ', '’')
}

/** What A4 has between the margins of the sheet, in CSS pixels. */
const PAPER = { width: 658, height: 1001 }

/** How high each step is on paper, and the words that it ends with. */
async function stepsOnPaper(page: Page) {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  return page.locator('.step').evaluateAll((sections) =>
    sections.map((section) => {
      const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
      let words = ''
      while (texts.nextNode()) {
        const { parentElement, nodeValue } = texts.currentNode
        if (nodeValue!.trim().length < 3) continue
        if (parentElement!.checkVisibility()) words = nodeValue!.trim()
      }
      const { height } = section.getBoundingClientRect()
      return { title: section.querySelector('h2')!.textContent!, height, words }
    }),
  )
}

/** The chapter's headings, as the page has them. */
function headings(page: Page): Promise<string[]> {
  return page
    .locator('main :is(h1, h2):not(.again)')
    .evaluateAll((all) => all.map((heading) => heading.textContent!))
}

/** One of three: they have one sheet for paper. */
const PRINTED = CHAPTERS.filter((_, index) => index % 3 === 0)

for (const chapter of PRINTED) {
  test(`${chapter} has all its headings on paper, and cuts no step in two that fits a page`, async ({
    page,
  }) => {
    await open(page, chapter)
    const titles = await headings(page)
    expect(titles.length).toBeGreaterThan(10)
    const pages = await printed(page)
    const text = pages.join(' ')
    const missing = titles.filter((title) => !text.includes(spaced(title)))
    expect(missing).toEqual([])

    const squeezedPages = pages.map(squeezed)
    const steps = (await stepsOnPaper(page)).filter(
      // Faces may differ between the two: what barely fits is not asked for.
      ({ height }) => height < 0.95 * PAPER.height,
    )
    expect(steps.length).toBeGreaterThan(0)
    for (const { title, words } of steps) {
      const own = squeezedPages.filter((one) => one.includes(squeezed(title)))
      const whole = own.some((one) => one.includes(squeezed(words)))
      expect(whole, `“${title}” ends on its page, with “${words}”`).toBe(true)
    }
  })
}

test('a handout has results, and neither buttons nor notes', async ({
  page,
}) => {
  await open(page, CHAPTERS[0]!)
  const program = new Program(page, 'The first program')
  await program.write('6 * 7')
  await program.run.click()
  await expect(program.output).toHaveText('multiply(6, 7) = 42')
  const text = (await printed(page)).join(' ')
  expect(text).toContain('multiply(6, 7) = 42')
  // Of a question that nobody answered, the result and not the explanation.
  expect(text).toContain('What becomes of zero divided by zero?')
  expect(text).toContain('divide(0, 0) = NaN')
  expect(text).not.toContain('Zero times anything is zero')
  expect(text).not.toMatch(/Copy link|Skip|Present\b|Contents|Solution/)
  expect(text).not.toContain('Ask the room for a sum')
})

for (const [kind, address, step] of [
  ['chapter', CHAPTERS[0]!, 'when-32-bits-are-full/1'],
  ['path', PATHS[0]!, 'a-function-that-nobody-calls/1'],
] as const) {
  test(`what prints while presenting is the whole ${kind}, too`, async ({
    page,
  }) => {
    await open(page, address)
    const pages = await printed(page)
    await present(page, `${address}?present#${step}`)
    const again = await printed(page)
    expect(again).toHaveLength(pages.length)
    const text = again.join(' ')
    for (const title of await headings(page)) {
      expect(text).toContain(spaced(title))
    }
  })
}
