/** What holds for every text, whatever it is: the compiler answers, and in time. */
import { check } from '../check.ts'
import { compile, type Level, type Workbench } from '../compile.ts'
import type { Failure } from './hunt.ts'

/** As long as a text of a megabyte may take on a busy machine, in milliseconds. */
const LONGEST = 5000

/**
 * @param level at which what has no problems is compiled
 * @returns what is wrong with the answer, if something is
 */
export function faultOf(
  source: string,
  binaryen: Workbench,
  level: Level,
): Failure | undefined {
  const started = Date.now()
  try {
    const { problems, program } = check(source)
    const wrong = misplaced(source, problems)
    if (wrong) return { source, kind: 'misplaced problem', message: wrong }
    if (Boolean(program) === problems.length > 0) {
      const message = `${problems.length} problems`
      return { source, kind: 'neither right nor wrong', message }
    }
    if (program) compile(source, binaryen, { level })
  } catch (thrown) {
    const { name, message, stack } = thrown as Error
    return { source, kind: `${name} thrown`, message: stack ?? message }
  }
  const took = Date.now() - started
  if (took < LONGEST) return undefined
  return { source, kind: 'too slow', message: `${took} ms` }
}

function misplaced(
  source: string,
  problems: readonly { from: number; to: number; message: string }[],
): string | undefined {
  const wrong = problems.find(({ from, to }) => {
    const isWhole = Number.isInteger(from) && Number.isInteger(to)
    return !isWhole || from < 0 || to < from || to > source.length
  })
  return wrong && `${wrong.message} from ${wrong.from} to ${wrong.to}`
}

/** Makes a text small that need not be a program, by leaving out stretches. */
export async function shrinkText(
  source: string,
  fails: (source: string) => boolean | Promise<boolean>,
): Promise<string> {
  let smallest = source
  for (let size = source.length; size >= 1; size = Math.floor(size / 2)) {
    let at = 0
    while (at < smallest.length) {
      const candidate = smallest.slice(0, at) + smallest.slice(at + size)
      if (await fails(candidate)) smallest = candidate
      else at += size
    }
  }
  return smallest
}
