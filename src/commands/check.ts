/** `npm run check`: what needs no build: types, rooms, lint, format, unused code. */
import { runTasks, tool, type Task } from './tasks.ts'

/** Rooms with a tsconfig of their own compile without DOM and Node types. */
export const checks: readonly Task[] = [
  tool('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  tool('unused code', 'knip', '--no-progress'),
  tool('types', 'tsc', '-p', 'tsconfig.json'),
  tool('types of the compiler', 'tsc', '-p', 'src/examplescript'),
  tool('types of the figures', 'tsc', '-p', 'src/figures'),
  tool('types of the roll call', 'tsc', '-p', 'src/roll'),
  tool('types of the stages', 'tsc', '-p', 'src/stages'),
  tool('lint, and who may import whom', 'oxlint', '--deny-warnings'),
]

export async function main(): Promise<number> {
  const { failed } = await runTasks([checks])
  return failed ? 1 : 0
}
