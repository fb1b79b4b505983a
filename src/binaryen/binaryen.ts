/**
 * The room's door: Binaryen with its traps closed. The same door opens in
 * browsers, workers and Node; where the factory and the compiled binary come
 * from is the business of `browser.ts` and `node.ts`.
 *
 * - New modules start with the features of 2017: ours start with `FEATURES`.
 * - A module leaks about 80 KB unless it is disposed of: `build`, `parse` and
 *   `read` do so when the function they are given returns or throws.
 * - Errors are thrown as raw C++ objects, or written to the console: here they
 *   are `BinaryenError`s, and the console stays silent.
 * - Levels of optimization are globals: `optimize` puts them back.
 * - Text is read as Latin-1: `parse` reads UTF-8, as the format demands.
 */
import { BinaryenError } from './error.ts'
import { Instance } from './instance.ts'
import type { Level } from './level.ts'
import type { Library, Module } from './library.ts'
import { listen, type Hooks } from './listener.ts'

export { BinaryenError, normalise } from './error.ts'
export { FEATURES } from './features.ts'
export { isTidied, type Level } from './level.ts'
export type { Library, Module } from './library.ts'
export type { Hooks } from './listener.ts'

/** A running instance of the library. */
export interface Binaryen {
  /** The library itself, for its constants and functions on expressions. */
  readonly library: Library
  /**
   * Runs `use` on a new module, disposes of the module whatever happens, and
   * returns what `use` returned. The module and all its references are invalid
   * afterwards, so `use` must not be asynchronous. Do not run compiled code in
   * it: a trap would be taken for Binaryen's own.
   *
   * @throws {BinaryenError} if the library throws; other errors as they are
   */
  build<T>(use: (module: Module) => T): T
  /**
   * The same for a module read from WebAssembly text. An error in it is a
   * `BinaryenError` such as `1:15: error: …`, where lines count from 1, and
   * columns, in bytes of UTF-8, from 0.
   */
  parse<T>(text: string, use: (module: Module) => T): T
  /** The same for a module read from a WebAssembly binary. */
  read<T>(bytes: Uint8Array, use: (module: Module) => T): T
  /**
   * What Binaryen's validator says of the module: one text of one or more lines
   * for each problem, none if it is valid. Ask before `optimize` and
   * `emitBinary`, which accept invalid modules and then do anything.
   */
  problems(module: Module): string[]
  /**
   * Optimizes the module, and leaves the library's own levels as they were.
   * Level 0 and 0 does nothing, as -O0 on the command line; the library itself
   * would run some passes all the same.
   */
  optimize(module: Module, level: Level): void
  /**
   * Runs one pass, such as `dce`. What it does may depend on the level.
   *
   * @throws {BinaryenError} if the pass does not exist, or refuses the module;
   *   other modules are none the worse
   */
  runPass(module: Module, pass: string): void
  /**
   * Has `act` run at a level: passes that it runs, and bytes that it emits, are
   * those of the level. The library's own levels are as before afterwards.
   */
  at<T>(level: Level, act: () => T): T
  /** Has `act` emit what is there, untidied, at whatever level it runs. */
  plainly<T>(act: () => T): T
  /** What the library prints while `act` runs, as the pass `metrics` does. */
  printed(act: () => void): string
}

/** The default export of the glue: Emscripten's way to make an instance. */
export type BinaryenFactory = (
  hooks: Hooks & {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): object
  },
) => Promise<unknown>

/**
 * Starts an instance, independent of all others, from the glue's factory and
 * the compiled binary. This is cheap, and the way to go on after an abort.
 *
 * @throws {BinaryenError} if the binary does not fit the glue
 */
export async function startBinaryen(
  factory: BinaryenFactory,
  compiled: WebAssembly.Module,
): Promise<Binaryen> {
  const listener = listen()
  const library = await startLibrary(factory, compiled, listener.hooks)
  return new Instance(library, listener)
}

/**
 * Starts an instance of the library as it is, traps and all, for whoever hears
 * what it says by hooks of their own. `startBinaryen` is for all others.
 *
 * @throws {BinaryenError} if the binary does not fit the glue
 */
export async function startLibrary(
  factory: BinaryenFactory,
  compiled: WebAssembly.Module,
  hooks: Hooks,
): Promise<Library> {
  try {
    // The factory itself waits forever if there is no instance.
    const library = await new Promise<unknown>((resolve, reject) => {
      const instantiateWasm = (
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance) => void,
      ) => {
        WebAssembly.instantiate(compiled, imports).then(done).catch(reject)
        return {}
      }
      factory({ ...hooks, instantiateWasm }).then(resolve, reject)
    })
    return library as Library
  } catch (cause) {
    throw new BinaryenError(
      `Binaryen did not start: ${cause}. Its script and its .wasm file are ` +
        `probably from different versions; load both again.`,
      { cause, aborted: true },
    )
  }
}
