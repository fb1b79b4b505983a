/**
 * <llm-chat>: a conversation with a model of the reader’s choice, on their own
 * graphics card or, with the storyteller, without one. Nothing is fetched before
 * Load is pressed. What was said is state, so links and other windows bring it
 * without a model.
 */
import { EngineError } from '../../engines/engine.ts'
import {
  conversationText,
  type Answered,
  type Turn,
} from '../../figures/chat.ts'
import { tokensWords } from '../../figures/story.ts'
import { copyText } from '../copying.ts'
import { download } from '../download.ts'
import { offerHelp } from '../helping.ts'
import { LiveIsland, type Acts } from '../island.ts'
import { Resetting } from '../resetting.ts'
import { showTrouble } from '../trouble.ts'
import { Working, type Watcher } from '../working.ts'
import { tellAnswer } from './asking.ts'
import { ChatControls } from './chat-controls.ts'
import { ChatLog } from './chat-log.ts'
import {
  conversationJson,
  soundTurns,
  upToQuestion,
  type ChatSettings,
  type ChatState,
} from './chat-state.ts'
import { ModelDesk } from './model-desk.ts'

class LlmChat extends LiveIsland<ChatState> {
  #controls!: ChatControls
  #desk!: ModelDesk
  #log!: ChatLog
  #turns: readonly Turn[] = []
  readonly #working = new Working(this, ['send', 'Send'])
  readonly #resetting = new Resetting<ChatState>(
    this,
    {
      untouched: 'All is as it was.',
      reset: 'All is as it was at first.',
      undone: 'Yours is back.',
    },
    (words) => this.#working.status(words),
  )

  protected get acts(): Acts {
    return {
      ...this.#desk.acts,
      send: () => this.#send(),
      stop: () => this.#working.stop(),
      again: () => this.#again(0),
      another: () => this.#again(1),
      'new-chat': () => this.#newChat(),
      copy: () => this.#copy(),
      'save-text': () => this.#save('txt', this.#text),
      'save-json': () => this.#save('json', conversationJson(this.state)),
      reset: () => this.#resetting.reset() && this.changed(),
      'undo-reset': () => this.#resetting.undo() && this.changed(),
    }
  }

  protected mount(): void {
    this.#log = new ChatLog(this.piece('.chat-log'))
    this.#controls = new ChatControls(this, () => this.#edited())
    this.#desk = new ModelDesk(this, {
      changed: () => this.#edited(),
      say: (words) => this.#working.status(words),
      failed: (error) => this.#sayFailure(error),
      ready: () => this.#controls.focusMessage(),
    })
    this.piece('[data-name="message"]').addEventListener('keydown', (event) =>
      this.#sendByKey(event),
    )
    if (!this.isUntouched) this.changed()
  }

  get state(): ChatState {
    return this.#stateOf(this.#controls.boxes, this.#turns)
  }

  get untouched(): ChatState {
    const { usual } = this.#desk
    const model = { model: usual, own: { weights: '', library: '' } }
    return { version: 1, ...model, ...this.#controls.untouched, turns: [] }
  }

  #stateOf(
    boxes: ChatSettings & { message: string },
    turns: readonly Turn[],
  ): ChatState {
    const { chosen, own } = this.#desk
    return { version: 1, model: chosen, own, ...boxes, turns }
  }

  restore({ model, own, turns, ...boxes }: ChatState): void {
    this.#controls.boxes = boxes
    this.#desk.choose(model, own)
    this.#resetting.forget()
    const sound = soundTurns(turns)
    if (JSON.stringify(sound) === JSON.stringify(this.#turns)) return
    this.#working.giveUp()
    this.#working.trouble('')
    this.#turns = sound
    this.#log.show(sound)
    this.#describe()
  }

  #edited(): void {
    this.#resetting.forget()
    this.changed()
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
    this.#edited()
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
    this.#edited()
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
    this.#offerHelp(failure)
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
      if (this.#log.add(text)) this.changed()
    }
    try {
      await tellAnswer(this.#desk.model, asked, settings, watcher, hear)
    } finally {
      // Another state that came in between has its own conversation.
      if (answer && this.#turns.at(-1) === answer) {
        this.#log.close(answer)
        this.changed()
      }
    }
  }

  /** What went wrong with a model on its way, and what can be done. */
  #sayFailure(error: Error | undefined): void {
    const place = this.piece('.trouble')
    showTrouble(place, error?.message ?? '', error ? 'load' : '')
    this.#offerHelp(error)
  }

  #offerHelp(error: unknown): void {
    if (error instanceof EngineError)
      offerHelp(this.piece('.trouble'), error.help, this.#storage)
  }

  get #storage(): string {
    return this.dataset['storage']!
  }

  #describe(): void {
    const last = this.#turns.at(-1)
    const isAnswered = last?.role === 'assistant'
    this.piece('.chat-retells').hidden = !isAnswered
    this.piece('.chat-pace').textContent = isAnswered
      ? tokensWords(last.pace.tokens)
      : ''
  }

  #newChat(): void {
    if (this.#turns.length === 0) {
      this.#working.status('Nobody has said anything yet.')
      return
    }
    this.#resetting.replace({ ...this.state, turns: [] })
    this.#working.status('A new chat. Undo reset brings the last one back.')
    this.changed()
  }

  get #text(): string {
    return conversationText(this.#turns, this.#controls.boxes.system)
  }

  async #copy(): Promise<void> {
    this.#working.status(await copyText(this.#text, 'the conversation'))
  }

  #save(ending: string, content: string): void {
    const name = `conversation.${ending}`
    download(name, content)
    this.#working.status(`Saved as ${name}.`)
  }
}

customElements.define('llm-chat', LlmChat)
