/**
 * Two compilers over one program: what each made of it, in numbers side by side,
 * and the text of both, line against line. All that is chosen stands above it.
 */
import { escape } from './escape.ts'
import type { ShownLine } from './difference.ts'
import { sideBySideMarkup } from './side-by-side.ts'
import { spreadMarkup, type ShownSpread } from './spread.ts'

/** What a compiler made of the program, or what it said in place of that. */
export type RivalSide =
  | { refusal: string }
  | {
      bytes: { length: number }
      /** Bytes that travel. */
      packed: number
      result?: string
      /** Absent where nobody measured. */
      compile?: ShownSpread
      run?: ShownSpread
      /** What stopped it while it was measured. */
      stopped?: string
    }

export interface RivalsDrawing {
  ours: RivalSide
  theirs: RivalSide
  /** The call that is measured, such as `work(1000)`. */
  work: string
  /** Functions that can be looked at, and the one that is; '' is all. */
  functions: readonly string[]
  of: string
  lines: readonly ShownLine[]
}

/** What is chosen above. */
export interface RivalSettings {
  level: string
  runtime: string
}

const OURS = 'ExampleScript'
const THEIRS = 'AssemblyScript'

export function rivalsMarkup(
  drawing: RivalsDrawing,
  settings: RivalSettings,
  levels: readonly string[],
  runtimes: readonly string[],
): string {
  return `<div class="rivals stage-passes" role="group" aria-label="Comparison">
<div class="rival-tools"><label>Level ${selectMarkup('level', levels, settings.level)}</label><label>AssemblyScript’s runtime ${selectMarkup('runtime', runtimes, settings.runtime)}</label></div>
<div class="rivals-drawn">${rivalsDrawnMarkup(drawing)}</div></div>`
}

/** @returns all that is made anew with each comparison */
export function rivalsDrawnMarkup(drawing: RivalsDrawing): string {
  const { ours, theirs } = drawing
  return `<p class="rival-summary" role="status">${summary(drawing)}</p>${tableMarkup(drawing)}${refusalMarkup(OURS, ours)}${refusalMarkup(THEIRS, theirs)}<div class="rival-text">${rivalTextMarkup(drawing)}</div>`
}

/** @returns the text of both, with what one chooses a function by */
export function rivalTextMarkup({
  functions,
  of,
  lines,
  ours,
  theirs,
}: RivalsDrawing): string {
  const options = [...functions, '']
    .map(
      (name) =>
        `<option value="${escape(name)}"${name === of ? ' selected' : ''}>${escape(name) || 'the whole module'}</option>`,
    )
    .join('')
  const isBoth = 'bytes' in ours && 'bytes' in theirs
  const isSame = isBoth && lines.every(({ kind }) => kind === 'stays')
  const note = isSame ? '<p class="rival-same">Both say the same.</p>' : ''
  return `<p class="rival-of"><label>Text of <select data-name="of" disabled>${options}</select></label></p>${note}${sideBySideMarkup(lines, [OURS, THEIRS])}`
}

function selectMarkup(
  name: string,
  values: readonly string[],
  chosen: string,
): string {
  const options = values.map(
    (value) =>
      `<option${value === chosen ? ' selected' : ''}>${escape(value)}</option>`,
  )
  return `<select data-name="${name}" disabled>${options.join('')}</select>`
}

function refusalMarkup(name: string, side: RivalSide): string {
  if ('bytes' in side) return ''
  return `<div class="refusal"><p>${name} refuses this program:</p><pre tabindex="0" aria-label="What ${name} says">${escape(side.refusal)}</pre></div>`
}

function tableMarkup({ ours, theirs, work }: RivalsDrawing): string {
  const both = [ours, theirs]
  const made = both.filter((side) => 'bytes' in side)
  const isMeasured = made.some(({ compile }) => compile !== undefined)
  const rows = [
    row('Bytes', both, ({ bytes }) => amount(bytes.length)),
    row('By gzip', both, ({ packed }) => amount(packed)),
    row(`<code>${escape(work)}</code>`, both, ({ result }) =>
      result === undefined ? '' : `<code>${escape(result || 'nothing')}</code>`,
    ),
    row('Compile', both, ({ compile }) => compile && spreadMarkup(compile)),
    row('Run', both, ({ run, stopped }) =>
      stopped ? `stopped: ${escape(stopped)}` : run && spreadMarkup(run),
    ),
  ]
  const waiting = isMeasured
    ? ''
    : '<p class="rival-note">Sizes are exact. Times are a matter of your machine: <b>Compare</b> takes them here, with both compilers in turns.</p>'
  return `<table class="rival-table"><caption class="unseen">What the two compilers made of it</caption><thead><tr><td></td><th scope="col">${OURS}</th><th scope="col">${THEIRS}</th></tr></thead><tbody>${rows.join('')}</tbody></table>${waiting}`
}

type Made = Extract<RivalSide, { bytes: unknown }>

function row(
  head: string,
  sides: readonly RivalSide[],
  cell: (made: Made) => string | undefined,
): string {
  const cells = sides.map((side) => {
    const words = 'bytes' in side ? cell(side) : ''
    return `<td>${words || '–'}</td>`
  })
  return `<tr><th scope="row">${head}</th>${cells.join('')}</tr>`
}

/** The sizes, and whether both do the same. */
function summary({ ours, theirs, work }: RivalsDrawing): string {
  if ('refusal' in ours && 'refusal' in theirs) {
    return 'Neither takes this program.'
  }
  if ('refusal' in ours) return `Only ${THEIRS} takes this program.`
  if ('refusal' in theirs) return `Only ${OURS} takes this program.`
  const more = theirs.bytes.length - ours.bytes.length
  const size =
    more === 0
      ? `Both make ${amount(ours.bytes.length)} bytes`
      : `${more > 0 ? OURS : THEIRS} makes ${amount(Math.abs(more))} ${Math.abs(more) === 1 ? 'byte' : 'bytes'} less`
  if (ours.result === undefined || theirs.result === undefined)
    return `${size}.`
  const isSame = ours.result === theirs.result
  return `${size}; ${escape(work)} gives ${isSame ? 'the same' : 'something else'}.`
}

function amount(count: number): string {
  return count.toLocaleString('en')
}
