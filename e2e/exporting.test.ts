/**
 * Exporting: what people take away from a talk has all its titles and results,
 * and a reader of PDFs finds its way. Commands run once, as people run them.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { decode } from 'fast-png'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, open, PATHS, test, type Page } from './fixtures.ts'

const PATH = PATHS[0]!
const NAME = 'compiling-in-ten-minutes'
/** What key presses make of the path’s programs, in its order. */
const RESULTS = [
  'add(41, 16) = 57',
  'add(2, 3) = 5',
  'add(-5, 3) = -2',
  'multiply(7, 6) = 42',
  'multiply(6, 7) = 42',
  'subtract(4, 9) = -5',
  '43 → 39 bytes',
  '109 → 80 bytes',
]

// They share what was exported.
test.describe.configure({ mode: 'default' })
let out: string

test.beforeAll(async () => {
  // Each demo of the path runs, and three documents are printed.
  test.setTimeout(180_000)
  out = await mkdtemp(path.join(tmpdir(), 'export-'))
  const talk = PATH.slice(1, -1)
  await exported(
    talk,
    '--slides',
    '--fragments',
    '--handout',
    '--png',
    '--dark',
  )
  await exported('inference', '--handout')
})
test.afterAll(() => rm(out, { recursive: true }))

async function exported(...words: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [
    'src/commands/command.js',
    'export',
    ...words,
    '--out',
    out,
  ])
}

const papers = new Map<string, ReturnType<typeof readOnce>>()

/** A PDF as a reader has it. */
function read(name: string): ReturnType<typeof readOnce> {
  const paper = papers.get(name) ?? readOnce(name)
  papers.set(name, paper)
  return paper
}

async function readOnce(name: string) {
  const data = new Uint8Array(await readFile(path.join(out, `${name}.pdf`)))
  const paper = await getDocument({ data, verbosity: 0 }).promise
  const pageOf = async (place: string | unknown[] | null) => {
    const found =
      typeof place === 'string' ? await paper.getDestination(place) : place
    if (!found) return 0
    return (await paper.getPageIndex(found[0] as never)) + 1
  }
  const pages: { text: string; width: number; height: number }[] = []
  const links: { page: number; url?: string; to?: number }[] = []
  const roles = new Set<string>()
  for (let number = 1; number <= paper.numPages; number++) {
    const page = await paper.getPage(number)
    const { items } = await page.getTextContent()
    const words = items.map((item) => ('str' in item ? item.str : ''))
    const { width, height } = page.getViewport({ scale: 1 })
    pages.push({ text: squeezed(words.join('')), width, height })
    for (const note of await page.getAnnotations()) {
      if (note.subtype !== 'Link') continue
      if (note.url) links.push({ page: number, url: note.url })
      else links.push({ page: number, to: await pageOf(note.dest) })
    }
    rolesIn(await page.getStructTree(), roles)
  }
  const outline: { title: string; page: number; level: number }[] = []
  const walk = async (
    entries: Awaited<ReturnType<typeof paper.getOutline>>,
    level: number,
  ) => {
    for (const { title, dest, items } of entries) {
      outline.push({ title: spaced(title), page: await pageOf(dest), level })
      await walk(items, level + 1)
    }
  }
  await walk(await paper.getOutline(), 1)
  const { info } = await paper.getMetadata()
  const marked = (await paper.getMarkInfo())?.Marked
  const text = pages.map((page) => page.text).join('')
  await paper.destroy()
  return { pages, text, links, outline, roles, info, marked }
}

interface Node {
  role?: string
  children?: readonly object[]
}

function rolesIn(node: Node | null, roles: Set<string>): void {
  if (node?.role) roles.add(node.role)
  for (const child of node?.children ?? []) rolesIn(child, roles)
}

/** Where a line of a title ends, another kind of space stands. */
function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function squeezed(text: string): string {
  // Paper has another sign for the apostrophe than the page.
  return text.replaceAll(/\s+/g, '').replaceAll('ʼ', '’')
}

/** The titles of a page’s steps, and how many key presses and slides each has. */
async function stepsOf(page: Page, address: string) {
  await open(page, address)
  return page.locator('section:has(> h1), section.step').evaluateAll((all) =>
    all.map((section) => ({
      title: section.querySelector('h1, h2')!.textContent!,
      presses: Number((section as HTMLElement).dataset['presses'] ?? 0),
      slides: Math.max(1, section.querySelectorAll('.slide').length),
    })),
  )
}

