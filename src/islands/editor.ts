/**
 * The editor: CodeMirror in the place of a listing. It lives in a shadow root,
 * because its styles are made by script, which the page's policy allows there
 * and nowhere else; colours come from the page's tokens all the same.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { RangeSetBuilder, StateEffect, type Extension } from '@codemirror/state'
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  ViewPlugin,
  type DecorationSet,
} from '@codemirror/view'
import type { TokenMark } from '../figures/tokens.ts'
import { completing, type Complete } from './editor-completion.ts'
import { tooltipLayer } from './editor-layer.ts'
import { theme } from './editor-theme.ts'
import { tips, type TipSources, type ToldProblem } from './editor-tip.ts'

/** What an editor of one language knows of its texts. */
export interface EditorHelp {
  describe: NonNullable<TipSources['describe']>
  complete: Complete
}

export interface EditorOptions {
  /** The listing that the editor takes the place of, text and caret included. */
  listing: HTMLElement
  marks: (text: string) => readonly TokenMark[]
  diagnose: (text: string) => readonly ToldProblem[]
  /** Absent for languages of which there is nothing to say. */
  help?: EditorHelp | undefined
  onChange: (text: string) => void
  /** The caret moved to this offset. */
  onCaret?: (offset: number) => void
}

export interface Editor {
  readonly host: HTMLElement
  text: string
  /** Lights up what stands in a place; without one, all lights go out. */
  light(place: Place | undefined): void
  /** Selects a place, shows it, and takes the focus. */
  select(place: Place): void
}

/** A part of the text, in UTF-16 units. */
export interface Place {
  from: number
  to: number
}

export function openEditor(options: EditorOptions): Editor {
  const { listing } = options
  const hadFocus = document.activeElement === listing
  const selection = caretIn(listing)
  const host = document.createElement('div')
  host.className = 'editor'
  const root = host.attachShadow({ mode: 'open' })
  const doc = listing.textContent!
  listing.replaceWith(host)
  const view = new EditorView({
    doc,
    root,
    parent: root,
    extensions: [extensions(options), tooltipLayer(root)],
    selection: {
      anchor: Math.min(selection.anchor, doc.length),
      head: Math.min(selection.head, doc.length),
    },
  })
  if (hadFocus) view.focus()
  return {
    host,
    get text() {
      return view.state.doc.toString()
    },
    set text(insert) {
      if (insert === view.state.doc.toString()) return
      const to = view.state.doc.length
      view.dispatch({ changes: { from: 0, to, insert } })
    },
    light(place) {
      view.dispatch({ effects: lightUp.of(place) })
    },
    select({ from, to }) {
      const { length } = view.state.doc
      view.dispatch({
        selection: {
          anchor: Math.min(from, length),
          head: Math.min(to, length),
        },
        scrollIntoView: true,
      })
      view.focus()
    },
  }
}

function extensions(options: EditorOptions): Extension[] {
  const { marks, diagnose, help } = options
  return [
    // Ctrl+Enter runs: the page hears it, and CodeMirror's own meaning is off.
    keymap.of([{ key: 'Mod-Enter', run: () => true }]),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    history(),
    drawSelection(),
    replaceByTyping,
    colours(marks),
    tips({ marks, diagnose, ...(help && { describe: help.describe }) }),
    help ? completing(help.complete) : [],
    theme,
    EditorView.contentAttributes.of({
      'aria-label': 'Program',
      spellcheck: 'false',
      autocapitalize: 'off',
    }),
    EditorView.updateListener.of((update) => {
      const { doc, selection } = update.state
      if (update.docChanged) options.onChange(doc.toString())
      if (update.selectionSet || update.docChanged) {
        options.onCaret?.(selection.main.head)
      }
    }),
  ]
}

/**
 * Typing over a selection, and more than a character at once. Left to itself,
 * Chromium gives the new text the style of the old one inline, which the page's
 * policy forbids and reports, and needs over 30 seconds for 10,000 lines.
 */
const replaceByTyping = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const text = event.inputType === 'insertText' ? event.data : null
    if (text === null) return false
    if (view.state.selection.main.empty && text.length === 1) return false
    view.dispatch(view.state.replaceSelection(text), {
      userEvent: 'input.type',
      scrollIntoView: true,
    })
    event.preventDefault()
    return true
  },
})

/** The reader's selection in a listing, as offsets into its text. */
function caretIn(listing: HTMLElement): { anchor: number; head: number } {
  const selection = getSelection()
  const offset = (node: Node | null, at: number) => {
    if (!node || !listing.contains(node)) return 0
    const range = document.createRange()
    range.setStart(listing, 0)
    range.setEnd(node, at)
    return range.toString().length
  }
  return {
    anchor: offset(selection?.anchorNode ?? null, selection?.anchorOffset ?? 0),
    head: offset(selection?.focusNode ?? null, selection?.focusOffset ?? 0),
  }
}

/** What is lit, as a part of the editor's own drawing, which it redoes. */
const lightUp = StateEffect.define<Place | undefined>()

/** Colours the part of the text that is in view. */
function colours(marks: EditorOptions['marks']): Extension {
  return ViewPlugin.define(
    (view) => ({
      lit: undefined as Place | undefined,
      decorations: decorate(view, marks, undefined),
      update({ view: editor, docChanged, viewportChanged, transactions }) {
        const lights = transactions
          .flatMap(({ effects }) => effects)
          .filter((effect) => effect.is(lightUp))
        if (lights.length > 0) this.lit = lights.at(-1)!.value
        if (docChanged || viewportChanged || lights.length > 0) {
          this.decorations = decorate(editor, marks, this.lit)
        }
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  )
}

/** Tokens carry their number, by which views of the same text find them. */
function decorate(
  view: EditorView,
  marks: EditorOptions['marks'],
  lit: Place | undefined,
): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const text = view.state.doc.toString()
  const { from: start, to: end } = view.viewport
  let gap = 0
  for (const [index, { from, to, category }] of marks(text).entries()) {
    if (from >= end) break
    if (to > start) {
      if (text.slice(gap, from).trim()) builder.add(gap, from, comment)
      const isLit = lit !== undefined && lit.from <= from && to <= lit.to
      builder.add(from, to, token(category, index, isLit))
    }
    gap = to
  }
  return builder.finish()
}

const comment = Decoration.mark({ class: 'tok-comment' })

function token(category: string, index: number, isLit: boolean): Decoration {
  const attributes = { 'data-token': String(index) }
  const names = `tok-${category}${isLit ? ' lit' : ''}`
  return Decoration.mark({ class: names, attributes })
}
