/**
 * The steps of a path as HTML: cut out of what the chapters' Markdown has
 * become, so that they are rendered once, and their islands are the very ones
 * of the chapters, under the same keys. What a path says itself is its minutes
 * and its notes.
 */
import { escape } from '../figures/escape.ts'
import type { Path, PickedStep } from './paths.ts'
import { AuthoringError } from './place.ts'

const STEP = '<section class="step" '

/** @param contentOf what a chapter's Markdown has become, by its file */
export function pathSteps(
  path: Path,
  contentOf: (file: string) => string,
): string {
  const sections = path.steps.map((picked) =>
    retold(cut(contentOf(picked.chapter.file), picked.id), picked),
  )
  const ids = demandOwn(path.steps, sections)
  return sections
    .map((section, index) => linked(section, path.steps[index]!, ids))
    .join('')
}

/** A step's section; the next one begins where it ends. */
function cut(content: string, id: string): string {
  const start = content.indexOf(`${STEP}id="${id}"`)
  const end = content.indexOf(STEP, start + 1)
  return content.slice(start, end < 0 ? undefined : end)
}

/** With the path's minutes and note, and where it stands in its chapter. */
function retold(section: string, picked: PickedStep): string {
  const { chapter, id, minutes, note } = picked
  const stands = `<p class="stands">From chapter ${chapter.number}: <a href="${chapter.url}#${id}">${escape(chapter.title)}</a></p>`
  const told = note ? `<p class="speaker-note" hidden>${escape(note)}</p>` : ''
  return section
    .replace(/ data-minutes="[^"]*"/, '')
    .replace('>', ` data-minutes="${minutes}">`)
    .replace('</h2>', () => `</h2>${told}`)
    .replace(/<\/section>\s*$/, () => `${stands}</section>\n`)
}

/** Two chapters may have the same program, and a page has one of each key. */
function demandOwn(
  steps: readonly PickedStep[],
  sections: readonly string[],
): ReadonlySet<string> {
  const owners = new Map<string, PickedStep>()
  for (const [index, section] of sections.entries()) {
    const step = steps[index]!
    for (const [, id] of section.matchAll(/\s(?:id|data-key)="([^"]+)"/g)) {
      const owner = owners.get(id!) ?? step
      owners.set(id!, owner)
      if (owner === step) continue
      throw new AuthoringError(
        step.place,
        `“${step.title}” and “${owner.title}” have the same in them (${id}).`,
        'Pick one of the two, or change what they share in one of them.',
      )
    }
  }
  return new Set(owners.keys())
}

/** A link within the chapter leads there, unless the path has what it names. */
function linked(
  section: string,
  { chapter }: PickedStep,
  ids: ReadonlySet<string>,
): string {
  return section.replaceAll(
    /(<a\s[^>]*?\bhref=")#([^"/~]*)/g,
    (link, start: string, id: string) =>
      ids.has(id) ? link : `${start}${chapter.url}#${id}`,
  )
}
