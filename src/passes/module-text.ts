/** What differs between two texts of one program: in a function, or as a whole. */
import { textDifference, type DifferenceLine } from './difference.ts'
import { functionText } from './trace.ts'

export interface ModuleDifference {
  /** The names of the functions in either text, in their order. */
  functions: string[]
  /** The function that is shown; '' is the whole module. */
  of: string
  lines: DifferenceLine[]
}

/**
 * @param before WebAssembly's text, as Binaryen writes it; so is `after`
 * @param of a function's name; the whole module where neither text has it
 */
export function moduleDifference(
  before: string,
  after: string,
  of: string,
): ModuleDifference {
  const names = [before, after].flatMap(functionsIn)
  const functions = [...new Set(names)]
  const shown = functions.includes(of) ? of : ''
  const part = (text: string) =>
    shown ? functionText(text, shown) : text.trimEnd()
  const lines = textDifference(part(before), part(after))
  return { functions, of: shown, lines }
}

function functionsIn(text: string): string[] {
  return [...text.matchAll(/^ \(func \$(\S+)/gm)].map(([, name]) => name!)
}
