/**
 * When a demo is through: runs in the page. Islands tell nobody that they are
 * done, but whoever works has a Stop, and whoever comes to an end falls silent.
 */

/** Milliseconds without a change after which nothing more is expected. */
const QUIET = 250
/** Milliseconds that a demo may take: a model may have to load first. */
const LONGEST = 90_000

/**
 * Waits until islands have done what a press asked of them.
 * @returns what went wrong, in the island's own words; '' for nothing
 */
export async function through(islands: readonly Element[]): Promise<string> {
  const started = performance.now()
  let changed = started
  const watching = new MutationObserver(() => (changed = performance.now()))
  for (const island of islands) watching.observe(island, ALL)
  try {
    while (isBusy(islands) || performance.now() - changed < QUIET) {
      if (performance.now() - started > LONGEST) {
        return `it was not done after ${LONGEST / 1000} seconds`
      }
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  } finally {
    watching.disconnect()
  }
  return islands.map(troubleOf).find((words) => words !== '') ?? ''
}

const ALL = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
}

function isBusy(islands: readonly Element[]): boolean {
  return islands.some((island) =>
    [...island.querySelectorAll('[data-act^="stop"]')].some((stop) =>
      stop.checkVisibility(),
    ),
  )
}

/** What can be tried again should have worked; all else is what the demo shows. */
function troubleOf(island: Element): string {
  const place = island.querySelector('.trouble:not([hidden]):has(button)')
  return place?.firstChild?.textContent?.trim() ?? ''
}
