/** What came of a run, in its place: output, sizes and times, the two modules. */
import type { Problem } from '../examplescript/examplescript.ts'
import {
  downloadWords,
  outputMarkup,
  problemsMarkup,
  sizesMarkup,
  stagesMarkup,
} from '../figures/program.ts'
import type { Outcome } from './messages.ts'

export class RunResult {
  readonly #output: HTMLElement
  readonly #measures: HTMLElement
  readonly #stages: HTMLElement | null
  readonly #baked: [output: string, measures: string, stages: string]
  #outcome: Outcome | undefined

  /** @returns nothing for a card whose program does not run */
  static in(element: HTMLElement): RunResult | undefined {
    const output = element.querySelector<HTMLElement>('.result output')
    return output ? new RunResult(element, output) : undefined
  }

  private constructor(element: HTMLElement, output: HTMLElement) {
    this.#output = output
    this.#measures = element.querySelector<HTMLElement>('.measures')!
    this.#stages = element.querySelector<HTMLElement>('.stages')
    this.#baked = [
      output.innerHTML,
      this.#measures.textContent!,
      this.#stages?.innerHTML ?? '',
    ]
  }

  /** What the last run gave; none while baked results or problems are shown. */
  get outcome(): Outcome | undefined {
    return this.#outcome
  }

  show(outcome: Outcome): void {
    const { output, stop, written, optimised, compiling, running } = outcome
    this.#outcome = outcome
    this.#draw(
      outputMarkup(output, stop),
      `${sizesMarkup(written, optimised)} · compiled in ${time(compiling)}, ran in ${time(running)}`,
      stagesMarkup(written, optimised),
    )
    if (outcome.whole) this.#offerWhole(downloadWords(output))
  }

  showProblems(problems: readonly Problem[]): void {
    this.#outcome = undefined
    this.#draw(problemsMarkup(problems), 'Nothing was run.')
  }

  showBaked(): void {
    this.#outcome = undefined
    this.#draw(...this.#baked)
  }

  #draw(output: string, measures: string, stages?: string): void {
    const words = document.createElement('span')
    words.textContent = measures
    this.#output.innerHTML = output
    // What scrolls can be scrolled by keyboard.
    if (this.#output.scrollHeight > this.#output.clientHeight) {
      this.#output.tabIndex = 0
    } else this.#output.removeAttribute('tabindex')
    this.#measures.replaceChildren(words)
    if (this.#stages && stages !== undefined) this.#stages.innerHTML = stages
  }

  /** A button for the whole output, where that is more than is shown. */
  #offerWhole(words: string): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset['act'] = 'download-output'
    button.textContent = words
    this.#measures.append(button)
  }
}

function time(milliseconds: number): string {
  const digits = milliseconds < 1 ? 2 : milliseconds < 10 ? 1 : 0
  return `${milliseconds.toFixed(digits)} ms`
}
