/** The words of a fence whose program in JavaScript uses Binaryen’s library. */

const FENCE = /^js binaryen title="([^"]+)"$/

export function isScript(info: string): boolean {
  return /^js binaryen\b/.test(info)
}

/** @returns the title; undefined for a fence that says it in another way */
export function scriptTitle(info: string): string | undefined {
  return FENCE.exec(info)?.[1]
}
