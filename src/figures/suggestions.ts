/** What the word at the caret may become: a list of options under a text box. */
import { escape } from './escape.ts'

export interface Suggestion {
  text: string
  /** What it is, in a sentence. */
  about: string
}

/**
 * @param id of the list; an option's id is that and its number, from 0
 * @returns the content of a listbox
 */
export function suggestionsMarkup(
  suggestions: readonly Suggestion[],
  id: string,
): string {
  return suggestions
    .map(
      ({ text, about }, index) =>
        `<div role="option" id="${id}-${index}" aria-selected="false"><code>${escape(text)}</code> <span>${escape(about)}</span></div>`,
    )
    .join('')
}
