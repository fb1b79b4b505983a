/**
 * The presenter's window: the slide that everybody sees, alive; what the next
 * key shows; the prose and the notes of the slide, in large type; the clock.
 * It is the same page, and in step with the other windows.
 */
import { openDeck } from './deck.ts'

/** The size at which the next slide is laid out, before it is made smaller. */
const PREVIEW = { width: 1280, height: 720 }

/** Makes this window the presenter's. @param resume as for `present` */
export function openPresenter(resume = ''): void {
  const panel = document.createElement('div')
  panel.className = 'speaker'
  const next = preview()
  const notes = document.createElement('section')
  notes.className = 'speaker-notes'
  notes.ariaLabel = 'Notes'
  notes.tabIndex = 0
  const clock = clockOf()
  panel.append(clock.element, next, notes)
  document.body.append(panel)
  document.title = `Presenter: ${document.title}`
  const deck = openDeck('speaker', resume)
  const show = () => {
    showNotes(notes, document.querySelector<HTMLElement>('[data-shown]')!)
    clock.plan(deck.step.minutes)
  }
  document.addEventListener('deck-move', show)
  show()
}

/** A frame with the slides one key press ahead; nobody touches it. */
function preview(): HTMLElement {
  const figure = document.createElement('figure')
  figure.className = 'speaker-next'
  figure.inert = true
  figure.ariaHidden = 'true'
  const caption = document.createElement('figcaption')
  caption.textContent = 'Next'
  const frame = document.createElement('iframe')
  frame.title = 'Next'
  frame.tabIndex = -1
  const url = new URL(location.href)
  url.search = '?preview'
  frame.src = url.href
  frame.width = String(PREVIEW.width)
  frame.height = String(PREVIEW.height)
  const box = document.createElement('div')
  box.append(frame)
  figure.append(caption, box)
  new ResizeObserver(() => {
    box.style.setProperty('--scale', String(box.clientWidth / PREVIEW.width))
  }).observe(box)
  return figure
}

/** The time of day, the time since the start, and the minutes planned. */
function clockOf() {
  const element = document.createElement('div')
  element.className = 'speaker-clock'
  const [now, since, planned] = ['Time', 'Since the start', 'Planned'].map(
    (label) => {
      const value = document.createElement('output')
      value.ariaLabel = label
      element.append(value)
      return value
    },
  ) as [HTMLOutputElement, HTMLOutputElement, HTMLOutputElement]
  const start = startOfTalk()
  const tick = () => {
    now.textContent = new Date().toLocaleTimeString('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
    })
    const seconds = Math.floor((Date.now() - start) / 1000)
    since.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  }
  tick()
  setInterval(tick, 1000)
  return {
    element,
    plan(minutes: number | undefined) {
      planned.textContent = minutes ? `${minutes} min for this step` : ''
    },
  }
}

/** When this window began to present, chapters before this one included. */
function startOfTalk(): number {
  const name = 'a-wasm-new-year:start'
  try {
    const kept = Number(sessionStorage.getItem(name))
    if (kept) return kept
    sessionStorage.setItem(name, String(Date.now()))
  } catch {
    // No storage: each chapter starts anew.
  }
  return Date.now()
}

/** What is said on a slide, notes included, in the order of the text. */
function showNotes(notes: HTMLElement, slide: HTMLElement): void {
  const said = slide.querySelectorAll<HTMLElement>(
    '.says > p, .lead, .speaker-note',
  )
  const copies = [...said].map((part) => {
    const copy = part.cloneNode(true) as HTMLElement
    copy.hidden = false
    return copy
  })
  notes.replaceChildren(...copies)
  notes.scrollTop = 0
}
