/** Ink on its slide: strokes as paths that lie above all else, and take no press. */
import { MOST_STROKES, pathOf, type Stroke } from './ink.ts'

const SVG = 'http://www.w3.org/2000/svg'

interface Drawn {
  stroke: Stroke
  path: SVGPathElement
}

/** The ink of one slide. Nothing is in the page until there is some. */
export class InkLayer {
  readonly #slide: HTMLElement
  readonly #drawn = new Map<string, Drawn>()
  #layer: HTMLElement | undefined

  constructor(slide: HTMLElement) {
    this.#slide = slide
  }

  get isEmpty(): boolean {
    return this.#drawn.size === 0
  }

  get strokes(): [id: string, stroke: Stroke][] {
    return [...this.#drawn].map(([id, { stroke }]) => [id, stroke])
  }

  get(id: string): Stroke | undefined {
    return this.#drawn.get(id)?.stroke
  }

  /**
   * Draws a stroke as it is by now, or takes it away.
   * @param id strokes lie in its order
   */
  set(id: string, stroke: Stroke | undefined): void {
    if (stroke) this.#draw(id, stroke)
    else this.#erase(id)
  }

  /** Takes the layer out of the page. */
  remove(): void {
    this.#layer?.remove()
    this.#layer = undefined
  }

  #draw(id: string, stroke: Stroke): void {
    let path = this.#drawn.get(id)?.path
    if (!path) {
      if (this.#drawn.size >= MOST_STROKES) return
      path = document.createElementNS(SVG, 'path')
      this.#place(id, path)
    }
    path.setAttribute('class', `ink-${stroke.hue} ink-${stroke.tip}`)
    path.setAttribute('d', pathOf(stroke))
    this.#drawn.set(id, { stroke, path })
  }

  #erase(id: string): void {
    this.#drawn.get(id)?.path.remove()
    this.#drawn.delete(id)
    if (this.isEmpty) this.remove()
  }

  #place(id: string, path: SVGPathElement): void {
    if (!this.#layer) {
      this.#layer = layer()
      this.#slide.append(this.#layer)
    }
    const above = [...this.#drawn.keys()]
      .filter((other) => other > id)
      .sort()[0]
    const next = above === undefined ? null : this.#drawn.get(above)!.path
    this.#layer.querySelector('svg')!.insertBefore(path, next)
  }
}

/** A box around the drawing, as slides have drawings of their own. */
function layer(): HTMLElement {
  const box = document.createElement('div')
  box.className = 'ink'
  box.ariaHidden = 'true'
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 100 56.25')
  box.append(svg)
  return box
}
