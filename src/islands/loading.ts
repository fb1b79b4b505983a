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
  const words = `Loading ${what}, once: ${loadedWords(loaded, total)}`
  let bar = place.querySelector('progress')
  if (!bar) {
    bar = document.createElement('progress')
    place.replaceChildren('', bar)
  }
  bar.ariaLabel = `Loading ${what}`
  bar.max = total
  bar.value = loaded
  if (place.firstChild!.textContent !== words) {
    place.firstChild!.textContent = words
  }
}

/** A live region speaks each change: whole megabytes are enough, or hundreds of KB. */
function loadedWords(loaded: number, total: number): string {
  if (total >= MEGABYTES)
    return `${rounded(loaded, 1e6)} of ${rounded(total, 1e6)} MB`
  const hundreds = loaded < total ? Math.floor(loaded / 1e5) * 1e5 : loaded
  return `${rounded(hundreds, 1000)} of ${rounded(total, 1000)} KB`
}

/** What is as large is told in megabytes. */
const MEGABYTES = 5e6

function rounded(bytes: number, unit: number): string {
  return (bytes / unit).toLocaleString('en', { maximumFractionDigits: 0 })
}
