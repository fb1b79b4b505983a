/** Starts a module in a Worker, where nothing of the page can be reached. */
import {
  STRING_OPTIONS,
  type Instantiate,
} from '../examplescript/examplescript.ts'

export const instantiate: Instantiate = (bytes, bring) => {
  // Engines that know strings take them from themselves.
  const Module = WebAssembly.Module as new (
    bytes: BufferSource,
    options: typeof STRING_OPTIONS,
  ) => WebAssembly.Module
  const module = new Module(bytes as BufferSource, STRING_OPTIONS)
  const imports = bring(WebAssembly.Module.imports(module))
  const given = imports as WebAssembly.Imports
  return new WebAssembly.Instance(module, given).exports
}
