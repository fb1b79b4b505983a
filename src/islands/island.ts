/**
 * The base of all islands: the fallback stays as the build made it until
 * `<is-land>` says that the script is there; then `mount` runs, once.
 *
 * An island has one plain state, two ways in (`restore` shows a state, `replay`
 * also does again what led to it), one event out (`island-change`), and acts by
 * name. Keeping, links, other windows and slides that drive a demo build on
 * that and on nothing else.
 */

/** An island's state: plain data, with its version. */
export type State = { version: number } & Record<string, unknown>

/** What can be done to an island, by name. */
export type Acts = Readonly<Record<string, () => unknown>>

export abstract class LiveIsland<S extends State> extends HTMLElement {
  static observedAttributes = ['defer-hydration']
  #mounted = false

  /** What can be done to the island, by name, as buttons and slides say it. */
  protected abstract readonly acts: Acts

  /** Takes over from the fallback, in its place. */
  protected abstract mount(): void

  /** All that the reader made of it; plain data, ready for JSON. */
  abstract get state(): S

  /** The state that the build made, before anybody touched it. */
  abstract readonly untouched: S

  get isUntouched(): boolean {
    return JSON.stringify(this.state) === JSON.stringify(this.untouched)
  }

  /**
   * Shows a state that this island, or one like it, once had. Nothing runs:
   * what came of a run stays away until the reader starts one.
   */
  abstract restore(state: S): void

  /**
   * Shows a state with all that came of it. For states of this reader's own
   * windows and key presses: what ran there runs here.
   */
  replay(state: S): void {
    this.restore(state)
  }

  /**
   * Loads what acts and settings will need, and does nothing else: a slide that
   * has a press for them does not wait then. Trouble is told when they come.
   */
  prepare(
    _acts: readonly string[],
    _settings: Readonly<Record<string, unknown>>,
  ): void {}

  connectedCallback(): void {
    this.attributeChangedCallback()
  }

  attributeChangedCallback(): void {
    const waits = this.hasAttribute('defer-hydration')
    if (waits || this.#mounted || !this.isConnected) return
    this.#mounted = true
    this.mount()
  }

  /** @throws RangeError for an act that the island does not know. */
  act(name: string): void {
    const act = this.acts[name]
    if (!act) throw new RangeError(`<${this.localName}> has no act “${name}”.`)
    act()
  }

  /** Tells whoever listens that the state is another one. */
  protected changed(): void {
    this.dispatchEvent(new CustomEvent('island-change', { bubbles: true }))
  }

  /** The one element of the fallback that a selector names. */
  protected piece<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector)
    if (found) return found
    throw new Error(`<${this.localName}> has no ${selector} in its fallback.`)
  }
}
