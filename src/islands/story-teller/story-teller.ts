/**
 * <story-teller>: a small language model in the page goes on from a prompt. What
 * it said is state, as what was asked is: so links and other windows bring a
 * story without a model.
 */
import type { Model } from '../../engines/engine.ts'
import { checkpoints, storyteller } from '../../engines/storyteller.ts'
import {
  MOST_TOKENS,
  paceWords,
  settingsWords,
  tokensWords,
  type Pace,
  type Settings,
  type Told,
} from '../../figures/story.ts'
import { copyText } from '../copying.ts'
import { download } from '../download.ts'
import { LiveIsland, type Acts, type State } from '../island.ts'
import { narrator } from '../narrator.ts'
import { tellPaced } from '../pacing.ts'
import { Resetting } from '../resetting.ts'
import { Working, type Watcher } from '../working.ts'
import { StoryControls } from './story-controls.ts'
import { StoryLog } from '../story-log.ts'
import { demandShort, lastOf, settingsOf } from './story-wish.ts'

/** The acts that need the model. */
const TELLS = new Set(['tell', 'again', 'another', 'continue'])

interface StoryState extends State, Settings {
  /** The story that is shown; it need not be of the settings that are chosen. */
  told: Told
}

class StoryTeller extends LiveIsland<StoryState> {
  #controls!: StoryControls
  #log!: StoryLog
  #told!: Told
  #baked!: Told
  /** The reader's own model, as long as it tells. */
  #file: File | undefined
  readonly #working = new Working(this, ['tell', 'Tell'])
  readonly #resetting = new Resetting<StoryState>(
    this,
    {
      untouched: 'All is as it was.',
      reset: 'The first story is back.',
      undone: 'Yours is back.',
    },
    (words) => this.#working.status(words),
  )

  protected get acts(): Acts {
    return {
      tell: () => this.#tell(this.#controls.settings),
      stop: () => this.#working.stop(),
      again: () => this.#again(),
      another: () => this.#another(),
      continue: () => this.#goOn(),
      copy: () => this.#copy(),
      save: () => this.#save(),
      reset: () => this.#resetting.reset() && this.changed(),
      'undo-reset': () => this.#resetting.undo() && this.changed(),
      'close-file': () => this.#useFile(undefined),
    }
  }

  /** `use TEXT` puts a ready prompt into the box. */
  override act(name: string): void {
    if (name.startsWith('use ')) this.#use(name.slice(4))
    else super.act(name)
  }

  protected mount(): void {
    const told = JSON.parse(this.dataset['told']!) as Told
    this.#baked = told
    this.#told = told
    this.#log = new StoryLog(this.piece('.story-log'))
    this.#controls = new StoryControls(this, told, {
      changed: () => this.#edited(),
      fileChosen: (file) => this.#useFile(file),
    })
    // Something may have been chosen before this script was here.
    if (this.#controls.file) this.#useFile(this.#controls.file)
    if (!this.isUntouched) this.changed()
  }

  get state(): StoryState {
    return { version: 1, ...this.#controls.settings, told: this.#told }
  }

  get untouched(): StoryState {
    return { version: 1, ...settingsOf(this.#baked), told: this.#baked }
  }

  override prepare(
    acts: readonly string[],
    { model = this.state.model }: { model?: string },
  ): void {
    if (acts.some((act) => TELLS.has(act)))
      narrator.prepare(this.#offered(model))
  }

  restore({ told, ...settings }: StoryState): void {
    this.#controls.settings = settings
    this.#resetting.forget()
    if (JSON.stringify(told) === JSON.stringify(this.#told)) return
    this.#working.giveUp()
    this.#working.trouble('')
    this.#show(told)
  }

  #show(told: Told): void {
    const before = this.#told
    const goesOn =
      before.text !== '' &&
      told.prompt === before.prompt &&
      told.text.startsWith(before.text)
    this.#told = told
    this.#log.show(told.prompt, told.text, goesOn)
    this.#describe()
  }

  #edited(): void {
    this.#resetting.forget()
    this.changed()
  }

  #use(prompt: string): void {
    this.#controls.settings = { ...this.#controls.settings, prompt }
    this.#edited()
  }

  #useFile(file: File | undefined): void {
    this.#file = file
    this.#controls.showFile(file)
    this.#working.trouble('')
    this.#working.status(
      file ? 'Press Tell. The file stays on your machine.' : '',
    )
  }

  /** Tells by settings, from the prompt on. */
  async #tell(settings: Settings): Promise<boolean> {
    if (this.#working.isBusy) return false
    this.#controls.settings = settings
    const chosen = this.#controls.settings
    const model = this.#file?.name ?? chosen.model
    return this.#run({ ...chosen, model, text: '', tokens: 0, isWhole: false })
  }

  /** What is shown once more, by its own seed and settings. */
  async #again(): Promise<void> {
    const { text } = this.#told
    if (!(await this.#tell(settingsOf(this.#told)))) return
    if (!this.#told.isWhole || this.#told.text.length < text.length) return
    this.#working.status(
      this.#told.text === text
        ? 'Word for word the same.'
        : 'Not the same words: another model told it.',
    )
  }

  async #another(): Promise<void> {
    const { settings } = this.#controls
    const seed = (settings.seed + 1) % 2 ** 32
    await this.#tell({ ...settings, seed })
  }

  /** From the end of what is told on. */
  async #goOn(): Promise<void> {
    await this.#run(this.#told)
  }

  /** @returns whether the model has told until it ended, or was cut off */
  async #run(from: Told): Promise<boolean> {
    if (this.#working.isBusy) return false
    this.#resetting.forget()
    const done = await this.#working.run(async (watcher) => {
      demandShort(from.prompt)
      await this.#narrate(from, watcher)
      return true
    })
    return done === true
  }

  async #narrate(from: Told, watcher: Watcher): Promise<void> {
    const { prompt, seed, temperature, topK, topP } = from
    let pace: Pace = { tokens: 0, first: 0, took: 0 }
    let begun = false
    let { text } = from
    const begin = () => {
      // What was told before stays until something comes.
      if (begun) return
      begun = true
      this.#told = { ...from, isWhole: false }
      this.#log.open(prompt, text)
      this.#describe()
    }
    const wish = {
      prompt: this.#file ? prompt + text : lastOf(prompt, text),
      maxTokens: MOST_TOKENS,
      temperature,
      topK,
      topP,
      seed,
    }
    try {
      const model = this.#model(from)
      const isWhole = await tellPaced(model, wish, watcher, (piece, so) => {
        begin()
        pace = so
        text += piece
        const tokens = from.tokens + so.tokens
        this.#told = { ...this.#told, text, tokens }
        this.piece('.story-pace').textContent = tokensWords(tokens)
        if (this.#log.add(piece)) this.changed()
      })
      begin()
      this.#told = { ...this.#told, isWhole }
    } finally {
      // Another state that came in between has its own story.
      if (begun && this.#told.text === text) {
        this.#log.close()
        this.#describe(paceWords(pace))
        this.changed()
      }
    }
  }

  #model({ model }: Told): Model {
    if (!this.#file) return this.#offered(model)
    const { name, size } = this.#file
    return { name, source: this.#file, bytes: size }
  }

  #offered(model: string): Model {
    const { offered } = this.#controls
    const stop = offered.findIndex(({ name }) => name === model)
    return checkpoints[stop] ?? storyteller()
  }

  /** Says how the story came about; `pace` where it was measured here. */
  #describe(pace?: string): void {
    const { tokens, isWhole } = this.#told
    this.piece('.story-how').textContent = settingsWords(this.#told)
    this.piece('.story-pace').textContent = pace ?? tokensWords(tokens)
    this.piece('[data-act="continue"]').hidden = isWhole || tokens === 0
  }

  get #text(): string {
    const { prompt, text } = this.#told
    return `${prompt}${text}\n\nMade up by a small model (${settingsWords(this.#told)}).\n`
  }

  async #copy(): Promise<void> {
    this.#working.status(await copyText(this.#text, 'the story'))
  }

  #save(): void {
    download('story.txt', this.#text)
    this.#working.status('Saved as story.txt.')
  }
}

customElements.define('story-teller', StoryTeller)
