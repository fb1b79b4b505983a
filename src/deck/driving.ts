/**
 * Driving: a key press may do something to the island above it (`data-do`),
 * and going back undoes it. Islands are known by their state, their acts and
 * their event, and by nothing else.
 */
import type { LiveElement, State } from '../state.ts'
import type { Step } from './steps.ts'

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

/** On the way through a step's presses: how many are done, and are to be. */
interface Way {
  at: number
  to: number
}

/** Goes through the key presses of steps, forth and back. */
export class Driver {
  /** What islands showed before a press drove them. */
  readonly #before = new Map<HTMLElement, State>()
  readonly #prepared = new WeakSet<HTMLElement>()
  /** Ways that are not at their end yet: an island may have to load first. */
  readonly #ways = new Map<Step, Way>()
  /** However fast the keys come, one thing is done after the other. */
  #queue: Promise<void> = Promise.resolve()

  /** Does what each press of a step does, or undoes it, in the order of travel. */
  travel(step: Step, from: number, to: number): void {
    const begun = this.#ways.get(step)
    if (begun) {
      begun.to = to
      return
    }
    const way = { at: from, to }
    this.#ways.set(step, way)
    this.#queue = this.#queue.then(() => this.#go(step, way))
  }

  /** Loads what the presses of a slide will need, while others are shown. */
  prepare(slide: HTMLElement): void {
    for (const orders of slide.querySelectorAll<HTMLElement>('[data-do]')) {
      if (this.#prepared.has(orders)) continue
      this.#prepared.add(orders)
      void alive(drivenBy(orders)).then((island) => {
        const [acts, settings] = sorted(read(orders))
        island.prepare(acts, settings)
      })
    }
  }

  async #go(step: Step, way: Way): Promise<void> {
    while (way.at !== way.to) {
      const isForth = way.to > way.at
      const orders = step.orders(isForth ? way.at + 1 : way.at)
      const islands = orders.map(drivenBy)
      await Promise.all(islands.map(alive))
      // Who turned round in the meantime has nothing done, and nothing undone.
      if (way.at === way.to || isForth !== way.to > way.at) continue
      if (isForth) for (const order of orders) this.#drive(order)
      else for (const order of orders.toReversed()) this.#undo(order)
      way.at += isForth ? 1 : -1
    }
    this.#ways.delete(step)
  }

  /**
   * Arrives behind presses that an address skipped: what they set is set,
   * unless the island has a state of its own already; nothing is run.
   */
  arrive(step: Step, presses: number): void {
    this.#queue = this.#queue.then(() => this.#arrive(step, presses))
  }

  async #arrive(step: Step, presses: number): Promise<void> {
    for (let press = 1; press <= presses; press++) {
      for (const orders of step.orders(press)) {
        this.#recall(orders)
        const [, settings] = sorted(read(orders))
        if (Object.keys(settings).length === 0) continue
        const island = await alive(drivenBy(orders))
        if (island.isUntouched) set(island, settings)
      }
    }
  }

  #drive(orders: HTMLElement): void {
    const island = drivenBy(orders) as LiveElement
    this.#remember(orders, island.state)
    for (const [name, ...values] of read(orders)) {
      if (values.length === 0) island.act(name)
      else set(island, { [name]: values[0] })
    }
  }

  /** Back to the state before, or where nobody knows it, to the untouched one. */
  #undo(orders: HTMLElement): void {
    const island = drivenBy(orders) as LiveElement
    island.replay(this.#before.get(orders) ?? island.untouched)
    tell(island)
  }

  /** The undoing of a press survives a reload with the history's entry. */
  #remember(orders: HTMLElement, state: State): void {
    this.#before.set(orders, state)
    const remembered = { ...history.state, [nameOf(orders)]: state }
    history.replaceState(remembered, '')
  }

  #recall(orders: HTMLElement): void {
    const state = history.state?.[nameOf(orders)] as State | undefined
    if (state) this.#before.set(orders, state)
  }
}

/** What a press's undoing is called in the history. */
function nameOf(orders: HTMLElement): string {
  return `${orders.closest('section')!.id}/${orders.dataset['press']}`
}

function read(orders: HTMLElement): Order[] {
  return JSON.parse(orders.dataset['do']!) as Order[]
}

/** The acts, and the settings by their names. */
function sorted(
  orders: readonly Order[],
): [acts: string[], settings: Record<string, unknown>] {
  const isSetting = ({ length }: Order) => length > 1
  return [
    orders.filter((order) => !isSetting(order)).map(([act]) => act),
    Object.fromEntries(orders.filter(isSetting)),
  ]
}

function set(island: LiveElement, settings: Record<string, unknown>): void {
  island.replay({ ...island.state, ...settings })
  tell(island)
}

/** A replayed state is no change to the island, and is one to everybody else. */
function tell(island: LiveElement): void {
  island.dispatchEvent(new CustomEvent('island-change', { bubbles: true }))
}
