/**
 * <model-storage>: what WebLLM has stored in this browser, model by model, and what
 * the reader may do about it: delete, check, and ask the browser to keep it. All of
 * it is read from the browser; the library is not needed for that.
 */
import { gpuModels } from '../../engines/webllm-models.ts'
import { checkStored } from '../../engines/webllm-soundness.ts'
import {
  deleteAll,
  deleteStored,
  persist,
  room,
  stored,
  type Room,
} from '../../engines/webllm-storage.ts'
import {
  bytesOf,
  type Stored,
  type StoredModel,
} from '../../engines/webllm-stored.ts'
import { roomWords } from '../../figures/room-words.ts'
import { storageMarkup, type ShownCheck } from '../../figures/storage.ts'
import { LiveIsland, type Acts, type State } from '../island.ts'
import { Working } from '../working.ts'
import { brokenFiles, checkOf } from './checked.ts'

interface StorageState extends State {
  /** How often something was looked at or changed: other windows look again. */
  looks: number
}

class ModelStorage extends LiveIsland<StorageState> {
  readonly #working = new Working(this, ['look', 'Look'])
  #looks = 0
  #stored: Stored = { models: [], others: [] }
  #room: Room | undefined
  #asked = ''
  readonly #checks = new Map<string, ShownCheck>()
  #bakedWords!: string

  protected get acts(): Acts {
    return {
      look: () => this.#look('Up to date.'),
      persist: () => this.#persist(),
      stop: () => this.#working.stop(),
    }
  }

  /** Acts with a folder behind them, with `others` or with `all`. */
  override act(name: string): void {
    const [, act, what] = /^(ask|delete|check|mend) (\S+)$/.exec(name) ?? []
    if (!what) return super.act(name)
    if (act === 'ask') this.#ask(what === 'nothing' ? '' : what)
    else if (act === 'delete') void this.#delete(what)
    else if (act === 'check') void this.#check(what)
    else void this.#mend(what)
  }

  protected mount(): void {
    this.#bakedWords = this.#drawn.innerHTML
    this.#drawn.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.#asked) this.#ask('')
    })
  }

  get state(): StorageState {
    return { version: 1, looks: this.#looks }
  }

  get untouched(): StorageState {
    return { version: 1, looks: 0 }
  }

  /** What is stored here belongs to this browser, and no state brings it. */
  restore({ looks }: StorageState): void {
    this.#working.giveUp()
    this.#looks = looks
    this.#asked = ''
    this.#checks.clear()
    this.#drawn.innerHTML = this.#bakedWords
    this.#working.status('')
  }

  override replay({ looks }: StorageState): void {
    this.#looks = looks
    if (looks > 0) void this.#read()
  }

  get #drawn(): HTMLElement {
    return this.piece('.storage-drawn')
  }

  async #look(words: string): Promise<void> {
    if (!(await this.#read())) return
    this.#working.status(words)
    this.#looks++
    this.changed()
  }

  /** @returns whether the browser told */
  async #read(): Promise<boolean> {
    const came = await this.#working.run(async ({ onTold }) => {
      onTold?.('Looking …')
      return Promise.all([stored(gpuModels), room()])
    })
    if (!came) return false
    ;[this.#stored, this.#room] = came
    const folders = new Set(this.#stored.models.map(({ folder }) => folder))
    for (const folder of this.#checks.keys())
      if (!folders.has(folder)) this.#checks.delete(folder)
    this.#asked = ''
    this.#draw()
    return true
  }

  #draw(): void {
    this.#drawn.innerHTML = storageMarkup({
      ...this.#stored,
      room: this.#room,
      asked: this.#asked,
      checks: this.#checks,
    })
  }

  /** Asks in the place of the button, and the focus goes along. */
  #ask(what: string): void {
    const before = this.#asked
    this.#asked = what
    this.#draw()
    const act = what ? `delete ${what}` : `ask ${before}`
    this.#focus(`[data-act="${CSS.escape(act)}"]`)
  }

  #focus(selector: string): void {
    const button =
      this.#drawn.querySelector<HTMLElement>(selector) ?? this.piece('.primary')
    button.focus()
  }

  async #delete(what: string): Promise<void> {
    const { models, others } = this.#stored
    const model = models.find(({ folder }) => folder === what)
    const files = what === 'others' ? others : (model?.files ?? [])
    const bytes = what === 'all' ? undefined : bytesOf(files)
    const done = await this.#working.run(async ({ onTold }) => {
      onTold?.('Deleting …')
      await (what === 'all' ? deleteAll() : deleteStored({ files }))
      return true
    })
    if (!done) return
    await this.#look(
      bytes === undefined
        ? 'All is deleted.'
        : `${model?.name ?? 'Leftover code'} is deleted: ${roomWords(bytes)}.`,
    )
    this.#focus('[data-act^="ask "]')
  }

  async #check(folder: string): Promise<void> {
    const model = this.#modelIn(folder)
    if (!model) return
    let told = -1
    const came = await this.#working.run((watcher) =>
      checkStored(
        model,
        (loaded, total) => {
          const percent = Math.floor((100 * loaded) / total / STEP) * STEP
          if (percent === told) return
          told = percent
          watcher.onTold?.(`Read ${percent} % of ${roomWords(total)} …`)
        },
        watcher.signal,
      ),
    )
    if (!came) return
    this.#checks.set(folder, checkOf(came))
    this.#draw()
    this.#working.status('Checked.')
    this.#focus(`[data-act="${CSS.escape(`check ${folder}`)}"]`)
  }

  async #mend(folder: string): Promise<void> {
    const model = this.#modelIn(folder)
    const broken = this.#checks.get(folder)?.broken ?? []
    if (!model || broken.length === 0) return
    const files = brokenFiles(model, broken)
    const done = await this.#working.run(async () => {
      await deleteStored({ files })
      return true
    })
    if (!done) return
    this.#checks.delete(folder)
    await this.#look(`Deleted: ${roomWords(bytesOf(files))}.`)
  }

  async #persist(): Promise<void> {
    const isKept = await this.#working.run(() => persist())
    if (isKept === undefined) return
    await this.#look(
      isKept
        ? 'The browser agreed.'
        : 'The browser did not agree. Some do once you have a bookmark of this site, or come often.',
    )
  }

  #modelIn(folder: string): StoredModel | undefined {
    return this.#stored.models.find((model) => model.folder === folder)
  }
}

/** Percent between two words about progress. */
const STEP = 5

customElements.define('model-storage', ModelStorage)
