/**
 * Last words that outlive a reload where no other window remembers them: this
 * tab keeps them, with their stamps, so that whoever spoke later still wins.
 */
import { LAST_WORDS } from './door.ts'
import type { Said } from './message.ts'

/** What islands show and where one is, others keep: storage, and the address. */
const KEPT = /^(?:ink |zoom$|screen$)/

/** Keeps of all that was said what nobody else does. */
export function keepWords(all: Iterable<Said>): void {
  const words = [...all].filter(({ name }) => KEPT.test(name))
  try {
    if (words.length === 0) sessionStorage.removeItem(LAST_WORDS)
    else sessionStorage.setItem(LAST_WORDS, JSON.stringify(words))
  } catch {
    // No storage, or a full one: a reload starts with what others know.
  }
}

/** @returns what was kept, to be looked at as anything that comes from outside */
export function keptWords(): unknown[] {
  try {
    const words: unknown = JSON.parse(
      sessionStorage.getItem(LAST_WORDS) ?? '[]',
    )
    return Array.isArray(words) ? words : []
  } catch {
    return []
  }
}
