/** What went wrong, as the reader is told. */

/** Why nothing came of a job, in a sentence for the reader. */
export class WorkFailure extends Error {
  /** Whether the same job may well work on another try. */
  readonly retry: boolean

  constructor(message: string, retry: boolean) {
    super(message)
    this.retry = retry
  }
}

/**
 * Says in its place what went wrong; '' takes it away.
 *
 * @param retry the act of a button “Try again”; '' where that would not help
 */
export function showTrouble(
  place: HTMLElement,
  words: string,
  retry = '',
): void {
  place.hidden = !words
  place.textContent = words
  if (!retry) return
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset['act'] = retry
  button.textContent = 'Try again'
  place.append(button)
}
