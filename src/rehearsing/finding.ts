/** What a check finds: what would fail, where, and what to do about it. */

export type Kind =
  /** A demo errs, or the page does. */
  | 'errs'
  /** A demo gives something else than the page says. */
  | 'differs'
  | 'endless'
  /** A page, a tool or a model is not on this device. */
  | 'missing'
  /** Nothing is stored here, so what works without the network is not known. */
  | 'offline'
  | 'small'
  | 'overflow'
  | 'minutes'

/** Each kind in words, as they stand before a finding. */
export const KINDS: Record<Kind, string> = {
  errs: 'Errs',
  differs: 'Not what the page says',
  endless: 'Never ends',
  missing: 'Not stored',
  offline: 'Not known without network',
  small: 'Too small',
  overflow: 'Does not fit',
  minutes: 'Minutes',
}

/** What keeps a demo from working, before all that only keeps it from being seen. */
const BREAKS = new Set<Kind>(['errs', 'differs', 'endless', 'missing'])

/** A slide, or all of the talk, where all three are ''. */
export interface Spot {
  chapter: string
  slide: string
  /** Leads right there, presenting. */
  link: string
}

export const TALK: Spot = { chapter: '', slide: '', link: '' }

export interface Fault {
  kind: Kind
  /** What is wrong, in a sentence. */
  what: string
  /** What to do, in a sentence. */
  todo: string
}

export type Finding = Spot & Fault

/** What keeps nobody off the stage, and is good to know. */
export interface Note extends Spot {
  words: string
}

export type Light = 'green' | 'amber' | 'red'

/** One light for all that was found: red is for what breaks. */
export function lightOf(findings: readonly Finding[]): Light {
  if (findings.length === 0) return 'green'
  return findings.some(({ kind }) => BREAKS.has(kind)) ? 'red' : 'amber'
}

/** A slide shows the same trouble at more than one press; it is said once. */
export function isNew(
  findings: readonly Finding[],
  { chapter, slide, what }: Finding,
): boolean {
  return !findings.some(
    (one) =>
      one.chapter === chapter && one.slide === slide && one.what === what,
  )
}

/** What a check has tried, and how. */
export interface Tried {
  chapters: number
  slides: number
  presses: number
  demos: number
  /** Those that take a model first, which is the reader’s word. */
  untried: number
  /** The projector’s, in pixels. */
  size: string
  /** Whether the network was cut. */
  isOffline: boolean
}

/** @returns `12 slides, 30 key presses and 9 demos at 1920 × 1080, without the network` */
export function triedWords(tried: Tried): string {
  const { slides, presses, demos, untried, chapters, size, isOffline } = tried
  const parts = [
    ...(chapters > 1 ? [count(chapters, 'page')] : []),
    count(slides, 'slide'),
    count(presses, 'key press', 'key presses'),
  ].join(', ')
  const network = isOffline ? 'without the network' : 'with the network on'
  const all = `${parts} and ${count(demos, 'demo')} at ${size.replace('x', ' × ')}, ${network}`
  if (untried === 0) return all
  const were = untried === 1 ? 'was' : 'were'
  return `${all}. ${count(untried, 'demo')} ${were} not tried: a model for the graphics card is loaded only when you say so`
}

/** The verdict in words. @param isWhole whether the check came to its end */
export function verdictWords(
  findings: readonly Finding[],
  isWhole: boolean,
): string {
  const found = count(findings.length, 'thing')
  if (!isWhole) {
    return findings.length > 0
      ? `Stopped. Up to here, ${found} would fail`
      : 'Stopped. Up to here, all is well'
  }
  if (findings.length === 0) return 'Ready for the stage'
  return lightOf(findings) === 'red'
    ? `Not ready: ${found} would fail`
    : `Almost ready: ${found} to look at`
}

/** `1 slide`, `2 slides` */
export function count(
  number: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}
