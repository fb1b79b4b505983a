/**
 * The list “Model”: all that can be chosen, each with what it costs and, once
 * the reader has asked the device, with what it lacks here.
 */
import type { GpuModel } from '../../engines/gpu-model.ts'
import type { Model } from '../../engines/engine.ts'
import { storyteller } from '../../engines/storyteller.ts'
import { gpuModels } from '../../engines/webllm-models.ts'
import {
  groupsMarkup,
  optionWords,
  otherGroups,
  ownMarkup,
  STORYTELLER,
} from '../../figures/model-choice.ts'
import {
  AddressError,
  hostsOf,
  NO_ADDRESSES,
  ownModel,
  type OwnAddresses,
} from './own-model.ts'

export class ModelPicker {
  readonly #select: HTMLSelectElement
  readonly #card: HTMLElement
  #own: GpuModel | undefined
  #ownAddresses = NO_ADDRESSES

  constructor(card: HTMLElement, changed: () => void) {
    this.#card = card
    this.#select = card.querySelector('select[data-name="model"]')!
    this.#select.insertAdjacentHTML(
      'beforeend',
      groupsMarkup(otherGroups(gpuModels), ''),
    )
    this.#select.addEventListener('change', changed)
  }

  get chosen(): string {
    return this.#select.value
  }

  /** One that is not in the list leaves the choice as it is. */
  set chosen(id: string) {
    const isOffered = [...this.#select.options].some(
      ({ value }) => value === id,
    )
    if (isOffered) this.#select.value = id
  }

  /** @throws EngineError where the site has no storyteller */
  get model(): Model {
    return this.gpuModel ?? storyteller()
  }

  /** Undefined for the storyteller, which needs no graphics card. */
  get gpuModel(): GpuModel | undefined {
    const { chosen } = this
    if (chosen === STORYTELLER) return undefined
    return this.all.find(({ id }) => id === chosen)
  }

  /** The list's, and the reader's own. */
  get all(): readonly GpuModel[] {
    return this.#own ? [this.#own, ...gpuModels] : gpuModels
  }

  /** The reader's own, where there is one. */
  get ownModel(): GpuModel | undefined {
    return this.#own
  }

  get own(): OwnAddresses {
    return this.#ownAddresses
  }

  /** Addresses from storage or a link: those that make no model are left out. */
  set own(addresses: OwnAddresses) {
    this.#showAddresses(addresses)
    try {
      if (addresses.weights) this.#offer(addresses)
      else this.#withdraw()
    } catch {
      this.#withdraw()
    }
  }

  /** Offers the model of the addresses in the boxes, and chooses it. @returns whether they make one */
  useOwn(): boolean {
    const place = this.#card.querySelector('.chat-own-said')!
    const [weights, library] = ['weights', 'library'].map((name) =>
      this.#box(name).value.trim(),
    )
    try {
      const model = this.#offer({ weights: weights!, library: library! })
      this.#select.value = model.id
      place.textContent = `Chosen. Nothing is fetched before Load asks ${hostsOf(model)}.`
      return true
    } catch (error) {
      if (!(error instanceof AddressError)) throw error
      place.textContent = error.message
      return false
    }
  }

  /** @param isRefused whether this device lacks something that a model needs */
  mark(isRefused: (model: GpuModel) => boolean): void {
    const models = new Map(this.all.map((model) => [model.id, model]))
    for (const option of this.#select.options) {
      const model = models.get(option.value)
      if (!model) continue
      const words = optionWords(model, isRefused(model))
      // A list that is open is written anew with each of its words.
      if (option.text !== words) option.text = words
    }
  }

  #offer(addresses: OwnAddresses): GpuModel {
    const model = ownModel(addresses, document.baseURI)
    const isListed = gpuModels.some(({ id }) => id === model.id)
    if (isListed) model.id = `${model.id}@${model.source.host}`
    const { chosen } = this
    const wasOwn = chosen === this.#own?.id
    this.#ownGroup?.remove()
    this.#select.insertAdjacentHTML('afterbegin', ownMarkup(model))
    this.#own = model
    this.#ownAddresses = addresses
    this.#select.value = wasOwn ? model.id : chosen
    return model
  }

  #withdraw(): void {
    this.#ownGroup?.remove()
    this.#own = undefined
    this.#ownAddresses = NO_ADDRESSES
  }

  #showAddresses(addresses: OwnAddresses): void {
    for (const name of ['weights', 'library'] as const)
      this.#box(name).value = addresses[name]
  }

  get #ownGroup(): HTMLElement | null {
    return this.#select.querySelector('optgroup[label="Your own"]')
  }

  #box(name: string): HTMLInputElement {
    return this.#card.querySelector(`input[data-name="${name}"]`)!
  }
}
