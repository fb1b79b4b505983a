/**
 * Key presses: what a step shows after each of them. They are counted from the
 * step's start, `---` included, so that an address can say `#STEP/2`. What
 * waits for a press carries its number, `data-press`.
 */
import type Token from 'markdown-it/lib/token.mjs'
import { escape } from '../figures/escape.ts'
import type { Mark } from './marks.ts'
import { parseOrders, type Drivable } from './orders.ts'
import { AuthoringError, where, type Env } from './place.ts'
import { parseQuotation } from './quotation.ts'

export class Presses {
  /** How many the step has, so far. */
  count = 0
  readonly #env: Env
  /** The press that what follows waits for; 0 if it shows with its slide. */
  #from = 0
  /** Whether the list that follows builds item by item. */
  #builds: Token | undefined
  /** What can be done to the nearest island above on the slide. */
  #driven: Drivable | undefined

  constructor(env: Env) {
    this.#env = env
  }

  /** The next slide opens. @returns the press that shows it */
  slide(): number {
    this.close()
    this.#from = 0
    this.#driven = undefined
    return ++this.count
  }

  /** A slide is at its end. @throws AuthoringError if it still waits for a list */
  close(): void {
    if (!this.#builds) return
    throw new AuthoringError(
      where(this.#env, this.#builds.map?.[0] ?? 0),
      'no list follows “one by one”.',
      'Put it right before the list that builds item by item.',
    )
  }

  /**
   * Something that is shown comes.
   * @returns the attribute of what holds it, '' where it waits for nothing
   */
  waits(token: Token): string {
    this.close()
    const info = token.info.trim()
    if (token.type === 'question') this.#driven = drivable('question')
    else this.#driven = drivable(info) ?? this.#driven
    if (info.endsWith(' next')) return ` data-press="${++this.count}" data-next`
    const waits = this.#from ? ` data-press="${this.#from}"` : ''
    const { stages = [] } = parseQuotation(info) ?? {}
    if (stages.length > 1) {
      token.meta = { ...token.meta, press: this.count + 1 }
      this.count += stages.length - 1
    }
    return waits
  }

  /** A block of text comes: it waits for its press, or each of its items does. */
  mark(token: Token): Token {
    const { type, level } = token
    const isList = type === 'bullet_list_open' || type === 'ordered_list_open'
    if (level === 0 && token.nesting > 0 && !isList) this.close()
    if (this.#builds && type === 'list_item_open' && level === 1) {
      fragment(token, ++this.count)
    } else if (this.#from && level === 0 && token.nesting >= 0) {
      fragment(token, this.#from)
    }
    if (level === 0 && type.endsWith('_list_close')) this.#builds = undefined
    return token
  }

  /** A mark asks for presses. @returns what stands in the page for it */
  ask({ name, value }: Mark, token: Token): string {
    if (name === 'pause') this.#from = ++this.count
    if (name === 'one by one') this.#builds = token
    if (name !== 'do') return ''
    const orders = escape(JSON.stringify(this.#orders(value, token)))
    return `<span hidden data-press="${++this.count}" data-do="${orders}"></span>`
  }

  #orders(value: string, token: Token) {
    const place = where(this.#env, token.map?.[0] ?? 0)
    if (!this.#driven) {
      throw new AuthoringError(
        place,
        'no island stands above this on its slide.',
        'Put it under the program that it drives.',
      )
    }
    try {
      return parseOrders(value, this.#driven)
    } catch (error) {
      throw new AuthoringError(
        place,
        (error as Error).message,
        'An example: <!-- do: text="6 * 7", run -->.',
      )
    }
  }
}

function fragment(token: Token, press: number): void {
  token.attrJoin('class', 'fragment')
  token.attrSet('data-press', String(press))
}

/** What slides may do to an island, by its fence's words. */
function drivable(info: string): Drivable | undefined {
  if (info === 'question') return { acts: ['skip', 'reset'], settings: [] }
  const [language = '', view = ''] = info.split(' ')
  if (!language.startsWith('examplescript')) return undefined
  const acts: Record<string, string[]> = {
    run: ['run', 'reset'],
    tokens: ['reset'],
    exercise: ['check', 'hint', 'solution', 'reset'],
  }
  return acts[view] && { acts: acts[view], settings: ['text'] }
}
