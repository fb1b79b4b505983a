/**
 * <llm-chat>: a conversation with a model of the reader’s choice, on their own
 * graphics card or, with the storyteller, without one. Nothing is fetched before
 * Load is pressed. What was said is state, so links and other windows bring it
 * without a model.
 */
import { EngineError } from '../../engines/engine.ts'
import { storyteller } from '../../engines/storyteller.ts'
import { conversationText } from '../../figures/chat.ts'
import { STORYTELLER } from '../../figures/model-choice.ts'
import { copyText } from '../copying.ts'
import { download } from '../download.ts'
import { offerHelp } from '../helping.ts'
import { LiveIsland, type Acts } from '../island.ts'
import { narrator } from '../narrator.ts'
import { Resetting } from '../resetting.ts'
import { showTrouble } from '../trouble.ts'
import { Working } from '../working.ts'
import { ChatControls } from './chat-controls.ts'
import { conversationJson, soundTurns, type ChatState } from './chat-state.ts'
import { ChatTalk } from './chat-talk.ts'
import { ModelDesk } from './model-desk.ts'
import { NO_ADDRESSES } from './own-model.ts'

class LlmChat extends LiveIsland<ChatState> {
  #controls!: ChatControls
  #desk!: ModelDesk
  #talk!: ChatTalk
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
      ...this.#talk.acts,
      stop: () => this.#working.stop(),
      'new-chat': () => this.#newChat(),
      copy: () => this.#copy(),
      'save-text': () => this.#save('txt', this.#text),
      'save-json': () => this.#save('json', conversationJson(this.state)),
      reset: () => this.#resetting.reset() && this.changed(),
      'undo-reset': () => this.#resetting.undo() && this.changed(),
    }
  }

  protected mount(): void {
    this.#controls = new ChatControls(this, () => this.#edited())
    this.#desk = new ModelDesk(this, {
      changed: () => this.#edited(),
      say: (words) => this.#working.status(words),
      failed: (error) => this.#sayFailure(error),
      ready: () => this.#controls.focusMessage(),
    })
    const parts = {
      controls: this.#controls,
      desk: this.#desk,
      working: this.#working,
    }
    this.#talk = new ChatTalk(this, parts, {
      edited: () => this.#edited(),
      changed: () => this.changed(),
      failed: (error) => this.#offerHelp(error),
    })
    if (!this.isUntouched) this.changed()
  }

  get state(): ChatState {
    const { chosen, own } = this.#desk
    const { boxes } = this.#controls
    const { turns } = this.#talk
    return { version: 1, model: chosen, own, ...boxes, turns }
  }

  get untouched(): ChatState {
    const { usual } = this.#desk
    const { untouched } = this.#controls
    const own = NO_ADDRESSES
    return { version: 1, model: usual, own, ...untouched, turns: [] }
  }

  /** Only the storyteller comes without the reader's word. */
  override prepare(
    acts: readonly string[],
    { model = this.#desk.chosen }: { model?: string },
  ): void {
    if (acts.includes('send') && model === STORYTELLER) {
      narrator.prepare(storyteller())
    }
  }

  restore({ model, own, turns, ...boxes }: ChatState): void {
    this.#controls.boxes = boxes
    this.#desk.choose(model, own)
    this.#resetting.forget()
    this.#talk.show(soundTurns(turns))
  }

  #edited(): void {
    this.#resetting.forget()
    this.changed()
  }

  /** What went wrong with a model on its way, and what can be done. */
  #sayFailure(error: Error | undefined): void {
    const place = this.piece('.trouble')
    showTrouble(place, error?.message ?? '', error ? 'load' : '')
    this.#offerHelp(error)
    // Load stands at the other end of a narrow card.
    if (error) place.scrollIntoView({ block: 'nearest' })
  }

  #offerHelp(error: unknown): void {
    if (error instanceof EngineError)
      offerHelp(this.piece('.trouble'), error.help, this.#storage)
  }

  get #storage(): string {
    return this.dataset['storage']!
  }

  #newChat(): void {
    if (this.#talk.turns.length === 0) {
      this.#working.status('Nobody has said anything yet.')
      return
    }
    this.#resetting.replace({ ...this.state, turns: [] })
    this.#working.status('A new chat. Undo reset brings the last one back.')
    this.changed()
  }

  get #text(): string {
    return conversationText(this.#talk.turns, this.#controls.boxes.system)
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
