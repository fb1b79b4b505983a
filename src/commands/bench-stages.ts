/**
 * `npm run bench -- stages`: whether the views of a program follow while one
 * types and points. In Chromium, on the built page to play, with Binaryen loaded
 * and all views side by side. It fails where they lag behind what is promised.
 */
import { chromium } from 'playwright'
import { check } from '../examplescript/examplescript.ts'
import { Nodes } from '../stages/stages.ts'
import { buildSite } from './build.ts'
import { chromiumArguments, findChromium } from './chromium.ts'
import { serve } from './serve.ts'
import { measureStages, type Spread, type StageTimes } from './stage-times.ts'

/**
 * Promised, in milliseconds and as medians: views of the source behind a key in a
 * program as long as a chapter's; frames while one points, in any.
 */
const BOUNDS = { read: 50, frame: 34 }

/** Five lines, so that programs of any length can be put together. */
const PIECE = `function step(n: i32): i32 {
  let sum = 0
  for (let i = 0; i < n; i++) sum += i * i % 7
  return sum
}
`

/** The last line, whose number grows by typing at the end of the program. */
const LAST = 'export let last: i32 = 1'

interface Measured {
  name: string
  lines: number
  nodes: number
  times: StageTimes
}

export async function main(): Promise<number> {
  await buildSite()
  const site = await serve({ folder: '_site', port: 0 })
  try {
    return await benchStages(`${site.url}play/`)
  } finally {
    await site.close()
  }
}

/** @param url of the page to play */
export async function benchStages(url: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  try {
    const measured: Measured[] = []
    for (const [name, source] of programs()) {
      const times = await measureStages(browser, url, source)
      const lines = source.split('\n').length
      measured.push({ name, lines, nodes: nodesOf(source), times })
    }
    return tell(measured)
  } finally {
    await browser.close()
  }
}

function programs(): [name: string, source: string][] {
  const isAtLeast = (count: number, of: (source: string) => number) => {
    let copies = 1
    while (of(programOf(copies)) < count) copies++
    return programOf(copies)
  }
  return [
    ['12 lines', programOf(2)],
    ['500 nodes', isAtLeast(500, nodesOf)],
    ['100 lines', isAtLeast(100, (source) => source.split('\n').length)],
  ]
}

function programOf(copies: number): string {
  const pieces = Array.from({ length: copies }, (_, index) =>
    PIECE.replace('step', `step${index}`),
  )
  return `${pieces.join('')}\n${LAST}`
}

function nodesOf(source: string): number {
  return new Nodes(check(source).tree).all.length
}

function tell(measured: readonly Measured[]): number {
  const rows = measured.map(({ name, lines, nodes, times }) =>
    [
      `${name} (${lines} lines, ${nodes} nodes)`.padEnd(36),
      ...[times.read, times.made, times.pointed, times.interval].map(shown),
      `${times.unfolded.toFixed(0)}`.padStart(8),
      `${times.work.toFixed(1)} / ${times.longest.toFixed(0)}`.padStart(13),
    ].join(' '),
  )
  process.stdout.write(
    'Milliseconds, median / p95: from a key to the frame that shows it in tokens, tree and types;\n' +
      'and in text and bytes; from pointing at a node to its light; between the frames meanwhile;\n' +
      'unfolding the whole tree; the main thread’s work for a key, and its longest task\n' +
      `${''.padEnd(36)} ${['read', 'made', 'pointed', 'frames'].map((head) => head.padStart(14)).join(' ')}   unfold   work/longest\n` +
      `${rows.join('\n')}\n${JSON.stringify(measured)}\n`,
  )
  const good =
    measured[0]!.times.read.median <= BOUNDS.read &&
    measured.every(({ times }) => times.interval.median <= BOUNDS.frame)
  process.stdout.write(good ? 'Within bounds.\n' : 'Out of bounds.\n')
  return good ? 0 : 1
}

function shown({ median, p95 }: Spread): string {
  return `${median.toFixed(1)} / ${p95.toFixed(1)}`.padStart(14)
}
