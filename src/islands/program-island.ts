/**
 * The base of islands around a program that the reader edits: the text box
 * named “Program”, first the listing itself and from the first focus on the
 * editor, with Copy, and with a Reset that can be undone.
 */
import { colouredTokens, type Problem } from '../examplescript/examplescript.ts'
import { tokenTextMarkup } from '../figures/tokens.ts'
import type { Editor } from './editor.ts'
import { LiveIsland, type Acts, type State } from './island.ts'

export interface ProgramState extends State {
  text: string
}

export abstract class ProgramIsland<
  S extends ProgramState,
> extends LiveIsland<S> {
  protected get acts(): Acts {
    return { reset: () => this.#reset(), copy: () => this.#copy() }
  }
  protected original = ''
  protected editor: Editor | undefined
  #beforeReset: S | undefined

  /** What is wrong with a text, to underline it. */
  protected abstract problems(text: string): readonly Problem[]

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
  }

  protected get text(): string {
    return this.editor?.text ?? this.piece('[data-program]').textContent!
  }

  restore({ text }: S): void {
    if (text !== this.text) {
      if (this.editor) this.editor.text = text
      else this.#showText(text)
    }
    this.textChanged()
  }

  /** The text in the listing, in colour. */
  #showText(text: string): void {
    const markup = tokenTextMarkup(text, colouredTokens(text))
    this.piece('[data-program]').innerHTML = markup
  }

  protected status(words: string): void {
    this.piece('.bar-status').textContent = words
  }

  /** Where the editor does not come, the text box works without it. */
  async #openEditor(): Promise<void> {
    const room = await import('./editor.ts').catch(() => undefined)
    if (this.editor) return
    if (!room) {
      this.status('The editor could not be loaded; you can type all the same.')
      return
    }
    this.editor = room.openEditor({
      listing: this.piece('[data-program]'),
      marks: colouredTokens,
      diagnose: (text) =>
        this.problems(text).map(({ from, to, message, hint }) => ({
          from,
          to,
          message: [message, hint].filter(Boolean).join(' '),
          severity: 'error',
        })),
      onChange: () => this.#edited(),
      onCaret: (offset) => this.caretMoved?.(offset),
    })
  }

  #edited(): void {
    this.#rememberForUndo(undefined)
    this.textChanged()
    this.changed()
  }

  /** Back to the original, and from there back to what the reader had. */
  #reset(): void {
    const undo = this.#beforeReset
    if (!undo && this.isUntouched) {
      this.status('This is the original.')
      return
    }
    const before = this.state
    this.restore(undo ?? this.untouched)
    this.#rememberForUndo(undo ? undefined : before)
    this.status(undo ? 'Your program is back.' : 'The original is back.')
    this.changed()
  }

  #rememberForUndo(state: S | undefined): void {
    this.#beforeReset = state
    const words = state ? 'Undo reset' : 'Reset'
    this.piece('[data-act="reset"]').textContent = words
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
