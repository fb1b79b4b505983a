/**
 * <pass-by-pass>: a program, WebAssembly's text or a module from the reader's
 * disk goes through Binaryen's passes, one at a time; each can be looked at.
 */
import { problemsIn } from '../../examplescript/examplescript.ts'
import { drawnMarkup } from '../../figures/passes.ts'
import {
  commandOf,
  removingStep,
  stepDetail,
  traceRows,
  type Recipe,
} from '../../passes/passes.ts'
import { download } from '../download.ts'
import type { Acts } from '../island.ts'
import type { Passes, PassInput } from '../messages.ts'
import type { ProgramState } from '../program-island.ts'
import { work } from '../workshop.ts'
import { WorkshopIsland } from '../workshop-island.ts'
import { PassControls, type PassChoice } from './pass-controls.ts'

interface PassState extends ProgramState, PassChoice {
  /** The row that is looked at: 0 is all passes together. */
  step: number
  /** Whether what is shown comes from a run, and not from the build. */
  ran: boolean
}

class PassByPass extends WorkshopIsland<PassState> {
  protected readonly primary = ['run', 'Run passes'] as const
  #controls!: PassControls
  #file: File | undefined
  #step = 0
  /** What the last run made, and of what. */
  #passes: Passes | undefined
  #made: { input: PassInput; recipe: Recipe } | undefined
  #baked = ''

  protected override get acts(): Acts {
    return {
      ...super.acts,
      run: () => this.#run(),
      list: () => this.#controls.takeList(),
      'next-change': () => this.#nextChange(),
      'copy-command': () => this.#copyCommand(),
      'download-wasm': () => this.#download(),
      'close-file': () => this.#closeFile(),
    }
  }

  protected override get waitsForRun(): boolean {
    return true
  }

