/** The stories that chapters ask for, alone or side by side. */
import type { Settings } from '../figures/story.ts'
import { fencesIn } from './ahead.ts'
import { isCompare, parseCompare } from './compare-fence.ts'
import { isStory, parseStory } from './story-fence.ts'

/** @returns how each is to be told; some may be alike */
export function wishesIn(folder: string): Settings[] {
  return [
    ...fencesIn(folder, isStory).map(
      ({ info, content, place }) => parseStory(info, content, place).settings,
    ),
    ...fencesIn(folder, isCompare).flatMap(({ info, content, place }) =>
      Object.values(parseCompare(info, content, place).settings),
    ),
  ]
}
