/** The bars of a place: drawn anew for other tokens, bent in place by the sliders. */
import type { Chance } from '../../engines/odds.ts'
import { oddsMarkup } from '../../figures/odds.ts'
import { ownTokenizer } from '../../storyteller/own-tokenizer.ts'

export class Bars {
  readonly #list: HTMLElement
  /** The place that is shown; undefined where it is to be drawn anew. */
  #place: number | undefined
  #taken: number | undefined

  constructor(list: HTMLElement) {
    this.#list = list
  }

  get place(): number | undefined {
    return this.#place
  }

  /** What is shown is to be drawn anew. */
  forget(): void {
    this.#place = undefined
  }

  /** @param taken the token that was taken at this place */
  show(
    place: number,
    chances: readonly Chance[],
    taken: number | undefined,
  ): void {
    this.#place = place
    this.#taken = taken
    this.#list.innerHTML = this.#markup(chances)
  }

  /** The same tokens with other chances: what has the focus keeps it, and bars move. */
  bend(chances: readonly Chance[]): void {
    const drawn = document.createElement('ol')
    drawn.innerHTML = this.#markup(chances)
    const items = [...this.#list.children]
    for (const [at, fresh] of [...drawn.children].entries()) {
      const item = items[at]!
      item.className = fresh.className
      copy(item, fresh, 'button', 'aria-label')
      copy(item, fresh, '.chance', 'width')
      item.querySelector('.percent')!.textContent =
        fresh.querySelector('.percent')!.textContent
    }
  }

  #markup(chances: readonly Chance[]): string {
    return oddsMarkup(chances, ownTokenizer.tokens.length, this.#taken)
  }
}

function copy(to: Element, from: Element, part: string, name: string): void {
  const value = from.querySelector(part)?.getAttribute(name)
  if (value) to.querySelector(part)!.setAttribute(name, value)
}
