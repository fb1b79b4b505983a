/** The module as flat text: one instruction a line, in the order of the bytes. */
import type { ByteRow } from './bytes.ts'
import type { ModuleNames } from './names.ts'
import { NOWHERE } from './nodes.ts'
import { headNode, type TextStage } from './text.ts'

/**
 * @param text as Binaryen prints its stack IR
 * @param rows of the module's bytes, whose instructions are the same, in order
 */
export function flatText(
  text: string,
  rows: readonly (ByteRow & { node: number })[],
  names: ModuleNames,
): TextStage {
  const lines = text.trimEnd().split('\n')
  const instructions = rows.filter(isInFunction)
  let around = NOWHERE
  let at = 0
  const nodes = lines.map((line) => {
    if (line.startsWith(' (')) around = headNode(line, NOWHERE, names)
    if (/^ {2,}[a-z]/.test(line)) return instructions[at++]?.node ?? NOWHERE
    if (line.startsWith('  (')) return headNode(line, around, names)
    return line.startsWith(' ') ? around : NOWHERE
  })
  return { text: lines.join('\n'), nodes }
}

/** Globals have instructions, too, for the values that they begin with. */
function isInFunction({ kind, functionIndex }: ByteRow): boolean {
  return kind === 'instruction' && functionIndex !== undefined
}
