/** How far the loading of something large is, in words and as a bar. */

/**
 * Shows it in a place for words that changes speak up in.
 *
 * @param loaded bytes
 * @param total bytes
 */
export function showLoading(
  place: HTMLElement,
  what: string,
  loaded: number,
  total: number,
): void {
  const words = `Loading ${what}, once: ${megabytes(loaded)} of ${megabytes(total)} MB`
  let bar = place.querySelector('progress')
  if (!bar) {
    bar = document.createElement('progress')
    place.replaceChildren('', bar)
  }
  bar.ariaLabel = `Loading ${what}`
  bar.max = total
  bar.value = loaded
  // A live region speaks each change: whole megabytes are enough.
  if (place.firstChild!.textContent !== words) {
    place.firstChild!.textContent = words
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}
