/** How much `optimize` does: -O3 is `{ optimize: 3, shrink: 0 }`, -Oz 2 and 2. */
export interface Level {
  optimize: 0 | 1 | 2 | 3 | 4
  shrink: 0 | 1 | 2
}

/**
 * Whether the writer tidies the stack code of a module of this level, as
 * `wasm-opt` has it.
 */
export function isTidied({ optimize, shrink }: Level): boolean {
  return optimize >= 3 || shrink >= 1
}
