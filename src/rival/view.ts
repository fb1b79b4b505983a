/** The text of both modules, of one function or as a whole, line against line. */
import {
  functionText,
  textDifference,
  type DifferenceLine,
} from '../passes/passes.ts'

/** The text of what a compiler made, if it made anything. */
export type TextSide = { text: string } | { refusal: string }

export interface TextPair {
  ours: TextSide
  theirs: TextSide
}

export interface ComparedView {
  /** The function that is shown, by the name it is exported by; '' is all. */
  of: string
  lines: DifferenceLine[]
}

/** Names of functions that the outside can call, in ours or in theirs. */
export function functionsIn({ ours, theirs }: TextPair): string[] {
  const names = [ours, theirs].flatMap((side) => [...exportsOf(side).keys()])
  return [...new Set(names)]
}

/** @param of a function's name; the whole module where neither has it */
export function comparedView(pair: TextPair, of: string): ComparedView {
  const { ours, theirs } = pair
  const shown = functionsIn(pair).includes(of) ? of : ''
  const lines = textDifference(textOf(ours, shown), textOf(theirs, shown))
  return { of: shown, lines }
}

function textOf(side: TextSide, of: string): string {
  if ('refusal' in side) return ''
  if (!of) return side.text.trimEnd()
  const name = exportsOf(side).get(of)
  // Both functions are shown under the name that they are called by.
  return name ? functionText(side.text, name).replace(name, of) : ''
}

/** The inner name of each function that is exported. */
function exportsOf(side: TextSide): Map<string, string> {
  if ('refusal' in side) return new Map()
  const found = side.text.matchAll(/\(export "([^"]+)" \(func \$([^)]+)\)\)/g)
  return new Map([...found].map(([, outer, inner]) => [outer!, inner!]))
}
