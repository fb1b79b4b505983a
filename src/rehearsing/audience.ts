/** The audience, up to the last row: what it can read of each slide, and what it cannot see. */
import { count, type Fault, type Spot } from './finding.ts'
import { isFine, smallestOf, smallFault, type Text } from './legible.ts'
import type { Projector } from './projector.ts'
import { cutOn, overflowOf, textsOn } from './sight.ts'

interface Tell {
  found(spot: Spot, fault: Fault): void
  noted(spot: Spot, words: string): void
}

export class Audience {
  readonly #projector: Projector
  readonly #tell: Tell
  readonly #signal: AbortSignal
  /** The smallest text of each slide, over all of its presses. */
  readonly #smallest = new Map<Element, { text: Text; spot: Spot }>()

  constructor(projector: Projector, tell: Tell, signal: AbortSignal) {
    this.#projector = projector
    this.#tell = tell
    this.#signal = signal
  }

  /** Looks at the slide that shows, as it is after a press. */
  async look(slide: HTMLElement, spot: Spot): Promise<void> {
    // What a card says of its trouble takes room that is not taken on stage.
    if (slide.querySelector('.trouble:not([hidden])')) return
    const over = await overflowOf(this.#projector, this.#signal)
    const text = smallestOf(textsOn(slide))
    const before = this.#smallest.get(slide)
    if (text && !(before && before.text.pixels <= text.pixels)) {
      this.#smallest.set(slide, { text, spot })
    }
    for (const title of cutOn(slide)) {
      this.#tell.noted(spot, `Lines of “${title}” end behind its right edge.`)
    }
    this.#judgeFit(over, spot)
  }

  /** Says what cannot be read, once all slides were seen in all their states. */
  judge(): void {
    const { height } = this.#projector.size
    for (const { text, spot } of this.#smallest.values()) {
      const fault = smallFault(text, height)
      if (fault) this.#tell.found(spot, fault)
      else if (isFine(text, height)) {
        const share = Math.round(height / text.pixels)
        const words = `The smallest text has 1/${share} of the height. The last row needs good eyes for it.`
        this.#tell.noted(spot, words)
      }
    }
  }

  #judgeFit(
    { below, beside }: { below: number; beside: number },
    spot: Spot,
  ): void {
    if (below <= 1 && beside <= 1) return
    const where = [
      ...(below > 1 ? [`${count(below, 'pixel')} below the edge`] : []),
      ...(beside > 1 ? [`${count(beside, 'pixel')} beside it`] : []),
    ]
    this.#tell.found(spot, {
      kind: 'overflow',
      what: `The slide does not fit: ${where.join(' and ')}.`,
      todo: 'Show less on it, or make two of it with ---.',
    })
  }
}
