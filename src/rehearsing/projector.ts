/**
 * The projector: a frame of this site at the size of the picture on stage, made
 * smaller to fit the page. What goes wrong in it is heard. It presents as a
 * rehearsal, which keeps nothing and moves no other window.
 */
import { pause, until } from './waiting.ts'

export interface Size {
  width: number
  height: number
}

export class Projector {
  readonly size: Size
  readonly #screen: HTMLElement
  readonly #resizing: ResizeObserver
  #frame: HTMLIFrameElement | undefined
  #errors: string[] = []

  /** @param screen where the picture is shown */
  constructor(screen: HTMLElement, size: Size) {
    this.size = size
    this.#screen = screen
    // It is looked at, and nobody can touch it or come into it.
    screen.inert = true
    screen.style.setProperty('--aspect', String(size.width / size.height))
    this.#resizing = new ResizeObserver(() => {
      const scale = screen.clientWidth / size.width
      screen.style.setProperty('--scale', String(scale))
    })
    this.#resizing.observe(screen)
  }

  /**
   * Opens slides.
   *
   * @param most milliseconds
   * @returns whether they came
   * @throws the signal's reason
   */
  async open(url: URL, most: number, signal: AbortSignal): Promise<boolean> {
    this.#errors = []
    const frame = document.createElement('iframe')
    frame.title = 'The slide that is checked'
    frame.tabIndex = -1
    frame.width = String(this.size.width)
    frame.height = String(this.size.height)
    frame.src = url.href
    this.#screen.replaceChildren(frame)
    this.#frame = frame
    const isThere = () => {
      // What a browser shows in place of a page is of another origin.
      const { contentDocument } = frame
      return contentDocument !== null && contentDocument.URL !== 'about:blank'
    }
    // The page is listened to before its scripts run, which wait for all of it.
    const end = performance.now() + most
    while (!isThere()) {
      if (frame.contentDocument === null || performance.now() > end)
        return false
      await pause(1, signal)
    }
    this.#listen()
    return until(() => this.slide !== null, end - performance.now(), signal)
  }

  /** Of what is shown. @throws TypeError where nothing is */
  get window(): Window {
    return this.#frame!.contentWindow!
  }

  get document(): Document {
    return this.#frame!.contentDocument!
  }

  /** The slide that shows, once all is done that comes with it. */
  get slide(): HTMLElement | null {
    return this.document.querySelector('.slide[data-shown][role="region"]')
  }

  /** Presses a key, as a speaker does. */
  press(key: string): void {
    const options = { key, bubbles: true, cancelable: true }
    this.document.body.dispatchEvent(new KeyboardEvent('keydown', options))
  }

  /** What went wrong since it was last asked. */
  takeErrors(): string[] {
    const errors = this.#errors
    this.#errors = []
    return errors
  }

  close(): void {
    this.#resizing.disconnect()
    this.#screen.replaceChildren()
  }

  #listen(): void {
    const { window, document } = this
    window.addEventListener('error', (event) => this.#hear(event), true)
    window.addEventListener('unhandledrejection', ({ reason }) =>
      this.#errors.push(wordsOf(reason)),
    )
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI } = event
      this.#errors.push(
        `its policy (${violatedDirective}) forbids ${blockedURI}`,
      )
    })
  }

  #hear(event: ErrorEvent | Event): void {
    if ('message' in event) {
      // Layouts that come a frame later are no error.
      if (/ResizeObserver loop/.test(event.message)) return
      this.#errors.push(event.message)
      return
    }
    const { src, href } = event.target as { src?: string; href?: string }
    const file = src ?? href
    if (typeof file === 'string') {
      this.#errors.push(`${new URL(file).pathname} could not be loaded`)
    }
  }
}

/** What was thrown may be of another window, and anything. */
function wordsOf(reason: unknown): string {
  const { message } = (reason ?? {}) as { message?: unknown }
  return typeof message === 'string' ? message : String(reason)
}
