/**
 * <two-tellers>: one prompt, and two who tell of it, side by side: two models,
 * or one with two settings. There is one engine in a page, so they take turns.
 */
import { alikeSentence } from '../../figures/alike.ts'
import type { Told } from '../../figures/story.ts'
import { copyText } from '../copying.ts'
import { LiveIsland, type Acts, type State } from '../island.ts'
import { narrator } from '../narrator.ts'
import { Resetting } from '../resetting.ts'
import { checkpointTellers, storedTellers, type Teller } from '../tellers.ts'
import { WorkFailure } from '../trouble.ts'
import { Working, type Watcher } from '../working.ts'
import { askedOf, TellerSide, type Asked } from './teller-side.ts'

interface Two<T> {
  left: T
  right: T
}

interface ComparedState extends State {
  prompt: string
  asked: Two<Asked>
  told: Two<Told>
}

class TwoTellers extends LiveIsland<ComparedState> {
  #sides!: Two<TellerSide>
  #baked!: Two<Told>
  #tellers: readonly Teller[] = checkpointTellers
  readonly #working = new Working(this, ['tell', 'Tell both'])
  readonly #resetting = new Resetting<ComparedState>(
    this,
    {
      untouched: 'All is as it was.',
      reset: 'The first two stories are back.',
      undone: 'Yours are back.',
    },
    (words) => this.#working.status(words),
  )

  protected get acts(): Acts {
    return {
      tell: () => this.#tell(),
      stop: () => this.#working.stop(),
      copy: () => this.#copy(),
      reset: () => this.#resetting.reset() && this.changed(),
      'undo-reset': () => this.#resetting.undo() && this.changed(),
    }
  }

  protected mount(): void {
    this.#baked = JSON.parse(this.dataset['told']!) as Two<Told>
    const side = (name: keyof Two<Told>) =>
      new TellerSide(
        this.piece(`[data-side="${name}"]`),
        this.#baked[name],
        () => this.#edited(),
      )
    this.#sides = { left: side('left'), right: side('right') }
    this.#prompt.addEventListener('input', () => this.#edited())
    if (!this.isUntouched) this.changed()
    void this.#offer()
  }

  get state(): ComparedState {
    const { left, right } = this.#sides
    return {
      version: 1,
      prompt: this.#prompt.value,
      asked: { left: left.asked, right: right.asked },
      told: { left: left.told, right: right.told },
    }
  }

  get untouched(): ComparedState {
    const { left, right } = this.#baked
    const asked = { left: askedOf(left), right: askedOf(right) }
    return { version: 1, prompt: left.prompt, asked, told: this.#baked }
  }

  /** Of the two that tell, one after the other, the first. */
  override prepare(acts: readonly string[]): void {
    if (!acts.includes('tell')) return
    const { model } = this.#sides.left.asked
    const teller = checkpointTellers.find(({ name }) => name === model)
    if (teller) narrator.prepare(teller.model)
  }

  restore({ prompt, asked, told }: ComparedState): void {
    this.#working.giveUp()
    this.#working.trouble('')
    this.#resetting.forget()
    this.#prompt.value = prompt
    for (const name of ['left', 'right'] as const) {
      this.#sides[name].asked = asked[name]
      this.#sides[name].show(told[name])
    }
    this.#compare()
  }

  /** Models that are stored on this device tell as well: nothing has to be downloaded for them. */
  async #offer(): Promise<void> {
    this.#tellers = [...checkpointTellers, ...(await storedTellers())]
    this.#sides.left.offer(this.#tellers)
    this.#sides.right.offer(this.#tellers)
  }

  #edited(): void {
    this.#resetting.forget()
    this.changed()
  }

  async #tell(): Promise<void> {
    if (this.#working.isBusy) return
    this.#resetting.forget()
    this.#say('')
    await this.#working.run(async (watcher) => {
      await this.#tellSide(this.#sides.left, watcher)
      await this.#tellSide(this.#sides.right, watcher)
    })
    this.#compare()
    this.changed()
  }

  async #tellSide(side: TellerSide, watcher: Watcher): Promise<void> {
    const { model } = side.asked
    const teller = this.#tellers.find(({ name }) => name === model)
    if (!teller) {
      throw new WorkFailure(
        `${model} is not stored on this device. Choose another model, or load it in the chat first.`,
        false,
      )
    }
    await side.tell(this.#prompt.value, teller, watcher, () => this.changed())
  }

  #compare(): void {
    const { left, right } = this.#sides
    const isOfOne = left.told.prompt === right.told.prompt
    this.#say(isOfOne ? alikeSentence(left.told.text, right.told.text) : '')
  }

  #say(words: string): void {
    this.piece('.tellers-alike').textContent = words
  }

  get #prompt(): HTMLTextAreaElement {
    return this.querySelector('textarea')!
  }

  async #copy(): Promise<void> {
    const words = Object.values(this.#sides)
      .map(({ told }: TellerSide) => told)
      .map(
        ({ prompt, text, model, seed, temperature }) =>
          `${model}, seed ${seed}, temperature ${temperature}:\n${prompt}${text}`,
      )
    const text = `${words.join('\n\n')}\n`
    this.#working.status(await copyText(text, 'the stories'))
  }
}

customElements.define('two-tellers', TwoTellers)
