/**
 * The base of islands whose programs the Worker runs or checks: one primary
 * button, which is Stop while it works; progress, and trouble with a retry.
 */
import {
  completionsAt,
  describeAt,
  type LanguageName,
} from '../examplescript/examplescript.ts'
import type { Acts } from './island.ts'
import { ProgramIsland, type ProgramState } from './program-island.ts'
import { Working, type Watcher } from './working.ts'
import { prepareWork } from './workshop.ts'

/** The acts that need a Worker. */
const WORKS = new Set(['run', 'check', 'play', 'animate'])

export abstract class WorkshopIsland<
  S extends ProgramState,
> extends ProgramIsland<S> {
  /** The act of the primary button, and its word. */
  protected abstract readonly primary: readonly [act: string, word: string]
  #work: Working | undefined

  protected get language(): LanguageName {
    return this.dataset['language'] as LanguageName
  }

  protected override get help() {
    return this.language === 'examplescript'
      ? { describe: describeAt, complete: completionsAt }
      : undefined
  }

  protected override get acts(): Acts {
    return { ...super.acts, stop: () => this.#working.stop() }
  }

  /** Made when it is first needed: the primary button is the subclass's. */
  get #working(): Working {
    this.#work ??= new Working(this, this.primary)
    return this.#work
  }

  override prepare(
    acts: readonly string[],
    _settings: Readonly<Record<string, unknown>>,
  ): void {
    if (acts.some((act) => WORKS.has(act))) this.prepareWork()
  }

  protected prepareWork(): void {
    prepareWork()
  }

  /** Another state comes: what is at work for the one before would spoil it. */
  protected giveUp(): void {
    this.#working.giveUp()
  }

  /** @returns what came of a job; undefined when that was not to be. */
  protected working<T>(
    job: (watcher: Watcher) => Promise<T>,
  ): Promise<T | undefined> {
    return this.#working.run(job)
  }

  /** Says what went wrong, with a retry where that may help; '' takes it away. */
  protected trouble(words: string, retry = false): void {
    this.#working.trouble(words, retry)
  }
}
