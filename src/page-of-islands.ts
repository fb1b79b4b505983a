/**
 * The one script on pages with islands. It loads an island when somebody touches
 * it, passes presses on to islands, and brings back what was kept (`visit.ts`).
 */
import { Island } from '@11ty/is-land'
import { bring } from './island-script.ts'
import { openPage } from './opening.ts'
import type { LiveElement } from './state.ts'
import { button, copyLink, keeping, live, say, visit } from './visit.ts'

Island.addInitType('default', load)
document.addEventListener('click', press)
document.addEventListener('keydown', pressByKey)
visit()
openPage(keeping)

/** Loads an island's script; where that fails, the fallback stays and says so. */
async function load(island: HTMLElement): Promise<void> {
  const element = island.firstElementChild as LiveElement
  for (let tries = 0; ; tries++) {
    try {
      element.toggleAttribute('data-loading', true)
      await bring(island, tries)
      return
    } catch {
      await retry(element)
    } finally {
      element.removeAttribute('data-loading')
    }
  }
}

/** Says what happened, and waits until the reader wants another try. */
function retry(element: HTMLElement): Promise<void> {
  const why = navigator.onLine
    ? 'The part that runs this program could not be loaded.'
    : 'You are offline, and the part that runs this program is not here yet.'
  return new Promise((resolve) => {
    const again = button('Try again', () => {
      say(element, '')
      resolve()
    })
    say(element, `${why} Your text is safe.`, again)
  })
}

/** A press of a button that names an act; none is lost while a script loads. */
function press(event: MouseEvent): void {
  const pressed = (event.target as Element).closest<HTMLElement>('[data-act]')
  const element = pressed?.closest<HTMLElement>('[data-key]')
  if (element) void perform(element, pressed!.dataset['act']!)
}

async function perform(element: HTMLElement, act: string): Promise<void> {
  // What is covered can be seen even if the island's script never comes.
  if (act === 'skip') element.toggleAttribute('data-revealed', true)
  const ready = await live(element)
  if (act === 'copy-link') await copyLink(ready)
  else ready.act(act)
}

/** Ctrl+Enter presses a card's primary button; in a line of its own, Enter does its act. */
function pressByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return
  const target = event.target as HTMLElement
  const element = target.closest<HTMLElement>('[data-key]')
  const { enter } = target.dataset
  if (element && enter) {
    // Enter may have chosen something that the line suggests.
    if (!event.defaultPrevented) void perform(element, enter)
    return
  }
  if (!event.ctrlKey && !event.metaKey) return
  const primary = element?.querySelector<HTMLElement>('.primary')
  if (!primary || primary.dataset['act'] === 'stop') return
  event.preventDefault()
  void perform(element!, primary.dataset['act']!)
}
