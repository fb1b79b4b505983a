/** One running instance behind the door: see `Binaryen` for what it promises. */
import type { Binaryen } from './binaryen.ts'
import { BinaryenError, normalise, stopped } from './error.ts'
import { featureFlags } from './features.ts'
import { isTidied, type Level } from './level.ts'
import type { Library, Module } from './library.ts'
import type { Listener } from './listener.ts'

/** The library with its traps closed, and the ear at its output. */
export class Instance implements Binaryen {
  readonly library: Library
  readonly #listener: Listener
  readonly #features: number
  /** Why the instance cannot be used any more. */
  #lost: BinaryenError | null = null

  constructor(library: Library, listener: Listener) {
    this.library = library
    this.#listener = listener
    this.#features = featureFlags(library)
  }

  build<T>(use: (module: Module) => T): T {
    return this.#use(() => new this.library.Module(), use)
  }

  parse<T>(text: string, use: (module: Module) => T): T {
    return this.#use(
      () => this.library.parseText(utf8(text), this.#features),
      use,
    )
  }

  read<T>(bytes: Uint8Array, use: (module: Module) => T): T {
    return this.#use(() => {
      try {
        return this.library.readBinary(bytes, this.#features)
      } catch (cause) {
        throw this.#unreadable(cause)
      }
    }, use)
  }

  problems(module: Module): string[] {
    this.#listener.takeComplaints()
    if (module.validate()) return []
    const complaints = this.#listener.takeComplaints().trim()
    return complaints.split(/\n(?=\[wasm-validator error)/)
  }

  optimize(module: Module, level: Level): void {
    if (level.optimize === 0 && level.shrink === 0) return
    this.at(level, () => module.optimize())
  }

  runPass(module: Module, pass: string): void {
    this.#listener.takeComplaints()
    try {
      module.runPasses([pass])
    } catch (thrown) {
      throw this.#normalise(thrown)
    }
  }

  at<T>(level: Level, act: () => T): T {
    const { library } = this
    const before = [library.getOptimizeLevel(), library.getShrinkLevel()]
    try {
      library.setOptimizeLevel(level.optimize)
      library.setShrinkLevel(level.shrink)
      return this.#writing(isTidied(level), act)
    } finally {
      library.setOptimizeLevel(before[0]!)
      library.setShrinkLevel(before[1]!)
    }
  }

  plainly<T>(act: () => T): T {
    return this.#writing(false, act)
  }

  /** Has `act` emit with the writer's tidying, or without it. */
  #writing<T>(isTidy: boolean, act: () => T): T {
    const { library } = this
    const wasTidy = library.getOptimizeStackIR()
    const set = (on: boolean) => {
      library.setGenerateStackIR(on)
      library.setOptimizeStackIR(on)
    }
    try {
      set(isTidy)
      return act()
    } finally {
      set(wasTidy)
    }
  }

  printed(act: () => void): string {
    return this.#listener.record(act)
  }

  #use<T>(make: () => Module, use: (module: Module) => T): T {
    if (this.#lost) throw this.#lost
    this.#listener.takeComplaints()
    let module: Module | null = null
    try {
      module = make()
      module.setFeatures(this.#features)
      return use(module)
    } catch (thrown) {
      throw this.#normalise(thrown)
    } finally {
      if (!this.#lost) module?.dispose()
    }
  }

  #normalise(thrown: unknown): unknown {
    if (thrown instanceof BinaryenError) return thrown
    const reason = this.#listener.abortReason()
    const error = reason
      ? stopped(reason, thrown)
      : normalise(thrown, this.library)
    if (error instanceof BinaryenError && error.aborted) this.#lost = error
    return error
  }

  /** The library only says that it failed; the reason is a complaint. */
  #unreadable(thrown: unknown): unknown {
    const error = this.#normalise(thrown)
    const complaint = this.#listener.takeComplaints()
    const [, why, byte] =
      /\[parse exception: (.*) \(at \d+:(\d+)\)\]/s.exec(complaint) ?? []
    if (!why || !(error instanceof BinaryenError)) return error
    return new BinaryenError(
      `These bytes are not a WebAssembly module: ${why}, at byte ${byte}.`,
      { cause: thrown, aborted: error.aborted },
    )
  }
}

/**
 * The library keeps the low eight bits of each character, so each byte of UTF-8
 * becomes a character of its own.
 */
function utf8(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
