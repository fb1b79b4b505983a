/**
 * `npm run rehearse -- TALK[/NAME] [--slot MINUTES] [--size 1920x1080]`: the check
 * before going on stage, without a window. The site is built and opened; the talk
 * is gone through once with the network, so that all is stored that a speaker’s
 * visit would store, and then without. What would fail is printed.
 */
import { chromium, type Page } from 'playwright'
import { nearest } from '../examplescript/examplescript.ts'
import type { Checked } from '../rehearsing/check.ts'
import {
  KINDS,
  triedWords,
  verdictWords,
  type Finding,
  type Note,
} from '../rehearsing/finding.ts'
import { buildSite } from './build.ts'
import { chromiumArguments, findChromium, SOUND } from './chromium.ts'
import { serve } from './serve.ts'

const USAGE = `npm run rehearse -- TALK[/NAME] [--slot MINUTES] [--size WIDTHxHEIGHT]

  TALK[/NAME]   a talk, such as compiling, one of its paths or chapters, such as
                compiling/in-ten-minutes
  --slot        how long you have; without it, what the talk is planned to take
  --size        the projector’s picture in pixels; without it, 1920x1080
`

/** Milliseconds in which a service worker is there, where there is to be one. */
const PATIENCE = 30_000

interface Asked {
  talk: string
  slot: string
  size: string
}

/** @returns 0 where nothing would fail, 1 where something would, 2 for words that say nothing */
export async function main(words: readonly string[]): Promise<number> {
  const asked = parse(words)
  if (!asked) {
    process.stderr.write(USAGE)
    return 2
  }
  const executablePath = await findChromium()
  await buildSite()
  const { url, close } = await serve({ folder: '_site', port: 0 })
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments, SOUND],
  })
  try {
    const context = await browser.newContext({ locale: 'en' })
    const page = await context.newPage()
    await page.goto(`${url}check/`)
    const unknown = await unknownTalk(page, asked.talk)
    if (unknown) {
      process.stderr.write(unknown)
      return 2
    }
    if (await isStored(page)) {
      process.stdout.write('Once with the network, so that all is stored …\n')
      await rehearse(page, `${addressOf(url, asked)}&network`)
      await page.goto(addressOf(url, asked))
      await context.setOffline(true)
      process.stdout.write('And now without …\n')
    }
    const checked = await rehearse(page, addressOf(url, asked))
    process.stdout.write(report(checked, url))
    return checked.findings.length > 0 ? 1 : 0
  } finally {
    await browser.close()
    await close()
  }
}

/** @returns undefined for words that say nothing */
export function parse(words: readonly string[]): Asked | undefined {
  const asked = { talk: '', slot: '', size: '1920x1080' }
  const rest = [...words]
  while (rest.length > 0) {
    const word = rest.shift()!
    if (word === '--slot') asked.slot = rest.shift() ?? '-'
    else if (word === '--size') asked.size = rest.shift() ?? '-'
    else if (asked.talk || word.startsWith('-')) return undefined
    else asked.talk = `/${word.replaceAll(/^\/|\/$/g, '')}/`
  }
  const isSlot = asked.slot === '' || Number(asked.slot) > 0
  const isSize = /^\d{3,4}x\d{3,4}$/.test(asked.size)
  return asked.talk && isSlot && isSize ? asked : undefined
}

function addressOf(url: string, { talk, slot, size }: Asked): string {
  const query = new URLSearchParams({ talk, size, ...(slot && { slot }) })
  return `${url}check/?${query}`
}

/** @returns what to say where the site has no such talk; '' where it has */
async function unknownTalk(page: Page, talk: string): Promise<string> {
  const known = await page
    .locator('#check-talk option')
    .evaluateAll((options) =>
      options.map((option) => (option as HTMLOptionElement).value),
    )
  if (known.includes(talk)) return ''
  const meant = nearest(talk, known)
  const advice = meant
    ? `Did you mean ${nameOf(meant)}?`
    : `There are:\n${known.map((path) => `  ${nameOf(path)}`).join('\n')}`
  return `The site has no talk “${nameOf(talk)}”. ${advice}\n`
}

/** As it is asked for, `compiling/in-ten-minutes`. */
function nameOf(path: string): string {
  return path.slice(1, -1)
}

/** Whether a service worker stores what this page loads. */
function isStored(page: Page): Promise<boolean> {
  return page.evaluate(
    (patience) =>
      Promise.race([
        navigator.serviceWorker.ready.then(() => true),
        new Promise<boolean>((resolve) =>
          setTimeout(() => resolve(false), patience),
        ),
      ]),
    PATIENCE,
  )
}

/** Presses the button, and waits for what comes. */
async function rehearse(page: Page, address: string): Promise<Checked> {
  // Without a network the page is the one that is open already.
  if (page.url() !== address) await page.goto(address)
  const checked = page.evaluate(
    () =>
      new Promise<Checked | undefined>((resolve) =>
        document.addEventListener(
          'check-end',
          (event) => resolve((event as CustomEvent<Checked>).detail),
          { once: true },
        ),
      ),
  )
  await page.getByRole('button', { name: 'Check it' }).click()
  const timer = process.stdout.isTTY
    ? setInterval(() => void sayWhere(page), 1000)
    : undefined
  const came = await checked
  clearInterval(timer)
  if (process.stdout.isTTY) process.stdout.write('\r\u001B[K')
  if (came) return came
  throw new Error(await page.locator('.check-of').innerText())
}

async function sayWhere(page: Page): Promise<void> {
  const where = await page.locator('.check-where').textContent()
  process.stdout.write(`\r\u001B[K${where}`)
}

/** All that was found, in lines. */
export function report(
  { findings, notes, tried, isWhole }: Checked,
  url: string,
): string {
  return [
    ...findings.map((finding) => linesOf(finding, url)),
    ...(notes.length > 0 ? ['Good to know:'] : []),
    ...notes.map((note) => `  ${note.words}${placeWords(note)}`),
    `\n${verdictWords(findings, isWhole)}.`,
    `Checked: ${triedWords(tried)}.\n`,
  ].join('\n')
}

function linesOf(finding: Finding, url: string): string {
  const { kind, what, todo, link } = finding
  const head = `${KINDS[kind]}${placeWords(finding)}`
  const lines = [head, what, todo, link.replace(url, '/')].filter(Boolean)
  return `${lines.join('\n  ')}\n`
}

function placeWords({ chapter, slide }: Note | Finding): string {
  if (!chapter) return ''
  return ` (${chapter}${slide && `, slide ${slide}`})`
}
