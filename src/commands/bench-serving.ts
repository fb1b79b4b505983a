/**
 * `npm run bench -- serving`: how long the two commands let one wait. `npm
 * start`, from the command to the first page, with all that is kept between
 * builds thrown away, and once more with it; `npm run dev`, from a saved chapter
 * to its words on the screen. It fails where either takes longer than promised.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { chromium, type Page } from 'playwright'
import { chromiumArguments, findChromium } from './chromium.ts'
import { median } from './median.ts'

/** Promised, in milliseconds. */
const BOUNDS = { start: 20_000, edit: 1000 }

const EDITS = 7
const CACHE = 'node_modules/.cache/a-wasm-new-year'
const CHAPTER = 'content/1-compiling/01-one-line-one-function.md'
const ADDRESS = 'compiling/one-line-one-function/'
const SENTENCE = 'The answer is no surprise.'

export async function main(): Promise<number> {
  await rm(CACHE, { recursive: true, force: true })
  const cold = await timeStart()
  const warm = await timeStart()
  const edits = await timeEdits()
  process.stdout.write(
    `npm start, to the first page: ${cold} ms with nothing kept, ${warm} ms after that\n` +
      `npm run dev, edit to screen: median ${median(edits)} ms of ${edits.join(', ')}\n`,
  )
  const good = cold <= BOUNDS.start && Math.max(...edits) <= BOUNDS.edit
  process.stdout.write(good ? 'Within bounds.\n' : 'Out of bounds.\n')
  return good ? 0 : 1
}

/** @returns milliseconds from the command to an answer of the server it starts. */
async function timeStart(): Promise<number> {
  await rm('_site', { recursive: true, force: true })
  const started = performance.now()
  const { child, url } = await command('start', '0')
  try {
    await (await fetch(url)).text()
    return Math.round(performance.now() - started)
  } finally {
    end(child)
  }
}

/** @returns milliseconds from each saved change to its sight in a browser. */
async function timeEdits(): Promise<number[]> {
  const original = await readFile(CHAPTER, 'utf8')
  const { child, url } = await command('dev', '8123')
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  try {
    const page = await browser.newPage()
    await page.goto(url + ADDRESS, { waitUntil: 'networkidle' })
    const times: number[] = []
    for (let edit = 1; edit <= EDITS; edit++) {
      const words = `This is edit number ${edit}.`
      const text = original.replace(SENTENCE, words)
      times.push(await timeEdit(text, words, page))
    }
    return times
  } finally {
    await writeFile(CHAPTER, original)
    await browser.close()
    end(child)
  }
}

async function timeEdit(
  text: string,
  words: string,
  page: Page,
): Promise<number> {
  const saved = performance.now()
  await writeFile(CHAPTER, text)
  await page.getByText(words).waitFor()
  return Math.round(performance.now() - saved)
}

/** Starts a command of ours in a group of its own; its address is printed. */
function command(
  name: string,
  port: string,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['src/commands/command.js', name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: port },
    detached: true,
  })
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (words: Buffer) => {
      said += words
      const [url] = /http:\/\/localhost:\d+\//.exec(said) ?? []
      if (url) resolve({ child, url })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', () => reject(new Error(`npm run ${name}: ${said}`)))
  })
}

function end(child: ChildProcess): void {
  child.removeAllListeners('exit')
  process.kill(-child.pid!)
}
