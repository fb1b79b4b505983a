/** When a site has to be built again. */
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { admit } from './admit.ts'
import { isBuilt, noteBuilt } from './built.ts'
import { writeSite } from './stage.fixture.ts'

let root: string
let site: string
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'built-'))
  for (const folder of ['_includes', 'content/1-talk', 'images', 'src']) {
    await mkdir(path.join(root, folder), { recursive: true })
  }
  for (const name of [
    '.eleventy.js',
    'package-lock.json',
    'content/1-talk/a.md',
  ]) {
    await writeFile(path.join(root, name), '')
  }
  site = await writeSite()
  await setTime(path.join(site, '_headers'), 60)
  await noteBuilt(root, site)
})
afterEach(async () => {
  await rm(root, { recursive: true })
  await rm(site, { recursive: true })
})

/** @param seconds from now */
function setTime(file: string, seconds: number): Promise<void> {
  const time = Date.now() / 1000 + seconds
  return utimes(file, time, time)
}

test('not where nothing changed', async () => {
  expect(await isBuilt(root, site)).toBe(true)
})

test.each([
  'content/1-talk/a.md',
  'content/1-talk',
  'package-lock.json',
  'src',
])('once %s has changed', async (place) => {
  await setTime(path.join(root, place), 120)
  expect(await isBuilt(root, site)).toBe(false)
})

test('where another build came after, or none to its end', async () => {
  await setTime(path.join(site, '_headers'), 61)
  expect(await isBuilt(root, site)).toBe(false)
  await rm(path.join(site, '_headers'))
  expect(await isBuilt(root, site)).toBe(false)
})

test('where it was changed for a broker elsewhere', async () => {
  await admit(site, 'wss://a.example')
  expect(await isBuilt(root, site)).toBe(false)
})
