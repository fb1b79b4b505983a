/**
 * The views that need Binaryen: text and bytes. While the reader types, only
 * the newest program is made; one with problems leaves what was shown.
 */
import { waitingMarkup } from '../../figures/text.ts'
import type { ModuleMarkup } from '../messages.ts'
import { WorkFailure } from '../trouble.ts'
import { work } from '../workshop.ts'
import { patch } from './patch.ts'

/** A program, and how much Binaryen optimises it. */
export interface Wanted {
  text: string
  level: string
}

export class ModuleView {
  readonly #root: HTMLElement
  #working: AbortController | undefined
  #wanted: Wanted | undefined

  constructor(root: HTMLElement) {
    this.#root = root
  }

  /** What is shown is of a program before this one, which has problems. */
  hold(): void {
    this.#wanted = undefined
    for (const panel of this.#panels) {
      const isEmpty = !panel.hasAttribute('data-drawn')
      panel.toggleAttribute('data-held', !isEmpty)
      if (isEmpty) {
        this.#say(panel, 'There is a module when no problem is left.')
      }
    }
  }

  /** What is shown is of the program that is there: no other one is wanted. */
  release(): void {
    this.#wanted = undefined
    for (const panel of this.#panels) panel.removeAttribute('data-held')
  }

  stop(): void {
    this.#working?.abort()
  }

  /**
   * Shows the module of a program, unless another one is wanted before it is
   * there.
   *
   * @returns what is shown now, if that changed
   */
  async make(wanted: Wanted): Promise<Wanted | undefined> {
    this.#wanted = wanted
    if (this.#working) return undefined
    const working = new AbortController()
    this.#working = working
    this.#start()
    const made = await this.#attempt(wanted, working.signal)
    this.#working = undefined
    const next = this.#wanted as Wanted | undefined
    if (next && next !== wanted) return this.make(next)
    if (!made || !next) return undefined
    this.#show(made)
    return wanted
  }

  async #attempt(
    { text: source, level }: Wanted,
    signal: AbortSignal,
  ): Promise<ModuleMarkup | undefined> {
    try {
      return await work(
        'module',
        { source, level },
        {
          signal,
          onProgress: (loaded, total) => this.#progress(loaded, total),
          onReady: () => {},
        },
      )
    } catch (error) {
      this.#failed(error as Error)
      return undefined
    }
  }

  get #panels(): HTMLElement[] {
    return [
      ...this.#root.querySelectorAll<HTMLElement>(
        '[data-view="text"], [data-view="bytes"]',
      ),
    ]
  }

  #show({ text, bytes, size }: ModuleMarkup): void {
    for (const panel of this.#panels) {
      const isText = panel.dataset['view'] === 'text'
      patch(panel.querySelector('.view-body')!, isText ? text : bytes)
      patch(panel.querySelector('.size')!, size)
      panel.setAttribute('data-drawn', '')
      panel.removeAttribute('data-held')
    }
  }

  #say(panel: HTMLElement, words: string, ...more: Element[]): void {
    panel.querySelector('.view-body')!.innerHTML = waitingMarkup(words)
    panel.querySelector('.waiting')!.append(...more)
    panel.removeAttribute('data-drawn')
    panel.removeAttribute('data-held')
  }

  /** Where nothing is shown yet, one sees that something comes. */
  #start(): void {
    for (const panel of this.#panels) {
      if (panel.hasAttribute('data-drawn')) continue
      this.#say(panel, 'Starting …', button('stop-module', 'Stop'))
    }
  }

  #progress(loaded: number, total: number): void {
    for (const panel of this.#panels) {
      let bar = panel.querySelector('progress')
      if (!bar) {
        bar = document.createElement('progress')
        bar.ariaLabel = 'Loading Binaryen'
        const stop = button('stop-module', 'Stop')
        this.#say(panel, 'Loading Binaryen, once: 5 MB', bar, stop)
      }
      bar.max = total
      bar.value = loaded
    }
  }

  #failed(error: Error): void {
    const isStopped = error.name === 'AbortError'
    const words = isStopped ? 'Stopped.' : error.message
    const isRetried =
      isStopped || !(error instanceof WorkFailure) || error.retry
    for (const panel of this.#panels) {
      const again = button('make-module', isStopped ? 'Go on' : 'Try again')
      this.#say(panel, words, ...(isRetried ? [again] : []))
    }
  }
}

function button(act: string, words: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.dataset['act'] = act
  made.textContent = words
  return made
}
