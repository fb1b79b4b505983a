/** What is shown of roll calls: one answer with its names marked, and all counted. */
import {
  answerMarkup,
  askedMarkup,
  columnsMarkup,
  SQUARES_A_ROW,
  verdictWords,
} from '../../figures/roll.ts'
import { judgeRun, wishOf, type Run, type TeamList } from '../../roll/roll.ts'

/** Which answer of which run, both from 0. */
export interface Look {
  run: number
  answer: number
}

export class RollView {
  readonly #card: HTMLElement
  readonly #listOf: (model: string) => TeamList

  /**
   * @param listOf what a model’s answers are held against
   * @param picked called when the reader points at a sign among the answers
   */
  constructor(
    card: HTMLElement,
    listOf: (model: string) => TeamList,
    picked: (look: Look) => void,
  ) {
    this.#card = card
    this.#listOf = listOf
    card.addEventListener('click', (event) => {
      const square = (event.target as Element).closest('.roll-squares')
      if (square) picked(this.#at(square as SVGSVGElement, event))
    })
  }

  show(runs: readonly Run[], look: Look): void {
    const judged = runs.map((run) => judgeRun(run, this.#listOf(run.model)))
    const place = this.#piece('.roll-runs')
    // The button that has the focus keeps it, though it is another one.
    const act = (document.activeElement as HTMLElement | null)?.dataset['act']
    const held = place.contains(document.activeElement) ? act : undefined
    place.innerHTML = columnsMarkup(judged, look)
    for (const button of place.querySelectorAll<HTMLButtonElement>('button')) {
      button.disabled = false
      if (button.dataset['act'] === held) button.focus()
    }
    this.#showAnswer(
      runs[look.run]!,
      judged[look.run]!.judged[look.answer]!,
      look,
    )
  }

  #showAnswer(
    run: Run,
    judged: ReturnType<typeof judgeRun>['judged'][number],
    { answer }: Look,
  ): void {
    const list = this.#listOf(run.model)
    const asked = wishOf(list, run.remedy, run.prompt)
    const given = typeof asked.prompt === 'string' ? asked.prompt : ''
    const members = list.members.map(({ name }) => name)
    this.#piece('.roll-members span').textContent = members.join(', ')
    this.#piece('.roll-answer').innerHTML = answerMarkup(
      given,
      run.answers[answer]!,
      judged,
    )
    this.#piece('.roll-asked dl').innerHTML = askedMarkup(asked)
    this.#piece('.roll-verdict').textContent = verdictWords(
      judged,
      members.length,
    )
    const slider = this.#piece('[data-name="answer"]') as HTMLInputElement
    slider.max = String(run.answers.length)
    slider.value = String(answer + 1)
    const words = `seed ${run.seed + answer}`
    slider.ariaValueText = words
    this.#piece('.roll-look .knob-at').textContent = words
  }

  /** The answer under a pointer. */
  #at(square: SVGSVGElement, { clientX, clientY }: MouseEvent): Look {
    const { left, top, width } = square.getBoundingClientRect()
    const side = width / (square.viewBox.baseVal.width / 12)
    const column = Math.min(
      Math.floor((clientX - left) / side),
      SQUARES_A_ROW - 1,
    )
    const answer = Math.floor((clientY - top) / side) * SQUARES_A_ROW + column
    const runs = [...this.#card.querySelectorAll('.roll-squares')]
    return { run: runs.indexOf(square), answer }
  }

  #piece(selector: string): HTMLElement {
    return this.#card.querySelector<HTMLElement>(selector)!
  }
}
