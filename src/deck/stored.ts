/** What the deck stores in this browser, for this window or for all. */
const PREFIX = 'a-wasm-new-year:'

/** What goes on after a reload: of this tab, and of this browser. */
export const LAST_WORDS = 'last-words'
export const TIMING = 'timing'
/** The room that this browser leads, and the secret that lets it. */
export const LEAD = 'lead'

type Kind = 'sessionStorage' | 'localStorage'

/** As it changes in another window; `key` of its event. */
export function keyOf(name: string): string {
  return PREFIX + name
}

/** @returns whatever lies there; undefined if that is nothing, or no storage */
export function stored(kind: Kind, name: string): unknown {
  try {
    return JSON.parse(window[kind].getItem(keyOf(name)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** @param value plain data; undefined forgets it */
export function store(kind: Kind, name: string, value: unknown): void {
  try {
    if (value === undefined) window[kind].removeItem(keyOf(name))
    else window[kind].setItem(keyOf(name), JSON.stringify(value))
  } catch {
    // No storage, or a full one: it is known until the page goes.
  }
}
