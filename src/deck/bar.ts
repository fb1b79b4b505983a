/** A bar of buttons that is there while its tool is in hand. */

export interface Act {
  name: string
  /** A path in a square of 24. */
  sign: string
  /** For a sign that has a colour of its own. */
  className?: string
  act(): void
  /** Whether it is what the hand does now; without it, the button is no switch. */
  isOn?(): boolean
  /** Whether there is nothing to do for it now. */
  isIdle?(): boolean
}

export class Bar {
  readonly element = document.createElement('section')
  readonly #buttons: [button: HTMLElement, act: Act][]

  /** @param name of the tool */
  constructor(name: string, groups: Act[][]) {
    const { element } = this
    element.className = 'hand-bar'
    element.ariaLabel = name
    this.#buttons = groups.flat().map((act) => [this.#button(act), act])
    const buttons = new Map(this.#buttons.map(([button, act]) => [act, button]))
    for (const group of groups) {
      const part = document.createElement('span')
      part.append(...group.map((act) => buttons.get(act)!))
      element.append(part)
    }
    // Who presses with a mouse goes on with the keys of the deck.
    element.addEventListener('mousedown', (event) => event.preventDefault())
    this.update()
    document.body.append(element)
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement)
  }

  /** Shows what is on, and what there is to do. */
  update(): void {
    for (const [button, { isOn, isIdle }] of this.#buttons) {
      if (isOn) button.ariaPressed = String(isOn())
      if (isIdle) button.ariaDisabled = String(isIdle())
    }
  }

  #button({ name, sign, className = '', act, isIdle }: Act): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = className
    button.innerHTML = `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${sign}" /></svg>`
    button.ariaLabel = name
    button.title = name
    button.addEventListener('click', () => {
      if (isIdle?.()) return
      act()
      this.update()
    })
    return button
  }
}
