/** Lines of generated programs: indented, and ended where they have to be. */
import type { Chance } from './chance.ts'

/** A statement as lines, without a semicolon. */
export type Lines = string[]

export function indented(lines: Lines): Lines {
  return lines.map((line) => `  ${line}`)
}

/** A head and its block: `if (x) {`, lines, `}`. */
export function block(head: string, lines: Lines): Lines {
  return [`${head} {`.trim(), ...indented(lines), '}']
}

/**
 * One statement after the other. A semicolon may be left out, but not before a
 * line that could go on with the one above.
 */
export function joined(chance: Chance, statements: readonly Lines[]): Lines {
  return statements.flatMap((lines, index) => {
    const last = lines.at(-1)
    if (last === undefined || last.endsWith('}')) return lines
    const next = statements.slice(index + 1).find(({ length }) => length > 0)
    const isOdd = next !== undefined && !/^[a-z_}]/i.test(next[0]!)
    if (!isOdd && chance.happens(0.7)) return lines
    return [...lines.slice(0, -1), `${last};`]
  })
}
