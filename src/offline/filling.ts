/** How the text of a version comes: all of it, each file held against its hash, in the background. */
import { NotGenuine } from './genuine.ts'
import { addressOf, missing, type SiteList } from './list.ts'
import type { Shelf } from './shelf.ts'

/** How many files come at once. */
const LANES = 3
/** How long a version that is not as its list says keeps its predecessor in place, in milliseconds. */
const PATIENCE = 24 * 60 * 60 * 1000

export class Filling {
  readonly #shelf: Shelf
  readonly #list: SiteList
  #running: Promise<void> | undefined

  constructor(shelf: Shelf, list: SiteList) {
    this.#shelf = shelf
    this.#list = list
  }

  /**
   * Stores what is not there of this version’s text; nothing for readers who save
   * data. What came before an interruption stays, for the next time.
   * @throws at the first file that does not come
   */
  fill(): Promise<void> {
    return (this.#running ??= this.#fill().finally(() => {
      this.#running = undefined
    }))
  }

  /**
   * Stores what pages have loaded while there was no worker: the browser has it
   * still, and nothing travels. @returns how many files
   */
  async takeOver(): Promise<number> {
    const { early, later } = this.#list
    let count = 0
    for (const file of missing([...early, ...later], await this.#shelf.keys()))
      if (await this.#shelf.takeOver(addressOf(file[0]), file)) count++
    return count
  }

  /**
   * Whether a version takes its place even so. Where there is no room, the network
   * has to do; and so it has where a host goes on changing what the build wrote,
   * or an old version would stay for good.
   */
  async goesOnWithout({ name }: Error): Promise<boolean> {
    if (name === 'QuotaExceededError') return true
    if (name !== NotGenuine.name) return false
    const { version } = this.#list
    const failures = await this.#shelf.notes<number>('failure')
    const since = failures.get(version)
    if (since === undefined)
      await this.#shelf.note('failure', version, Date.now())
    return since !== undefined && Date.now() - since > PATIENCE
  }

  async #fill(): Promise<void> {
    const { version, early } = this.#list
    const note = { list: this.#list, since: Date.now() }
    await this.#shelf.note('version', version, note)
    if (savesData()) return
    const queue = missing(early, await this.#shelf.keys())
    const lane = async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        await this.#shelf.fetch(addressOf(file[0]), file)
      }
    }
    try {
      await Promise.all(Array.from({ length: LANES }, lane))
    } finally {
      queue.length = 0
    }
  }
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}
