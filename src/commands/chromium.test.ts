/** Where a Chromium is found, in this order, and how one is got. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chromium } from 'playwright'
import { findChromium } from './chromium.ts'

/** Browsers that this machine has in fixed places are none of these tests'. */
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const accessSync: typeof fs.accessSync = (file, mode) => {
    if (!String(file).startsWith(tmpdir())) throw new Error('Not here')
    fs.accessSync(file, mode)
  }
  return { ...fs, accessSync }
})

let folder: string
let said: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chromium-'))
  vi.spyOn(chromium, 'executablePath').mockReturnValue(at('playwrights'))
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    said += String(words)
    return true
  })
  vi.stubEnv('CHROMIUM', '')
  vi.stubEnv('PATH', folder)
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

function at(name: string): string {
  return path.join(folder, name)
}

/** A program that does what these lines of shell say. */
async function program(name: string, lines = ''): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(at(name), `#!/bin/sh\n${lines}\n`)
  await chmod(at(name), 0o755)
  return at(name)
}

test('is the one that CHROMIUM names, before all others', async () => {
  await program('playwrights')
  await program('chromium')
  vi.stubEnv('CHROMIUM', await program('mine'))
  expect(await findChromium()).toBe(at('mine'))
})

test('is not guessed where CHROMIUM names none', async () => {
  await program('chromium')
  vi.stubEnv('CHROMIUM', at('nowhere'))
  await expect(findChromium()).rejects.toThrow(
    `CHROMIUM says ${at('nowhere')}, but there is no such file.`,
  )
})

test('is Playwright’s own, before the system’s', async () => {
  await program('chromium')
  await program('playwrights')
  expect(await findChromium()).toBe(at('playwrights'))
})

test('is the system’s, rather the kind that is asked for', async () => {
  await program('chromium')
  await program('chromium-headless-shell')
  expect(await findChromium()).toBe(at('chromium'))
  const kind = 'chromium-headless-shell'
  expect(await findChromium(kind)).toBe(at(kind))
})

test('is the system’s, by any of its names', async () => {
  await program('google-chrome')
  expect(await findChromium()).toBe(at('google-chrome'))
  expect(said).toBe('')
})

test('is fetched where there is none, and that is said', async () => {
  const make = `echo '#!/bin/sh' > '${at('chromium')}' && /bin/chmod +x '${at('chromium')}'`
  await program('npx', make)
  await program('apt-get', make)
  expect(await findChromium()).toBe(at('chromium'))
  expect(said).toMatch(/^No Chromium found: (?:fetching|installing) .*\n$/)
})

test('is asked for in one line where none can be fetched', async () => {
  await program('npx', 'exit 1')
  await program('apt-get', 'exit 1')
  const error = await findChromium().catch((thrown: Error) => thrown)
  expect((error as Error).message).toMatch(
    /^No Chromium here, and none could be fetched\. .*npx playwright install chromium.*apt-get install chromium.*CHROMIUM.*$/,
  )
})
