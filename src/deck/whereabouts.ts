/** Places and addresses: which place an address names, and the other way round. */
import { formatAddress, parseAddress } from './address.ts'
import type { Place, Step } from './steps.ts'

/** The place that an address names, as far as the page has it. */
export function named(steps: readonly Step[], hash: string): Place | undefined {
  const { step: id, presses } = parseAddress(hash)
  const step = steps.findIndex((one) => one.id === id)
  if (step < 0) return undefined
  return { step, presses: Math.min(presses, steps[step]!.presses) }
}

/** The first step that is in view; one that the address names, if it is. */
export function inView(steps: readonly Step[]): Place {
  const seen = steps.findIndex(
    ({ section }) => section.getBoundingClientRect().bottom > innerHeight / 3,
  )
  const place = named(steps, location.hash)
  if (!place?.step) return { step: Math.max(seen, 0), presses: 0 }
  const { section } = steps[place.step]!
  const { top, bottom } = section.getBoundingClientRect()
  const isSeen = top < innerHeight && bottom > 0
  return { step: isSeen || seen < 0 ? place.step : seen, presses: 0 }
}

/** An address of this site. @param search how it is looked at, `?present` */
export function locationOf(
  search: string,
  address: { step: string; presses: number; packed?: string },
  path = location.pathname,
): string {
  return path + search + formatAddress({ packed: '', ...address })
}

/** Whether the address asks for slides. */
export function isPresented(): boolean {
  return /[?&](?:present|presenter|preview|follow|rehearsal)\b/.test(
    location.search,
  )
}

/** Where a window is, in terms that all pages of the site understand. */
export interface Mark {
  /** The path of the chapter. */
  path: string
  step: string
  presses: number
}

/** What another window said of its place, if it is a place of this site. */
export function markFrom(value: unknown): Mark | undefined {
  const { path, step, presses } = (value ?? {}) as Partial<Mark>
  const fits =
    typeof path === 'string' &&
    // Two slashes would lead to another host.
    /^\/(?!\/)[\w\-./%~]*$/.test(path) &&
    typeof step === 'string' &&
    Number.isInteger(presses)
  return fits ? { path, step, presses: Math.max(presses!, 0) } : undefined
}

/**
 * Opens the presenter's window, of which there is one.
 * @returns what to do where the browser does not; '' where it does
 */
export function openSpeaker(mark: Mark): string {
  const opened = open(
    locationOf('?presenter', mark),
    'a-wasm-new-year-presenter',
    'popup,width=1280,height=860',
  )
  return opened
    ? ''
    : 'The browser did not open the presenter’s window. Allow this site to open windows, and press S again.'
}
