/**
 * What both compilers make of a program, made by the build as the page makes it.
 * AssemblyScript's compiler is asynchronous, and Markdown is not: so programs are
 * compiled ahead of all pages.
 */
import type { Binaryen } from '../binaryen/binaryen.ts'
import type { Instantiate } from '../examplescript/examplescript.ts'
import { compare, type Compared } from '../rival/rival.ts'
import { fencesIn, fencesOf, type AheadFence } from './ahead.ts'
import { AuthoringError } from './place.ts'
import { isRivals, parseRivals, type AskedRivals } from './rivals-fence.ts'

type Asked = Pick<AskedRivals, 'work' | 'choice'>

export class BakedRivals {
  readonly #made = new Map<string, Compared>()
  readonly #binaryen: Binaryen
  readonly #instantiate: Instantiate

  constructor(binaryen: Binaryen, instantiate: Instantiate) {
    this.#binaryen = binaryen
    this.#instantiate = instantiate
  }

  /** Compiles all programs below a folder that ask for it. */
  async allIn(folder: string): Promise<void> {
    await this.#make(fencesIn(folder, isRivals))
  }

  /** Compiles all programs of a page that ask for it. */
  async ahead(markdown: string, file: string): Promise<void> {
    await this.#make(fencesOf(markdown, file, isRivals))
  }

  async #make(fences: readonly AheadFence[]): Promise<void> {
    for (const { info, content, place } of fences) {
      const asked = parseRivals(info, place)
      const source = content.trimEnd()
      const key = keyOf(source, asked)
      if (!this.#made.has(key))
        this.#made.set(key, await this.#of(source, asked))
    }
  }

  /**
   * @throws AuthoringError if both refuse the program, or if what they made of
   * it does not do the same
   */
  get(source: string, asked: Asked, place: string): Compared {
    const compared = this.#made.get(keyOf(source, asked))
    if (!compared) throw new Error(`Nobody has compiled ${place} ahead.`)
    const { ours, theirs } = compared
    if ('refusal' in ours && 'refusal' in theirs) {
      throw new AuthoringError(
        place,
        `neither compiler takes this program: ${ours.refusal}`,
        'Mend the program.',
      )
    }
    const results = [ours, theirs].flatMap((side) =>
      'bytes' in side && side.result !== undefined ? side.result : [],
    )
    if (new Set(results).size > 1) {
      throw new AuthoringError(
        place,
        `the two do not do the same: ${results.join(' and ')}.`,
        'Write what means the same in both languages.',
      )
    }
    return compared
  }

  #of(source: string, { work, choice }: Asked): Promise<Compared> {
    return compare(source, work, choice, this.#binaryen, this.#instantiate)
  }
}

function keyOf(source: string, { work, choice }: Asked): string {
  return JSON.stringify([source, work, choice])
}
