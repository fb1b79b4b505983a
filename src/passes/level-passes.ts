/**
 * Which passes a level runs, in their order: what `addDefaultOptimizationPasses`
 * in Binaryen's `pass.cpp` decides, which the library does not tell. A test
 * holds it against what `wasm-opt` says that it runs.
 */
import type { Level } from '../binaryen/binaryen.ts'

/** What a module may use, as far as it decides which passes run. */
export interface PassFeatures {
  /** Structs, arrays, and casts: `--enable-gc`. */
  gc: boolean
  /** Several values at once: `--enable-multivalue`. */
  multivalue: boolean
}

/**
 * @returns the names of passes, as `runPasses` and the command line take them.
 * Level 0 and 0 has none.
 */
export function levelPasses(
  { optimize, shrink }: Level,
  { gc, multivalue }: PassFeatures,
): string[] {
  if (optimize === 0 && shrink === 0) return []
  const some = optimize >= 2 || shrink >= 1
  const more = optimize >= 3 || shrink >= 1
  const most = optimize >= 3 || shrink >= 2
  const precompute = most ? 'precompute-propagate' : 'precompute'
  return [
    // First the module as a whole.
    'duplicate-function-elimination',
    ...when(some, 'remove-unused-module-elements'),
    'memory-packing',
    ...when(some, 'once-reduction'),
    ...when(
      gc && some,
      'global-refining',
      'remove-unused-module-elements',
      'gsi',
    ),
    // Then each function by itself.
    ...when(more, 'ssa-nomerge'),
    ...when(
      optimize >= 4,
      'flatten',
      'simplify-locals-notee-nostructure',
      'local-cse',
    ),
    'dce',
    'remove-unused-names',
    'remove-unused-brs',
    'remove-unused-names',
    'optimize-instructions',
    ...when(gc, 'heap-store-optimization'),
    ...when(some, 'pick-load-signs'),
    precompute,
    ...when(some, 'code-pushing'),
    ...when(multivalue, 'tuple-optimization'),
    'simplify-locals-nostructure',
    'vacuum',
    'reorder-locals',
    'remove-unused-brs',
    ...when(gc && some, 'heap2local'),
    ...when(most, 'merge-locals'),
    ...when(gc && some, 'optimize-casts', 'local-subtyping'),
    'coalesce-locals',
    ...when(more, 'local-cse'),
    'simplify-locals',
    'vacuum',
    'reorder-locals',
    'coalesce-locals',
    'reorder-locals',
    'vacuum',
    ...when(more, 'code-folding'),
    'merge-blocks',
    'remove-unused-brs',
    'remove-unused-names',
    'merge-blocks',
    precompute,
    'optimize-instructions',
    ...when(gc, 'heap-store-optimization'),
    ...when(some, 'rse'),
    'vacuum',
    // And the module once more.
    ...when(some, 'dae-optimizing', 'inlining-optimizing'),
    'duplicate-function-elimination',
    'duplicate-import-elimination',
    ...when(shrink >= 2, 'merge-similar-functions'),
    some ? 'simplify-globals-optimizing' : 'simplify-globals',
    'remove-unused-module-elements',
    ...when(some, 'reorder-globals'),
    'directize',
  ]
}

function when(condition: boolean, ...passes: string[]): string[] {
  return condition ? passes : []
}
