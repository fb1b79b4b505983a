/** Runs modules of ours in Node itself, which has no objects of WebAssembly. */
import type { RunModules } from '../../examplescript/differential/differential.ts'
import type { Outcome } from '../../examplescript/differential/evaluate.ts'
import { hostImports, shownNumber } from '../../examplescript/host.ts'

export const runAllHere: RunModules = (modules) =>
  Promise.resolve(modules.map((bytes) => runHere(bytes)))

/** Instantiates a module and calls `main`. */
function runHere(bytes: Uint8Array<ArrayBuffer>): Outcome {
  const module = new WebAssembly.Module(bytes)
  return observe((print) => {
    const imports = hostImports(WebAssembly.Module.imports(module), print)
    return new WebAssembly.Instance(module, imports as WebAssembly.Imports)
      .exports
  })
}

/** What a module prints, returns and leaves in its memory. */
export function observe(
  start: (print: (line: string) => void) => WebAssembly.Exports,
): Outcome {
  const outcome: Outcome = { lines: [] }
  let exports: WebAssembly.Exports = {}
  try {
    exports = start((line) => outcome.lines.push(line))
    const value = (exports['main'] as () => number | bigint | undefined)()
    if (value !== undefined) outcome.value = shownNumber(value)
  } catch (thrown) {
    outcome.trap = String(thrown)
  }
  const memory = exports['memory'] as WebAssembly.Memory | undefined
  if (memory) outcome.memory = new Uint8Array(memory.buffer)
  return outcome
}
