/** What every page's script does: the theme's switch, the way to the slides, and the one offline. */
import type { Keeping } from './keeping.ts'
import { workOffline } from './offline/registering.ts'
import { presenting } from './slides.ts'
import { themeSwitch } from './theme.ts'

/** @param keeping remembers where a presentation was */
export function openPage(keeping: Keeping): void {
  themeSwitch()
  presenting(keeping)
  workOffline(keeping)
  document.documentElement.dataset['ready'] = ''
}
