/**
 * The deck’s dialogs. What is behind one takes no key and no focus, Escape and
 * a press beside it close it, and whoever had the focus gets it back.
 */

interface Handlers {
  /** Called with each key that was pressed in it. */
  onKey?: (event: KeyboardEvent) => void
  /** Called when it has been closed, and before anything else happens. */
  onClose?: () => void
}

export class Sheet {
  readonly element = document.createElement('dialog')
  readonly #signal: AbortSignal
  readonly #onClose: () => void

  /**
   * @param name what screen readers call it
   * @param signal closes it
   */
  constructor(
    className: string,
    name: string,
    signal: AbortSignal,
    { onKey = () => {}, onClose = () => {} }: Handlers = {},
  ) {
    const { element } = this
    this.#signal = signal
    this.#onClose = onClose
    element.className = `sheet ${className}`
    element.ariaLabel = name
    // A press on words in it must not hand the focus to the slides behind.
    element.tabIndex = -1
    element.addEventListener('click', (event) => {
      if (isBeside(element, event)) this.close()
    })
    element.addEventListener('keydown', onKey)
    element.addEventListener('close', () => this.#putAway())
    signal.addEventListener('abort', () => this.close())
  }

  get isOpen(): boolean {
    return this.element.open
  }

  /** Shows what is in it; what has `autofocus` gets the focus. */
  open(...content: Node[]): void {
    if (this.#signal.aborted) return
    this.element.replaceChildren(...content)
    document.body.append(this.element)
    this.element.showModal()
  }

  /** @returns whether it was open */
  close(): boolean {
    const was = this.isOpen
    this.element.close()
    this.#putAway()
    return was
  }

  /** The browser may have closed it, and says so later. */
  #putAway(): void {
    if (this.isOpen || !this.element.isConnected) return
    this.element.remove()
    this.#onClose()
  }
}

/** Whether a press is on nothing in the dialog, but on what dims the slides. */
function isBeside(dialog: HTMLElement, event: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  const { clientX: x, clientY: y, target } = event
  const isIn = x >= left && x <= right && y >= top && y <= bottom
  return target === dialog && !isIn
}
