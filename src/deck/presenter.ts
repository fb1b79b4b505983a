/**
 * The presenter's window: the slide that everybody sees, alive; what the next
 * key shows; prose and notes in large type; time and pace; and on a phone, two
 * large buttons. It is the same page, and in step with the other windows.
 */
import sheet from '../styles/presenter-window.css?sheet'
import { Coming } from './coming.ts'
import { openDeck } from './deck.ts'
import { dress } from './dressing.ts'
import { make, makeButton, write } from './making.ts'
import { Notes } from './notes.ts'
import { Skipping } from './skipping.ts'
import { TalkTime } from './talk-time.ts'
import { TextSize } from './text-size.ts'
import { Timer } from './timer.ts'
import type { Lectern } from './tools.ts'

/** Makes this window the presenter's. @param resume as for `present` */
export async function openPresenter(resume = ''): Promise<void> {
  await dress(sheet)
  const panel = make('aside', {
    className: 'speaker',
    ariaLabel: 'For the speaker',
  })
  // In front of the buttons that the deck adds.
  document.body.append(panel)
  document.title = `Presenter: ${document.title}`
  const deck = openDeck('speaker', resume)
  const from = deck.place.step
  if (!(await deck.enterHall())) throw new Error('The hall did not come.')
  const talk: TalkTime = new TalkTime(deck, from, () => showAll())
  const title = make('p', { className: 'speaker-now' })
  const coming = new Coming(deck)
  const notes = new Notes()
  const size = new TextSize(notes.element)
  const timer = new Timer(deck, talk)
  const skipping = new Skipping(deck, talk)
  const showTime = () => {
    timer.show(Date.now())
    skipping.show(Date.now())
  }
  const showAll = () => {
    write(title, deck.step.title)
    coming.show()
    notes.show(deck.slide, deck.place.presses)
    showTime()
  }
  panel.append(
    title,
    make(
      'div',
      { className: 'speaker-side' },
      coming.element,
      timer.element,
      skipping.element,
      tools(deck, size),
    ),
    notes.element,
    remote(deck),
  )
  onKey((event) => notes.scrolled(event) || size.changed(event), deck.signal)
  setInterval(showTime, 1000)
  talk.listen()
  showAll()
}

function tools(deck: Lectern, size: TextSize): HTMLElement {
  const timing = makeButton('Timing', () => deck.wish('timing'), {
    className: 'timing-start',
    title: 'Record how long each slide takes (T)',
  })
  const hint = make('p', { className: 'speaker-hint' })
  hint.innerHTML = '<kbd>Shift</kbd> <kbd>↓</kbd> <kbd>↑</kbd> scroll the notes'
  return make('div', { className: 'speaker-tools' }, size.element, timing, hint)
}

/** For a thumb; wider windows have keys, and the deck's own buttons. */
function remote(deck: Lectern): HTMLElement {
  const nav = make('nav', { className: 'speaker-remote', ariaLabel: 'Remote' })
  nav.append(
    makeButton('Back', () => deck.wish('back')),
    makeButton('Next', () => deck.wish('next'), { className: 'primary' }),
  )
  return nav
}

/** Keys of this window come before the deck's. @param act whether it was one */
function onKey(
  act: (event: KeyboardEvent) => boolean,
  signal: AbortSignal,
): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const target = event.composedPath()[0] as HTMLElement
      const isTaken =
        target.isContentEditable ||
        target.closest?.('input, textarea, select, dialog')
      if (!isTaken && act(event)) event.preventDefault()
    },
    { signal, capture: true },
  )
}