test('slides have a page each, every title and every result, and an outline that leads to them', async ({
  page,
}) => {
  const steps = await stepsOf(page, PATH)
  const paper = await read(`${NAME}-slides`)
  const count = steps.reduce((sum, { slides }) => sum + slides, 0)
  expect(paper.pages).toHaveLength(count)
  let number = 0
  for (const { title, slides } of steps) {
    expect(paper.outline).toContainEqual({
      title,
      page: number + 1,
      level: number === 0 ? 1 : 2,
    })
    for (const { text } of paper.pages.slice(number, number + slides)) {
      expect(text).toContain(squeezed(title))
    }
    number += slides
  }
  expect(paper.outline).toHaveLength(steps.length)
  for (const result of RESULTS) expect(paper.text).toContain(squeezed(result))
  for (const { width, height } of paper.pages) {
    expect(width / height).toBeCloseTo(16 / 9)
  }
})

test('with fragments, each key press has a page, and the outline stays as it was', async ({
  page,
}) => {
  const steps = await stepsOf(page, PATH)
  const paper = await read(`${NAME}-fragments`)
  const count = steps.reduce((sum, { presses }) => sum + presses + 1, 0)
  expect(paper.pages).toHaveLength(count)
  expect(paper.outline.map(({ title }) => title)).toEqual(
    steps.map(({ title }) => title),
  )
  // What a press uncovers is not on the page before.
  const [first, second] = paper.pages.filter(({ text }) =>
    text.includes(squeezed('Four things happen')),
  )
  expect(first!.text).not.toContain(squeezed('A regular expression reads'))
  expect(second!.text).toContain(squeezed('A regular expression reads'))
})

test('PDFs say what they are, in tags and in words', async () => {
  for (const kind of ['slides', 'handout']) {
    const { info, marked, roles } = await read(`${NAME}-${kind}`)
    expect(info).toMatchObject({
      Title: 'A compiler in ten minutes',
      Author: 'Thomas Steiner',
      Language: 'en',
    })
    expect(marked).toBe(true)
    expect([...roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L']))
  }
})

test('pictures are as large as a projector', async () => {
  const folder = path.join(out, `${NAME}-pictures`)
  const names = (await readdir(folder)).toSorted()
  const { pages } = await read(`${NAME}-fragments`)
  expect(names).toHaveLength(pages.length)
  expect(names[0]).toBe('01-a-compiler-in-ten-minutes.png')
  expect(names[3]).toBe('04-a-program-is-one-line.png')
  const { width, height, data } = decode(
    await readFile(path.join(folder, names[3]!)),
  )
  expect([width, height]).toEqual([1920, 1080])
  // In the dark theme, as was asked for.
  expect(data[0]).toBeLessThan(64)
})

test('a handout has the text with every title and every result, as the page has them', async ({
  page,
}) => {
  await open(page, PATH)
  const said = await page
    .locator('main :is(h1, h2, .result output)')
    .allTextContents()
  expect(said.length).toBeGreaterThan(15)
  const { text, outline } = await read(`${NAME}-handout`)
  for (const words of said) expect(text).toContain(squeezed(words))
  for (const entry of outline) expect(entry.page).toBeGreaterThan(0)
})

test('chapters are one handout, whose contents, links and outline lead where they say', async () => {
  const { pages, links, outline } = await read('inference-handout')
  const chapters = outline.filter(({ level }) => level === 1)
  expect(chapters.map(({ title }) => title)).toEqual([
    'LLM inference with WebAssembly',
    'A bedtime story in this page',
    'WebLLM',
    'Keeping gigabytes',
    'A member that never existed',
  ])
  for (const { title, page } of outline) {
    expect(pages[page - 1]!.text).toContain(squeezed(title))
  }
  const inner = links.filter(({ url }) => url === undefined)
  expect(inner.length).toBeGreaterThan(50)
  for (const { to } of inner) expect(to).toBeGreaterThan(0)
  // The contents have a number for each chapter, and it is the right one.
  const contents = pages
    .slice(0, 3)
    .map(({ text }) => text)
    .join('')
  for (const { title, page } of chapters.slice(1)) {
    expect(contents).toContain(`${squeezed(title)}${page}`)
    expect(inner).toContainEqual({ page: expect.any(Number), to: page })
  }
  const outer = links.flatMap(({ url }) => url ?? [])
  expect(outer.filter((url) => url.includes('localhost'))).toEqual([])
  expect(outer).toContainEqual(expect.stringMatching(/^https:\/\//))
})
