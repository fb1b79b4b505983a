/** What every page's script does: the theme's switch, and the way to the slides. */
import type { Keeping } from './keeping.ts'
import { presenting } from './slides.ts'
import { themeSwitch } from './theme.ts'

/** @param keeping remembers where a presentation was */
export function openPage(keeping: Keeping): void {
  themeSwitch()
  presenting(keeping)
  document.documentElement.dataset['ready'] = ''
}
