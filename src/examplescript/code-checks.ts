/**
 * Checks that are written in the language itself: functions that call those of a
 * program. They stand behind it, so that it keeps its lines, and each is called
 * in an instance of its own, so that none finds what another left.
 */
import { check } from './check.ts'
import { PASSES, type CodeCheck } from './checks.ts'
import { hostImports } from './host.ts'
import { lineStarts } from './position.ts'
import type { Problem } from './problem.ts'
import { RUNNERS, type Host } from './run.ts'
import { stopWords } from './stop.ts'
import type { Workbench } from './workbench.ts'

/** What a program is run with; why it stopped depends on its source. */
export type HostOf = (source: string) => Host

/**
 * Calls each check.
 *
 * @param source a program without problems
 * @returns what came of each, by its text
 */
export function callChecks(
  source: string,
  checks: readonly CodeCheck[],
  binaryen: Workbench,
  hostOf: HostOf,
): Map<string, string> {
  const { whole, kept, refused } = join(source, checks)
  const came = new Map(refused)
  if (kept.length === 0) return came
  const host = hostOf(whole)
  const { bytes } = RUNNERS.examplescript.stages(whole, binaryen).optimised
  for (const { name, text } of kept) {
    came.set(text, callOne(name, bytes, host, lineStarts(source).length))
  }
  return came
}

interface Joined {
  whole: string
  kept: readonly CodeCheck[]
  refused: Map<string, string>
}

/** Checks that do not go with the program are left out, and told why. */
function join(source: string, checks: readonly CodeCheck[]): Joined {
  const refused = refuseNames(source, checks)
  let kept = checks.filter(({ text }) => !refused.has(text))
  for (;;) {
    const placed = place(source, kept)
    const { whole } = placed
    const { problems } = check(whole)
    if (problems.length === 0) return { whole, kept, refused }
    const left = placed.checks.filter(({ one, from, to }) => {
      const problem =
        problems.find((other) => other.from < to && other.to > from) ??
        problems.find((other) => other.from < source.length)
      if (problem) refused.set(one.text, wordsOf(problem))
      return !problem
    })
    if (left.length === kept.length) return { whole, kept: [], refused }
    kept = left.map(({ one }) => one)
  }
}

/** No check can be called what something in the program is called. */
function refuseNames(
  source: string,
  checks: readonly CodeCheck[],
): Map<string, string> {
  const {
    globals = [],
    functions = [],
    imports = [],
    classes = [],
  } = check(source).program ?? {}
  const own = [...globals, ...functions, ...imports, ...classes]
  const names = new Set(own.map(({ name }) => name))
  const taken = checks.filter(({ name }) => names.has(name))
  return new Map(
    taken.map(({ text, name }) => [
      text,
      `the program has its own ${name}, and so is this check called: give yours another name`,
    ]),
  )
}

function wordsOf({ message, hint }: Problem): string {
  return hint ? `${message} ${hint}` : message
}

function place(source: string, checks: readonly CodeCheck[]) {
  let whole = `${source}\n`
  const placed = checks.map((one) => {
    const from = whole.length
    whole += `export ${one.text.trim()}\n`
    return { one, from, to: whole.length }
  })
  return { whole, checks: placed }
}

function callOne(
  name: string,
  bytes: Uint8Array,
  { instantiate, explain }: Host,
  lines: number,
): string {
  try {
    const exports = instantiate(bytes, (imports) =>
      hostImports(imports, () => {}),
    )
    const came = (exports[name] as () => number)()
    return came === 1 ? PASSES : 'false'
  } catch (thrown) {
    return stopWords(explain(thrown), lines)
  }
}
