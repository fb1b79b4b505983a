/**
 * The Chromium that tests, benchmarks and pictures use: the one that is there,
 * or one that is fetched when there is none.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Root has no sandbox; the rest keeps the browser from calling home. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Without a window, Chromium dies of an access outside memory that V8 finds by a signal. */
export const SOUND = '--js-flags=--wasm-enforce-bounds-checks'

/** Chromium, and the same engine without a window, which opens pages twice as fast. */
type Kind = 'chromium' | 'chromium-headless-shell'

/**
 * @param kind which one is rather taken, and installed if there is none
 * @returns the path of a Chromium: `CHROMIUM` from the environment, Playwright's
 * own, the system's, or one that is installed on the spot.
 * @throws one line that says how to get one, where neither way worked.
 */
export async function findChromium(kind: Kind = 'chromium'): Promise<string> {
  const asked = process.env['CHROMIUM']
  if (asked) {
    if (existsSync(asked)) return asked
    throw new Error(`CHROMIUM says ${asked}, but there is no such file.`)
  }
  const found = present(kind)
  if (found) return found
  const ways = [playwrights, debians]
  if (isDebianRoot()) ways.reverse()
  for (const install of ways) {
    install(kind)
    const installed = present(kind)
    if (installed) return installed
  }
  throw new Error(
    'No Chromium here, and none could be fetched. Install one ' +
      '(`npx playwright install chromium`, `apt-get install chromium`), ' +
      'or set CHROMIUM to the path of yours.',
  )
}

function present(kind: Kind): string | undefined {
  const own = chromium.executablePath()
  if (own && existsSync(own)) return own
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const candidates = [kind, ...NAMES].flatMap((name) =>
    folders.map((folder) => path.join(folder, name)),
  )
  return [...candidates, ...PLACES].find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function playwrights(): void {
  say('No Chromium found: fetching Playwright’s (about 170 MB) …')
  run('npx', ['playwright', 'install', 'chromium'])
}

function debians(kind: Kind): void {
  if (!isDebianRoot()) return
  say('No Chromium found: installing the distribution’s package …')
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', kind])
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** A failed way is no error yet: the caller looks whether a browser is there. */
function run(command: string, words: string[]): void {
  spawnSync(command, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 10 * 60_000,
    shell: process.platform === 'win32',
  })
}
