/** How fast something comes, and how long it still takes. The clock is an argument. */

/** Milliseconds: what came before says little about now. */
const LOOKS_BACK = 15_000

/** Of less than that, nobody can tell a rate yet. */
const LEAST = 1_000

interface Mark {
  at: number
  loaded: number
}

export class Transfer {
  #marks: Mark[] = []

  /** @param at in milliseconds, of any clock that only goes forth */
  note(loaded: number, at: number): void {
    // Another file, or the same once more: its rate is its own.
    if (loaded < (this.#marks.at(-1)?.loaded ?? 0)) this.#marks = []
    const recent = this.#marks.filter((mark) => at - mark.at <= LOOKS_BACK)
    this.#marks = [...recent, { at, loaded }]
  }

  /** Bytes a second; 0 as long as nobody can tell. */
  get rate(): number {
    const first = this.#marks[0]
    const last = this.#marks.at(-1)
    if (!first || !last || last.at - first.at < LEAST) return 0
    return ((last.loaded - first.loaded) / (last.at - first.at)) * 1000
  }

  /** `4.2 MB/s, about 3 minutes left`; '' as long as nobody can tell. */
  words(total: number): string {
    const { rate } = this
    if (rate === 0) return ''
    const loaded = this.#marks.at(-1)!.loaded
    const speed = `${(rate / 1e6).toFixed(rate < 1e7 ? 1 : 0)} MB/s`
    if (loaded >= total) return speed
    return `${speed}, ${durationWords((total - loaded) / rate)} left`
  }
}

/** @param seconds estimated, so it is said in round numbers */
function durationWords(seconds: number): string {
  if (seconds < 90) return about(Math.max(5, Math.ceil(seconds / 5) * 5), 's')
  if (seconds < 5400) return about(Math.round(seconds / 60), 'minutes')
  return about(Math.round(seconds / 360) / 10, 'hours')
}

function about(count: number, unit: string): string {
  return `about ${count} ${unit}`
}
