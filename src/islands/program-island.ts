/**
 * The base of islands around a program that the reader edits: the text box
 * named “Program”, first the listing itself and from the first focus on the
 * editor, with Copy, with a Reset that can be undone, and with the question
 * that some programs ask.
 */
import { colouredTokens } from '../examplescript/examplescript.ts'
import { tokenTextMarkup, type TokenMark } from '../figures/tokens.ts'
import type { Editor, EditorHelp, Place } from './editor.ts'
import type { ToldProblem } from './editor-tip.ts'
import { LiveIsland, type Acts, type State } from './island.ts'
import { Question, UNASKED, type QuestionState } from './question.ts'
import { Resetting } from './resetting.ts'

export interface ProgramState extends State {
  text: string
  /** Absent where the card asks nothing. */
  question?: QuestionState
}

export abstract class ProgramIsland<
  S extends ProgramState,
> extends LiveIsland<S> {
  protected get acts(): Acts {
    return {
      reset: () => this.#resetting.reset() && this.changed(),
      'undo-reset': () => this.#resetting.undo() && this.changed(),
      copy: () => this.#copy(),
      skip: () => this.question?.skip(),
    }
  }
  protected original = ''
  protected editor: Editor | undefined
  protected question: Question | undefined
  /** Whether it takes a run, and not only an answer, to reveal what is right. */
  protected get waitsForRun(): boolean {
    return false
  }
  readonly #resetting = new Resetting<S>(
    this,
    {
      untouched: 'This is the original.',
      reset: 'The original is back.',
      undone: 'Your program is back.',
    },
    (words) => this.status(words),
  )
  /** Whether the text changes by `restore`, and not by the reader. */
  #restoring = false

  /** What is wrong with a text, to underline it. */
  protected abstract problems(text: string): readonly ToldProblem[]

  /** Fetches what `problems` needs, together with the editor; most need nothing. */
  protected async readProblems(): Promise<void> {}

  /** What the editor says of a text, and offers to write; most say nothing. */
  protected get help(): EditorHelp | undefined {
    return undefined
  }

  /** The parts of a text that have colours. */
  protected marks(text: string): readonly TokenMark[] {
    return colouredTokens(text)
  }

  /** The text is another one: by typing, by Reset, or by `restore`. */
  protected abstract textChanged(): void

  /** The caret moved; not every island minds. */
  protected caretMoved?(offset: number): void

  protected mount(): void {
    const box = this.piece('[data-program]')
    this.original = box.dataset['original'] ?? box.textContent!
    box.addEventListener('input', () => this.#edited())
    box.addEventListener('focus', () => void this.#openEditor())
    if (document.activeElement === box) void this.#openEditor()
    else if (this.text !== this.original) this.#showText(this.text)
    const { waitsForRun } = this
    const changed = () => this.changed()
    this.question = Question.in(this, { waitsForRun, changed })
    this.question?.catchUp()
  }

  protected get text(): string {
    return this.editor?.text ?? this.piece('[data-program]').textContent!
  }

  /** The state that each island of this kind has, of a text. */
  protected stateOf(text: string, question?: QuestionState): ProgramState {
    return { version: 1, text, ...(this.question && { question }) }
  }

  protected get programState(): ProgramState {
    return this.stateOf(this.text, this.question?.state)
  }

  protected get untouchedProgram(): ProgramState {
    return this.stateOf(this.original, UNASKED)
  }

  restore({ text, question = UNASKED }: S): void {
    if (text !== this.text) {
      this.#restoring = true
      if (this.editor) this.editor.text = text
      else this.#showText(text)
      this.#restoring = false
      this.#resetting.forget()
    }
    this.question?.restore(question)
    this.textChanged()
  }

  /** The text in the listing, in colour. */
  #showText(text: string): void {
    const markup = tokenTextMarkup(text, this.marks(text))
    this.piece('[data-program]').innerHTML = markup
  }

  /** Lights up a place of the text; without one, all lights go out. */
  protected lightUp(place: Place | undefined): void {
    if (this.editor) return this.editor.light(place)
    const box = this.piece('[data-program]')
    // A listing that the build has only coloured knows no tokens yet.
    if (place && !box.querySelector('[data-token]') && !box.matches(':focus')) {
      this.#showText(this.text)
    }
    const tokens = this.marks(this.text)
    for (const part of this.querySelectorAll<HTMLElement>(
      '[data-program] [data-token]',
    )) {
      const token = tokens[Number(part.dataset['token'])]
      const isLit = place && token && isWithin(token, place)
      part.classList.toggle('lit', isLit === true)
    }
  }

  /** Selects a place of the text, in the editor. */
  protected async select(place: Place): Promise<void> {
    await this.#openEditor()
    this.editor?.select(place)
  }

  protected status(words: string): void {
    this.piece('.bar-status').textContent = words
  }

  /** Where the editor does not come, the text box works without it. */
  async #openEditor(): Promise<void> {
    const [room] = await Promise.all([
      import('./editor.ts').catch(() => undefined),
      this.readProblems(),
    ])
    if (this.editor) return
    if (!room) {
      this.status('The editor could not be loaded; you can type all the same.')
      return
    }
    this.editor = room.openEditor({
      listing: this.piece('[data-program]'),
      marks: (text) => this.marks(text),
      diagnose: (text) => this.problems(text),
      help: this.help,
      onChange: () => this.#edited(),
      onCaret: (offset) => this.caretMoved?.(offset),
    })
  }

  #edited(): void {
    if (this.#restoring) return
    this.#resetting.forget()
    this.textChanged()
    this.changed()
  }

  /** Puts another text in the place of the reader's, which can be undone. */
  protected replaceText(text: string): void {
    this.#resetting.replace({ ...this.untouched, text })
    this.changed()
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text)
      this.status('Copied.')
    } catch {
      this.status(
        'This browser lets no page copy here: select the text and press Ctrl+C.',
      )
    }
  }
}

function isWithin(inner: Place, outer: Place): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}
