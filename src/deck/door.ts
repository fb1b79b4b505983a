/**
 * The door: through it a window that presents hears of others, and they of it.
 * What is said there is for `hall.ts`, which comes when somebody speaks.
 */
import { LAST_WORDS, LEAD, stored, TIMING } from './stored.ts'

/** Of what windows say to each other; a page that speaks another is a stranger. */
export const VERSION = 1

/** Whether the hall has something to go on with. */
export function goesOn(): boolean {
  const kept =
    stored('sessionStorage', LAST_WORDS) ??
    stored('localStorage', TIMING) ??
    stored('localStorage', LEAD)
  return kept !== undefined
}

/** What carries words from others to this window, and from it to them. */
export interface Channel {
  postMessage(message: unknown): void
  addEventListener(
    name: 'message',
    hear: (event: MessageEvent<unknown>) => void,
    options?: { signal: AbortSignal },
  ): void
  close(): void
}

export class Door {
  readonly channel: Channel
  /** What was said before the hall was there, in order. */
  readonly heard: unknown[] = []
  readonly #listening = new AbortController()

  /**
   * Asks whoever is there for all that they know.
   * @param onWord calls for the hall
   * @param channel to the windows of this browser, if no other one is given
   */
  constructor(
    onWord: () => void,
    channel: Channel = new BroadcastChannel('a-wasm-new-year:in-step'),
  ) {
    this.channel = channel
    const hear = ({ data }: MessageEvent<unknown>) => {
      this.heard.push(data)
      onWord()
    }
    const { signal } = this.#listening
    this.channel.addEventListener('message', hear, { signal })
    this.channel.postMessage({ version: VERSION, kind: 'hello' })
  }

  /** From here on, the hall hears. */
  handOver(): void {
    this.#listening.abort()
  }
}
