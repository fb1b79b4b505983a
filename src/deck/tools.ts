/**
 * Tools: what a speaker takes in hand. Each is a file of its own that comes
 * when it is first asked for, here or in another window.
 */
import hall from '../styles/hall.css?sheet'
import { dress } from './dressing.ts'
import { stored, TIMING } from './stored.ts'
import type { InStep } from './step.ts'
import type { Place, Step } from './steps.ts'
import type { Wish } from './keys.ts'
import type { Role } from './deck.ts'

/** The deck as a tool sees it. */
export interface Lectern {
  readonly role: Role
  readonly steps: readonly Step[]
  readonly place: Place
  /** The slide that shows. */
  readonly slide: HTMLElement
  /** What all windows have: a tool says and watches what it shows. */
  readonly inStep: InStep
  /** Aborted when the slides are left. */
  readonly signal: AbortSignal
  /** Goes to a place, from where `return` comes back. */
  jump(to: Place): void
  /** Goes to a chapter, presenting: to its start, or to a step of it. */
  visit(path: string, step?: string): void
  wish(wish: Wish): void
  /** Says a sentence to whoever looks at this window; '' takes it away. */
  notice(words: string): void
}

export interface Tool {
  /** Takes it in hand, or lays it down, as its key was pressed again. */
  use(wish: ToolName): void
  /** Escape. @returns whether it was in hand, and is laid down now */
  layDown(): boolean
  /** Whether it takes a wish for itself: the deck does nothing then. */
  takes?(wish: Wish): boolean
}

/** What a tool's file exports. */
interface ToolModule {
  tool(lectern: Lectern): Tool
}

/** One screen is black or white: one tool for both. */
const screen = () => import('./screen.ts')

const MODULES: Record<ToolName, () => Promise<ToolModule>> = {
  pointer: () => import('./pointer.ts'),
  pen: () => import('./pen.ts'),
  zoom: () => import('./zoom.ts'),
  black: screen,
  white: screen,
  'full screen': () => import('./full-screen.ts'),
  timing: () => import('./timing.ts'),
  overview: () => import('./overview.ts'),
  go: () => import('./go.ts'),
  keys: () => import('./help.ts'),
  followers: () => import('./followers.ts'),
}

export type ToolName =
  | 'overview'
  | 'go'
  | 'keys'
  | 'pointer'
  | 'pen'
  | 'zoom'
  | 'black'
  | 'white'
  | 'full screen'
  | 'timing'
  | 'followers'

/** Tools that are needed where another window says something of this name. */
const SHOWN_BY: [prefix: string, tool: ToolName][] = [
  ['pointer', 'pointer'],
  ['ink ', 'pen'],
  ['zoom', 'zoom'],
  ['screen', 'black'],
  ['link', 'followers'],
]

/** All that one who follows can ask for: the rest is the speaker’s. */
const FOLLOWERS: ReadonlySet<Wish> = new Set([
  'next',
  'back',
  'first',
  'last',
  'leave',
  'overview',
  'go',
  'keys',
  'zoom',
  'full screen',
])

/** Whether whoever looks at a window can ask for something. */
export function isFor(role: Role, wish: Wish): boolean {
  if (role === 'follow') return FOLLOWERS.has(wish)
  // The presenter’s window is there already, and is not left.
  return role !== 'speaker' || (wish !== 'speaker' && wish !== 'leave')
}

/** Tools that go on after a reload, where this browser stores something of this name. */
const STORED_BY: [name: string, tool: ToolName][] = [[TIMING, 'timing']]

export class Tools {
  readonly #lectern: Lectern
  readonly #loaded = new Map<() => Promise<ToolModule>, Promise<Tool>>()
  readonly #ready: Tool[] = []

  constructor(lectern: Lectern) {
    this.#lectern = lectern
    const isFollower = lectern.role === 'follow'
    for (const [prefix, name] of SHOWN_BY) {
      if (isFollower && name === 'followers') continue
      lectern.inStep.watch(prefix, () => void this.#load(name))
    }
    for (const [stands, name] of STORED_BY) {
      if (!isFollower && stored('localStorage', stands)) void this.#load(name)
    }
  }

  /** Takes a tool in hand, or lays it down. */
  async use(name: ToolName): Promise<void> {
    const tool = await this.#load(name)
    if (!this.#lectern.signal.aborted) tool?.use(name)
  }

  /** Whether a tool takes a wish that is not for it. */
  takes(wish: Wish): boolean {
    if (this.#lectern.role === 'follow' && !FOLLOWERS.has(wish)) return true
    return this.#ready.some((tool) => tool.takes?.(wish))
  }

  /** Lays down what is in hand. @returns whether anything was */
  layDown(): boolean {
    return this.#ready.filter((tool) => tool.layDown()).length > 0
  }

  async #load(name: ToolName): Promise<Tool | undefined> {
    const load = MODULES[name]
    try {
      const loaded = this.#loaded.get(load) ?? this.#open(load)
      this.#loaded.set(load, loaded)
      return await loaded
    } catch {
      this.#loaded.delete(load)
      this.#lectern.notice(
        'This tool could not be loaded. Check the connection, and press its key again.',
      )
      return undefined
    }
  }

  async #open(load: () => Promise<ToolModule>): Promise<Tool> {
    const [module] = await Promise.all([load(), dress(hall)])
    const tool = module.tool(this.#lectern)
    this.#ready.push(tool)
    return tool
  }
}
