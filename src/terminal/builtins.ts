/**
 * Small commands around the tools, with the words and messages that they have
 * on every system: just the options that a lesson needs.
 */
import { fileBuiltins } from './builtin-files.ts'
import { textBuiltins } from './builtin-text.ts'
import type { Builtin, Call } from './builtin.ts'

export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ...fileBuiltins,
  ...textBuiltins,
  [
    'help',
    {
      usage: 'help',
      about: 'says what there is',
      run({ out }: Call) {
        const width = 24
        for (const { usage, about } of BUILTINS.values()) {
          out(`${usage.padEnd(width)}${about}\n`)
        }
        out(
          `${'TOOL --help'.padEnd(width)}says what a tool of Binaryen can do\n`,
        )
        return 0
      },
    },
  ],
])
