/** The report: how far a check is, what it found, and one light. */
import type { Checked, Hear } from './check.ts'
import {
  count,
  KINDS,
  lightOf,
  triedWords,
  verdictWords,
  type Finding,
  type Note,
  type Spot,
} from './finding.ts'
import type { Remembered } from './remembered.ts'

export class Report implements Hear {
  readonly #main: HTMLElement
  #notes = 0
  #chapter = ''

  constructor(main: HTMLElement) {
    this.#main = main
  }

  /** A check begins. */
  open(): void {
    this.#notes = 0
    this.#chapter = ''
    this.#piece('.check-findings').replaceChildren()
    this.#piece('.check-notes ul').replaceChildren()
    this.#piece('.check-notes').hidden = true
    this.#piece('.check-light').hidden = true
    this.#piece('.check-came').hidden = false
    this.#piece('.check-run').hidden = false
    this.#tell('The check begins.')
    const run = this.#piece('.check-run')
    run.scrollIntoView({ block: 'start', behavior: 'instant' })
    this.#piece('[data-stop]').focus({ preventScroll: true })
  }

  at({ chapter, slide }: Spot, share: number): void {
    this.#piece<HTMLProgressElement>('progress').value = share
    this.#piece('.check-where').textContent = `${chapter}: slide ${slide}`
    // Whoever listens hears of each chapter, and not of each slide.
    if (chapter !== this.#chapter) this.#tell(`Checking “${chapter}” …`)
    this.#chapter = chapter
  }

  found(finding: Finding): void {
    const { kind, what, todo } = finding
    const item = make('li', `check-finding check-${kind}`)
    item.append(
      make('b', 'check-kind', KINDS[kind]),
      ...placeOf(finding),
      make('p', 'check-wrong', what),
      make('p', 'check-todo', todo),
    )
    this.#piece('.check-findings').append(item)
  }

  noted(note: Note): void {
    const item = make('li', '')
    item.append(...placeOf(note), make('p', '', note.words))
    this.#piece('.check-notes ul').append(item)
    this.#notes++
    const words = `${count(this.#notes, 'thing')} to know, which ${this.#notes === 1 ? 'keeps' : 'keep'} nobody off the stage`
    this.#piece('.check-notes summary').textContent = words
    this.#piece('.check-notes').hidden = false
  }

  /** A check is over. @returns what is worth remembering */
  close({ findings, tried, isWhole }: Checked): Remembered {
    const what: Remembered = {
      version: 1,
      at: Date.now(),
      light: lightOf(findings),
      verdict: verdictWords(findings, isWhole),
      tried: triedWords(tried),
      findings,
    }
    this.#piece('.check-run').hidden = true
    this.#tell('')
    this.#light(what, isWhole)
    this.#piece('.check-light h2').focus()
    return what
  }

  /** Something other than a finding ended it. */
  fail(words: string): void {
    this.#piece('.check-run').hidden = true
    this.#piece('.check-came').hidden = false
    const light = this.#piece('.check-light')
    light.hidden = false
    light.dataset['light'] = 'red'
    this.#piece('.check-light h2').textContent = 'The check broke off'
    this.#piece('.check-of').textContent = words
  }

  /** What this device knows of a check before; undefined for nothing. */
  recall(what: Remembered | undefined): void {
    this.#piece('.check-came').hidden = what === undefined
    this.#piece('.check-findings').replaceChildren()
    this.#piece('.check-notes').hidden = true
    if (!what) return
    for (const finding of what.findings) this.found(finding)
    this.#light(what, true)
  }

  #light({ at, light, verdict, tried }: Remembered, isWhole: boolean): void {
    const box = this.#piece('.check-light')
    box.hidden = false
    box.dataset['light'] = isWhole || light !== 'green' ? light : ''
    this.#piece('.check-light h2').textContent = verdict
    const date = new Date(at).toLocaleString('en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
    })
    this.#piece('.check-of').textContent = `Checked on ${date}: ${tried}.`
  }

  #tell(words: string): void {
    this.#piece('.check-told').textContent = words
  }

  #piece<E extends HTMLElement>(selector: string): E {
    return this.#main.querySelector<E>(selector)!
  }
}

/** Which slide it is, with a link right there. */
function placeOf({ chapter, slide, link }: Spot): HTMLElement[] {
  if (!link) return []
  const leads = make(
    'a',
    'check-place',
    slide ? `${chapter}, slide ${slide}` : chapter,
  )
  leads.setAttribute('href', link)
  return [leads]
}

function make(name: string, className: string, words = ''): HTMLElement {
  const element = document.createElement(name)
  if (className) element.className = className
  element.textContent = words
  return element
}
