/**
 * `npm run bench -- deck`: what presenting costs, side by side, on the same 20
 * slides with 10 blocks of code. It fails where ours is worse than it has to be.
 *
 * 1. Three decks of one text (`deck/ten-programs.md`): a chapter of this site,
 *    built by the site's own build; reveal.js as its authors ship it, with the
 *    page that they start from, its plugins for code and notes, its own files
 *    and settings; and a plain page with a script of a few lines, the floor that
 *    nothing which shows slides can be far below. All are static files from the
 *    same server, compressed.
 * 2. One Chromium with one window size shows them in turns, each with the faces
 *    and colours it comes with, so that whatever else the machine does befalls
 *    all of them alike. Compare ratios; milliseconds are this machine's.
 * 3. A key press is timed by the page: from the event's own time stamp to a task
 *    behind the frame after it. What moves then (reveal.js slides for 0.8 s) is
 *    waited for apart, as “rests”: the next frame is when something happens, a
 *    slide that rests is when it can be read. An asterisk says that the page's
 *    CPU was slowed four times, as on a cheap laptop with a projector.
 * 4. Work is all that the main thread does for one key at full speed, by the
 *    browser's own account (a trace would cost as much again): the frame, what
 *    was put off until then, and what the browser does for another address. For
 *    this it has a profile, as speakers' browsers do: one without forgets the icon
 *    of the page, and fetches and draws it at each new address.
 * 5. The rest is looked at as users do: keys in a hurry, a reload, Back, a link,
 *    the bare address, no script, a phone; and Lighthouse.
 * 6. A chapter with 400 slides holds us to what nobody may notice: how many
 *    slides there are.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
} from 'playwright'
import { chromiumArguments, findChromium } from './chromium.ts'
import {
  allKept,
  rowsOf,
  tableOf,
  type Figures,
  type LongDeck,
} from './deck/bounds.ts'
import { measureFinding } from './deck/finding-back.ts'
import { hurry } from './deck/hurry.ts'
import { openOverview } from './deck/overview.ts'
import { openSites, type Sites } from './deck/sites.ts'
import { measureText } from './deck/text-sizes.ts'
import { readTitles } from './deck/titles.ts'
import { firstLoad } from './first-load.ts'
import { spread } from './key-presses.ts'
import { audit, scoresOf } from './lighthouse-scores.ts'
import { median } from './median.ts'
import {
  goThrough,
  openSlides,
  type Change,
  workThrough,
  type Presented,
} from './slide-changes.ts'

const SLOWED = 4

/** How often all decks have their turn where a clock is read. */
const ROUNDS = 3

/** How many presses are asked for their work: nearly all, as some lay out what comes next. */
const WORKED = 18

/** How often Lighthouse looks at ours; others are only compared with. */
const AUDITS = 3

export async function main(): Promise<number> {
  const executable = await findChromium()
  const sites = await openSites()
  const browser = await chromium.launch({
    executablePath: executable,
    args: chromiumArguments,
  })
  try {
    const { decks, long } = await measure(browser, sites, executable)
    const rows = rowsOf(decks, long, sites.titles.length)
    process.stdout.write(`\n${tableOf(rows)}\n* CPU slowed ${SLOWED}×\n`)
    const good = allKept(rows)
    process.stdout.write(good ? 'All within bounds.\n' : 'Out of bounds.\n')
    return good ? 0 : 1
  } finally {
    await browser.close()
    await sites.close()
  }
}

/** All that is measured, of the decks in the table's order. */
async function measure(browser: Browser, sites: Sites, executable: string) {
  const { ours, reveal, plain, many, titles } = sites
  const decks = [ours, reveal, plain]
  const turns = titles.length - 1
  say(`Key presses, CPU slowed ${SLOWED}×, ${ROUNDS} rounds`)
  const changes = await inTurns([...decks, many], ROUNDS, (deck) =>
    withSlides(browser, deck, SLOWED, (page) => goThrough(page, deck, turns)),
  )
  say('Work for key presses')
  // Each time a fresh one: a deck that was left open goes on where it was.
  const works = await inTurns(decks, ROUNDS, (deck) =>
    withProfile(executable, (profiled) =>
      withSlides(profiled, deck, 1, (page) => workThrough(page, WORKED)),
    ),
  )
  say('Keys in a hurry')
  const lates = await inTurns(decks, ROUNDS, (deck) =>
    withSlides(browser, deck, 1, (page) => hurry(page, deck)),
  )
  say('The overview')
  const opened = await inTurns([ours, many], ROUNDS, (deck) =>
    withSlides(browser, deck, SLOWED, openOverview),
  )
  const figures: Figures[] = []
  for (const [index, deck] of decks.entries()) {
    say(`What ${deck.url} loads and says, and Lighthouse`)
    figures.push({
      ...timesOf(changes[index]!.flat()),
      work: workOf(works[index]!.flat()),
      late: median(lates[index]!),
      ...(await look(browser, deck, titles)),
      ...(await score(deck.url, executable)),
    })
  }
  return {
    decks: figures as [Figures, Figures, Figures],
    long: longDeck(changes[3]!.flat(), opened),
  }
}

function longDeck(
  changes: readonly Change[],
  opened: readonly (readonly (number | undefined)[])[],
): LongDeck {
  const [usual, long] = opened.map((times) =>
    times.filter((time) => time !== undefined),
  )
  return {
    frame: timesOf(changes).frame,
    overview:
      usual!.length && long!.length
        ? { usual: median(usual!), long: median(long!) }
        : undefined,
  }
}

function timesOf(changes: readonly Change[]) {
  return {
    frame: spread(changes.map(({ frame }) => frame)),
    rest: median(changes.map(({ rest }) => rest)),
  }
}

function workOf(works: readonly number[]): Figures['work'] {
  const sum = works.reduce((all, one) => all + one, 0)
  return { median: median(works), mean: sum / works.length }
}

/** What takes no clock. */
async function look(
  browser: Browser,
  deck: Presented,
  titles: readonly string[],
) {
  const page = await browser.newPage()
  const { script } = await firstLoad(page, deck.url)
  await page.close()
  return {
    script,
    findsBack: await measureFinding(browser, deck),
    titles: await readTitles(browser, deck.url, titles),
    phone: await measureText(browser, deck, titles.length),
  }
}

/** The page that people read, and as it presents; others have one address for both. */
async function score(url: string, executable: string) {
  const [page] = url.split('?') as [string]
  const audits = await audit(page, executable, page === url ? 1 : AUDITS)
  const presented = page === url ? audits : await audit(url, executable, 1)
  return { scores: scoresOf(audits), presented: scoresOf(presented) }
}

/** Does something in a browser that keeps what it has seen. */
async function withProfile<T>(
  executablePath: string,
  act: (browser: BrowserContext) => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(path.join(tmpdir(), 'profile-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: chromiumArguments,
  })
  try {
    return await act(browser)
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** Does something with slides that have just been opened. */
async function withSlides<T>(
  browser: Browser | BrowserContext,
  deck: Presented,
  slowed: number,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await openSlides(browser, deck, slowed)
  try {
    return await act(page)
  } finally {
    await page.close()
  }
}

/** @returns what came of each deck, round by round, one deck after the other */
async function inTurns<T>(
  decks: readonly Presented[],
  rounds: number,
  act: (deck: Presented) => Promise<T>,
): Promise<T[][]> {
  const results: T[][] = decks.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, deck] of decks.entries()) {
      results[index]!.push(await act(deck))
    }
  }
  return results
}

function say(words: string): void {
  process.stdout.write(`${words} …\n`)
}
