/** Islands in step: what one shows in one window, it shows in all of them. */
import { isRecord, shaped, type LiveElement, type State } from '../state.ts'
import { alive } from './driving.ts'
import type { InStep } from './step.ts'

/** The islands of this page that were touched, as other windows name them. */
export function* touchedIslands(): Iterable<[name: string, state: State]> {
  for (const element of document.querySelectorAll<LiveElement>(
    '[data-key]:defined:not([defer-hydration])',
  )) {
    if (!element.isUntouched) yield [islandName(element), element.state]
  }
}

/** Tells what islands of this page show. */
export function tellIslands(inStep: InStep, signal: AbortSignal): void {
  document.addEventListener(
    'island-change',
    ({ target }) => {
      const element = target as LiveElement
      inStep.say(islandName(element), element.state)
    },
    { signal },
  )
}

/** Shows what islands of this page show elsewhere, results included. */
export function followIslands(inStep: InStep): void {
  const prefix = nameFor('')
  inStep.watch(prefix, (state, { name }) => {
    void replay(name.slice(prefix.length), state)
  })
}

async function replay(key: string, state: unknown): Promise<void> {
  const element = document.querySelector<HTMLElement>(
    `[data-key="${CSS.escape(key)}"]`,
  )
  if (!element || !isRecord(state)) return
  const island = await alive(element)
  const { untouched } = island
  // A page that stayed open for months may know the island otherwise.
  if (state['version'] !== untouched.version) return
  // What came of a run is no part of the untouched state, and comes along.
  island.replay({ ...state, ...shaped(state, untouched) })
}

/** What an island of this page is called among what windows share. */
export function islandName(element: HTMLElement): string {
  return nameFor(element.dataset['key']!)
}

/** The same island stands on one page; another chapter has others. */
function nameFor(key: string): string {
  return `island ${location.pathname} ${key}`
}
