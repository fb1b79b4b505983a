/**
 * `npm run bench -- examplescript`: how fast the compiler is and how good what it
 * makes, side by side in one run with AssemblyScript on the same sources, and
 * with C. It fails where a figure is worse than promised.
 *
 * 1. The front end alone, in megabytes of source a second.
 * 2. From source to bytes, 1 KB to 1 MB: the time for each KB stays the same.
 * 3. A program of 100 lines, from a key press to its new result.
 * 4. The ten larger programs: compile time, size, and run time in Chromium.
 */
import { readFileSync } from 'node:fs'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { check } from '../examplescript/check.ts'
import { compile } from '../examplescript/compile.ts'
import { parse } from '../examplescript/parse.ts'
import { scan } from '../examplescript/scan.ts'
import { compareCompilers, type Compared } from './bench-compilers.ts'
import { compareRuns, type Runs } from './bench-runs.ts'
import { median } from './median.ts'

/** Promised. */
const BOUNDS = {
  scanned: 20,
  checked: 5,
  growth: 1.5,
  keyPress: 16,
  compileRatio: 10,
  ownShare: 0.15,
  medianRatio: 1,
  worstRatio: 1.05,
}

const LEVEL_0 = { optimize: 0, shrink: 0 } as const
const SIEVE = 'src/examplescript/programs/sieve.example'

let good = true

/** Ratios count as they are told: what differs by less is the machine's own noise. */
function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100
}

function hold(what: string, holds: boolean): void {
  if (holds) return
  good = false
  process.stdout.write(`  Out of bounds: ${what}\n`)
}

export async function main(): Promise<number> {
  const binaryen = await loadBinaryen()
  frontEnd()
  growth(binaryen)
  keyPress(binaryen)
  const compared = await compareCompilers()
  tellCompared(compared)
  tellRuns(await compareRuns(compared))
  process.stdout.write(good ? 'Within bounds.\n' : 'Out of bounds.\n')
  return good ? 0 : 1
}

/** A program of about so many bytes: the sieve, again and again. */
function programOf(bytes: number): string {
  const text = readFileSync(SIEVE, 'utf8').replaceAll('export ', '')
  const names = [...text.matchAll(/^(?:function|let|const) (\w+)/gm)].map(
    ([, name]) => name!,
  )
  const own = new RegExp(`\\b(?:${names.join('|')})\\b`, 'g')
  const copies: string[] = []
  for (let size = 0; size < bytes; size += text.length) {
    const copy = text.replaceAll(own, (name) => `${name}${copies.length}`)
    copies.push(copies.length ? copy.replace(/^@external.*$/gm, '') : copy)
  }
  return copies.join('\n')
}

/** The least CPU time of some runs, in milliseconds, once warm. */
function leastCpu(act: () => void, runs: number): number {
  act()
  act()
  const all = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...all)
}

function frontEnd(): void {
  const source = programOf(1e6)
  const speed = (act: () => void) => source.length / 1000 / leastCpu(act, 7)
  const scanned = speed(() => scan(source))
  const parsed = speed(() => parse(source))
  const checked = speed(() => check(source))
  process.stdout.write(
    `Front end, MB/s of source: scanned ${scanned.toFixed(1)}, ` +
      `and parsed ${parsed.toFixed(1)}, and checked ${checked.toFixed(1)}\n`,
  )
  hold('scanned', scanned >= BOUNDS.scanned)
  hold('checked', checked >= BOUNDS.checked)
}

/** Source to unoptimised bytes. */
function growth(binaryen: Binaryen): void {
  const sizes = [1, 10, 100, 1000]
  const each = sizes.map((kilobytes) => {
    const source = programOf(kilobytes * 1000)
    const runs = Math.ceil(2000 / kilobytes / 20)
    const time = leastCpu(
      () => {
        compile(source, binaryen, { level: LEVEL_0 })
      },
      Math.max(3, runs),
    )
    return (1000 * time) / (source.length / 1000)
  })
  process.stdout.write(
    'Source to unoptimised bytes, µs of CPU for each KB: ' +
      sizes
        .map((size, index) => `${each[index]!.toFixed(0)} at ${size} KB`)
        .join(', ') +
      '\n',
  )
  hold('growth', each.at(-1)! <= BOUNDS.growth * Math.min(...each))
}

function quiet(): void {}

/** What the reader's Worker does for each key: all of it, and the run. */
function keyPress(binaryen: Binaryen): void {
  const text = `${programOf(3000)}\nexport function main(): i32 { return 42 }\n`
  const time = leastCpu(() => {
    const compiled = compile(text, binaryen, { level: LEVEL_0, text: true })
    if (!('bytes' in compiled)) throw new Error(compiled.problems[0]?.message)
    const module = new WebAssembly.Module(compiled.bytes)
    const { exports } = new WebAssembly.Instance(module, {
      env: { print: quiet },
    })
    ;(exports['main'] as () => number)()
  }, 20)
  process.stdout.write(
    `Key press to new result, ${text.split('\n').length} lines, unoptimised: ` +
      `${time.toFixed(1)} ms of CPU\n`,
  )
  hold('key press', time <= BOUNDS.keyPress)
}

function tellCompared(compared: readonly Compared[]): void {
  process.stdout.write(
    '\nCompiling, ms (warm), ours and asc -O3; our own share of Binaryen’s -O3; bytes\n',
  )
  for (const { name, ours, rival, own, optimizing } of compared) {
    process.stdout.write(
      `  ${name.padEnd(15)} ${ours.warm.toFixed(1).padStart(6)} ${rival.warm.toFixed(1).padStart(6)} ` +
        `${times(rival.warm / ours.warm)}   first ${ours.first.toFixed(0)} and ${rival.first.toFixed(0)}   ` +
        `own ${percent(own / optimizing)}   ` +
        `${ours.bytes.length} and ${rival.bytes.length} bytes ${times(ours.bytes.length / rival.bytes.length)}\n`,
    )
  }
  const speed = median(
    compared.map(({ ours, rival }) => rival.warm / ours.warm),
  )
  const share = median(compared.map(({ own, optimizing }) => own / optimizing))
  const sizes = compared.map(
    ({ ours, rival }) => ours.bytes.length / rival.bytes.length,
  )
  process.stdout.write(
    `  median: ${times(speed)} faster, own share ${percent(share)}, size ${times(median(sizes))}, at most ${times(Math.max(...sizes))}\n`,
  )
  hold('compile time', speed >= BOUNDS.compileRatio)
  hold('own share', share <= BOUNDS.ownShare)
  hold(
    'size',
    rounded(median(sizes)) <= BOUNDS.medianRatio &&
      Math.max(...sizes) <= BOUNDS.worstRatio,
  )
}

function tellRuns(runs: readonly Runs[]): void {
  process.stdout.write(
    '\nRunning in Chromium, ms: ours, asc -O3, C (clang -O3)\n',
  )
  for (const { name, ours, rival, c } of runs) {
    process.stdout.write(
      `  ${name.padEnd(15)} ${[ours, rival, c].map((time) => time.toFixed(1).padStart(7)).join('')}   ` +
        `${times(ours / rival)} of asc, ${times(ours / c)} of C\n`,
    )
  }
  const ratios = runs.map(({ ours, rival }) => ours / rival)
  process.stdout.write(
    `  median ${times(median(ratios))} of asc, at most ${times(Math.max(...ratios))}\n`,
  )
  hold(
    'run time',
    rounded(median(ratios)) <= BOUNDS.medianRatio &&
      rounded(Math.max(...ratios)) <= BOUNDS.worstRatio,
  )
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`
}
