/** What timing recorded: for each step planned, taken and proposed minutes. */
import { make, makeButton, write } from './making.ts'
import { clockOf } from './pace.ts'
import { linesFor, proposedFor, sum, tookOf, type Timed } from './proposing.ts'

interface Acts {
  /** Begins to record in this window, or stops. */
  toggle(): void
  reset(): void
  /** It is looked at no longer. */
  closed(): void
}

/** Where it is recorded. */
type Recording = 'here' | 'elsewhere' | 'nowhere'

const SAYS: Record<Recording, string> = {
  here: 'This window records. Time stands still while you look at this.',
  elsewhere: 'Another window records.',
  nowhere: 'Nothing is recorded now.',
}

const TOGGLES: Record<Recording, string> = {
  here: 'Stop recording',
  elsewhere: 'Record in this window',
  nowhere: 'Record',
}

export class TimingDialog {
  readonly #status = make('p', { className: 'timing-status' })
  readonly #table = make('table')
  readonly #lines = make('pre', { tabIndex: 0 })
  readonly #told = make('span', { role: 'status' })
  readonly #toggle: HTMLButtonElement
  readonly #dialog: HTMLDialogElement

  constructor(acts: Acts) {
    this.#toggle = makeButton('', () => acts.toggle())
    const title = make('h2', { id: 'timing-title' }, 'How long it took')
    const close = makeButton('Close', () => this.close(), {
      className: 'primary',
      autofocus: true,
    })
    const details = make(
      'details',
      {},
      make('summary', {}, 'Lines to paste'),
      this.#lines,
    )
    this.#dialog = make(
      'dialog',
      { className: 'timing' },
      title,
      this.#status,
      make(
        'div',
        {
          className: 'timing-table',
          role: 'region',
          ariaLabel: 'Steps',
          tabIndex: 0,
        },
        this.#table,
      ),
      details,
      make(
        'div',
        { className: 'timing-acts' },
        this.#toggle,
        makeButton('Copy lines', () => void this.#copy()),
        makeButton('Reset', () => acts.reset()),
        this.#told,
        close,
      ),
    )
    this.#dialog.setAttribute('aria-labelledby', title.id)
    this.#dialog.addEventListener('close', () => {
      this.#dialog.remove()
      acts.closed()
    })
  }

  get isOpen(): boolean {
    return this.#dialog.open
  }

  show(): void {
    document.body.append(this.#dialog)
    this.#dialog.showModal()
  }

  /** @returns whether it was open */
  close(): boolean {
    if (!this.isOpen) return false
    this.#dialog.close()
    return true
  }

  fill(steps: readonly Timed[], recording: Recording): void {
    write(this.#status, SAYS[recording])
    write(this.#toggle, TOGGLES[recording])
    write(this.#lines, linesFor(steps))
    write(this.#told, '')
    this.#table.replaceChildren(head(), body(steps), foot(steps))
  }

  async #copy(): Promise<void> {
    const text = this.#lines.textContent ?? ''
    await navigator.clipboard.writeText(text).then(
      () => write(this.#told, 'Copied'),
      () => write(this.#told, 'The browser copies nothing. Open the lines.'),
    )
  }
}

function head(): HTMLElement {
  const names = ['Step', 'Planned', 'Took', 'Proposed']
  const cells = names.map((name) => make('th', { scope: 'col' }, name))
  return make('thead', {}, make('tr', {}, ...cells))
}

function body(steps: readonly Timed[]): HTMLElement {
  return make('tbody', {}, ...steps.map(stepRow))
}

function stepRow(step: Timed): HTMLElement {
  const name = make('th', { scope: 'row' }, step.title)
  if (step.slides.length > 1) name.append(slidesOf(step))
  const proposed = proposedFor(step)
  const line = row(
    name,
    halves(step.minutes),
    tookOf(step) > 0 ? clockOf(tookOf(step)) : '–',
    halves(proposed),
  )
  line.toggleAttribute('data-differs', proposed !== step.minutes)
  return line
}

function slidesOf({ slides }: Timed): HTMLElement {
  const times = slides.map((slide, index) =>
    make('li', {}, `slide ${index + 1}: ${clockOf(slide)}`),
  )
  return make('ul', { className: 'timing-slides' }, ...times)
}

function foot(steps: readonly Timed[]): HTMLElement {
  const line = row(
    make('th', { scope: 'row' }, 'All'),
    halves(sum(steps.map(({ minutes }) => minutes))),
    clockOf(sum(steps.map(tookOf))),
    halves(sum(steps.map(proposedFor))),
  )
  return make('tfoot', {}, line)
}

function row(name: HTMLElement, ...cells: string[]): HTMLTableRowElement {
  return make('tr', {}, name, ...cells.map((cell) => make('td', {}, cell)))
}

/** `1.5 min`; what has no minutes has a dash. */
function halves(minutes: number | undefined): string {
  return minutes === undefined ? '–' : `${minutes} min`
}
