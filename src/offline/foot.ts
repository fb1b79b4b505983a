/** What is stored, at the foot of the page, and how to be rid of it. */
import type { Stored } from './messages.ts'

/** In each page; empty until there is something to say. */
function place(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-offline]')
}

/** @param remove deletes it all */
export function showStored(
  { bytes, isWhole }: Stored,
  remove: () => void,
): void {
  const what = isWhole
    ? 'This site works offline'
    : 'What you open works offline'
  show(
    `${what}: ${megabytes(bytes)} are stored in this browser.`,
    'Delete',
    remove,
  )
}

/** @param add has it stored again */
export function showNothing(add: () => void): void {
  show('Nothing of this site is stored for offline.', 'Store it', add)
}

export function showWaiting(): void {
  place()?.replaceChildren('Being stored for offline …')
}

function show(words: string, name: string, act: () => void): void {
  const foot = place()
  if (!foot) return
  const hadFocus = foot.contains(document.activeElement)
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = name
  button.addEventListener('click', act)
  foot.replaceChildren(`${words} `, button)
  if (hadFocus) button.focus()
}

/** 1234567 → 1.2 MB */
function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
