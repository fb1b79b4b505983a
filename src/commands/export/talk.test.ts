/** Which pages of a built site a talk is. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findTalk } from './talk.ts'

let site: string

async function page(name: string, kind: string, body = '') {
  await mkdir(path.join(site, name), { recursive: true })
  const html = `<!doctype html><body class="page-${kind}">${body}</body>`
  await writeFile(path.join(site, name, 'index.html'), html)
}

beforeAll(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'talk-'))
  const chapters = '<a href="./b/">B</a><a href="./a/">A</a>'
  await page('cooking', 'talk', `<ol class="chapters">${chapters}</ol>`)
  await page('cooking/a', 'chapter')
  await page('cooking/b', 'chapter')
  await page('cooking/in-ten-minutes', 'path')
  await page('cooking/reference', 'reference')
  await page('coming', 'talk', '<ol class="chapters"><li>Later</li></ol>')
})

afterAll(() => rm(site, { recursive: true }))

test('a talk is its own page and its chapters, as it lists them', async () => {
  const { pages, home } = await findTalk(site, 'cooking')
  expect(pages).toEqual(['cooking/', 'cooking/b/', 'cooking/a/'])
  expect(home).toBe('cooking/')
})

test.each(['cooking/in-ten-minutes', 'cooking/a'])(
  '%s is one page',
  async (name) => {
    const { pages, home } = await findTalk(site, name)
    expect(pages).toEqual([`${name}/`])
    expect(home).toBe('cooking/')
  },
)

test.each([
  ['coking', 'There is no talk coking. Did you mean cooking?'],
  ['cooking/in-ten-minuts', 'Did you mean cooking/in-ten-minutes?'],
  ['in-ten-minutes', 'Did you mean cooking/in-ten-minutes?'],
  ['in-ten-minuts', 'Did you mean cooking/in-ten-minutes?'],
  ['swimming', 'There is no talk swimming. There are: cooking.'],
  ['coming', 'There is no talk coming.'],
  ['cooking/reference', 'There is no talk cooking/reference.'],
  ['../cooking', 'There is no talk ../cooking.'],
])('%s is not there: %s', async (name, problem) => {
  await expect(findTalk(site, name)).rejects.toThrow(problem)
})

test('without a site, it says how to get one', async () => {
  await expect(findTalk(path.join(site, 'none'), 'cooking')).rejects.toThrow(
    'Build it first: npm run build',
  )
})
