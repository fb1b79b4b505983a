/**
 * The model’s side of a chat: which one is chosen, whether it may be loaded,
 * and its way here. Load is the reader’s word; nothing else fetches a model
 * that needs another host.
 */
import type { Model } from '../../engines/engine.ts'
import type { GpuModel } from '../../engines/gpu-model.ts'
import { STORYTELLER } from '../../figures/model-choice.ts'
import type { Acts } from '../island.ts'
import { narrator } from '../narrator.ts'
import { smallerThan } from './choosing.ts'
import { ModelLoading } from './model-loading.ts'
import { ModelPanel } from './model-panel.ts'
import { ModelPicker } from './model-picker.ts'
import type { OwnAddresses } from './own-model.ts'

interface Heard {
  /** Another model is chosen. */
  changed(): void
  say(words: string): void
  /** Why nothing came of a load; undefined where the next one begins. */
  failed(error: Error | undefined): void
  ready(): void
}

export class ModelDesk {
  /** What is chosen where nobody chose. */
  readonly usual: string
  readonly #card: HTMLElement
  readonly #heard: Heard
  readonly #picker: ModelPicker
  readonly #panel: ModelPanel
  readonly #loading: ModelLoading
  /** Whose download the reader asked for, here and now. */
  readonly #allowed = new Set<string>()
  /** Whether Load was pressed, and the device has not answered yet. */
  #isAsking = false

  constructor(card: HTMLElement, heard: Heard) {
    this.#card = card
    this.#heard = heard
    this.#picker = new ModelPicker(card, () => this.#chosen())
    this.#panel = new ModelPanel(card, this.#picker)
    this.#loading = new ModelLoading(card, heard.say)
    this.usual = navigator.gpu ? card.dataset['model']! : STORYTELLER
    if (!navigator.gpu && this.chosen === card.dataset['model'])
      this.#picker.chosen = STORYTELLER
    this.#askWhenTouched()
    card.addEventListener('focusin', () => this.show())
    this.show()
  }

  /** The list and the device are what one opens to know; that may have been before this was here. */
  #askWhenTouched(): void {
    const ask = () => void this.#ask()
    const select = this.#piece('.chat-choice select')
    const details = this.#piece<HTMLDetailsElement>('.chat-device')
    select.addEventListener('focus', ask)
    details.addEventListener('toggle', () => details.open && ask())
    if (details.open || document.activeElement === select) ask()
  }

  get acts(): Acts {
    return {
      load: () => this.load(),
      pause: () => this.#pause(),
      cancel: () => this.#cancel(),
      unload: () => this.#unload(),
      'use-own': () => this.#useOwn(),
      'use-smaller': () => this.#useSmaller(),
      'delete-model': () => this.#deleteAndLoad(),
    }
  }

  get chosen(): string {
    return this.#picker.chosen
  }

  get own(): OwnAddresses {
    return this.#picker.own
  }

  get model(): Model {
    return this.#picker.model
  }

  /** As a state says it; nothing is loaded by that. */
  choose(id: string, own: OwnAddresses): void {
    this.#picker.own = own
    this.#picker.chosen = id
    this.show()
  }

  /** Whether an answer may be asked for; says what is missing where not. */
  mayTell(): boolean {
    const model = this.#picker.gpuModel
    if (!model || narrator.isReady(model)) return true
    if (this.#allowed.has(model.id) && !this.#loading.isBusy) return true
    this.#heard.say(
      this.#loading.isBusy
        ? 'The model is on its way. Your message waits here.'
        : 'Load the model first, or choose the storyteller. Your message waits here.',
    )
    this.#piece('.chat-load').focus()
    return false
  }

  async load(): Promise<void> {
    if (this.#loading.isBusy || this.#isAsking) return
    this.#heard.failed(undefined)
    this.#isAsking = true
    await this.#ask().finally(() => (this.#isAsking = false))
    const { gpuModel: model } = this.#picker
    const reason = model ? this.#panel.reasonAgainst(model) : ''
    if (reason) {
      this.#heard.say('Not loaded: this device lacks something.')
      return
    }
    if (model) this.#allowed.add(model.id)
    await this.#fetch(this.model)
  }

  async #fetch(model: Model): Promise<void> {
    this.#heard.say('Starting …')
    try {
      const loading = this.#loading.load(model)
      this.show()
      if (await loading) {
        void this.#ask()
        this.#heard.say(`${model.name} is ready. Write, and press Send.`)
        this.#heard.ready()
      }
    } catch (error) {
      this.#heard.say('')
      this.#heard.failed(error as Error)
    }
    this.show()
  }

  async #pause(): Promise<void> {
    await this.#loading.pause()
    this.#heard.say('Paused. What has come is stored, and Resume goes on.')
    this.show()
    this.#piece('.chat-load').focus()
  }

  async #cancel(): Promise<void> {
    const { model } = this.#loading
    await this.#loading.stop()
    if (model) await this.#delete(model)
    this.#heard.say('Cancelled. What had come of the model is deleted.')
    this.show()
    this.#piece('.chat-load').focus()
  }

  async #deleteAndLoad(): Promise<void> {
    const model = this.#picker.gpuModel
    if (model) await this.#delete(model)
    await this.load()
  }

  async #delete(model: GpuModel): Promise<void> {
    this.#allowed.delete(model.id)
    await this.#panel.delete(model)
  }

  async #unload(): Promise<void> {
    await narrator.putAway()
    this.#heard.say('Its memory is given back. What is stored stays.')
    this.show()
  }

  #useOwn(): void {
    if (this.#picker.useOwn()) this.#chosen()
  }

  async #useSmaller(): Promise<void> {
    await this.#ask()
    const model = this.#picker.gpuModel
    const isRefused = (one: GpuModel) => this.#panel.reasonAgainst(one) !== ''
    const found = model && smallerThan(model, this.#picker.all, isRefused)
    this.#picker.chosen = found?.id ?? STORYTELLER
    this.#heard.failed(undefined)
    this.#chosen()
    this.#heard.say(
      found
        ? `${found.name} is chosen.`
        : 'The storyteller is chosen. It needs no graphics card.',
    )
    this.#piece('.chat-choice select').focus()
  }

  #chosen(): void {
    this.show()
    this.#heard.changed()
  }

  async #ask(): Promise<void> {
    await this.#panel.ask()
    this.show()
  }

  /** What can be done with the chosen model, and what it costs. */
  show(): void {
    const isBusy = this.#loading.isBusy
    const isReady = !isBusy && narrator.isReady(this.model)
    const isPaused = this.#loading.isPaused(this.chosen)
    this.#panel.show({ isBusy, isReady, isPaused })
  }

  #piece<E extends HTMLElement>(selector: string): E {
    return this.#card.querySelector<E>(selector)!
  }
}
