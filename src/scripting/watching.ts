/**
 * The library, watched: each module that a program makes is numbered, and each
 * call that optimizes one is recorded with the module before and after it.
 * Nothing else of the library is touched.
 */
import { normalise, type Library, type Module } from '../binaryen/binaryen.ts'
import { cutText, MOST, type Recorded, type Snapshot } from './recorded.ts'
import { shown } from './shown.ts'

export interface Watching {
  /** Runs, and gives what came and what the library said of it. */
  aside<T>(act: () => T): [came: T, said: string]
  tell(recorded: Recorded): void
}

/** Calls that change a module as a whole, or one of its functions. */
const STEPS = [
  'optimize',
  'optimizeFunction',
  'runPasses',
  'runPassesOnFunction',
] as const

type Call = (...values: unknown[]) => unknown
type Methods = Record<string, Call>

/** @returns what is to be done at the end: the modules that are left are told */
export function watch(library: Library, watching: Watching): () => void {
  const watched = new ModuleWatcher(library, watching)
  const own = library as unknown as Record<string, unknown>
  own['Module'] = new Proxy(library.Module, {
    construct: (made, values) =>
      watched.add(Reflect.construct(made, values) as Module),
  })
  for (const name of ['parseText', 'readBinary', 'wrapModule']) {
    const make = own[name] as Call
    own[name] = (...values: unknown[]) =>
      watched.add(guarded(library, () => make(...values)) as Module)
  }
  return () => watched.end()
}

class ModuleWatcher {
  readonly #library: Library
  readonly #watching: Watching
  /** Those that are still there, by their numbers. */
  readonly #modules = new Map<number, () => Snapshot>()
  #emitted: Uint8Array | undefined
  #count = 0
  #steps = 0

  constructor(library: Library, watching: Watching) {
    this.#library = library
    this.#watching = watching
  }

  add(module: Module): Module {
    const number = ++this.#count
    const methods = module as unknown as Methods
    const look = this.#lookAt(module)
    for (const [name, call] of Object.entries(methods)) {
      if (typeof call !== 'function') continue
      methods[name] = (...values) =>
        guarded(this.#library, () => call.apply(module, values))
    }
    for (const name of STEPS) {
      const call = methods[name]!
      methods[name] = (...values) =>
        this.#step(number, `${name}(${shownCall(values)})`, look, () =>
          call(...values),
        )
    }
    this.#keepBinaries(methods)
    const dispose = methods['dispose']!
    methods['dispose'] = () => {
      this.#left(number)
      return dispose()
    }
    if (number <= MOST.modules) this.#modules.set(number, look)
    return module
  }

  end(): void {
    for (const number of this.#modules.keys()) this.#left(number)
    if (this.#emitted) {
      this.#watching.tell({ kind: 'emitted', bytes: this.#emitted })
    }
  }

  /** The library writes binaries of modules that are not valid, or crashes. */
  #lookAt(module: Module): () => Snapshot {
    const { emitText, emitBinary, validate } = module
    return () => {
      const [isValid, problem] = this.#watching.aside(() => validate())
      const text = cutText(emitText(), MOST.text)
      return isValid ? { text, size: emitBinary().length } : { text, problem }
    }
  }

  #keepBinaries(methods: Methods): void {
    const emit = methods['emitBinary']!
    methods['emitBinary'] = (...values) => {
      const emitted = emit(...values) as Uint8Array | { binary: Uint8Array }
      const bytes = 'binary' in emitted ? emitted.binary : emitted
      this.#emitted = bytes.slice()
      return emitted
    }
  }

  #step(
    module: number,
    call: string,
    look: () => Snapshot,
    act: () => unknown,
  ): unknown {
    if (++this.#steps > MOST.steps || !this.#modules.has(module)) {
      if (this.#steps === MOST.steps + 1) {
        this.#watching.tell({ kind: 'steps-cut' })
      }
      return act()
    }
    const before = look()
    const came = act()
    const after = look()
    this.#watching.tell({ kind: 'step', module, call, before, after })
    return came
  }

  #left(module: number): void {
    const look = this.#modules.get(module)
    if (!this.#modules.delete(module)) return
    try {
      this.#watching.tell({ kind: 'left', module, left: look!() })
    } catch {
      // The library has crashed, and tells nothing of its modules any more.
    }
  }
}

/** Arguments as a program writes them. */
function shownCall(values: readonly unknown[]): string {
  return values.map((value) => shown(value).replaceAll('"', "'")).join(', ')
}

/** What the library throws is often no error, and has no place: this has both. */
function guarded<T>(library: Library, act: () => T): T {
  try {
    return act()
  } catch (thrown) {
    throw normalise(thrown, library)
  }
}
