/**
 * `npm run bench -- optimizer`: what it costs to have the optimizer in the page.
 * The library against the package as shipped, a trace against a plain -O3, and
 * a command in the page's terminal against the same tool in Node. It fails
 * where more is paid than is promised.
 */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen, runToolHere } from '../binaryen/node.ts'
import { compile, LEVELS } from '../examplescript/examplescript.ts'
import { tracePasses } from '../passes/passes.ts'
import { buildSite } from './build.ts'
import { chromiumArguments, findChromium } from './chromium.ts'
import { median } from './median.ts'
import { measureReady } from './ready-times.ts'
import { serve } from './serve.ts'

/** At most so many times what it is held against. */
const PROMISED = { time: 0.35, bytes: 0.95, trace: 2, command: 1.2 }

const PROGRAM = 'src/examplescript/programs/mandelbrot.example'
const WARM_UP = 12
const ROUNDS = 25
/** Until then, engines compile a tool again while it works. */
const COMMAND_WARM_UP = 120

export async function main(): Promise<number> {
  await buildSite()
  const { ours, shipped } = await measureReady()
  const { trace, plain } = await timeTrace()
  const { page, node } = await timeCommands()
  const lines = [
    row('ready', ours.time, shipped.time, 'ms, as shipped', PROMISED.time),
    row('loaded', ours.bytes, shipped.bytes, 'bytes', PROMISED.bytes),
    row('trace', trace, plain, 'ms of CPU, plain -O3', PROMISED.trace),
    row('command', page, node, 'ms, in Node', PROMISED.command),
  ]
  process.stdout.write(lines.map(({ words }) => `${words}\n`).join(''))
  return lines.every(({ isKept }) => isKept) ? 0 : 1
}

function row(
  name: string,
  ours: number,
  other: number,
  words: string,
  promised: number,
) {
  const ratio = ours / other
  const isKept = ratio <= promised
  const figures = `${shown(ours)} against ${shown(other)} ${words}`
  return {
    isKept,
    words: `${name.padEnd(8)} ${ratio.toFixed(2)}× (${figures}); promised ${promised}×${isKept ? '' : ', MISSED'}`,
  }
}

function shown(figure: number): string {
  return figure.toLocaleString('en', {
    maximumFractionDigits: figure < 100 ? 1 : 0,
  })
}

/** In one instance, in turns, warm: whether each pass changed what, and sizes. */
async function timeTrace(): Promise<{ trace: number; plain: number }> {
  const binaryen = await loadBinaryen()
  const bytes = moduleOf(binaryen)
  const input = { kind: 'binary', bytes } as const
  const recipe = { level: '-O3', hasGC: true, converges: false }
  const level = LEVELS.get('-O3')!
  const acts = {
    trace: () => tracePasses(binaryen, input, recipe).bytes,
    plain: () =>
      binaryen.read(bytes, (module) => {
        binaryen.optimize(module, level)
        return module.emitBinary()
      }),
  }
  const times = { trace: [] as number[], plain: [] as number[] }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const name of ['trace', 'plain'] as const) {
      const before = process.cpuUsage()
      acts[name]()
      const { user, system } = process.cpuUsage(before)
      if (round >= 0) times[name].push((user + system) / 1000)
    }
  }
  return { trace: median(times.trace), plain: median(times.plain) }
}

function moduleOf(binaryen: Binaryen): Uint8Array<ArrayBuffer> {
  const source = readFileSync(PROGRAM, 'utf8')
  const compiled = compile(source, binaryen, { level: LEVELS.get('-O0')! })
  if ('bytes' in compiled) return compiled.bytes
  throw new Error(compiled.problems[0].message)
}

const CHAPTER = 'compiling/wasm-opt/'
const TERMINAL = 'A workbench'
const WORDS = ['hello.wat', '-O3', '--converge', '-o', 'hello.wasm']

/** The same command, warm: from its act to the end of its turn, and in Node. */
async function timeCommands(): Promise<{ page: number; node: number }> {
  const site = await serve({ folder: '_site', port: 0 })
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  const hello = readFileSync('src/terminal/samples/hello.wat')
  const files = new Map([['hello.wat', new Uint8Array(hello)]])
  const times = { page: [] as number[], node: [] as number[] }
  try {
    const page = await browser.newPage()
    await page.goto(`${site.url}${CHAPTER}`)
    const terminal = page.getByRole('group', { name: TERMINAL, exact: true })
    await terminal.getByRole('textbox').click()
    await terminal.locator('xpath=self::*[not(@defer-hydration)]').waitFor()
    for (let round = -COMMAND_WARM_UP; round < ROUNDS; round++) {
      const took = await terminal.evaluate(
        timeLine,
        `wasm-opt ${WORDS.join(' ')}`,
      )
      await page.evaluate(untilIdle)
      const before = performance.now()
      await runToolHere({ tool: 'wasm-opt', words: WORDS, files })
      if (round < 0) continue
      times.page.push(took)
      times.node.push(performance.now() - before)
    }
  } finally {
    await browser.close()
    await site.close()
  }
  return { page: median(times.page), node: median(times.node) }
}

/** Runs in the page: what follows a command is not to slow down the next one. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => setTimeout(resolve, 50))
  })
}

/** Runs in the page. */
function timeLine(element: Element, line: string): Promise<number> {
  const log = element.querySelector('.terminal-log')!
  const before = log.querySelectorAll('.ended').length
  return new Promise((resolve) => {
    const started = performance.now()
    new MutationObserver((_, observer) => {
      if (log.querySelectorAll('.ended').length === before) return
      observer.disconnect()
      resolve(performance.now() - started)
    }).observe(log, { childList: true, subtree: true })
    ;(element as unknown as { act(name: string): void }).act(`$ ${line}`)
  })
}
