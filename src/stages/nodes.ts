/**
 * The nodes of a tree, numbered in the order of reading. The numbers are what
 * all stages have in common: a token, a typed expression, an instruction and its
 * bytes each name the node that they belong to, and so find one another.
 */
import {
  childrenOf,
  type Place,
  type TreeNode,
} from '../examplescript/examplescript.ts'

/** What has no node: a comment, what the compiler adds of its own. */
export const NOWHERE = -1

export class Nodes {
  /** By their numbers: each before what is in it. */
  readonly all: TreeNode[] = []
  /** Of each node, the number of the last one in it; its own, if none is. */
  readonly last: number[] = []
  readonly #children: number[][] = []
  readonly #cores: number[] = []
  readonly #numbers = new Map<object, number>()

  constructor(root: TreeNode) {
    this.#add(root)
  }

  #add(node: TreeNode): number {
    const number = this.all.push(node) - 1
    const children: number[] = []
    this.#children[number] = children
    this.#numbers.set(node, number)
    let core = number
    for (const child of childrenOf(node)) {
      const inner = this.#add(child)
      children.push(inner)
      if (child.from === node.from && child.to === node.to) {
        core = this.#cores[inner]!
      }
    }
    this.#cores[number] = core
    this.last[number] = this.all.length - 1
    return number
  }

  /** @returns NOWHERE for a node of another tree */
  numberOf(node: object): number {
    return this.#numbers.get(node) ?? NOWHERE
  }

  /** The innermost node that has all of a place; of two alike, the inner one. */
  at({ from, to }: Place): number {
    let found = 0
    for (;;) {
      const inner = this.#children[found]!.find((child) => {
        const place = this.all[child]!
        return place.from <= from && to <= place.to
      })
      if (inner === undefined) return found
      found = inner
    }
  }

  /** The innermost node of the same place as a node: `x` in the statement `x`. */
  core(number: number): number {
    return this.#cores[number]!
  }
}
