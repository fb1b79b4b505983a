/**
 * What a lesson asks the reader to reach, as a sentence that files or output
 * can be held against.
 */

/** What a session has come to. */
export interface Reached {
  files: ReadonlyMap<string, Uint8Array>
  /** All that the last line wrote, errors too. */
  said: string
}

/** Holds what is reached against a goal. */
export type Goal = (reached: Reached) => boolean

const GOALS: readonly (readonly [RegExp, (...words: string[]) => Goal])[] = [
  [
    /^(\S+) is there$/,
    (name) =>
      ({ files }) =>
        files.has(name!),
  ],
  [
    /^(\S+) has at most (\d+) bytes$/,
    (name, most) => (reached) => sizeOf(name!, reached) <= Number(most),
  ],
  [
    /^(\S+) is smaller than (\S+)$/,
    (name, other) => (reached) =>
      sizeOf(name!, reached) < sizeOf(other!, reached, -1),
  ],
  [
    /^(\S+) imports nothing$/,
    (name) => (reached) =>
      moduleOf(
        name!,
        reached,
        (module) => WebAssembly.Module.imports(module).length === 0,
      ),
  ],
  [
    /^(\S+) exports only (.+)$/,
    (name, wanted) => (reached) =>
      moduleOf(name!, reached, (module) => {
        const names = WebAssembly.Module.exports(module).map((one) => one.name)
        return names.sort().join(', ') === wanted
      }),
  ],
  [
    /^it says “(.+)”$/,
    (words) =>
      ({ said }) =>
        said.includes(words!),
  ],
]

/** How goals are written, for whoever wrote one wrongly. */
export const GOAL_FORMS =
  'FILE is there, FILE has at most N bytes, FILE is smaller than FILE, FILE imports nothing, FILE exports only A, B, it says “TEXT”'

/** @returns undefined for a sentence that nothing can be held against */
export function parseGoal(text: string): Goal | undefined {
  for (const [form, make] of GOALS) {
    const match = form.exec(text)
    if (match) return make(...match.slice(1))
  }
  return undefined
}

function sizeOf(name: string, { files }: Reached, absent = Infinity): number {
  return files.get(name)?.length ?? absent
}

/** A file that is missing, or is no module, reaches nothing. */
function moduleOf(
  name: string,
  { files }: Reached,
  holds: (module: WebAssembly.Module) => boolean,
): boolean {
  const bytes = files.get(name)
  if (!bytes) return false
  try {
    return holds(new WebAssembly.Module(new Uint8Array(bytes)))
  } catch {
    return false
  }
}
