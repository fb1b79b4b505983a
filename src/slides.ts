/**
 * The way onto the slides: a button, a key, or an address that presents. The
 * deck comes when somebody presents, and this device remembers where it was.
 */
import type { Keeping } from './keeping.ts'

/** Says something that concerns the page and none of its islands. */
export function notice(words: string): void {
  const place = document.querySelector('[data-notice]')
  if (place) place.textContent = words
}

/** @param keeping remembers where each chapter's presentation was */
export function presenting(keeping: Keeping): void {
  const start = document.querySelector<HTMLButtonElement>('[data-present]')
  if (!start) return
  const place = `place:${location.pathname}`
  const begin = () => void present(String(keeping.get(place)?.['hash'] ?? ''))
  start.disabled = false
  start.addEventListener('click', begin)
  document.addEventListener('keydown', (event) => {
    if (!isP(event)) return
    event.preventDefault()
    begin()
  })
  document.addEventListener('deck-move', (event) => {
    const hash = (event as CustomEvent<string>).detail
    keeping.setAtLeaving(place, { version: 1, hash })
  })
  // The browser's history may lead onto the slides; off them, the deck knows.
  addEventListener('popstate', () => {
    if (role() && !isOpen()) begin()
  })
  if (!role()) return
  // The page below is not what was asked for: it waits, unseen, for the slides.
  document.documentElement.classList.add('presenting-soon')
  begin()
}

function isP(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event
  if (key !== 'p' || ctrlKey || metaKey || altKey) return false
  const target = event.composedPath()[0] as HTMLElement
  return !target.isContentEditable && !target.matches('input, textarea')
}

/** What the address wants this window to be. */
function role(): string | undefined {
  return /[?&](present|presenter|preview|follow|rehearsal)\b/.exec(
    location.search,
  )?.[1]
}

function isOpen(): boolean {
  return document.documentElement.matches('.presenting')
}

/** Shows slides, or goes back to the page. */
async function present(resume: string): Promise<void> {
  const wanted = role()
  if (wanted !== 'present' && wanted && isOpen()) return
  try {
    if (wanted === 'presenter') {
      const { openPresenter } = await import('./deck/presenter.ts')
      await openPresenter(resume)
    } else if (wanted === 'follow') {
      const { follow } = await import('./deck/following.ts')
      await follow()
    } else {
      const deck = await import('./deck/deck.ts')
      if (wanted === 'preview' || wanted === 'rehearsal') {
        deck.openDeck(wanted, resume)
      } else deck.present(resume)
    }
    notice('')
  } catch {
    notice(
      'The slides could not be loaded. Check the connection, and press Present again.',
    )
  } finally {
    document.documentElement.classList.remove('presenting-soon')
  }
}
