/**
 * Where the editor's tooltips are drawn: in the browser's top layer, because the
 * card around an editor, and a slide, cut off whatever looks out of them.
 */
import { tooltips } from '@codemirror/view'
import type { Extension } from '@codemirror/state'

const sheet = new CSSStyleSheet()
sheet.replaceSync(`
  [popover] {
    background: none;
    border: 0;
    height: 0;
    inset: 0 auto auto 0;
    margin: 0;
    overflow: visible;
    padding: 0;
    width: 0;
  }
`)

/** Makes the layer in an editor's shadow root; it is up while it has something. */
export function tooltipLayer(root: ShadowRoot): Extension {
  const layer = document.createElement('div')
  if (!('popover' in layer)) return []
  layer.popover = 'manual'
  root.adoptedStyleSheets.push(sheet)
  // Behind the editor, which is yet to come: so Tab finds it.
  queueMicrotask(() => root.append(layer))
  new MutationObserver(() => {
    const isUsed = layer.querySelector('.cm-tooltip') !== null
    if (layer.matches(':popover-open') !== isUsed) layer.togglePopover(isUsed)
  }).observe(layer, { childList: true, subtree: true })
  return tooltips({ parent: layer })
}
