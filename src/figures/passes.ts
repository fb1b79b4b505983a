/**
 * What passes made of a module: the way there in rows and as a plot, and one of
 * them looked at. All that is chosen stands above it.
 */
import { escape } from './escape.ts'
import { passDetailMarkup, type PassDetail } from './pass-detail.ts'
import { passListMarkup, passSummary, type PassRow } from './pass-list.ts'
import { passPlotMarkup } from './pass-plot.ts'

/** What came of a trace. */
export interface PassesDrawing {
  rows: readonly PassRow[]
  /** The number of the row that is looked at: 0 is all of them together. */
  chosen: number
  detail: PassDetail
  /** The names of the module's functions. */
  functions: readonly string[]
  /** The pass that refused the module, and why. */
  stopped?: { pass: string; message: string } | undefined
}

/** What is chosen above. */
export interface PassSettings {
  level: string
  hasGC: boolean
  converges: boolean
  /** Names of passes, with commas; '' is the level's own list. */
  list: string
  onlyChanged: boolean
}

export function passesMarkup(
  drawing: PassesDrawing,
  settings: PassSettings,
  levels: Iterable<string>,
): string {
  return `<div class="passes stage-passes" role="group" aria-label="Passes"${settings.onlyChanged ? ' data-only-changed' : ''}>
${toolsMarkup(settings, levels)}<div class="passes-drawn">${drawnMarkup(drawing)}</div></div>`
}

/** @returns all that is made anew with each trace */
export function drawnMarkup(drawing: PassesDrawing): string {
  const { rows, chosen, detail, functions, stopped } = drawing
  const refused = stopped
    ? `<p class="trouble">${escape(stopped.pass)} refused: ${escape(stopped.message)}</p>`
    : ''
  const few = rows.length < 8
  const plot = few ? '' : passPlotMarkup(rows, chosen)
  const isAlone = rows.length < 2
  return `<p class="pass-summary" role="status">${passSummary(rows)}</p>${refused}${plot}<div class="pass-columns"${isAlone ? ' data-alone' : ''}><div class="pass-rows">${passListMarkup(rows, chosen)}</div><div class="pass-look">${detail.isTooLarge ? '' : chooserMarkup(functions, detail.of, isAlone)}<div class="pass-detail">${passDetailMarkup(detail)}</div></div></div>`
}

function chooserMarkup(
  functions: readonly string[],
  of: string,
  isAlone: boolean,
): string {
  const next = isAlone
    ? ''
    : '<button type="button" data-act="next-change" disabled>Next change</button>'
  return `<p class="pass-of"><label>Function <select data-name="of" disabled>${optionsMarkup(functions, of)}</select></label>${next}</p>`
}

function toolsMarkup(
  { level, hasGC, converges, list, onlyChanged }: PassSettings,
  levels: Iterable<string>,
): string {
  return `<div class="pass-tools"><label>Level <select data-name="level" disabled>${optionsMarkup([...levels], level)}</select></label><div class="pass-list-box"><label>Passes <input type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" data-name="list" data-enter="list" value="${escape(list)}" placeholder="those of the level" spellcheck="false" autocapitalize="off" autocomplete="off" disabled></label></div>${checkMarkup('converges', '<code>--converge</code>', converges)}${checkMarkup('gc', 'GC', hasGC)}${checkMarkup('changed', 'Only what changed', onlyChanged)}<label class="file-choice"><span>Open a .wasm</span><input type="file" accept=".wasm,.wat" aria-label="Open a .wasm or .wat" disabled></label></div>
`
}

function checkMarkup(name: string, words: string, isOn: boolean): string {
  return `<label><input type="checkbox" data-name="${name}"${isOn ? ' checked' : ''} disabled> ${words}</label>`
}

function optionsMarkup(values: readonly string[], chosen: string): string {
  return values
    .map(
      (value) =>
        `<option${value === chosen ? ' selected' : ''}>${escape(value)}</option>`,
    )
    .join('')
}
