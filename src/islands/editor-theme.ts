/** How the editor looks: in the page's own tokens, in light and in dark. */
import { EditorView } from '@codemirror/view'

const palette = [
  'keyword',
  'constant',
  'string',
  'function',
  'parameter',
  'comment',
  'punctuation',
]

/** Colours of tokens, in the text and in what is said of it. */
const colours = Object.fromEntries(
  palette.map((name) => [`.tok-${name}`, { color: `var(--tok-${name})` }]),
)

const tips = {
  '.cm-tooltip': {
    background: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '0.4rem',
    boxShadow: '0 0.5rem 2rem -0.75rem var(--shadow)',
    font: '500 1em/1.45 var(--grotesque)',
    maxWidth: 'min(34em, 94vw)',
  },
  '.cm-tip': { padding: '0.5em 0.8em' },
  '.cm-tip > * + *': {
    borderTop: '1px solid var(--line)',
    marginTop: '0.45em',
    paddingTop: '0.45em',
  },
  '.cm-tip code': {
    font: '400 1em/1.45 var(--mono)',
    fontVariantLigatures: 'none',
    overflowWrap: 'anywhere',
  },
  '.cm-tip p': { margin: 0 },
  '.cm-tip-problem > p:first-child': { color: 'var(--trouble)' },
  '.cm-tip button': {
    background: 'var(--accent)',
    border: 0,
    borderRadius: '0.3rem',
    color: 'var(--on-accent)',
    cursor: 'pointer',
    display: 'inline-block',
    font: '600 0.95em/1.3 var(--grotesque)',
    margin: '0.5em 0.5em 0 0',
    minHeight: '24px',
    padding: '0.25em 0.7em',
    textAlign: 'start',
  },
  '.cm-tip button:focus-visible': {
    outline: '3px solid var(--accent)',
    outlineOffset: '2px',
  },
}

const completion = {
  '.cm-tooltip.cm-tooltip-autocomplete': { maxWidth: 'none' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)',
    fontVariantLigatures: 'none',
    maxHeight: '13em',
    maxWidth: 'min(36em, 94vw)',
    minWidth: '12em',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    lineHeight: 1.5,
    padding: '0.1em 0.7em',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionDetail': { color: 'var(--quiet)', fontStyle: 'normal' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-tooltip.cm-completionInfo': { padding: '0.5em 0.8em' },
}

/** The theme of every editor. */
export const theme = EditorView.theme({
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
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--trouble) 1.5px',
    textUnderlineOffset: '0.25em',
  },
  '.lit': {
    background: 'var(--lit)',
    borderRadius: '0.2em',
  },
  ...colours,
  '.tok-number': { color: 'var(--tok-constant)' },
  '.tok-operator': { color: 'var(--tok-keyword)' },
  '.tok-comment': { fontStyle: 'italic' },
  ...tips,
  ...completion,
})