  protected override mount(): void {
    this.#baked = this.piece('.passes-drawn').innerHTML
    this.#controls = new PassControls(this, {
      recipeChanged: () => void this.#settingsChanged(),
      functionChosen: () => void this.#showFunction(),
      shownChanged: () => this.changed(),
      fileOpened: (file) => void this.#openFile(file),
    })
    super.mount()
    this.addEventListener('click', (event) => this.#pressed(event))
    this.addEventListener('keydown', (event) => this.#keyed(event))
    this.#enable()
    this.#catchUp()
  }

  /** Something may have been chosen before this script was here. */
  #catchUp(): void {
    this.#controls.catchUp()
    const { file, of, recipe, untouched, isTyping } = this.#controls
    const before = JSON.stringify(this.#controls.recipeOf(untouched))
    const isSame = of === untouched.of && JSON.stringify(recipe) === before
    // Told only once it is done: what is told is kept, and what is kept is
    // shown, which would stop it.
    if (file) void this.#openFile(file)
    else if (!isSame && !isTyping) void this.#run()
  }

  get state(): PassState {
    return {
      ...this.programState,
      ...this.#controls.choice,
      step: this.#step,
      ran: this.#passes !== undefined && !this.#file,
    }
  }

  get untouched(): PassState {
    return {
      ...this.untouchedProgram,
      ...this.#controls.untouched,
      step: 0,
      ran: false,
    }
  }

  override restore(state: PassState): void {
    this.giveUp()
    this.#file = undefined
    this.#showBaked()
    this.#controls.choose(state)
    super.restore(state)
  }

  override replay(state: PassState): void {
    const isSame =
      this.#passes !== undefined &&
      state.ran &&
      state.text === this.text &&
      JSON.stringify(this.#controls.recipeOf(state)) ===
        JSON.stringify(this.#controls.recipe)
    if (!isSame) this.restore(state)
    if (isSame) void this.#choose(state.step)
    else if (state.ran) void this.#show(state.step)
  }

  protected problems(text: string) {
    return isWat(text) ? [] : problemsIn(this.language, text)
  }

  /** What is shown is dimmed while it is of something else. */
  protected textChanged(): void {
    const { recipe, untouched } = this.#controls
    const shown = this.#made?.recipe ?? this.#controls.recipeOf(untouched)
    const { input } = this.#made ?? { input: inputOf(this.original) }
    const isStale =
      input.kind === 'binary' ||
      input.text !== this.text ||
      JSON.stringify(recipe) !== JSON.stringify(shown)
    this.toggleAttribute('data-stale', !this.#file && isStale)
  }

  get #input(): PassInput {
    return inputOf(this.text)
  }

  async #settingsChanged(): Promise<void> {
    this.textChanged()
    this.changed()
    await this.#run()
  }

  async #run(): Promise<void> {
    if (!(await this.#show(0))) return
    this.question?.reveal()
    this.changed()
  }

  /** Runs the passes, and shows a step. @returns whether anything came of it */
  async #show(step: number): Promise<boolean> {
    const input = this.#file ? await readFile(this.#file) : this.#input
    const [problem] = input.kind === 'program' ? this.problems(input.text) : []
    if (problem) {
      this.trouble(problem.message)
      return false
    }
    this.giveUp()
    const { recipe } = this.#controls
    const order = { input, recipe, of: this.#controls.of }
    const passes = await this.working((watcher) =>
      work('passes', order, watcher),
    )
    if (!passes) return false
    this.#passes = passes
    this.#made = { input, recipe }
    this.#step = Math.min(step, passes.trace.steps.length)
    this.#controls.of = passes.of
    this.#draw()
    this.textChanged()
    return true
  }

  async #showFunction(): Promise<void> {
    this.changed()
    const { of } = this.#controls
    if (!this.#passes || !this.#made) return void this.#run()
    const order = { ...this.#made, of }
    const texts = await this.working((watcher) =>
      work('function', order, watcher),
    )
    if (!texts || !this.#passes) return
    this.#passes = { ...this.#passes, of, texts }
    this.#draw()
  }

  #draw(): void {
    const { trace, times, of, texts } = this.#passes!
    const focused = this.#focused
    this.piece('.passes-drawn').innerHTML = drawnMarkup({
      rows: traceRows(trace, times),
      chosen: this.#step,
      detail: stepDetail(trace, of, texts, this.#step),
      functions: trace.functions,
      stopped: trace.stopped,
    })
    this.#enable()
    const row = this.piece('.pass-rows [aria-pressed="true"]')
    reveal(row.closest('tr')!, this.piece('.pass-rows'))
    if (focused) this.piece(focused).focus({ preventScroll: true })
    const change = this.querySelector('.difference :is(del, ins)')
    if (change) reveal(change, change.closest('pre')!)
  }

  /** What of the drawing has the focus: it comes back to the same place. */
  get #focused(): string | undefined {
    const { activeElement } = document
    if (!this.piece('.passes-drawn').contains(activeElement)) return undefined
    const places = ['[data-act="next-change"]', '[data-name="of"]']
    return (
      places.find((place) => activeElement!.matches(place)) ??
      '.pass-rows [aria-pressed="true"]'
    )
  }

  #showBaked(): void {
    this.#passes = undefined
    this.#made = undefined
    this.#step = 0
    this.piece('.passes-drawn').innerHTML = this.#baked
    this.#enable()
    this.trouble('')
  }

  #enable(): void {
    for (const control of this.querySelectorAll<HTMLButtonElement>(
      '.passes :disabled',
    )) {
      control.disabled = false
    }
  }

  /** Looks at a step; one that the build has drawn is run first. */
  async #choose(step: number): Promise<void> {
    if (!this.#passes) {
      if (!(await this.#show(step))) return
    } else {
      this.#step = Math.min(step, this.#passes.trace.steps.length)
      this.#draw()
    }
    this.changed()
  }

  /** Looks at the next pass that changed the function; behind the last, at all. */
  async #nextChange(): Promise<void> {
    if (!this.#passes && !(await this.#show(0))) return
    const steps = this.#passes!.texts.map(([step]) => step)
    await this.#choose(steps.find((step) => step > this.#step) ?? 0)
  }

  #pressed({ target }: Event): void {
    const element = target as Element
    const step = element.closest<HTMLElement>('[data-step]')
    if (step) void this.#choose(Number(step.dataset['step']))
    const line = element.closest<HTMLElement>('.difference > *')
    if (line) this.#follow(line)
  }

  /** Goes to the pass that takes a line away. */
  #follow(line: HTMLElement): void {
    const passes = this.#passes
    if (!passes || line.matches('del')) return
    const { texts, trace } = passes
    // In all passes together, the lines that stay are those of the end.
    const isAll = this.#step === 0
    const from = isAll ? trace.steps.length : this.#step
    const before = [...line.parentElement!.children].filter(
      (other) =>
        !other.matches('del') &&
        other.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    const step = removingStep(texts, from, before.length)
    if (step === undefined) this.status('This line stays to the end.')
    else void this.#choose(step)
  }

  #keyed(event: KeyboardEvent): void {
    const button = (event.target as Element).closest('.pass-rows [data-step]')
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!button || !way) return
    event.preventDefault()
    const rows = [
      ...this.querySelectorAll<HTMLElement>('.pass-rows [data-step]'),
    ].filter((row) => row.checkVisibility())
    const next = rows[rows.indexOf(button as HTMLElement) + way]
    if (next) void this.#choose(Number(next.dataset['step']))
  }

  async #openFile(file: File): Promise<void> {
    this.#file = file
    this.#controls.showFile(file)
    await this.#run()
  }

  #closeFile(): void {
    this.#file = undefined
    this.#controls.showFile(undefined)
    void this.#run()
  }

  async #copyCommand(): Promise<void> {
    const isText = this.#file
      ? this.#file.name.endsWith('.wat')
      : isWat(this.text)
    const file = this.#file?.name ?? (isText ? 'in.wat' : 'in.wasm')
    const command = commandOf(this.#controls.recipe, file)
    await navigator.clipboard.writeText(command).then(
      () => this.status('Copied. It is for a terminal.'),
      () => this.trouble(`This browser lets no page copy here: ${command}`),
    )
  }

  async #download(): Promise<void> {
    if (this.hasAttribute('data-stale') || !this.#passes) await this.#run()
    if (!this.#passes) return
    download('out.wasm', this.#passes.trace.bytes)
    this.status('Saved as out.wasm.')
  }
}

/** WebAssembly's text begins with a parenthesis, or with its comment. */
function isWat(text: string): boolean {
  return /^\s*(?:\(|;;)/.test(text)
}

function inputOf(text: string): PassInput {
  return { kind: isWat(text) ? 'text' : 'program', text }
}

async function readFile(file: File): Promise<PassInput> {
  if (file.name.endsWith('.wat'))
    return { kind: 'text', text: await file.text() }
  return { kind: 'binary', bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Scrolls a box, and nothing else, until a part of it is seen. */
function reveal(part: Element, box: Element): void {
  const own = part.getBoundingClientRect()
  const around = box.getBoundingClientRect()
  if (own.top < around.top + 40) box.scrollTop += own.top - around.top - 48
  if (own.bottom > around.bottom)
    box.scrollTop += own.bottom - around.bottom + 8
}

customElements.define('pass-by-pass', PassByPass)
