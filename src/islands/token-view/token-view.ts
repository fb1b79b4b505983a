/**
 * <token-view>: a text and its tokens, as the scanner cuts it while the reader
 * types. Pointing at a token lights its characters up, and the other way round;
 * so does the keyboard, by the caret and by the arrow keys.
 */
import { colouredTokens, scan } from '../../examplescript/examplescript.ts'
import { problemsMarkup } from '../../figures/program.ts'
import { tokenListMarkup } from '../../figures/tokens.ts'
import { ProgramIsland, type ProgramState } from '../program-island.ts'

class TokenView extends ProgramIsland<ProgramState> {
  protected override mount(): void {
    super.mount()
    const list = this.piece('.tokens')
    this.addEventListener('pointerover', (event) => this.#point(event))
    this.addEventListener('pointerleave', () => this.#light(-1))
    list.addEventListener('focusin', (event) => this.#point(event))
    list.addEventListener('focusout', () => this.#light(-1))
    list.addEventListener('keydown', (event) => this.#walk(event))
    this.textChanged()
  }

  get state(): ProgramState {
    return this.programState
  }

  get untouched(): ProgramState {
    return this.untouchedProgram
  }

  protected problems(text: string) {
    return scan(text).problems
  }

  /** Scans the text, and shows what came of it. */
  protected textChanged(): void {
    const { text } = this
    const tokens = colouredTokens(text)
    const problems = this.problems(text)
    const list = this.piece('.problems')
    this.piece('.tokens').innerHTML = tokenListMarkup(text, tokens)
    list.hidden = problems.length === 0
    list.innerHTML = problemsMarkup(problems)
    this.status(`${tokens.length} tokens`)
    this.removeAttribute('data-stale')
  }

  protected override caretMoved(offset: number): void {
    const at = colouredTokens(this.text).findIndex(
      ({ from, to }) => from <= offset && offset <= to,
    )
    this.#light(at)
  }

  #point(event: Event): void {
    const target = event.composedPath()[0] as Element
    const token = target.closest<HTMLElement>('[data-token]')
    this.#light(token ? Number(token.dataset['token']) : -1)
  }

  /** Lights one token up in the text and in the list; -1 puts all lights out. */
  #light(token: number): void {
    const lit = this.querySelectorAll('.lit')
    const parts = this.querySelectorAll(`[data-token="${token}"]`)
    for (const part of lit) part.classList.remove('lit')
    for (const part of parts) part.classList.add('lit')
    this.editor?.light(colouredTokens(this.text)[token])
  }

  /** Arrow keys walk along the list of tokens. */
  #walk(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const chips = [...this.querySelectorAll<HTMLElement>('.chip')]
    const at = chips.indexOf(document.activeElement as HTMLElement)
    if (!step || at < 0) return
    event.preventDefault()
    chips[at + step]?.focus()
  }
}

customElements.define('token-view', TokenView)
