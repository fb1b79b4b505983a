/**
 * The long options of each tool, as its `--help` lists them, to complete them
 * before the tool is loaded. A test holds this list against the tools.
 */
import type { ToolName } from '../binaryen/tools.ts'
import { PASSES } from '../passes/passes.ts'

const EVERYWHERE = words(`
  --version --help --debug`)

/** Of all tools that read a module. */
const READING = words(`
  --output --mvp-features --all-features --detect-features --quiet
  --experimental-poppy --emit-module-names --no-validation --pass-arg
  --closed-world --preserve-type-order --generate-stack-ir
  --optimize-stack-ir --print-stack-ir`)

const FEATURES = words(`
  sign-ext threads mutable-globals nontrapping-float-to-int simd
  bulk-memory bulk-memory-opt call-indirect-overlong exception-handling
  tail-call reference-types multivalue gc memory64 relaxed-simd
  extended-const strings multimemory stack-switching shared-everything
  fp16 custom-descriptors multibyte acquire-release-atomics
  custom-page-sizes wide-arithmetic compact-imports relaxed-atomics
  typed-function-references`)

/** Of all tools that run passes, beside the passes. */
const OPTIMIZING = words(`
  --optimize-level --shrink-level --debuginfo
  --always-inline-max-function-size --flexible-inline-max-function-size
  --one-caller-inline-max-function-size --inline-max-combined-binary-size
  --inline-functions-with-loops --partial-inlining-ifs
  --ignore-implicit-traps --traps-never-happen --low-memory-unused
  --fast-math --zero-filled-memory --skip-pass --no-stack-ir
  -O -O0 -O1 -O2 -O3 -O4 -Os -Oz`)

const OWN: Readonly<Record<ToolName, string>> = {
  'wasm-opt': `
  --emit-text --converge --fuzz-exec-before --fuzz-exec --fuzz-exec-second
  --extra-fuzz-command --translate-to-fuzz --initial-fuzz --fuzz-passes
  --no-fuzz-memory --no-fuzz-oob --fuzz-preserve-imports-exports
  --fuzz-against-js --fuzz-import --emit-spec-wrapper
  --emit-wasm2c-wrapper --input-source-map --output-source-map
  --output-source-map-url --experimental-new-eh --emit-exnref`,
  'wasm-merge': `
  --input-source-map --output-source-map --output-source-map-url
  --output-manifest --rename-export-conflicts --skip-export-conflicts
  --emit-text --debuginfo`,
  'wasm-metadce': `
  --input-source-map --output-source-map --output-source-map-url
  --emit-text --graph-file --dump`,
  'wasm-ctor-eval': `
  --emit-text --debuginfo --ctors --kept-exports --ignore-external-input`,
  'wasm-as': `
  --validate --debuginfo --source-map --source-map-url --symbolmap`,
  'wasm-dis': `
  --source-map`,
  wasm2js: `
  --allow-asserts --pedantic --emscripten --deterministic --symbols-file`,
  'wasm-shell': '',
}

const RUN_PASSES = new Set<ToolName>(['wasm-opt', 'wasm-metadce', 'wasm2js'])

/** @returns the options of a tool, with what a pass does where one is a pass */
export function optionsOf(tool: ToolName): Map<string, string> {
  const names = [
    ...EVERYWHERE,
    ...(tool === 'wasm-shell' ? [] : READING),
    ...(tool === 'wasm-shell' ? [] : features()),
    ...(RUN_PASSES.has(tool) ? OPTIMIZING : []),
    ...words(OWN[tool]),
  ]
  const options = new Map(names.sort().map((name) => [name, '']))
  if (!RUN_PASSES.has(tool)) return options
  for (const [pass, about] of Object.entries(PASSES)) {
    options.set(`--${pass}`, about)
  }
  return options
}

function features(): string[] {
  return FEATURES.flatMap((name) => [`--enable-${name}`, `--disable-${name}`])
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}
