/** What pages and the service worker say to each other. */

/** To the worker; answers come through the port that is posted along. */
export type Word =
  /** Until then, nothing is asked of the network; milliseconds since 1970, ten seconds ahead at most. */
  | { kind: 'rehearse'; until: number }
  /** A page is there. @param isFirst if it was before any worker */
  | { kind: 'hello'; isFirst: boolean }
  /** To one that waits. @param isAsked by the reader, even if somebody presents */
  | { kind: 'take over'; isAsked: boolean }
  /** Nothing is to stay. */
  | { kind: 'delete' }

export type Answer =
  | { kind: 'rehearsing' }
  | { kind: 'deleted' }
  /** Comes again when more is there. */
  | Stored

export interface Stored {
  kind: 'stored'
  bytes: number
  /** Whether the text of all chapters is there. */
  isWhole: boolean
  /** Whether the page is of another version than the worker. */
  isOther: boolean
}

/** Held by each window that presents. */
export const LOCK = 'a-wasm-new-year:presenting'
