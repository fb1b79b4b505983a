/**
 * Last words that outlive a reload where no other window remembers them: this
 * tab keeps them, with their stamps, so that whoever spoke later still wins.
 */
import type { Said } from './message.ts'
import { LAST_WORDS, store, stored } from './stored.ts'

/** What islands show and where one is, others keep: storage, and the address. */
const KEPT = /^(?:ink |zoom$|screen$)/

/** Keeps of all that was said what nobody else does. */
export function keepWords(all: Iterable<Said>): void {
  const words = [...all].filter(({ name }) => KEPT.test(name))
  const some = words.length > 0 ? words : undefined
  store('sessionStorage', LAST_WORDS, some)
}

/** @returns what was kept, to be looked at as anything that comes from outside */
export function keptWords(): unknown[] {
  const words = stored('sessionStorage', LAST_WORDS)
  return Array.isArray(words) ? words : []
}
