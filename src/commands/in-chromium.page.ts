/** What runs in the page of `in-chromium.ts`. */
import {
  hostImports,
  shownNumber,
  STRING_OPTIONS,
} from '../examplescript/host.ts'
import type { Outcome } from './in-chromium.ts'

type Options = typeof STRING_OPTIONS
/** Engines take options that TypeScript does not know. */
const Module = WebAssembly.Module as unknown as {
  new (bytes: BufferSource, options: Options): WebAssembly.Module
}

window.runInChromium = (base64, name) => {
  const outcome: Outcome = { lines: [] }
  const module = moduleOf(base64)
  const imports = hostImports(WebAssembly.Module.imports(module), (line) =>
    outcome.lines.push(line),
  )
  try {
    const { exports } = new WebAssembly.Instance(
      module,
      imports as WebAssembly.Imports,
    )
    const value = (exports[name] as () => number | bigint | undefined)()
    if (value !== undefined) outcome.value = shownNumber(value)
  } catch (thrown) {
    outcome.trap = String(thrown)
  }
  return outcome
}

function moduleOf(base64: string): WebAssembly.Module {
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))
  return new Module(bytes, STRING_OPTIONS)
}

/** Long enough for the engine's best compiler to have replaced its first one. */
const WARM_UP = 400
const ROUNDS = 31

window.timeInChromium = (base64, name, argument) => {
  const functions = base64.map((text) => {
    const { exports } = quietInstance(moduleOf(text))
    return exports[name] as (argument: number) => number
  })
  for (const work of functions) {
    const end = performance.now() + WARM_UP
    while (performance.now() < end) work(argument)
  }
  const least = functions.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, work] of functions.entries()) {
      const started = performance.now()
      work(argument)
      least[index] = Math.min(least[index]!, performance.now() - started)
    }
  }
  return least
}

function quiet(): void {}

/** Whatever is printed or aborted goes nowhere; mathematics is JavaScript's. */
function quietInstance(module: WebAssembly.Module): WebAssembly.Instance {
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {}
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const value = from === 'Math' ? Math[name as keyof Math] : quiet
    imports[from] = { ...imports[from], [name]: value as () => void }
  }
  return new WebAssembly.Instance(module, imports)
}
