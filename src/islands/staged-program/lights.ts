/**
 * Lights: pointing at a piece of a program in one view lights up, in all of
 * them, what it came from and what it became. Pieces carry the number of their
 * node, `data-node`; in a node’s light are those of the same place, and in its
 * softer light those of what is below it.
 */
import { NOWHERE, type Nodes } from '../../stages/stages.ts'

/** A piece of a view, and the number of its node. */
interface Piece {
  element: HTMLElement
  node: number
}

export class Lights {
  readonly #views: HTMLElement
  #nodes: Nodes | undefined
  #lit: Element[] = []
  /** The frame in which views scroll to what is lit. */
  #frame = 0
  /** The pieces of each view, looked for once after it is drawn. */
  readonly #pieces = new Map<HTMLElement, Piece[]>()

  constructor(views: HTMLElement) {
    this.#views = views
  }

  /** The tree that the numbers are of; all lights go out. */
  set nodes(nodes: Nodes) {
    this.#nodes = nodes
    this.#out()
  }

  /** A view has other pieces than before. */
  redrawn(): void {
    this.#pieces.clear()
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
    const others: Shown[] = []
    for (const view of this.#views.querySelectorAll<HTMLElement>(
      '.view[data-current]',
    )) {
      const piece = this.#lightIn(view, core, nodes)
      if (piece && view !== from) others.push({ view, piece })
    }
    // Measuring lays the page out: once a frame, however fast somebody points.
    this.#frame = requestAnimationFrame(() => {
      for (const scroll of others.map(revealing)) scroll()
    })
  }

  /** @returns the piece to be seen: the first of the same place, or within it */
  #lightIn(
    view: HTMLElement,
    core: number,
    nodes: Nodes,
  ): HTMLElement | undefined {
    const last = nodes.last[core]!
    let first: HTMLElement | undefined
    let within: HTMLElement | undefined
    for (const { element, node } of this.#piecesOf(view)) {
      const isCore = node <= core && nodes.core(node) === core
      if (!isCore && (node < core || node > last)) continue
      element.classList.add(isCore ? 'lit' : 'within')
      this.#lit.push(element)
      if (isCore) first ??= element
      else within ??= element
    }
    return first ?? within
  }

  #piecesOf(view: HTMLElement): Piece[] {
    let pieces = this.#pieces.get(view)
    // Words may have come in their place.
    if (!pieces?.[0]?.element.isConnected) {
      const elements = view.querySelectorAll<HTMLElement>('[data-node]')
      pieces = Array.from(elements, (element) => {
        return { element, node: Number(element.dataset['node']) }
      })
      this.#pieces.set(view, pieces)
    }
    return pieces
  }

  #out(): void {
    cancelAnimationFrame(this.#frame)
    for (const piece of this.#lit) piece.classList.remove('lit', 'within')
    this.#lit = []
  }
}

/** A piece that is to be seen in its view. */
interface Shown {
  view: HTMLElement
  piece: HTMLElement
}

/** @returns what scrolls a view, and nothing else, until its piece is seen */
function revealing({ view, piece }: Shown): () => void {
  const body = view.querySelector<HTMLElement>('.view-body')!
  // An item of a tree has all that is below it: what counts is its own node.
  const shown = piece.querySelector(':scope > .node') ?? piece
  const box = body.getBoundingClientRect()
  const own = shown.getBoundingClientRect()
  const down = wayInto(own.top, own.bottom, box.top, box.bottom)
  const right = wayInto(own.left, own.right, box.left, box.right)
  return () => {
    if (down) body.scrollTop += down
    if (right) body.scrollLeft += right
  }
}

/** How far to scroll; 8 pixels are left beside. */
function wayInto(
  from: number,
  to: number,
  least: number,
  most: number,
): number {
  if (from < least) return from - least - 8
  return to > most ? to - most + 8 : 0
}
