/**
 * A piece of a live page as markup that needs no script: runs in the page. What
 * only an element's properties know (what was typed, chosen, drawn) is written
 * down, and all addresses are whole.
 */

/** What stands nowhere on paper. */
const NOWHERE = 'script, template, [data-do], .speaker-note'

/**
 * @param part an element of the page; it stays as it is
 * @param prefix is put before each name, since pages share a document
 */
export function frozen(part: Element, prefix: string): Element {
  const copy = part.cloneNode(true) as Element
  write(part, copy)
  for (const gone of copy.querySelectorAll(NOWHERE)) gone.remove()
  // What takes the focus would be a heading whatever its role says.
  for (const heading of copy.querySelectorAll('h1, h2')) {
    heading.removeAttribute('tabindex')
  }
  rename(copy, prefix)
  return copy
}

/** The page's own elements and their copies stand in the same order. */
function write(part: Element, copy: Element): void {
  const copies = [...copy.querySelectorAll(LIVE)]
  for (const [index, live] of [...part.querySelectorAll(LIVE)].entries()) {
    writeOne(live, copies[index]!)
  }
  const all = [...copy.querySelectorAll('*')]
  for (const [index, live] of [...part.querySelectorAll('*')].entries()) {
    if (live.scrollTop === 0) continue
    const share = live.scrollTop / live.scrollHeight
    all[index]!.setAttribute('data-scrolled', share.toFixed(4))
  }
}

const LIVE = 'canvas, textarea, input, option, a[href], img[src]'

function writeOne(live: Element, copy: Element): void {
  if (live instanceof HTMLCanvasElement) copy.replaceWith(pictureOf(live))
  else if (live instanceof HTMLTextAreaElement) copy.textContent = live.value
  else if (live instanceof HTMLInputElement) {
    copy.setAttribute('value', live.value)
    copy.toggleAttribute('checked', live.checked)
  } else if (live instanceof HTMLOptionElement) {
    copy.toggleAttribute('selected', live.selected)
  } else if (live instanceof HTMLAnchorElement) {
    copy.setAttribute('href', live.href)
  } else if (live instanceof HTMLImageElement) {
    copy.setAttribute('src', live.src)
    copy.removeAttribute('loading')
  }
}

function pictureOf(canvas: HTMLCanvasElement): HTMLImageElement {
  const picture = document.createElement('img')
  const { width, height } = canvas
  if (width > 0 && height > 0) picture.src = canvas.toDataURL()
  Object.assign(picture, { width, height, alt: canvas.ariaLabel ?? '' })
  return picture
}

const NAMING = new Set([
  'for',
  'list',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-details',
])

/** Names, and all that points to them within the piece. */
function rename(copy: Element, prefix: string): void {
  const named = [copy, ...copy.querySelectorAll('*')]
  const own = new Set(named.map(({ id }) => id).filter((id) => id !== ''))
  const renamed = (id: string) => (own.has(id) ? prefix + id : id)
  for (const element of named) {
    if (element.id) element.id = prefix + element.id
    if (element instanceof HTMLInputElement && element.name) {
      // Choices of one name would take each other's mark away.
      element.name = prefix + element.name
    }
    for (const { name, value } of element.attributes) {
      if (NAMING.has(name)) {
        const ids = value.split(/\s+/).map(renamed)
        element.setAttribute(name, ids.join(' '))
      } else if (value.includes('url(#')) {
        const pointed = value.replaceAll(
          /url\(#([^)]+)\)/g,
          (_, id: string) => `url(#${renamed(id)})`,
        )
        element.setAttribute(name, pointed)
      } else if (name === 'href' && value.startsWith('#')) {
        element.setAttribute(name, `#${renamed(value.slice(1))}`)
      }
    }
  }
}
