/**
 * The strip: the stages that a program goes through, the one at hand lit. It is
 * the map of a talk; a stage leads to the chapter that is about it.
 */
import { escape } from './escape.ts'

export interface StripStage {
  name: string
  lit: boolean
  /** Where the stage is explained; none while that chapter is unwritten. */
  url: string | undefined
}

export function stripMarkup(stages: readonly StripStage[]): string {
  return `<ol class="strip" aria-label="Stages">${stages.map(item).join('')}</ol>`
}

function item({ name, lit, url }: StripStage): string {
  const current = lit ? ' aria-current="step"' : ''
  const words = escape(name)
  const stage = url
    ? `<a href="${escape(url)}"${current}>${words}</a>`
    : `<span${current}>${words}</span>`
  const hue = words.toLowerCase().replaceAll(' ', '-')
  return `<li class="stage-${hue}">${stage}</li>`
}
