/** The module of a program, as text and as bytes, each piece with its node. */
import { decode } from '@jridgewell/sourcemap-codec'
import {
  check,
  emit,
  LEVELS,
  refuseInvalid,
  type Workbench,
} from '../examplescript/examplescript.ts'
import { annotate, type ByteRow } from './bytes.ts'
import { flatText } from './flat.ts'
import { ModuleNames } from './names.ts'
import { NOWHERE, Nodes } from './nodes.ts'
import { foldedText, nodeOrigins, type TextStage } from './text.ts'

/** A row of the hex dump, and the node that its bytes came from. */
export type NodeRow = ByteRow & { node: number }

export interface ModuleStages {
  folded: TextStage
  flat: TextStage
  bytes: Uint8Array
  rows: NodeRow[]
}

/**
 * Compiles a program, and follows each of its nodes to the end.
 *
 * @param level as people call it, such as `-O3`
 * @returns nothing for a program with problems
 * @throws CompilerError if Binaryen refuses what came of it
 */
export function moduleStages(
  source: string,
  binaryen: Workbench,
  level: string,
): ModuleStages | undefined {
  const { tree, program } = check(source)
  if (!program) return undefined
  const nodes = new Nodes(tree)
  const names = new ModuleNames(program, nodes)
  return binaryen.build((module) => {
    emit(program, binaryen.library, module, { origins: nodeOrigins(nodes) })
    refuseInvalid(binaryen, module)
    binaryen.optimize(module, LEVELS.get(level)!)
    const bytes = module.emitBinary()
    const { sourceMap } = module.emitBinary('map')
    const folded = foldedText(module.emitText(), names)
    const flat = module.emitStackIR()
    const rows = rowsOf(bytes, sourceMap!, flat, names)
    return { folded, flat: flatText(flat, rows, names), bytes, rows }
  })
}

/** Where each instruction came from: its offset, and the number of its node. */
type Origin = [offset: number, node: number]

function originsOf(sourceMap: string): Origin[] {
  const { mappings } = JSON.parse(sourceMap) as { mappings: string }
  // A module is one line, its bytes are columns, and lines are numbers of nodes.
  const [segments = []] = decode(mappings)
  return segments.map(([column, , line = NOWHERE]) => [column, line])
}

function rowsOf(
  bytes: Uint8Array,
  sourceMap: string,
  text: string,
  names: ModuleNames,
): NodeRow[] {
  const origins = originsOf(sourceMap)
  const functions = functionNodes(text, names)
  /** What blocks, loops and branches are open: their ends belong to them. */
  const open: number[] = []
  let at = 0
  return annotate(bytes).map((row) => {
    const around =
      row.functionIndex === undefined
        ? NOWHERE
        : (functions[row.functionIndex] ?? NOWHERE)
    if (row.kind !== 'instruction') return { ...row, node: around }
    while (at + 1 < origins.length && origins[at + 1]![0] <= row.from) at++
    const [offset, said] = origins[at] ?? [Infinity, NOWHERE]
    const [word = ''] = row.says.split(' ')
    // Binaryen's writer ends what is never left with an `unreachable` of its own,
    // which no node of ours has become.
    const isSaid =
      word === 'unreachable' ? offset === row.from : offset <= row.from
    const own = isSaid && said !== NOWHERE ? said : around
    if (word === 'end') return { ...row, node: open.pop() ?? around }
    if (word === 'else') return { ...row, node: open.at(-1) ?? around }
    if (OPENING.has(word)) open.push(own)
    return { ...row, node: own }
  })
}

const OPENING = new Set(['block', 'loop', 'if', 'try', 'try_table'])

/** Functions as modules count them: imported ones first, all in the text's order. */
function functionNodes(text: string, names: ModuleNames): number[] {
  return [...text.matchAll(/^ \((?:import .*\()?func \$([^\s()]+)/gm)].map(
    ([, name]) => names.declared(name!),
  )
}
