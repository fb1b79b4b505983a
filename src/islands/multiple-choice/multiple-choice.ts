/** <multiple-choice>: a question that needs no program to be answered. */
import { LiveIsland, type Acts, type State } from '../island.ts'
import { Question, UNASKED, type QuestionState } from '../question.ts'

interface ChoiceState extends State {
  question: QuestionState
}

class MultipleChoice extends LiveIsland<ChoiceState> {
  readonly untouched = { version: 1, question: UNASKED }
  #question: Question | undefined

  protected get acts(): Acts {
    return {
      skip: () => this.#question!.skip(),
      reset: () => {
        this.restore(this.untouched)
        this.changed()
      },
    }
  }

  protected mount(): void {
    const changed = () => this.changed()
    this.#question = Question.in(this, { waitsForRun: false, changed })
    this.#question!.catchUp()
  }

  get state(): ChoiceState {
    return { version: 1, question: this.#question!.state }
  }

  restore({ question }: ChoiceState): void {
    this.#question!.restore(question)
  }
}

customElements.define('multiple-choice', MultipleChoice)
