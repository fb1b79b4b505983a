/** For tests: starts a module in the Node that runs them. */
import type { Instantiate } from '../examplescript/examplescript.ts'

export const instantiate: Instantiate = (bytes, bring) => {
  const module = new WebAssembly.Module(bytes as BufferSource)
  const imports = bring(WebAssembly.Module.imports(module))
  return new WebAssembly.Instance(module, imports as WebAssembly.Imports)
    .exports
}
