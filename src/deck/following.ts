/**
 * Following: the slides of a speaker elsewhere, over the network. Whoever
 * follows may look around alone, or leave the slides and come back, to the last
 * of all that the speaker showed. Nothing of that goes anywhere.
 */
import hall from '../styles/hall.css?sheet'
import { isRecord, type LiveElement } from '../state.ts'
import { chaptersOf } from './contents.ts'
import { openDeck } from './deck.ts'
import { dress } from './dressing.ts'
import { alive } from './driving.ts'
import { FollowingBar } from './following-bar.ts'
import type { Standing, Where } from './following-words.ts'
import { isPlain, isTyping } from './keys.ts'
import { islandName } from './mirroring.ts'
import type { Said } from './message.ts'
import { findRoom, hasPage } from './room.ts'
import { stepsOfPage, type Step } from './steps.ts'
import { store, stored } from './stored.ts'
import { Ear, Told } from './told.ts'
import {
  isPresented,
  locationOf,
  markFrom,
  named,
  type Mark,
} from './whereabouts.ts'

/** Milliseconds after which a server that did not answer is asked again. */
const AGAIN = 2000

/** What a press in an island changes something with. */
const TOUCHED =
  'button, input, select, textarea, label, [contenteditable], [role="textbox"], .editor'

/** Whether this tab looks around by itself, as it is stored. */
const ALONE = 'alone'

/** Islands that may show what this reader made of them. */
const KEPT = '[data-key]:not([defer-hydration]), [data-key][data-stale]'

let follower: Follower | undefined

/** Shows the speaker’s slides, from the place that the address names. */
export async function follow(): Promise<void> {
  await dress(hall)
  if (follower) follower.comeBack()
  else follower = new Follower()
}

class Follower {
  readonly #told = new Told()
  readonly #bar = new FollowingBar(() => this.comeBack())
  #deck: ReturnType<typeof openDeck> | undefined
  #ear: Ear | undefined
  #where: Where = stored('sessionStorage', ALONE) ? 'alone' : 'with'
  #standing: Standing = 'connecting'

  constructor() {
    document.addEventListener('keydown', (event) => this.#press(event), true)
    this.#open()
    void this.#connect()
  }

  /** To the speaker’s slide, as it is there now. */
  comeBack(): void {
    this.#setWhere('with')
    const mark = this.#mark
    this.#deck?.close()
    const isHere = mark?.path === location.pathname
    const url = isHere
      ? locationOf('?follow', mark)
      : `${location.pathname}?follow${location.hash}`
    if (isPresented()) history.replaceState(null, '', url)
    else history.pushState(null, '', url)
    this.#open()
  }

  /** Where the speaker is, if that is a place of this site. */
  get #mark(): Mark | undefined {
    return markFrom(this.#told.known('place'))
  }

  get #isStrange(): boolean {
    return this.#standing === 'older' || this.#standing === 'newer'
  }

