/**
 * The hall: the other windows, and the tools in a speaker's hand. Who presents
 * in one window, and only moves, needs neither: it comes when another window
 * speaks, or when a tool is asked for.
 */
import { VERSION, type Door } from './door.ts'
import { keptWords } from './kept.ts'
import { stored, LEAD } from './stored.ts'
import { followIslands, tellIslands, touchedIslands } from './mirroring.ts'
import { InStep, type Hear } from './step.ts'
import { Tools, type Lectern } from './tools.ts'
import type { Mark } from './whereabouts.ts'

interface Options {
  door: Door
  /** Where this window is. */
  mark: () => Mark
  /** When somebody moved it there; 0 if nobody did. */
  movedAt: number
  /** Called with where another window is. */
  follow: Hear
}

export class Hall {
  readonly inStep: InStep
  /** A window that nobody touches has none. */
  tools: Tools | undefined
  readonly #options: Options

  constructor(
    { role, notice }: Pick<Lectern, 'role' | 'notice'>,
    options: Options,
  ) {
    const { door, mark } = options
    this.#options = options
    this.inStep = new InStep({
      channel: door.channel,
      listensOnly: role === 'preview' || role === 'follow',
      // Windows share a clock; of two devices, either may be wrong by hours.
      ...(role === 'follow' && { now: () => Infinity }),
      silent: () => [['place', mark()], ...touchedIslands()],
      onStranger: notice,
    })
  }

  /** From here on, this window follows others, and tools can be taken in hand. */
  open(lectern: Lectern): void {
    const { inStep } = this
    const { door, mark, movedAt, follow } = this.#options
    const { role, signal } = lectern
    if (movedAt) inStep.remember('place', mark(), movedAt)
    inStep.watch('place', follow)
    followIslands(inStep)
    signal.addEventListener('abort', () => inStep.close())
    door.handOver()
    if (role !== 'preview') this.tools = new Tools(lectern)
    if (role === 'present' || role === 'speaker') {
      tellIslands(inStep, signal)
      // What is in a frame shares the tab, and has nothing of its own to keep.
      const kept = keptWords().map((word) => ({
        ...Object(word),
        version: VERSION,
      }))
      inStep.catchUp(kept)
    }
    inStep.catchUp(door.heard)
    if (role === 'present' || role === 'speaker') void lead(lectern)
  }
}

/** Whoever holds a secret is followed by devices elsewhere, too. */
async function lead(lectern: Lectern): Promise<void> {
  if (!stored('localStorage', LEAD)) return
  try {
    const { Leader } = await import('./leading.ts')
    await new Leader(lectern).connect()
  } catch {
    lectern.notice(
      'Nobody follows on other devices yet: a part of the slides could not be loaded. Check the connection, and reload.',
    )
  }
}
