/**
 * What islands, storage, links, windows and slides hand to each other: an
 * island's state.
 */

/** Plain data, with its version. */
export type State = { version: number } & Record<string, unknown>

/** An island's element, once its script is there, as all others know it. */
export interface LiveElement extends HTMLElement {
  readonly state: State
  /** The state that the build made. */
  readonly untouched: State
  readonly isUntouched: boolean
  /** Shows a state, and runs nothing. */
  restore(state: State): void
  /** Shows a state, and does again what led to it. */
  replay(state: State): void
  /** Loads what acts and settings will need, and does nothing else. */
  prepare(acts: readonly string[], settings: Record<string, unknown>): void
  act(name: string): void
}

/**
 * Makes a state that came from anywhere one that an island can show: it has
 * what the untouched state has, each of the same kind, and nothing else. Of a
 * state of another version nothing is taken.
 */
export function shaped<T extends object>(state: unknown, like: T): T {
  if (!isRecord(state)) return like
  if ('version' in like && state['version'] !== like.version) return like
  const entries = Object.entries(like).map(([name, own]) => {
    const value = state[name]
    if (isRecord(own)) return [name, shaped(value, own)]
    const fits = own === null ? isIndex(value) : kindOf(value) === kindOf(own)
    return [name, fits ? value : own]
  })
  return Object.fromEntries(entries) as T
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands where nothing is chosen yet. */
function isIndex(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0
}

/** As `typeof` says it, but for what that mixes up. */
function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  // JSON reads 1e999 as Infinity, which no island counts to.
  if (typeof value === 'number' && !Number.isFinite(value)) return 'infinite'
  return typeof value
}
