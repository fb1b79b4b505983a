/**
 * What a level made of a program, as text, and how that differs from what
 * another level made of it. Signs before the lines say it, too.
 */
import { differenceMarkup, type ShownLine } from './difference.ts'
import { escape } from './escape.ts'

/** What is chosen to be looked at. */
export interface LookChoice {
  /** Both as people call them, such as `-O3`. */
  look: string
  against: string
  /** A function; '' is the whole module. */
  of: string
}

export interface LevelLook extends LookChoice {
  levels: readonly string[]
  functions: readonly string[]
  lines: readonly ShownLine[]
}

/** @returns the content of a group named “Text” */
export function levelLookMarkup(drawn: LevelLook): string {
  const { look, against, of, levels, functions, lines } = drawn
  const parts = [...functions, '']
  const names = parts.map((name) => name || 'the whole module')
  const note = noteOf(drawn)
  const label = `What ${look} made of ${of || 'the module'}`
  return `<p class="look-of"><label>Text of ${selectMarkup('of', parts, names, of)}</label><span>at <code>${look}</code></span><label>against ${selectMarkup('against', levels, levels, against)}</label></p>${note && `<p class="look-note">${note}</p>`}<pre class="listing difference" tabindex="0" aria-label="${escape(label)}">${differenceMarkup(lines)}</pre>`
}

/** In the place of a text that nobody has asked for yet. */
export function unreadMarkup(look: string): string {
  return `<p class="look-note">The text that <code>${look}</code> makes comes when you ask for it.</p><p class="look-note"><button type="button" data-act="look ${look}" disabled>Show it</button></p>`
}

function noteOf({ look, against, of, lines }: LevelLook): string {
  if (look === against) return ''
  const all = (kind: ShownLine['kind']) =>
    lines.every((line) => line.kind === kind)
  const name = `<code>${escape(of)}</code>`
  if (all('stays')) return `Both levels make the same of it.`
  if (of && all('goes')) return `At ${look}, there is no ${name} any more.`
  if (of && all('comes')) return `At ${against}, there is no ${name}.`
  return ''
}

function selectMarkup(
  name: string,
  values: readonly string[],
  words: readonly string[],
  chosen: string,
): string {
  const options = values.map(
    (value, index) =>
      `<option value="${escape(value)}"${value === chosen ? ' selected' : ''}>${escape(words[index]!)}</option>`,
  )
  return `<select data-name="${name}" disabled>${options.join('')}</select>`
}
