/**
 * The talk itself: messages go out, answers come in, the last one once more.
 * Whose turn it is and what was said is here; how it is asked is in the controls,
 * and by whom it is answered at the desk.
 */
import type { Answered, Turn } from '../../figures/chat.ts'
import { tokensWords } from '../../figures/story.ts'
import type { Acts } from '../island.ts'
import type { Watcher, Working } from '../working.ts'
import { tellAnswer } from './asking.ts'
import type { ChatControls } from './chat-controls.ts'
import { ChatLog } from './chat-log.ts'
import { upToQuestion, type ChatSettings } from './chat-state.ts'
import type { ModelDesk } from './model-desk.ts'

/** What a talk is led with. */
interface Parts {
  controls: ChatControls
  desk: ModelDesk
  working: Working
}

interface Heard {
  /** The reader did something. */
  edited(): void
  /** Something came. */
  changed(): void
  /** Why nothing came of an answer. */
  failed(error: unknown): void
}

export class ChatTalk {
  readonly #card: HTMLElement
  readonly #controls: ChatControls
  readonly #desk: ModelDesk
  readonly #working: Working
  readonly #heard: Heard
  readonly #log: ChatLog
  #turns: readonly Turn[] = []

  constructor(
    card: HTMLElement,
    { controls, desk, working }: Parts,
    heard: Heard,
  ) {
    this.#card = card
    this.#controls = controls
    this.#desk = desk
    this.#working = working
    this.#heard = heard
    this.#log = new ChatLog(this.#piece('.chat-log'))
    this.#piece('[data-name="message"]').addEventListener('keydown', (event) =>
      this.#sendByKey(event),
    )
  }

  get acts(): Acts {
    return {
      send: () => this.#send(),
      again: () => this.#again(0),
      another: () => this.#again(1),
    }
  }

  get turns(): readonly Turn[] {
    return this.#turns
  }

  /** Other turns, as a state brings them; what is at work for those before ends. */
  show(turns: readonly Turn[]): void {
    if (JSON.stringify(turns) === JSON.stringify(this.#turns)) return
    this.#working.giveUp()
    this.#working.trouble('')
    this.#turns = turns
    this.#log.show(turns)
    this.#describe()
  }

  /** Enter sends, and with Shift it opens a line. */
  #sendByKey(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, metaKey, isComposing } = event
    if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || isComposing) return
    event.preventDefault()
    this.#send()
  }

  /** Says what stands in the box; where nothing does, a question may wait for its answer. */
  #send(): void {
    if (this.#working.isBusy) return
    const message = this.#controls.message.trim()
    const waits = this.#turns.at(-1)?.role === 'user'
    if (!message && !waits) {
      this.#working.status('Write a message first.')
      this.#controls.focusMessage()
      return
    }
    if (!this.#desk.mayTell()) return
    if (message) {
      this.#turns = [...this.#turns, { role: 'user', content: message }]
      this.#controls.message = ''
      this.#log.show(this.#turns)
    }
    this.#heard.edited()
    void this.#answer(this.#turns, this.#controls.boxes)
  }

  /** The last question once more. @param on 0 for the same seed, 1 for the next */
  #again(on: 0 | 1): void {
    const last = this.#turns.at(-1)
    if (last?.role !== 'assistant' || this.#working.isBusy) return
    if (!this.#desk.mayTell()) return
    const boxes = this.#controls.boxes
    const { seed, temperature, topP } = on ? boxes : last
    const next = (seed + on) % 2 ** 32
    const settings = { ...boxes, temperature, topP, seed: next }
    this.#controls.boxes = settings
    this.#heard.edited()
    void this.#answer(upToQuestion(this.#turns), settings)
  }

  async #answer(asked: readonly Turn[], settings: ChatSettings): Promise<void> {
    let failure: unknown
    await this.#working.run(async (watcher) => {
      await this.#tell(asked, settings, watcher).catch((error) => {
        failure = error
        throw error
      })
    })
    if (failure) this.#heard.failed(failure)
    this.#desk.show()
  }

  async #tell(
    asked: readonly Turn[],
    settings: ChatSettings,
    watcher: Watcher,
  ): Promise<void> {
    let answer: Answered | undefined
    const hear = (grown: Answered, text: string) => {
      // What was said before stays until something comes.
      if (!answer) this.#log.open(asked, { ...grown, content: '' })
      answer = grown
      this.#turns = [...asked, grown]
      this.#describe()
      if (this.#log.add(text)) this.#heard.changed()
    }
    try {
      await tellAnswer(this.#desk.model, asked, settings, watcher, hear)
    } finally {
      // Another state that came in between has its own conversation.
      if (answer && this.#turns.at(-1) === answer) {
        this.#log.close(answer)
        this.#heard.changed()
      }
    }
  }

  #describe(): void {
    const last = this.#turns.at(-1)
    const isAnswered = last?.role === 'assistant'
    this.#piece('.chat-retells').hidden = !isAnswered
    this.#piece('.chat-pace').textContent = isAnswered
      ? tokensWords(last.pace.tokens)
      : ''
  }

  #piece(selector: string): HTMLElement {
    return this.#card.querySelector<HTMLElement>(selector)!
  }
}