  #open(): void {
    const ear = new Ear(
      () => this.#tellAll(ear),
      () => this.#lookAround(),
    )
    const deck = openDeck('follow', '', ear)
    const { signal } = deck
    this.#ear = ear
    this.#deck = deck
    for (const name of ['click', 'input'] as const) {
      document.addEventListener(name, (event) => this.#touch(event), {
        signal,
        capture: true,
      })
    }
    document.addEventListener('deck-move', () => this.#showUntold(), { signal })
    signal.addEventListener('abort', () => this.#closed(ear))
    this.#show()
  }

  /** The slides are left; maybe to be opened again at once. */
  #closed(ear: Ear): void {
    if (this.#ear !== ear) return
    this.#ear = undefined
    this.#deck = undefined
    queueMicrotask(() => {
      if (!this.#deck) this.#setWhere('away')
    })
  }

  async #connect(): Promise<void> {
    try {
      const room = await findRoom()
      if (!room) return this.#setStanding('nobody')
      const { Line } = await import('./network.ts')
      const line = new Line(room, {
        hear: (data) => this.#hear(data),
        opened: () => this.#opened(),
        lost: () => this.#setStanding('lost'),
      })
      line.open()
    } catch {
      // Neither server nor script may be there at the moment.
      this.#setStanding('lost')
      setTimeout(() => void this.#connect(), AGAIN)
    }
  }

  #opened(): void {
    this.#setStanding('open')
    if (this.#where === 'with') void this.#goToPage()
  }

  #hear(data: unknown): void {
    // A place that is none must not be the last word on where the speaker is.
    if (Object(data).name === 'place' && !markFrom(Object(data).value)) return
    const said = this.#told.hear(data)
    if (said === 'older' || said === 'newer') return this.#setStanding(said)
    if (!said) return
    const { name } = said
    // Whoever speaks this version again can be followed again.
    if (name === 'place' || this.#isStrange) this.#setStanding('open')
    if (this.#where === 'with') this.#tell(this.#ear, said)
    if (name === 'place') this.#showUntold()
  }

  #tellAll(ear: Ear): void {
    if (this.#where !== 'with') return
    for (const said of this.#told.words) this.#tell(ear, said)
    this.#showUntold()
  }

  #tell(ear: Ear | undefined, said: Said): void {
    if (said.name !== 'place') ear?.hear(said)
    else if (this.#mark?.path === location.pathname) ear?.hear(said)
    else void this.#goToPage()
  }

  /** To the speaker’s chapter, if it is another one, and if it is there. */
  async #goToPage(): Promise<void> {
    const mark = this.#mark
    if (!mark || mark.path === location.pathname) return
    const isThere = await hasPage(mark.path)
    // Meanwhile either may have gone somewhere else.
    if (this.#mark !== mark && this.#mark?.path !== mark.path) return
    if (this.#where !== 'with') return
    if (isThere) location.replace(locationOf('?follow', this.#mark!, mark.path))
    else this.#setStanding(isThere === false ? 'missing' : 'lost')
  }

  /** Islands that the speaker did not touch show what the page has. */
  #showUntold(): void {
    if (this.#where !== 'with' || this.#standing !== 'open') return
    for (const element of document.querySelectorAll<LiveElement>(KEPT)) {
      if (!this.#isTold(element)) void this.#showUntouched(element)
    }
  }

  #isTold(element: HTMLElement): boolean {
    return isRecord(this.#told.known(islandName(element)))
  }

  async #showUntouched(element: HTMLElement): Promise<void> {
    const island = await alive(element)
    if (this.#where !== 'with' || this.#isTold(island)) return
    if (!island.isUntouched) island.restore(island.untouched)
  }

  #touch({ target, isTrusted }: Event): void {
    const touched = (target as Element).closest(TOUCHED)
    if (isTrusted && touched?.closest('[data-key]')) this.#lookAround()
  }

  #lookAround(): void {
    if (this.#where === 'with') this.#setWhere('alone')
  }

  /** R comes back from looking around, and P leaves the slides and comes back. */
  #press(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as HTMLElement
    if (!isPlain(event) || isTyping(event)) return
    if (target.closest?.('dialog')) return
    const key = event.key.toLowerCase()
    if (key === 'r' && this.#where === 'alone') this.comeBack()
    else if (key === 'p' && this.#where === 'away') this.comeBack()
    else if (key === 'p') this.#deck?.leave()
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  #setWhere(where: Where): void {
    this.#where = where
    // Of a tab: the next chapter, and this one after a reload, wait as well.
    store('sessionStorage', ALONE, where === 'alone' ? true : undefined)
    this.#show()
  }

  #setStanding(standing: Standing): void {
    this.#standing = standing
    this.#show()
  }

  #show(): void {
    this.#bar.show({
      standing: this.#standing,
      where: this.#where,
      speaker: whereIs(this.#mark, this.#deck?.steps ?? stepsOfPage()),
    })
  }
}

/** Where the speaker is, for one who may be somewhere else. */
function whereIs(mark: Mark | undefined, steps: readonly Step[]): string {
  if (!mark) return ''
  if (mark.path !== location.pathname) {
    const link = chaptersOf().find(({ pathname }) => pathname === mark.path)
    return link ? `in “${link.textContent.trim()}”` : 'in another chapter'
  }
  const place = named(
    steps,
    `#${encodeURIComponent(mark.step)}/${mark.presses}`,
  )
  const slide = steps[place?.step ?? 0]!.slideAt(place?.presses ?? 0)
  const slides = steps.flatMap((step) => step.slides)
  return `at slide ${slides.indexOf(slide) + 1}`
}
