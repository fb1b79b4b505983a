/**
 * The editor: CodeMirror in the place of a listing. It lives in a shadow root,
 * because its styles are made by script, which the page's policy allows there
 * and nowhere else; colours come from the page's tokens all the same.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { linter, type Diagnostic } from '@codemirror/lint'
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

export interface EditorOptions {
  /** The listing that the editor takes the place of, text and caret included. */
  listing: HTMLElement
  marks: (text: string) => readonly TokenMark[]
  diagnose: (text: string) => readonly Diagnostic[]
  onChange: (text: string) => void
  /** The caret moved to this offset. */
  onCaret?: (offset: number) => void
}

export interface Editor {
  readonly host: HTMLElement
  text: string
  /** Lights one token up, by its number; -1 puts all lights out. */
  light(token: number): void
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
    extensions: extensions(options),
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
    light(number) {
      view.dispatch({ effects: lightUp.of(number) })
    },
  }
}

function extensions(options: EditorOptions): Extension[] {
  return [
    // Ctrl+Enter runs: the page hears it, and CodeMirror's own meaning is off.
    keymap.of([{ key: 'Mod-Enter', run: () => true }]),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    history(),
    drawSelection(),
    replaceByTyping,
    colours(options.marks),
    linter(({ state }) => options.diagnose(state.doc.toString()), {
      delay: 300,
    }),
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

/** Which token is lit, as a part of the editor's own drawing, which it redoes. */
const lightUp = StateEffect.define<number>()

/** Colours the part of the text that is in view. */
function colours(marks: EditorOptions['marks']): Extension {
  return ViewPlugin.define(
    (view) => ({
      lit: -1,
      decorations: decorate(view, marks, -1),
      update({ view: editor, docChanged, viewportChanged, transactions }) {
        const lights = transactions
          .flatMap(({ effects }) => effects)
          .filter((effect) => effect.is(lightUp))
        this.lit = lights.at(-1)?.value ?? this.lit
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
  lit: number,
): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const text = view.state.doc.toString()
  const { from: start, to: end } = view.viewport
  let gap = 0
  for (const [index, { from, to, category }] of marks(text).entries()) {
    if (from >= end) break
    if (to > start) {
      if (text.slice(gap, from).trim()) builder.add(gap, from, comment)
      builder.add(from, to, token(category, index, index === lit))
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

const palette = [
  'keyword',
  'constant',
  'string',
  'function',
  'parameter',
  'comment',
  'punctuation',
]

const theme = EditorView.theme({
  '&': { background: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '-3px' },
  '.cm-scroller': {
    font: 'inherit',
    lineHeight: 'inherit',
    fontVariantLigatures: 'none',
  },
  '.cm-content': { padding: '0.95em 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1.2em' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'var(--selected)' },
  '.cm-tooltip': {
    background: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--trouble)',
    borderRadius: '0.4rem',
    font: '500 0.85rem/1.4 var(--grotesque)',
  },
  '.cm-diagnostic': { borderLeft: 'none', padding: '0.4rem 0.7rem' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--trouble) 1.5px',
    textUnderlineOffset: '0.25em',
  },
  '.lit': {
    background: 'var(--lit)',
    borderRadius: '0.2em',
  },
  ...Object.fromEntries(
    palette.map((name) => [`.tok-${name}`, { color: `var(--tok-${name})` }]),
  ),
  '.tok-number': { color: 'var(--tok-constant)' },
  '.tok-operator': { color: 'var(--tok-keyword)' },
  '.tok-comment': { fontStyle: 'italic' },
})
