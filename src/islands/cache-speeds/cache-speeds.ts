/**
 * <cache-speeds>: the stores of this browser, measured on the reader's own machine:
 * how long each takes to write and to read so many megabytes.
 */
import { SIZES, storesDrawnMarkup } from '../../figures/stores.ts'
import { LiveIsland, type Acts, type State } from '../island.ts'
import { Resetting } from '../resetting.ts'
import { Working } from '../working.ts'
import { soundMeasured, type Measured } from './measured.ts'
import { measureStores, PART } from './speeds.ts'

interface SpeedsState extends State {
  /** In megabytes, as it is chosen. */
  size: string
  /** What came of measuring, if anything: other windows and visits show it without measuring. */
  came: Measured[]
}

class CacheSpeeds extends LiveIsland<SpeedsState> {
  readonly #working = new Working(this, ['measure', 'Measure'])
  readonly #resetting = new Resetting<SpeedsState>(
    this,
    {
      untouched: 'Nothing was measured yet.',
      reset: 'The times are gone.',
      undone: 'Your times are back.',
    },
    (words) => this.#working.status(words),
  )
  #came: Measured | null = null

  protected get acts(): Acts {
    return {
      measure: () => this.#measure(),
      stop: () => this.#working.stop(),
      reset: () => this.#resetting.reset() && this.changed(),
      'undo-reset': () => this.#resetting.undo() && this.changed(),
    }
  }

  protected mount(): void {
    this.#select.addEventListener('change', () => {
      this.#resetting.forget()
      this.#showStale()
      this.changed()
    })
    // Something may have been chosen before this script was here.
    if (!this.isUntouched) this.changed()
  }

  get state(): SpeedsState {
    const came = this.#came ? [this.#came] : []
    return { version: 1, size: this.#select.value, came }
  }

  get untouched(): SpeedsState {
    return { version: 1, size: String(SIZES[0]), came: [] }
  }

  restore({ size, came: [came] }: SpeedsState): void {
    this.#working.giveUp()
    this.#working.trouble('')
    this.#resetting.forget()
    const isKnown = SIZES.some((one) => String(one) === size)
    this.#select.value = isKnown ? size : String(SIZES[0])
    this.#show(soundMeasured(came))
  }

  get #select(): HTMLSelectElement {
    return this.piece('[data-name="size"]')
  }

  async #measure(): Promise<void> {
    if (this.#working.isBusy) return
    const megabytes = Number(this.#select.value)
    const times = await this.#working.run((watcher) =>
      measureStores(megabytes, watcher),
    )
    if (!times) return
    this.#resetting.forget()
    this.#show({ megabytes, times })
    this.#working.status('All that was written is deleted.')
    this.changed()
  }

  #show(came: Measured | null): void {
    this.#came = came
    this.piece('.stores-drawn').innerHTML = storesDrawnMarkup(
      came ? { ...came, parts: (came.megabytes * 1e6) / PART } : {},
    )
    this.#showStale()
  }

  /** Times of another size than the chosen one lose their colour. */
  #showStale(): void {
    const { megabytes } = this.#came ?? {}
    const isStale =
      megabytes !== undefined && String(megabytes) !== this.#select.value
    this.toggleAttribute('data-stale', isStale)
  }
}

customElements.define('cache-speeds', CacheSpeeds)
