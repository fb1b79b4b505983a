/**
 * Lights: pointing at a piece of a program in one view lights up, in all of
 * them, what it came from and what it became. Pieces carry the number of their
 * node, `data-node`; in a node’s light are those of the same place, and in its
 * softer light those of what is below it.
 */
import { NOWHERE, type Nodes } from '../../stages/stages.ts'

export class Lights {
  readonly #views: HTMLElement
  #nodes: Nodes | undefined
  #lit: Element[] = []

  constructor(views: HTMLElement) {
    this.#views = views
  }

  /** The tree that the numbers are of; all lights go out. */
  set nodes(nodes: Nodes) {
    this.#nodes = nodes
    this.#out()
  }

  /**
   * Lights up a node; NOWHERE puts all lights out.
   *
   * @param from the view where somebody points, which stays where it is
   */
  light(node: number, from?: Element | null): void {
    this.#out()
    const nodes = this.#nodes
    if (!nodes || node === NOWHERE || node >= nodes.all.length) return
    const core = nodes.core(node)
    const last = nodes.last[core]!
    for (const view of this.#views.querySelectorAll<HTMLElement>('.view')) {
      // What is not shown has no boxes, and costs nothing.
      if (!view.checkVisibility()) continue
      let first: Element | undefined
      for (const piece of view.querySelectorAll<HTMLElement>('[data-node]')) {
        const number = Number(piece.dataset['node'])
        const isCore = number <= core && nodes.core(number) === core
        if (!isCore && (number < core || number > last)) continue
        piece.classList.add(isCore ? 'lit' : 'within')
        this.#lit.push(piece)
        if (isCore) first ??= piece
      }
      if (view !== from) reveal(view, first ?? this.#firstIn(view))
    }
  }

  #firstIn(view: Element): Element | undefined {
    return this.#lit.find((piece) => view.contains(piece))
  }

  #out(): void {
    for (const piece of this.#lit) piece.classList.remove('lit', 'within')
    this.#lit = []
  }
}

/** Scrolls a view, and nothing else, until a piece of it is seen. */
function reveal(view: HTMLElement, piece: Element | undefined): void {
  const body = view.querySelector<HTMLElement>('.view-body')
  if (!body || !piece) return
  // An item of a tree has all that is below it: what counts is its own node.
  const shown = piece.querySelector(':scope > .node') ?? piece
  const box = body.getBoundingClientRect()
  const own = shown.getBoundingClientRect()
  if (own.top < box.top) body.scrollTop += own.top - box.top - 8
  else if (own.bottom > box.bottom) {
    body.scrollTop += own.bottom - box.bottom + 8
  }
  if (own.left < box.left) body.scrollLeft += own.left - box.left - 8
  else if (own.right > box.right) body.scrollLeft += own.right - box.right + 8
}
