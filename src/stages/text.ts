/**
 * The module as text, with the node of each line. Binaryen prints where an
 * instruction came from as a comment above it, `;;@ program:LINE:COLUMN`. Here
 * LINE is the number of a node, and the comments are taken out again.
 */
import type { Origins } from '../examplescript/examplescript.ts'
import type { ModuleNames } from './names.ts'
import { NOWHERE, type Nodes } from './nodes.ts'

/** A text, and for each of its lines the node that it belongs to. */
export interface TextStage {
  text: string
  nodes: number[]
}

/** Makes a module's instructions say the numbers of their nodes, plus one. */
export function nodeOrigins(nodes: Nodes): Origins {
  return {
    name: 'program',
    positionOf: ({ place }) => ({ line: nodes.at(place) + 1, column: 0 }),
  }
}

const ORIGIN = /^ *;;@(?: program:(\d+):\d+)?$/

/** What is open at a line: each is in the one before, and indented more. */
interface Open {
  indent: number
  node: number
}

/**
 * Folded text, where instructions stand in their operands' places.
 *
 * @param annotated as Binaryen prints a module that has `nodeOrigins`
 */
export function foldedText(annotated: string, names: ModuleNames): TextStage {
  const lines: string[] = []
  const nodes: number[] = []
  const open: Open[] = []
  let said: number | undefined
  for (const line of annotated.trimEnd().split('\n')) {
    const origin = ORIGIN.exec(line)
    if (origin) {
      said = origin[1] === undefined ? undefined : Number(origin[1]) - 1
      continue
    }
    const indent = line.search(/\S|$/)
    while (open.length > 0 && open.at(-1)!.indent > indent) open.pop()
    const isEnd = line.trim() === ')'
    if (!isEnd && open.at(-1)?.indent === indent) open.pop()
    // What says nothing of its own belongs to what it is in.
    const around = open.at(-1)?.node ?? NOWHERE
    const node = isEnd ? around : (said ?? headNode(line, around, names))
    if (!isEnd) open.push({ indent, node })
    lines.push(line)
    nodes.push(node)
    said = undefined
  }
  return { text: lines.join('\n'), nodes }
}

const DECLARED = /\((?:func|global|type) \$([^\s()]+)/
const LOCAL = /^ *\(local \$([^\s()]+)/

/** The node of a line that is no instruction. */
export function headNode(
  line: string,
  around: number,
  names: ModuleNames,
): number {
  const local = LOCAL.exec(line)
  if (local) {
    const node = names.local(local[1]!, around)
    return node === NOWHERE ? around : node
  }
  const declared = line.startsWith(' (') ? DECLARED.exec(line) : undefined
  return declared ? names.declared(declared[1]!) : around
}
