/** Terminals, run by the build ahead of all pages. */
import { existsSync, readFileSync } from 'node:fs'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { runToolHere } from '../binaryen/node.ts'
import { compile, LEVELS } from '../examplescript/examplescript.ts'
import type { Turn } from '../figures/terminal.ts'
import { changesBetween, parseGoal, Session } from '../terminal/terminal.ts'
import { fencesIn, fencesOf, type AheadFence } from './ahead.ts'
import {
  isTerminal,
  parseTerminal,
  type TerminalFence,
} from './terminal-fence.ts'

const SAMPLES = 'src/terminal/samples'
const PROGRAMS = 'src/examplescript/programs'

/** A terminal as the build left it. */
export interface BakedTerminal {
  turns: Turn[]
  /** What is there behind them. */
  files: ReadonlyMap<string, Uint8Array>
}

/** Why a terminal could not be run, and what to do about it. */
export class TerminalFault extends Error {
  readonly advice: string

  constructor(message: string, advice: string) {
    super(message)
    this.advice = advice
  }
}

export class BakedTerminals {
  readonly #binaryen: Binaryen
  readonly #baked = new Map<string, BakedTerminal | TerminalFault>()

  constructor(binaryen: Binaryen) {
    this.#binaryen = binaryen
  }

  /** Runs all terminals below a folder; what goes wrong is told by `get`. */
  async allIn(folder: string): Promise<void> {
    await this.#run(fencesIn(folder, isTerminal))
  }

  /** Runs all terminals of a page. */
  async ahead(markdown: string, file: string): Promise<void> {
    await this.#run(fencesOf(markdown, file, isTerminal))
  }

  async #run(fences: readonly AheadFence[]): Promise<void> {
    for (const { info, content, place } of fences) {
      const key = keyOf(info, content)
      if (this.#baked.has(key)) continue
      const fence = parseTerminal(info, content, place)
      const baked = this.#bake(fence).catch((error: unknown) => {
        if (error instanceof TerminalFault) return error
        throw error
      })
      this.#baked.set(key, await baked)
    }
  }

  /** @throws TerminalFault */
  get(info: string, content: string): BakedTerminal {
    const baked = this.#baked.get(keyOf(info, content))
    if (!baked) throw new Error(`The terminal “${info}” was not run.`)
    if (baked instanceof TerminalFault) throw baked
    return baked
  }

  async #bake({ files, lines, goals, way }: TerminalFence) {
    const samples = new Map(files.map((name) => [name, this.#sample(name)]))
    const session = new Session(samples, runToolHere)
    const turns: Turn[] = []
    for (const line of lines) turns.push(await runLine(session, line))
    const left = new Map(session.files)
    const reached = new Set<string>()
    const look = (said: string) => {
      for (const { goal } of goals) {
        if (parseGoal(goal)!({ files: session.files, said })) reached.add(goal)
      }
    }
    for (const turn of turns) look(saidBy(turn))
    for (const goal of reached) {
      throw new TerminalFault(
        `the goal “${goal}” is reached before the reader did anything.`,
        'Ask for more, or run less.',
      )
    }
    for (const line of way) look(saidBy(await runLine(session, line)))
    for (const { goal } of goals) {
      if (reached.has(goal)) continue
      throw new TerminalFault(
        `the way does not lead to the goal “${goal}”.`,
        'Mend the lines that start with %.',
      )
    }
    return { turns, files: left }
  }

  #sample(name: string): Uint8Array {
    const sample = `${SAMPLES}/${name}`
    if (existsSync(sample)) return new Uint8Array(readFileSync(sample))
    const stem = name.replace(/\.wasm$/, '')
    for (const folder of [SAMPLES, PROGRAMS]) {
      const program = `${folder}/${stem}.example`
      if (name === stem || !existsSync(program)) continue
      const options = { level: LEVELS.get('-O0')!, isNamed: true }
      const source = readFileSync(program, 'utf8')
      const compiled = compile(source, this.#binaryen, options)
      if ('bytes' in compiled) return compiled.bytes
    }
    throw new TerminalFault(
      `there is no sample ${name}.`,
      `Put it into ${SAMPLES}, or name a program of ${PROGRAMS} with .wasm behind it.`,
    )
  }
}

/** As Prettier and the fence's own line end leave it. */
function keyOf(info: string, content: string): string {
  return `${info.trim()}\n${content.trim()}`
}

async function runLine(session: Session, line: string): Promise<Turn> {
  const before = new Map(session.files)
  const pieces: { stream: 'out' | 'err'; text: string }[] = []
  const status = await session.run(line, {
    signal: new AbortController().signal,
    onOutput: (stream, bytes) =>
      pieces.push({ stream, text: new TextDecoder().decode(bytes) }),
  })
  const changes = changesBetween(before, session.files)
  return { line, pieces, status, changes }
}

function saidBy({ pieces }: Turn): string {
  return pieces.map(({ text }) => text).join('')
}
