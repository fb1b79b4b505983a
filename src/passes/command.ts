/** A recipe as a command line, which does the same in a terminal. */
import { levelNamed, type Recipe } from './trace.ts'

/**
 * What every module may use, as flags: the features that the library gives ours
 * (`FEATURES` in `binaryen/features.ts`).
 */
const FEATURE_FLAGS = [
  '--mvp-features',
  '--enable-threads',
  '--enable-bulk-memory',
  '--enable-bulk-memory-opt',
  '--enable-call-indirect-overlong',
  '--enable-exception-handling',
  '--enable-extended-const',
  '--enable-multivalue',
  '--enable-mutable-globals',
  '--enable-nontrapping-float-to-int',
  '--enable-reference-types',
  '--enable-sign-ext',
  '--enable-simd',
  '--enable-tail-call',
]

/**
 * @param file what is read, such as `in.wasm`
 * @returns such as `wasm-opt in.wasm --enable-gc -O3 -o out.wasm`
 */
export function commandOf(recipe: Recipe, file: string): string {
  const { level, passes, hasGC, converges } = recipe
  const { optimize, shrink } = levelNamed(level)
  return [
    `wasm-opt ${file}`,
    ...FEATURE_FLAGS,
    ...(hasGC ? ['--enable-gc'] : []),
    ...(passes
      ? [
          `--optimize-level=${optimize}`,
          `--shrink-level=${shrink}`,
          ...passes.map((pass) => `--${pass}`),
        ]
      : [level]),
    ...(converges ? ['--converge'] : []),
    '-o out.wasm',
  ].join(' ')
}
