/** The log of a terminal: a turn for each line, with what it writes. */
import { pieceMarkup, typedMarkup } from '../../figures/terminal.ts'
import type { Stream } from '../../terminal/terminal.ts'

/** Lines of one turn that are shown; a page with more gets slow. */
const MOST_LINES = 2000

export class Log {
  readonly #place: HTMLElement
  readonly #baked: string
  #frame = 0

  constructor(place: HTMLElement) {
    this.#place = place
    this.#baked = place.innerHTML
  }

  showBaked(): void {
    this.#place.innerHTML = this.#baked
  }

  clear(): void {
    this.#place.replaceChildren()
  }

  /** Opens a turn. It shows with what comes of it, or when that takes a while. */
  open(line: string): OpenTurn {
    const typed = document.createElement('template')
    typed.innerHTML = typedMarkup(line)
    const turn = typed.content.firstElementChild as HTMLElement
    return new OpenTurn(turn, () => this.#show(turn))
  }

  /** Scrolls with the next frame: a layout takes as long as a command. */
  #show(turn: HTMLElement): void {
    if (!turn.isConnected) this.#place.append(turn)
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      this.#place.scrollTop = this.#place.scrollHeight
    })
  }
}

/**
 * Milliseconds until a turn shows without anything that came of it. Most
 * commands take less, and to draw their turns twice would take longer.
 */
export const SOON = 30

/** A line that is at work, or was. */
export class OpenTurn {
  readonly #turn: HTMLElement
  readonly #place: HTMLElement
  readonly #drawn: () => void
  readonly #timer: ReturnType<typeof setTimeout>
  readonly #decoders = { out: new TextDecoder(), err: new TextDecoder() }
  /** All that was written, to be held against goals. */
  text = ''
  #lines = 0
  #hidden = 0

  constructor(turn: HTMLElement, drawn: () => void) {
    this.#turn = turn
    this.#place = turn.querySelector('.written')!
    this.#drawn = drawn
    this.#timer = setTimeout(drawn, SOON)
  }

  write(stream: Stream, bytes: Uint8Array): void {
    const text = this.#decoders[stream].decode(bytes, { stream: true })
    this.text += text
    const shown = this.#cut(text)
    if (shown) this.#show(stream, shown)
  }

  /** @returns what is still to be shown of a text */
  #cut(text: string): string {
    const room = MOST_LINES - this.#lines
    const lines = text.split(/(?<=\n)/)
    this.#lines += text.split('\n').length - 1
    const shown = lines.slice(0, Math.max(0, room))
    this.#hidden += lines.length - shown.length
    return shown.join('')
  }

  #show(stream: Stream, text: string): void {
    // Bytes that are no text can be shown, but not looked at.
    const visible = text.replaceAll(/\p{Cc}/gu, readable)
    const last = this.#place.lastElementChild
    if (last?.className === stream) last.append(visible)
    else {
      const piece = pieceMarkup({ stream, text: visible })
      this.#place.insertAdjacentHTML('beforeend', piece)
    }
    this.#drawn()
  }

  /** @param markup how it ended */
  end(markup: string): void {
    if (this.#hidden > 0) {
      const more = this.#hidden.toLocaleString('en')
      this.#show(
        'err',
        `… and ${more} more lines. “ > out.txt” puts them all into a file.\n`,
      )
    }
    this.#turn.insertAdjacentHTML('beforeend', markup)
    clearTimeout(this.#timer)
    this.#drawn()
  }

  remove(): void {
    clearTimeout(this.#timer)
    this.#turn.remove()
  }
}

function readable(control: string): string {
  return control === '\n' || control === '\t' ? control : '\u{fffd}'
}
