/** What can be said of a program by reading it: all stages but its module. */
import {
  check,
  colouredTokens,
  type Problem,
} from '../examplescript/examplescript.ts'
import type { Branch } from './branch.ts'
import { Nodes } from './nodes.ts'
import { treeOf } from './tree.ts'
import { typesOf } from './types.ts'

type Token = ReturnType<typeof colouredTokens>[number]

export interface Reading {
  text: string
  problems: readonly Problem[]
  /** Each with the innermost node that it is a part of. */
  tokens: readonly (Token & { node: number })[]
  nodes: Nodes
  tree(): Branch
  /** What the checker understood, though the program may have problems. */
  types(): Branch
}

/** Reads a program; with problems in it, all that could be read is there. */
export function readStages(text: string): Reading {
  const { tree, typed, problems } = check(text)
  const nodes = new Nodes(tree)
  return {
    text,
    problems,
    tokens: colouredTokens(text).map((token) => ({
      ...token,
      node: nodes.at(token),
    })),
    nodes,
    tree: () => treeOf(text, nodes),
    types: () => typesOf(typed, nodes),
  }
}
