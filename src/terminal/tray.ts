/** The files of a session, as they are listed beside it. */
import type { FileChange, TrayFile } from '../figures/terminal.ts'
import { escaped } from './complete.ts'

type Files = ReadonlyMap<string, Uint8Array>

/** Bytes that are enough to look at as hex. */
const MOST_HEX = 4096

/** @returns what is another file than before, by name */
export function changesBetween(before: Files, after: Files): FileChange[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].sort().flatMap((name): FileChange[] => {
    const [old, young] = [before.get(name), after.get(name)]
    // A file that nobody wrote to is the very same array.
    if (old === young || (old && young && isEqual(old, young))) return []
    return [
      {
        name,
        ...(old && { before: old.length }),
        ...(young && { after: young.length }),
      },
    ]
  })
}

/** @param changes what the last line changed */
export function trayOf(
  files: Files,
  changes: readonly FileChange[],
): TrayFile[] {
  const fresh = new Set(changes.map(({ name }) => name))
  return [...files].sort(byName).map(([name, { length }]) => {
    const word = escaped(name)
    return {
      name,
      size: length,
      isFresh: fresh.has(name),
      asText: name.endsWith('.wasm') ? `wasm-dis ${word}` : `cat ${word}`,
      asHex: length > MOST_HEX ? `xxd -l ${MOST_HEX} ${word}` : `xxd ${word}`,
      removal: `rm ${word}`,
    }
  })
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
