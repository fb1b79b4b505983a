/**
 * Key presses of a step, counted anew: what a press does to an island that does
 * not run in the file is gone, and a press that did nothing else with it.
 */
import { eachTag, mapTags, type Tag } from './markup.ts'

/**
 * @param html whole steps
 * @param isLive whether the island of that tag runs
 */
export function livePresses(
  html: string,
  isLive: (name: string) => boolean,
): string {
  return html
    .split(/(?=<section class="step[ "])/)
    .map((section) => ofStep(section, isLive))
    .join('')
}

function ofStep(section: string, isLive: (name: string) => boolean): string {
  const used = new Set<number>()
  const dropped = new Set<number>()
  const driven = followIslands(isLive)
  eachTag(section, (tag) => {
    const isDead = driven(tag)
    if (!tag.has('data-press') || tag.hasClass('speaker-note')) return
    const press = Number(tag.get('data-press'))
    if (isDead) dropped.add(press)
    else for (const one of pressesOf(tag, press)) used.add(one)
  })
  if (dropped.size === 0) return section
  const gone = [...dropped].filter((press) => !used.has(press))
  const numbered = (press: number) =>
    press - gone.filter((one) => one <= press).length
  const drivenAgain = followIslands(isLive)
  return mapTags(section, (tag) => {
    if (drivenAgain(tag)) {
      tag.delete('data-do')
      tag.delete('data-press')
    }
    for (const name of ['data-press', 'data-presses']) {
      if (tag.has(name)) tag.set(name, String(numbered(Number(tag.get(name)))))
    }
    return tag.markup
  })
}

/** Tells of tag after tag whether it drives an island that does not run. */
function followIslands(isLive: (name: string) => boolean) {
  let isDead = false
  return (tag: Tag): boolean => {
    if (tag.hasClass('slide')) isDead = false
    if (tag.has('data-key')) isDead = !isLive(tag.name)
    return isDead && tag.has('data-do')
  }
}

/** A quotation that goes through its lines takes a press for each but the first. */
function pressesOf(tag: Tag, press: number): number[] {
  if (!tag.has('data-stages')) return [press]
  const { length } = JSON.parse(tag.get('data-stages')) as unknown[]
  return Array.from({ length: length - 1 }, (_, at) => press + at)
}
