/** What a page offers beside the words of a failure, as the engine advises. */
import type { Help } from '../engines/engine.ts'

const ACTS: Record<
  Exclude<Help, 'free-storage'>,
  readonly [act: string, words: string]
> = {
  'smaller-model': ['use-smaller', 'Choose a smaller model'],
  'delete-model': [
    'delete-model',
    'Delete what is stored of it, and try again',
  ],
}

/**
 * Puts buttons behind the words of a failure.
 *
 * @param storage where what is stored can be deleted
 */
export function offerHelp(
  place: HTMLElement,
  help: readonly Help[],
  storage: string,
): void {
  for (const one of help) place.append(' ', helpOf(one, storage))
}

function helpOf(help: Help, storage: string): HTMLElement {
  if (help === 'free-storage') {
    const link = document.createElement('a')
    link.href = storage
    link.textContent = 'See what is stored, and free some of it'
    return link
  }
  const [act, words] = ACTS[help]
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset['act'] = act
  button.textContent = words
  return button
}
