/**
 * Key presses: what a step shows after each of them. They are counted from the
 * step's start, `---` included, so that an address can say `#STEP/2`. What
 * waits for a press carries its number, `data-press`.
 */
import type Token from 'markdown-it/lib/token.mjs'
import { escape } from '../figures/escape.ts'
import { isChat } from './chat-fence.ts'
import type { Mark } from './marks.ts'
import { languageOf } from './exercise-parts.ts'
import { parseRunnable } from './fence.ts'
import { isLevels } from './levels-fence.ts'
import { isNext } from './next-fence.ts'
import { isPasses } from './passes-fence.ts'
import { parseOrders, type Drivable, type Order } from './orders.ts'
import { AuthoringError, where, type Env } from './place.ts'
import { parseQuotation } from './quotation.ts'
import { isTerminal } from './terminal-fence.ts'
import { isRivals } from './rivals-fence.ts'
import { isScript } from './script-fence.ts'
import { isCacheSpeeds, isModelStorage } from './storages.ts'
import { isStory } from './story-fence.ts'
import { isText } from './text-fence.ts'

export class Presses {
  /** How many the step has, so far. */
  count = 0
  readonly #env: Env
  /** The press that what follows waits for; 0 if it shows with its slide. */
  #from = 0
  /** The “pause” that nothing on the slide waits for yet. */
  #pause: Token | undefined
  /** The “one by one” of the list that follows and builds item by item. */
  #builds: Token | undefined
  /** What can be done to the nearest island above on the slide. */
  #driven: Drivable | undefined
  /** Whether the slide shows something already. */
  #shows = false

  constructor(env: Env) {
    this.#env = env
  }

  /** The next slide opens. @returns the press that shows it */
  slide(): number {
    this.close()
    this.#from = 0
    this.#driven = undefined
    this.#shows = false
    return ++this.count
  }

  /** A slide is at its end. @throws AuthoringError if something is still to come */
  close(): void {
    this.#demandList()
    if (!this.#pause) return
    throw new AuthoringError(
      this.#placeOf(this.#pause),
      'nothing that a slide shows follows “pause”.',
      'Put it before the program, list or quotation that waits for a key press.',
    )
  }

  /**
   * Something that is shown comes.
   * @returns the attribute of what holds it, '' where it waits for nothing
   */
  waits(token: Token): string {
    this.#demandList()
    this.#pause = undefined
    this.#driven = drivable(token) ?? this.#driven
    const waits = this.#appears(token)
    this.#shows = true
    const { stages = [] } = parseQuotation(token.info) ?? {}
    if (stages.length > 1) {
      token.meta = { ...token.meta, press: this.count + 1 }
      this.count += stages.length - 1
    }
    return waits
  }

  #appears(token: Token): string {
    if (!token.info.endsWith(' next')) {
      return this.#from ? ` data-press="${this.#from}"` : ''
    }
    if (this.#shows) return ` data-press="${++this.count}" data-next`
    throw new AuthoringError(
      this.#placeOf(token),
      'there is nothing above this on its slide that it could take the place of.',
      'Put it behind a fence, or leave “next” out.',
    )
  }

  /** A block of text comes: it waits for its press, or each of its items does. */
  mark(token: Token): Token {
    const { type, level } = token
    const isList = type === 'bullet_list_open' || type === 'ordered_list_open'
    if (level === 0 && token.nesting > 0) {
      if (!isList) this.#demandList()
      if (type !== 'paragraph_open') this.#pause = undefined
    }
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
    if (name === 'pause') {
      this.#pause = token
      this.#from = ++this.count
    }
    if (name === 'one by one') this.#builds = token
    if (name !== 'do') return ''
    const orders = escape(JSON.stringify(this.#orders(value, token)))
    return `<span hidden data-press="${++this.count}" data-do="${orders}"></span>`
  }

  #orders(value: string, token: Token): Order[] {
    const place = this.#placeOf(token)
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

  #demandList(): void {
    if (!this.#builds) return
    throw new AuthoringError(
      this.#placeOf(this.#builds),
      'no list follows “one by one”.',
      'Put it right before the list that builds item by item.',
    )
  }

  #placeOf({ map }: Token): string {
    return where(this.#env, map?.[0] ?? 0)
  }
}

function fragment(token: Token, press: number): void {
  token.attrJoin('class', 'fragment')
  token.attrSet('data-press', String(press))
}

/** To take one of the ten that a list of odds shows. */
const TAKES = Array.from({ length: 10 }, (_, at) => `take-${at + 1}`)

const STORY: Drivable = {
  acts: ['tell', 'again', 'another', 'continue', 'reset'],
  settings: ['prompt', 'seed', 'temperature', 'topK', 'topP', 'model'],
}

/** A download is the reader's to start, so no press loads a model. */
const CHAT: Drivable = {
  acts: ['send', 'again', 'another', 'new-chat', 'reset'],
  settings: [
    'message',
    'system',
    'temperature',
    'topP',
    'seed',
    'most',
    'model',
  ],
}
const SPEEDS: Drivable = { acts: ['measure', 'reset'], settings: ['size'] }

/** What slides may do to the island that a fence or a question is. */
function drivable(token: Token): Drivable | undefined {
  const { type, info, meta } = token
  if (type === 'question') return { acts: ['skip', 'reset'], settings: [] }
  if (isStory(info)) return STORY
  if (isChat(info)) return CHAT
  if (isModelStorage(info)) return { acts: ['look'], settings: [] }
  if (isCacheSpeeds(info)) return SPEEDS
  const acts = actsOf(token)
  if (!acts) return undefined
  const asked = (meta as { question?: unknown } | null)?.question
  const isStaged = parseRunnable(info)?.view === 'stages'
  const choice = isStaged
    ? ['view', 'form', 'level']
    : isPasses(info)
      ? ['level', 'list', 'of']
      : isLevels(info)
        ? ['program', 'look', 'against', 'of']
        : isRivals(info)
          ? ['level', 'runtime', 'of']
          : isNext(info)
            ? ['temperature', 'topK', 'topP', 'seed']
            : []
  return {
    acts: [...acts, ...(asked ? ['skip'] : [])],
    settings: ['text', ...choice],
  }
}

function actsOf(token: Token): string[] | undefined {
  if (languageOf(token)) return ['check', 'hint', 'solution', 'reset']
  if (isPasses(token.info)) return ['run', 'next-change', 'reset']
  if (isLevels(token.info)) return ['run', 'reset']
  if (isTerminal(token.info)) return ['run', 'reset']
  if (isRivals(token.info)) return ['run', 'reset']
  if (isScript(token.info)) return ['run', 'reset']
  if (isText(token.info)) return ['reset']
  if (isNext(token.info)) return [...TAKES, 'draw', 'more', 'back', 'reset']
  const { isRun, memory, canvas } = parseRunnable(token.info) ?? {}
  if (isRun === undefined) return undefined
  return [
    ...(isRun ? ['run'] : []),
    ...(memory ? ['play'] : []),
    ...(canvas ? ['animate'] : []),
    'reset',
  ]
}
