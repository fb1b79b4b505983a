/**
 * <code-exercise>: a program to change until it passes its checks, with hints
 * one by one and a solution shown as the difference to the reader's program.
 */
import {
  evidenceOf,
  parseCheck,
  titleOf,
  type Verdict,
} from '../../examplescript/examplescript.ts'
import { differenceMarkup } from '../../figures/difference.ts'
import { verdictsMarkup } from '../../figures/verdicts.ts'
import { textDifference } from '../../passes/passes.ts'
import type { Acts } from '../island.ts'
import type { ProgramState } from '../program-island.ts'
import { work } from '../workshop.ts'
import { WorkshopIsland } from '../workshop-island.ts'

interface ExerciseState extends ProgramState {
  /** Whether a program of the reader's has passed every check. */
  passed: boolean
  /** How many hints are shown. */
  hints: number
  /** Whether the solution is shown. */
  solution: boolean
  /** The text whose verdicts are shown; absent if nobody checked. */
  checked?: string
}

class CodeExercise extends WorkshopIsland<ExerciseState> {
  protected override get acts(): Acts {
    return {
      ...super.acts,
      check: () => this.#check(),
      hint: () => this.#hint(),
      solution: () => this.#toggleSolution(),
    }
  }
  protected readonly primary = ['check', 'Check'] as const
  #passed = false
  #hints = 0
  #solution = false
  #checked: string | undefined

  protected override mount(): void {
    super.mount()
    this.#show()
  }

  get state(): ExerciseState {
    return {
      ...this.programState,
      passed: this.#passed,
      hints: this.#hints,
      solution: this.#solution,
      ...(this.#checked !== undefined && { checked: this.#checked }),
    }
  }

  get untouched(): ExerciseState {
    return {
      ...this.untouchedProgram,
      passed: false,
      hints: 0,
      solution: false,
    }
  }

  /** A solution that somebody looked at does not come back by itself. */
  override restore(state: ExerciseState): void {
    this.giveUp()
    this.#showVerdicts()
    this.#apply({ ...state, solution: false })
  }

  override replay(state: ExerciseState): void {
    const { checked } = state
    if (checked !== this.#checked) this.giveUp()
    if (checked === undefined) this.#showVerdicts()
    else if (checked !== this.#checked) void this.#judge(checked)
    this.#apply(state)
  }

  #apply(state: ExerciseState): void {
    this.#passed = state.passed
    this.#hints = Math.min(state.hints, this.#allHints.length)
    this.#solution = state.solution
    super.restore(state)
    this.#show()
  }

  protected problems(text: string) {
    const checks = this.#checks.map((check) => parseCheck(check))
    return evidenceOf(this.language, text, checks).problems
  }

  /** Verdicts are dimmed while they are of another text than the program's. */
  protected textChanged(): void {
    const isStale = this.#checked !== undefined && this.#checked !== this.text
    this.toggleAttribute('data-stale', isStale)
    if (this.#solution) this.#showSolution()
  }

  async #check(): Promise<void> {
    const verdicts = await this.#judge(this.text)
    if (!verdicts) return
    const failed = verdicts.filter(({ passed }) => !passed).length
    this.#passed ||= failed === 0
    this.status(
      failed === 0
        ? 'Solved: every check passes.'
        : `${verdicts.length - failed} of ${verdicts.length} checks pass.`,
    )
    this.#show()
    this.changed()
  }

  /** Shows the verdicts on a text. @returns them, unless nothing came of it */
  async #judge(text: string): Promise<Verdict[] | undefined> {
    const program = {
      language: this.language,
      source: text,
      checks: this.#checks,
    }
    const verdicts = await this.working((watcher) =>
      work('check', program, watcher),
    )
    if (!verdicts) return undefined
    this.#checked = text
    this.#showVerdicts(verdicts)
    this.textChanged()
    return verdicts
  }

  get #checks(): string[] {
    const items = this.querySelectorAll<HTMLElement>('[data-check]')
    return [...items].map(({ dataset }) => dataset['check']!)
  }

  #showVerdicts(verdicts?: readonly Verdict[]): void {
    const shown =
      verdicts ??
      this.#checks.map((text) => ({ text, ...titleOf(parseCheck(text)) }))
    this.piece('.verdicts').innerHTML = verdictsMarkup(shown)
    if (!verdicts) this.#checked = undefined
  }

  get #allHints(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.hints li')]
  }

  #hint(): void {
    if (this.#hints < this.#allHints.length) this.#hints++
    this.#show()
    this.changed()
  }

  #toggleSolution(): void {
    this.#solution = !this.#solution
    this.#show()
    this.changed()
  }

  /** Draws what is open: hints so far, the solution, and whether it is solved. */
  #show(): void {
    const hints = this.#allHints
    for (const [index, hint] of hints.entries()) {
      hint.hidden = index >= this.#hints
    }
    const folded = this.querySelector<HTMLDetailsElement>('.hints')
    if (folded) folded.open = this.#hints > 0
    const left = hints.length - this.#hints
    const button = this.querySelector<HTMLButtonElement>('[data-act="hint"]')
    if (button) {
      button.textContent = this.#hints && left ? 'Next hint' : 'Hint'
      button.disabled = left === 0
    }
    this.#showSolution()
    const badge = this.piece('[data-badge]')
    badge.textContent = this.#passed ? 'Solved' : 'Exercise'
    this.toggleAttribute('data-passed', this.#passed)
  }

  #showSolution(): void {
    const solution = this.querySelector<HTMLDetailsElement>('.solution')
    if (!solution) return
    const listing = solution.querySelector('pre')!
    const lines = listing.querySelectorAll('span, ins')
    const text = [...lines].map((line) => line.textContent).join('')
    solution.open = this.#solution
    listing.innerHTML = differenceMarkup(textDifference(this.text, text))
    const button = this.piece('[data-act="solution"]')
    button.ariaExpanded = String(this.#solution)
  }
}

customElements.define('code-exercise', CodeExercise)
