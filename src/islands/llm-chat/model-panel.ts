/**
 * What is said of the chosen model before anything is fetched: its cost and its
 * hosts, or that it is stored; what this device lacks; and what the device is.
 */
import type { GpuModel } from '../../engines/gpu-model.ts'
import {
  readDevice,
  reasonAgainst,
  reasonOfCard,
  type Device,
} from '../../engines/webllm-device.ts'
import { deleteStored, storedModels } from '../../engines/webllm-storage.ts'
import {
  needsNoDownload,
  weightsFolder,
  type StoredModel,
} from '../../engines/webllm-stored.ts'
import { deviceMarkup } from '../../figures/device.ts'
import { costMarkup } from '../../figures/model-choice.ts'
import type { ModelPicker } from './model-picker.ts'
import { hostsOf } from './own-model.ts'

/** How far the chosen model is on its way. */
interface Progress {
  isBusy: boolean
  isReady: boolean
  isPaused: boolean
}

const WITHOUT_CARD =
  'It comes from this site, 1.3 MB and its engine, and needs no graphics card. It does not chat: it goes on from your last message.'

export class ModelPanel {
  readonly #card: HTMLElement
  readonly #picker: ModelPicker
  #device: Device | undefined
  #stored: readonly StoredModel[] = []

  constructor(card: HTMLElement, picker: ModelPicker) {
    this.#card = card
    this.#picker = picker
  }

  /** Asks device and storage: the reader has done something that asks for it. */
  async ask(): Promise<void> {
    const { all } = this.#picker
    const [device, stored] = await Promise.all([
      readDevice(),
      storedModels(all),
    ])
    this.#device = device
    this.#stored = stored
    this.#picker.mark((model) => reasonOfCard(model, device) !== null)
    this.#piece('.chat-device-said').innerHTML = deviceMarkup(device)
  }

  /** '' where nothing speaks against a model, or nobody has asked. */
  reasonAgainst(model: GpuModel): string {
    if (!this.#device) return ''
    const reason = this.isStored(model)
      ? reasonOfCard(model, this.#device)
      : reasonAgainst(model, this.#device)
    return reason ?? ''
  }

  /** Whether nothing of a model is missing, as far as anybody has looked. */
  isStored(model: GpuModel): boolean {
    return needsNoDownload(model, this.#stored)
  }

  /** Deletes what is stored of a model, but for what others need. */
  async delete(model: GpuModel): Promise<void> {
    const folder = weightsFolder(model)
    const stored = await storedModels(this.#picker.all)
    const found = stored.find((one) => one.folder === folder)
    if (found) await deleteStored(found)
    await this.ask()
  }

  show({ isBusy, isReady, isPaused }: Progress): void {
    const model = this.#picker.gpuModel
    this.#card.toggleAttribute('data-loaded', isReady || !model)
    this.#piece('.chat-cost').innerHTML = this.#costOf(model, isReady)
    const warning = model && !isReady ? this.#warningOf(model) : ''
    const place = this.#piece('.chat-warning')
    place.hidden = !warning
    place.querySelector('span')!.textContent = warning
    const isRefused = model !== undefined && this.reasonAgainst(model) !== ''
    place.querySelector('button')!.hidden = !isRefused
    this.#piece('.chat-loading').hidden = !isBusy && !isPaused
    this.#piece('[data-act="pause"]').hidden = !isBusy
    const load = this.#piece('.chat-load')
    load.hidden = isBusy || isReady
    load.textContent = isPaused ? 'Resume' : this.#loadWords(model)
    this.#piece('[data-act="unload"]').hidden = !isReady
    this.#piece<HTMLSelectElement>('.chat-choice select').disabled = isBusy
  }

  /** A host that the reader brought along is named on the button itself. */
  #loadWords(model: GpuModel | undefined): string {
    const isOwn = model !== undefined && model === this.#picker.ownModel
    return isOwn ? `Load from ${hostsOf(model)}` : 'Load'
  }

  #costOf(model: GpuModel | undefined, isReady: boolean): string {
    const ready = isReady ? 'It is ready. ' : ''
    if (!model) return `${ready}${WITHOUT_CARD}`
    if (isReady) return ready
    return this.isStored(model)
      ? 'It is stored in this browser: nothing to download.'
      : costMarkup(model, location.host)
  }

  /** What speaks against the download, or for waiting with it. */
  #warningOf(model: GpuModel): string {
    const reason = this.reasonAgainst(model)
    if (reason || this.isStored(model) || !this.#device?.savesData)
      return reason
    return 'This device is set to save data: better wait for a network that costs nothing.'
  }

  #piece<E extends HTMLElement>(selector: string): E {
    return this.#card.querySelector<E>(selector)!
  }
}
