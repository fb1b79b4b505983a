/**
 * What is shown of a way: its tokens, the odds of the place that is looked at,
 * and those of another for as long as one points at its token.
 */
import type { Chance } from '../../engines/odds.ts'
import { oddsMarkup, wayMarkup } from '../../figures/odds.ts'
import { candidatesAt } from '../../storyteller/likely-place.ts'
import { ownTokenizer } from '../../storyteller/own-tokenizer.ts'
import { isOver, type Way } from './way.ts'

interface Shown {
  way: Way
  /** The place whose odds are shown. */
  looked: number
  chancesAt(place: number): readonly Chance[]
}

export class WayView {
  readonly #card: HTMLElement
  /** Asked for what there is at this moment. */
  readonly #look: () => Shown
  /** The place whose bars are there. */
  #place = 0

  constructor(card: HTMLElement, look: () => Shown) {
    this.#card = card
    this.#look = look
    const point = (event: Event) => this.#point(event)
    this.#piece('.way').addEventListener('pointerover', point)
    this.#piece('.way').addEventListener('pointerleave', point)
  }

  /** Draws all anew. The focus stays on what is there again. */
  show(): void {
    const focused = this.#focused
    const { way, looked } = this.#look()
    const list = this.#piece('.way')
    list.innerHTML = wayMarkup(stepsOf(way), looked, isOver(way))
    if (looked === way.places.length - 1) list.scrollTop = list.scrollHeight
    this.#showOdds(looked)
    this.#piece('.odds-none').hidden = way.places.length > 0
    if (focused) this.#card.querySelector<HTMLElement>(focused)?.focus()
  }

  /** The same tokens with other chances: what has the focus keeps it, and bars move. */
  bend(): void {
    const drawn = document.createElement('ol')
    drawn.innerHTML = this.#markupOf(this.#place)
    const items = [...this.#piece('.odds').children]
    for (const [at, fresh] of [...drawn.children].entries()) {
      const item = items[at]!
      item.className = fresh.className
      copy(item, fresh, 'button', 'aria-label')
      copy(item, fresh, '.chance', 'width')
      item.querySelector('.percent')!.textContent =
        fresh.querySelector('.percent')!.textContent
    }
  }

  #point({ type, target }: Event): void {
    const token = (target as Element).closest<HTMLElement>('[data-act]')
    const [, pointed] = /^look-(\d+)$/.exec(token?.dataset['act'] ?? '') ?? []
    const isOn = type === 'pointerover' && pointed !== undefined
    const place = isOn ? Number(pointed) : this.#look().looked
    if (place !== this.#place) this.#showOdds(place)
  }

  #showOdds(place: number): void {
    this.#place = place
    this.#piece('.odds').innerHTML = this.#markupOf(place)
    for (const button of this.#card.querySelectorAll<HTMLButtonElement>(
      ':disabled',
    )) {
      button.disabled = false
    }
  }

  #markupOf(place: number): string {
    const { way, chancesAt } = this.#look()
    const { length } = ownTokenizer.tokens
    return oddsMarkup(chancesAt(place), length, way.taken[place])
  }

  get #focused(): string {
    const { activeElement } = document
    if (!activeElement?.matches(':is(.way, .odds) button')) return ''
    const { act } = (activeElement as HTMLElement).dataset
    return this.#card.contains(activeElement) ? `[data-act="${act}"]` : ''
  }

  #piece(selector: string): HTMLElement {
    return this.#card.querySelector<HTMLElement>(selector)!
  }
}

function stepsOf({ taken, places }: Way): { text: string; own: number }[] {
  return taken.map((token, place) => {
    const candidates = candidatesAt(places[place])
    const { text, logprob } = candidates.find(({ id }) => id === token)!
    return { text, own: Math.exp(logprob) }
  })
}

function copy(to: Element, from: Element, part: string, name: string): void {
  const value = from.querySelector(part)?.getAttribute(name)
  if (value) to.querySelector(part)!.setAttribute(name, value)
}
