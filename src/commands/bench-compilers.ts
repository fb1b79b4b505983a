/** Times our compiler and AssemblyScript's on the ten larger programs. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { check } from '../examplescript/check.ts'
import { compile } from '../examplescript/compile.ts'
import { emit } from '../examplescript/emit.ts'
import { compileRival } from '../rival/rival.ts'

export const PROGRAMS = 'src/examplescript/programs'

/** All programs so often, before anything counts. */
const WARM_UP = 15
/** The runs of which the fastest counts. */
const ROUNDS = 15

const LEVEL = { optimize: 3, shrink: 0 } as const

/** What a compiler made of a program, and in how many milliseconds of CPU. */
interface Compiled {
  bytes: Uint8Array<ArrayBuffer>
  first: number
  warm: number
}

export interface Compared {
  name: string
  ours: Compiled
  rival: Compiled
  /** Of our time: from source to Binaryen's IR. */
  own: number
  /** And what Binaryen's -O3 takes on the same module. */
  optimizing: number
  /** What `work` is called with. */
  work: number
}

interface Benched {
  name: string
  source: string
  work: number
}

/** Programs that say, in a comment, what `work` is to be called with. */
function benched(): Benched[] {
  return readdirSync(PROGRAMS).flatMap((file) => {
    if (!file.endsWith('.example')) return []
    const source = readFileSync(`${PROGRAMS}/${file}`, 'utf8')
    const work = /^\/\/ bench: (\d+)/m.exec(source)?.[1]
    const name = file.replace('.example', '')
    return work ? [{ name, source, work: Number(work) }] : []
  })
}

/** Compiles each program in turn with both, so that both see the same machine. */
export async function compareCompilers(): Promise<Compared[]> {
  const binaryen = await loadBinaryen()
  const programs = benched()
  const both = (source: string) =>
    [() => ourBytes(source, binaryen), () => rivalBytes(source)] as const
  const firsts: number[][] = []
  for (const { source } of programs) firsts.push(await timed(both(source)))
  for (let turn = 0; turn < WARM_UP; turn++) {
    for (const { source } of programs) await timed(both(source))
  }
  const compared: Compared[] = []
  for (const [index, program] of programs.entries()) {
    const rounds: number[][] = []
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(await timed(both(program.source)))
    }
    const least = (which: number) =>
      Math.min(...rounds.map((times) => times[which]!))
    const [first, firstRival] = firsts[index]!
    const bytes = ourBytes(program.source, binaryen)
    const rival = await rivalBytes(program.source)
    compared.push({
      ...program,
      ...stages(program.source, binaryen),
      ours: { bytes, first: first!, warm: least(0) },
      rival: { bytes: rival, first: firstRival!, warm: least(1) },
    })
  }
  return compared
}

function ourBytes(source: string, binaryen: Binaryen): Uint8Array<ArrayBuffer> {
  const compiled = compile(source, binaryen, { level: LEVEL })
  if ('bytes' in compiled) return compiled.bytes
  throw new Error(compiled.problems[0].message)
}

async function rivalBytes(source: string): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, messages } = await compileRival(source, ['-O3'])
  if (bytes) return bytes
  throw new Error(messages)
}

/** Milliseconds of CPU, on all threads, for each. */
async function timed(acts: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[] = []
  for (const act of acts) {
    const before = process.cpuUsage()
    await act()
    times.push(since(before))
  }
  return times
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The time of our own stages, and that of Binaryen's behind them. */
function stages(source: string, binaryen: Binaryen) {
  const rounds = Array.from({ length: ROUNDS }, () =>
    binaryen.build((module) => {
      const before = process.cpuUsage()
      emit(check(source).program!, binaryen.library, module)
      const own = since(before)
      const between = process.cpuUsage()
      binaryen.optimize(module, LEVEL)
      return { own, optimizing: since(between) }
    }),
  )
  const least = (part: 'own' | 'optimizing') =>
    Math.min(...rounds.map((round) => round[part]))
  return { own: least('own'), optimizing: least('optimizing') }
}
