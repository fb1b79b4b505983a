/**
 * Windows in step: the windows of one browser that present tell each other
 * where they are and what their islands show. Whoever moved last wins; a window
 * that comes late asks, and catches up.
 */
import { alive, type LiveElement, type State } from './driving.ts'

/** Where a window is, in terms that all pages of the site understand. */
export interface Mark {
  /** The path of the chapter. */
  path: string
  step: string
  presses: number
}

/** Milliseconds since 1970, and never twice the same from one window. */
type Stamp = { at: number; by: string }

type Said = (
  | { kind: 'place'; mark: Mark }
  | { kind: 'island'; path: string; key: string; state: State }
) & {
  stamp: Stamp
  /** Whether it was said to a window that came late. */
  answers?: boolean
}

type Message = Said | { kind: 'hello' }

interface Options {
  /** Called with a place when another window has moved there. */
  move: (mark: Mark) => void
  /** Where this window is. */
  where: () => Mark
  /** For a window that nobody moves. */
  listensOnly: boolean
}

export class InStep {
  readonly #channel = new BroadcastChannel('a-wasm-new-year:in-step')
  readonly #by = crypto.getRandomValues(new Uint32Array(2)).join('-')
  readonly #options: Options
  readonly #listening = new AbortController()
  /** The last of each that was said, by anybody. */
  readonly #said = new Map<string, Said>()
  #last = 0

  constructor(options: Options) {
    this.#options = options
    const { signal } = this.#listening
    this.#channel.addEventListener(
      'message',
      ({ data }: MessageEvent<Message>) => this.#hear(data),
      { signal },
    )
    if (!options.listensOnly) {
      document.addEventListener(
        'island-change',
        ({ target }) => this.#tellIsland(target as LiveElement),
        { signal },
      )
    }
    this.#channel.postMessage({ kind: 'hello' } satisfies Message)
  }

  /** Tells the others where this window has moved to, as long as it presents. */
  tell(mark: Mark): void {
    if (this.#listening.signal.aborted) return
    this.#say({ kind: 'place', mark, stamp: this.#stamp() })
  }

  close(): void {
    this.#listening.abort()
    this.#channel.close()
  }

  #tellIsland(element: LiveElement): void {
    this.#say(islandMessage(element, this.#stamp()))
  }

  #say(message: Said): void {
    this.#said.set(nameOf(message), message)
    this.#channel.postMessage(message)
  }

  /** For a window that comes late: all that was said, and what never had to be. */
  #tellAll(): void {
    const stamp = { at: 0, by: this.#by }
    const mark = this.#options.where()
    const silent: Said[] = [{ kind: 'place', mark, stamp }]
    for (const element of document.querySelectorAll<LiveElement>(
      '[data-key]:defined:not([defer-hydration])',
    )) {
      if (element.isUntouched) continue
      silent.push(islandMessage(element, stamp))
    }
    for (const message of silent) {
      const said = this.#said.get(nameOf(message)) ?? message
      this.#channel.postMessage({ ...said, answers: true })
    }
  }

  #stamp(): Stamp {
    this.#last = Math.max(Date.now(), this.#last + 1)
    return { at: this.#last, by: this.#by }
  }

  #hear(message: Message): void {
    if (message.kind === 'hello') {
      if (!this.#options.listensOnly) this.#tellAll()
      return
    }
    const name = nameOf(message)
    const known = this.#said.get(name)
    if (known && !isLater(message.stamp, known.stamp)) return
    // A window that comes to another chapter stays there, until somebody moves.
    if (message.answers && pathOf(message) !== location.pathname) return
    this.#said.set(name, message)
    this.#last = Math.max(this.#last, message.stamp.at)
    if (message.kind === 'place') this.#options.move(message.mark)
    else if (message.path === location.pathname) void follow(message)
  }
}

/** What a message is the last word on: the place, or an island of a chapter. */
function nameOf(message: Said): string {
  return message.kind === 'place' ? '' : `${message.path} ${message.key}`
}

function pathOf(message: Said): string {
  return message.kind === 'place' ? message.mark.path : message.path
}

function islandMessage(element: LiveElement, stamp: Stamp): Said {
  return {
    kind: 'island',
    path: location.pathname,
    key: element.dataset['key']!,
    state: element.state,
    stamp,
  }
}

function isLater(a: Stamp, b: Stamp): boolean {
  return a.at === b.at ? a.by > b.by : a.at > b.at
}

/** Shows what an island shows elsewhere, results included. */
async function follow({
  key,
  state,
}: Extract<Said, { kind: 'island' }>): Promise<void> {
  const element = document.querySelector<HTMLElement>(
    `[data-key="${CSS.escape(key)}"]`,
  )
  if (element) (await alive(element)).replay(state)
}
