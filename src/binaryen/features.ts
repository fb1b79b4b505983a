/**
 * What modules may use. The library starts them with the features of 2017, and
 * validates and optimizes each by its own.
 */
import type { FeatureName, Library } from './library.ts'

/**
 * What a module may use unless it calls `setFeatures` itself: what Chromium,
 * Firefox and Safari all have. Never `Features.All`: no browser knows its
 * compact imports. `Strings` is left out too, since it has to be lowered (pass
 * `string-lowering-magic-imports`) before a browser takes it: who wants it adds
 * `library.Features.Strings` to `module.getFeatures()`.
 */
export const FEATURES: readonly FeatureName[] = [
  'Atomics',
  'BulkMemory',
  'BulkMemoryOpt', // BulkMemory without it aborts Binaryen
  'CallIndirectOverlong', // part of ReferenceTypes
  'ExceptionHandling',
  'ExtendedConst',
  'GC',
  'Multivalue',
  'MutableGlobals',
  'NontrappingFPToInt',
  'ReferenceTypes',
  'SIMD128',
  'SignExt',
  'TailCall',
]

/** `FEATURES` as the number that `setFeatures` takes. */
export function featureFlags({ Features }: Library): number {
  return FEATURES.reduce((flags, name) => {
    if (!Features[name])
      throw new Error(
        `Binaryen has no feature named ${name}. Its names have probably ` +
          `changed; adapt src/binaryen/features.ts.`,
      )
    return flags | Features[name]
  }, 0)
}
