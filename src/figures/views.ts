/**
 * The views of a program: tokens, tree, types, text and bytes, one at a time
 * under tabs, or all side by side. Without a script, those stand in the page
 * that the build has drawn.
 */
import { escape } from './escape.ts'

export const VIEWS = ['tokens', 'tree', 'types', 'text', 'bytes'] as const
export type ViewName = (typeof VIEWS)[number]

/** As people read it. */
export function viewTitle(view: ViewName): string {
  return view[0]!.toUpperCase() + view.slice(1)
}

/**
 * @param drawn the views that are drawn already; the first of them is shown
 * @param levels how much Binaryen may optimise, the one shown first
 * @param key of the card, for ids
 */
export function viewsMarkup(
  drawn: ReadonlyMap<ViewName, string>,
  levels: Iterable<string>,
  key: string,
): string {
  const [shown] = drawn.keys()
  const tabs = VIEWS.map((view) => tabMarkup(view, view === shown, key))
  const panels = VIEWS.map((view) =>
    panelMarkup(view, drawn.get(view), view === shown, key),
  )
  return `<div class="views" data-shown="${shown}">
<div class="views-head"><div class="tabs" role="tablist" aria-label="Stages">${tabs.join('')}</div><span class="views-tools">${formsMarkup()}${levelsMarkup(levels)}<button type="button" data-act="side-by-side" aria-pressed="false" disabled>Side by side</button></span></div>
<div class="panels">${panels.join('')}</div></div>`
}

function tabMarkup(view: ViewName, isShown: boolean, key: string): string {
  return `<button type="button" role="tab" id="${key}-${view}-tab" class="stage-${stageOf(view)}" data-act="${view}" aria-controls="${key}-${view}" aria-selected="${isShown}" tabindex="${isShown ? 0 : -1}" disabled>${viewTitle(view)}</button>`
}

function panelMarkup(
  view: ViewName,
  content: string | undefined,
  isShown: boolean,
  key: string,
): string {
  const drawn =
    (content === undefined ? '' : ' data-drawn') +
    (isShown ? ' data-current' : '')
  return `<div class="view stage-${stageOf(view)}" id="${key}-${view}" role="tabpanel" aria-label="${viewTitle(view)}" data-view="${view}"${drawn}><p class="view-title">${viewTitle(view)} <span class="size"></span></p><div class="view-body">${content ?? ''}</div></div>`
}

/** The stage of the pipeline whose hue a view has. */
function stageOf(view: ViewName): string {
  return view === 'text' ? 'ir' : view
}

function formsMarkup(): string {
  return `<button type="button" class="for-text" data-act="form" aria-label="Form of the text: Folded" disabled>Folded</button>`
}

function levelsMarkup(levels: Iterable<string>): string {
  const options = [...levels].map(
    (level) => `<option>${escape(level)}</option>`,
  )
  return `<select class="for-module" aria-label="Optimise" disabled>${options.join('')}</select>`
}
