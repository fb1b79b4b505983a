/**
 * The icon of the page: at each new address, and so at each press, browsers draw
 * it anew, and one in SVG takes longer than the slide. Meanwhile the other
 * picture of it, in PNG, stands for the page.
 */

/** @param signal aborted when the slides are left */
export function drawLess(signal: AbortSignal): void {
  const drawn = document.querySelector('link[rel="icon"][type="image/svg+xml"]')
  const before = drawn?.previousElementSibling
  drawn?.remove()
  signal.addEventListener('abort', () => drawn && before?.after(drawn))
}
