/**
 * Tips: what is wrong at a place of the text, how to be rid of it, and what
 * stands there. The pointer brings one by resting, the keyboard by a key.
 */
import { linter } from '@codemirror/lint'
import {
  Prec,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from '@codemirror/state'
import {
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
} from '@codemirror/view'
import type {
  Description,
  Fix,
  Problem,
} from '../examplescript/examplescript.ts'
import type { TokenMark } from '../figures/tokens.ts'
import { drawTip, tipText } from './editor-tip-drawing.ts'

/** What is wrong with a text of whatever language. */
export type ToldProblem = Omit<Problem, 'code'>

/** What there is to know of a text. */
export interface TipSources {
  marks: (text: string) => readonly TokenMark[]
  diagnose: (text: string) => readonly ToldProblem[]
  describe?: (text: string, offset: number) => Description | undefined
}

/** What is said of one place. */
export interface Tip {
  from: number
  to: number
  problems: readonly ToldProblem[]
  described?: Description
}

/** Underlines problems, and shows tips: F8, Mod-i, and Mod-. to apply a fix. */
export function tips(sources: TipSources): Extension {
  const pointer = new Pointer()
  return [
    linter(
      ({ state }) =>
        sources.diagnose(state.doc.toString()).map(({ from, to, message }) => ({
          from,
          to,
          message,
          severity: 'error',
        })),
      // What is wrong is said in a tip, together with what stands there.
      { delay: 300, tooltipFilter: () => [] },
    ),
    tipAtCaret,
    hoverTooltip(
      (view, pos) => {
        // One at a time: the one that was asked for stays.
        if (!pointer.isUsed || view.state.field(tipAtCaret)) return null
        const tip = tipAt(view.state, pos, sources)
        return tip ? tooltipOf(tip, sources) : null
      },
      { hideOnChange: true },
    ),
    pointer.listening,
    Prec.high(
      keymap.of([
        { key: 'F8', run: (view) => toNextProblem(view, sources) },
        {
          key: 'Mod-i',
          run: (view) => showAtCaret(view, sources),
          preventDefault: true,
        },
        {
          key: 'Mod-.',
          run: (view) => applyFirst(view, sources),
          preventDefault: true,
        },
        { key: 'Escape', run: closeTips },
      ]),
    ),
    EditorView.domEventHandlers({
      blur({ relatedTarget }, view) {
        if (!isInTip(relatedTarget)) queueMicrotask(() => closeTips(view))
      },
    }),
  ]
}

/** Whether the pointer was used last, and not a key. */
class Pointer {
  isUsed = false
  #x = -1
  #y = -1

  /**
   * Listens to both. Browsers send a move of the pointer also when something
   * moves under it: a tip that was closed would come back.
   */
  readonly listening: Extension = EditorView.domEventHandlers({
    mousemove: (event) => {
      const { clientX: x, clientY: y } = event
      if (x === this.#x && y === this.#y) event.stopPropagation()
      else this.isUsed = true
      this.#x = x
      this.#y = y
    },
    keydown: () => {
      this.isUsed = false
    },
  })
}

const showTip = StateEffect.define<Tooltip | null>()

/** The tip at the caret: it goes when the caret does. */
const tipAtCaret = StateField.define<Tooltip | null>({
  create: () => null,
  update(tip, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(showTip)) return effect.value
    }
    return transaction.docChanged || transaction.selection ? null : tip
  },
  provide: (field) => showTooltip.from(field),
})

function isInTip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cm-tip') !== null
}

/** Closes what is open. @returns whether anything was */
function closeTips(view: EditorView): boolean {
  const isOpen = view.state.field(tipAtCaret) !== null
  if (!isOpen && !hasHoverTooltips(view.state)) return false
  view.dispatch({ effects: [showTip.of(null), closeHoverTooltips] })
  return true
}

/** The problems at a place, and what stands there. */
function tipAt(
  state: EditorState,
  pos: number,
  { diagnose, describe }: TipSources,
): Tip | undefined {
  const text = state.doc.toString()
  const problems = diagnose(text).filter(
    ({ from, to }) => from <= pos && pos <= to,
  )
  const described = describe?.(text, pos)
  const place = described ?? problems[0]
  if (!place) return undefined
  const { from, to } = place
  return { from, to, problems, ...(described && { described }) }
}

function tooltipOf(tip: Tip, { marks }: TipSources): Tooltip {
  const { from, to } = tip
  return {
    pos: from,
    end: to,
    above: true,
    create: (view) => {
      const dom = drawTip(tip, marks, (fix) => {
        apply(view, fix)
        view.focus()
      })
      dom.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape') return
        closeTips(view)
        view.focus()
        // A deck would take it for a wish to leave.
        event.preventDefault()
      })
      dom.addEventListener('focusout', ({ relatedTarget }) => {
        const isNear =
          isInTip(relatedTarget) || relatedTarget === view.contentDOM
        // What is taken away loses the focus, too, in the middle of an update.
        if (!isNear) queueMicrotask(() => closeTips(view))
      })
      return { dom }
    },
  }
}

function show(view: EditorView, tip: Tip, sources: TipSources): void {
  view.dispatch({
    effects: [
      closeHoverTooltips,
      showTip.of(tooltipOf(tip, sources)),
      EditorView.announce.of(tipText(tip)),
    ],
  })
}

function announce(view: EditorView, words: string): void {
  view.dispatch({ effects: EditorView.announce.of(words) })
}

function showAtCaret(view: EditorView, sources: TipSources): boolean {
  const tip = tipAt(view.state, view.state.selection.main.head, sources)
  if (tip) show(view, tip, sources)
  else announce(view, 'There is nothing to say of this place.')
  return true
}

/** Selects the next problem, the first one after the last, and tells of it. */
function toNextProblem(view: EditorView, sources: TipSources): boolean {
  const { state } = view
  const problems = sources.diagnose(state.doc.toString())
  const { from: start, to: end } = state.selection.main
  const next =
    problems.find(
      ({ from, to }) => from > start || (from === start && to > end),
    ) ?? problems[0]
  if (!next) {
    announce(view, 'Nothing is wrong.')
    return true
  }
  const { from, to } = next
  view.dispatch({
    selection: { anchor: from, head: to },
    scrollIntoView: true,
  })
  const tip = tipAt(view.state, from, sources)
  if (tip) show(view, { ...tip, from, to }, sources)
  return true
}

/** Applies the first fix at the caret, or else on its line. */
function applyFirst(view: EditorView, { diagnose }: TipSources): boolean {
  const { state } = view
  const { head } = state.selection.main
  const line = state.doc.lineAt(head)
  const fixable = diagnose(state.doc.toString()).filter(({ fixes }) => fixes)
  const near =
    fixable.find(({ from, to }) => from <= head && head <= to) ??
    fixable.find(({ from, to }) => from <= line.to && to >= line.from)
  const fix = near?.fixes?.[0]
  if (fix) apply(view, fix)
  else announce(view, 'There is nothing here that can be fixed by itself.')
  return true
}

/** Makes the edits of a fix, with the caret behind the last one. */
function apply(view: EditorView, { label, edits }: Fix): void {
  const changes = view.state.changes(edits)
  const end = changes.mapPos(edits.at(-1)!.to, 1)
  view.dispatch({
    changes,
    selection: { anchor: end },
    effects: [
      showTip.of(null),
      closeHoverTooltips,
      EditorView.announce.of(`Done: ${label}.`),
    ],
    userEvent: 'input.fix',
    scrollIntoView: true,
  })
}
