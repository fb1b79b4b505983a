/**
 * Driving: a key press may do something to the island above it (`data-do`),
 * and going back undoes it. Islands are known by their state, their acts and
 * their event, and by nothing else.
 */

/** An island's element, once its script is there. */
export interface LiveElement extends HTMLElement {
  readonly state: State
  readonly untouched: State
  readonly isUntouched: boolean
  restore(state: State): void
  replay(state: State): void
  act(name: string): void
}

export type State = { version: number } & Record<string, unknown>

type Order = [act: string] | [name: string, value: unknown]

/** The element with a key, alive: its script is loaded if it is not there yet. */
export async function alive(element: HTMLElement): Promise<LiveElement> {
  const land = element.parentElement as HTMLElement & { wait(): Promise<void> }
  wake(element)
  await land.wait()
  return element as LiveElement
}

/** Brings an island to life as its first touch would. */
export function wake(element: HTMLElement): void {
  element.parentElement!.dispatchEvent(new Event('click'))
}

/** The island that stands above what a press does. */
export function drivenBy(orders: HTMLElement): HTMLElement {
  const slide = orders.closest('.slide')!
  const above = [...slide.querySelectorAll<HTMLElement>('[data-key]')].filter(
    (element) =>
      element.compareDocumentPosition(orders) &
      Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return above.at(-1)!
}

/** Does what a press does. @returns the island's state before */
export async function drive(orders: HTMLElement): Promise<State> {
  const island = await alive(drivenBy(orders))
  const before = island.state
  for (const [name, ...values] of read(orders)) {
    if (values.length === 0) island.act(name)
    else set(island, { [name]: values[0] })
  }
  return before
}

/**
 * Arrives behind a press by an address: what it sets is set, unless the island
 * has a state of its own already; nothing is run.
 */
export async function arriveBehind(orders: HTMLElement): Promise<void> {
  const settings = read(orders).filter(({ length }) => length > 1)
  if (settings.length === 0) return
  const island = await alive(drivenBy(orders))
  if (island.isUntouched) set(island, Object.fromEntries(settings))
}

/** Undoes what a press did, back to the state before, or to the untouched one. */
export async function undo(orders: HTMLElement, before?: State): Promise<void> {
  const island = await alive(drivenBy(orders))
  island.replay(before ?? island.untouched)
  tell(island)
}

function read(orders: HTMLElement): Order[] {
  return JSON.parse(orders.dataset['do']!) as Order[]
}

function set(island: LiveElement, settings: Record<string, unknown>): void {
  island.replay({ ...island.state, ...settings })
  tell(island)
}

/** A replayed state is no change to the island, and is one to everybody else. */
function tell(island: LiveElement): void {
  island.dispatchEvent(new CustomEvent('island-change', { bubbles: true }))
}
