/** The check of a talk: page after page, and the minutes of all of them. */
import type { Patience } from './demo.ts'
import {
  TALK,
  type Finding,
  type Note,
  type Spot,
  type Tried,
} from './finding.ts'
import { minutesIn, type Planned } from './minutes.ts'
import { cutNetwork } from './offline.ts'
import { Projector, type Size } from './projector.ts'
import { Walk } from './walk.ts'

export interface Wish {
  /** The addresses of the talk’s pages, in order. */
  pages: readonly URL[]
  /** Minutes. */
  slot: number
  size: Size
  isOffline: boolean
  patience: Patience
  /** Where the slides fly by. */
  screen: HTMLElement
}

export interface Hear {
  found(finding: Finding): void
  noted(note: Note): void
  /** Where the check is; `share` of all is behind it. */
  at(spot: Spot, share: number): void
}

export interface Checked {
  findings: Finding[]
  notes: Note[]
  tried: Tried
  /** False where it was stopped. */
  isWhole: boolean
}

/** @param signal stops it; what was found until then is given all the same */
export async function check(
  wish: Wish,
  hear: Hear,
  signal: AbortSignal,
): Promise<Checked> {
  const { size, pages } = wish
  const findings: Finding[] = []
  const notes: Note[] = []
  const found = (finding: Finding) => {
    findings.push(finding)
    hear.found(finding)
  }
  const noted = (note: Note) => {
    notes.push(note)
    hear.noted(note)
  }
  const tried: Tried = {
    chapters: 0,
    slides: 0,
    presses: 0,
    demos: 0,
    untried: 0,
    size: `${size.width}x${size.height}`,
    isOffline: false,
  }
  const planned: Planned[] = []
  const projector = new Projector(wish.screen, size)
  const over = new AbortController()
  try {
    if (wish.isOffline) {
      const why = await cutNetwork(navigator.serviceWorker, over.signal)
      tried.isOffline = why === ''
      if (why) found({ ...TALK, kind: 'offline', what: why, todo: CONNECTED })
    }
    for (const [index, page] of pages.entries()) {
      const at = (spot: Spot, share: number) =>
        hear.at(spot, (index + share) / pages.length)
      const tell = { found, noted, at }
      const walk = new Walk(page, projector, wish.patience, tell, signal)
      try {
        planned.push(...(await walk.go()))
      } finally {
        tried.chapters++
        tried.slides += walk.walked.slides
        tried.presses += walk.walked.presses
        tried.demos += walk.walked.demos
        tried.untried += walk.walked.untried
      }
    }
    const { fault, notes: more } = minutesIn(planned, wish.slot)
    if (fault) found({ ...TALK, ...fault })
    for (const words of more) noted({ ...TALK, words })
    return { findings, notes, tried, isWhole: true }
  } catch (error) {
    if (!signal.aborted) throw error
    return { findings, notes, tried, isWhole: false }
  } finally {
    over.abort()
    projector.close()
  }
}

const CONNECTED =
  'Mend that, or, where the stage has a network for sure, check again with “Without the network” switched off.'
